# shellcheck shell=bash disable=SC2153
# Settings of the router's kernel. Those of the whole router are asserted, and taken back only with a change that is not
# confirmed. Those of the nodes' links go when the design has none any more, and what ran there before returns.
#   KERNEL  what the kernel is told, as KEY=VALUE. A "*" in a key stands for the interfaces on the nodes' links.
# In STATE:
#   kernel.before  what ran on the links before this stack first wrote there, as KEY=VALUE
# In TX, for a change that is taken back:
#   before.kernel, before.noted  what ran before the change, and what kernel.before was then

kernel_files() { printf '/proc/sys\n'; }

# The file of a setting. As sysctl writes it, a dot in an interface's name is a slash.
file_of() { printf '%s/%s\n' "$(kernel_files)" "$(tr ./ /. <<<"$1")"; }

# The value that file $1, of lines KEY=VALUE, has for the key $2.
value_in() { awk -F= -v key="$2" '$1 == key { print $2; exit }' "$1" 2>/dev/null; }

# Prints the interfaces on the links of the nodes' networks of family $1 (ipv4 or ipv6).
node_interfaces() {
  local range
  # An address alone in its prefix has no link.
  ip -o address show 2>/dev/null | awk '
    { n = split($4, network, "/") }
    n == 2 && network[2] < ($3 == "inet" ? 32 : 128) { print $4, $2 }' | sort -t/ -k2,2nr >"$WORK/links"
  node_ranges "$1" | while read -r range; do links_of "$range"; done | sort -u
}

# Those with an address in the network $1, or else the one with the smallest network around it.
links_of() {
  local inside network interface
  inside=$(sed 's#/[0-9]* # #' "$WORK/links" | within "$1")
  if [ -n "$inside" ]; then
    cut -d' ' -f2 <<<"$inside"
    return
  fi
  while read -r network interface; do
    [ -n "$(within "$network" <<<"$1")" ] || continue
    printf '%s\n' "$interface"
    return
  done <"$WORK/links"
}

node_ranges() {
  local ranges
  while read -r _ _ _ ranges _; do
    tr , '\n' <<<"$ranges"
  done <<<"$EXPECTED" | case $1 in ipv6) grep : ;; *) grep -vE ':|^-$' ;; esac
}

# Prints the settings of this router, as KEY=VALUE.
kernel_settings() {
  local setting interface interfaces ipv4 ipv6
  ipv4=$(node_interfaces ipv4)
  ipv6=$(node_interfaces ipv6)
  for setting in $KERNEL; do
    case $setting in
      net.ipv4.*'*'*) interfaces=$ipv4 ;;
      net.ipv6.*'*'*) interfaces=$ipv6 ;;
      *) printf '%s\n' "$setting" && continue ;;
    esac
    for interface in $interfaces; do
      printf '%s\n' "${setting%%'*'*}${interface//.//}${setting#*'*'}"
    done
  done
}

# The families whose nodes are on no link of this router, though KERNEL has settings for it.
families_without_link() {
  local family
  for family in ipv4 ipv6; do
    case $KERNEL in *"net.$family.neigh.*."*) [ -n "$(node_interfaces "$family")" ] || printf '%s\n' "$family" ;; esac
  done
}

# Notes in TX what it replaces, when a change is open.
set_kernel() {
  local setting key file old family is_new=
  for family in $(families_without_link); do
    printf 'no interface of this router has an address in %s, so it cannot probe the nodes there; give it one, or set neighbourProbing: false and promise what holds without\n' \
      "$(node_ranges "$family" | paste -sd' ')" >"$WORK/output"
    return 1
  done
  kernel_settings >"$WORK/kernel"
  note_links || return 1
  while IFS= read -r setting; do
    key=${setting%%=*}
    file=$(file_of "$key")
    if ! old=$(cat "$file" 2>/dev/null); then
      printf 'this kernel has no %s\n' "$key" >"$WORK/output"
      return 1
    fi
    [ "$old" != "${setting#*=}" ] || continue
    ! is_open || printf '%s=%s\n' "$key" "$old" >>"$TX/before.kernel"
    if ! write_kernel "$file" "${setting#*=}"; then
      printf 'cannot set %s: it takes root, or sudo\n' "$key" >"$WORK/output"
      return 1
    fi
    say "+ kernel $setting"
    case $key in *.neigh.*) is_new=yes ;; esac
  done <"$WORK/kernel"
  [ -z "$is_new" ] || trust_anew
}

# Notes what runs on the links, before it is replaced: for good the first time, or as another of our stacks noted it.
note_links() {
  local key wanted value
  if is_open && [ ! -e "$TX/before.noted" ]; then notes >"$TX/before.noted"; fi
  notes >"$WORK/noted"
  notes_of_others >"$WORK/noted.others"
  while IFS='=' read -r key wanted; do
    [ -z "$(value_in "$WORK/noted" "$key")" ] || continue
    value=$(value_in "$WORK/noted.others" "$key")
    [ -n "$value" ] || value=$(cat "$(file_of "$key")" 2>/dev/null)
    [ -z "$value" ] || [ "$value" = "$wanted" ] || printf '%s=%s\n' "$key" "$value" >>"$WORK/noted"
  done < <(grep -F .neigh. "$WORK/kernel")
  keep_notes
}

notes() { cat -- "$STATE/kernel.before" 2>/dev/null || :; }

# Two stacks may have nodes on one link: what ran before the first of them returns with the last.
notes_of_others() {
  local prefix=${STATE%"$OWNER"} file
  (
    set +f
    for file in "$prefix"*/kernel.before; do
      [ "$file" = "$STATE/kernel.before" ] || cat -- "$file"
    done
  ) 2>/dev/null
}

# Puts WORK/noted in the place of the notes.
keep_notes() {
  local file=$STATE/kernel.before
  if [ ! -s "$WORK/noted" ]; then
    rm -f -- "$file"
  elif ! cmp -s "$WORK/noted" "$file"; then
    if ! make_state || ! cp -- "$WORK/noted" "$file.new" || ! mv -f -- "$file.new" "$file"; then
      rm -f -- "$file.new"
      printf 'cannot keep in %s what the kernel had before (is the disk full?)\n' "$STATE" >"$WORK/output"
      return 1
    fi
  fi
}

# Gives the links back what ran before, but for the settings that file $1 still wants, and forgets it. An interface that
# has gone needs nothing, and what another of our stacks still wants stays.
return_links() {
  local key value file failed=
  notes_of_others >"$WORK/noted.others"
  : >"$WORK/noted"
  while IFS='=' read -r key value; do
    file=$(file_of "$key")
    if [ -n "$(value_in "$1" "$key")" ]; then
      printf '%s=%s\n' "$key" "$value" >>"$WORK/noted"
    elif [ ! -e "$file" ] || [ -n "$(value_in "$WORK/noted.others" "$key")" ] || [ "$(cat "$file")" = "$value" ]; then
      continue
    elif write_kernel "$file" "$value"; then
      say "- kernel $key, which is $value again"
    else
      printf '%s=%s\n' "$key" "$value" >>"$WORK/noted"
      failed=$key
    fi
  done < <(notes)
  keep_notes || return 1
  [ -z "$failed" ] || {
    printf 'cannot set %s back to what it was: it takes root, or sudo\n' "$failed" >"$WORK/output"
    return 1
  }
}

# When the stack goes. What cannot be set back ends with the next start of the router.
return_all_links() {
  : >"$WORK/none"
  return_links "$WORK/none" || say "$(cat "$WORK/output"); until the router is started anew it stays"
}

# Whom the kernel has heard of lately, it trusts for as long as it was told before: up to 45 s; and whom it is about to
# ask, it asks when it was told before: within 5 s. Now it asks when it next sends something.
trust_anew() {
  local interface
  for interface in $(node_interfaces ipv4 && node_interfaces ipv6); do
    ip neigh show dev "$interface" nud reachable nud delay nud probe 2>/dev/null |
      awk -v interface="$interface" '{ print "neigh change", $1, "dev", interface, "nud stale" }'
  done | as_root ip -force -batch - >/dev/null 2>&1
  return 0
}

write_kernel() { printf '%s\n' "$2" | as_root tee "$1" >/dev/null 2>&1; }

# What ran before the change.
restore_kernel() {
  local key value
  [ ! -e "$TX/before.noted" ] || { cp -- "$TX/before.noted" "$WORK/noted" && keep_notes; }
  while IFS='=' read -r key value; do
    write_kernel "$(file_of "$key")" "$value"
  done < <(tac "$TX/before.kernel" 2>/dev/null)
}

# Puts the file $1, with mode $2, where WORK/boot differs from it.
keep_boot_file() {
  cmp -s "$WORK/boot" "$1" && return
  if ! as_root cp -- "$WORK/boot" "$1" || ! as_root chmod "$2" "$1"; then
    printf 'cannot write %s\n' "$1" >"$WORK/output"
    return 1
  fi
}
