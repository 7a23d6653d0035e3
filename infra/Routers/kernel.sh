# shellcheck shell=bash disable=SC2153
# Settings of the router's kernel: asserted, and taken back only with a change that is not confirmed.
#   KERNEL  what the kernel is told, as KEY=VALUE. A "*" in a key stands for the interfaces on the nodes' links.

# The file of a setting. As sysctl writes it, a dot in an interface's name is a slash.
file_of() { printf '/proc/sys/%s\n' "$(tr ./ /. <<<"$1")"; }

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
  local setting family interface
  for setting in $KERNEL; do
    case $setting in
      *'*'*)
        family=${setting#net.}
        for interface in $(node_interfaces "${family%%.*}"); do
          printf '%s\n' "${setting%%'*'*}${interface//.//}${setting#*'*'}"
        done
        ;;
      *) printf '%s\n' "$setting" ;;
    esac
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
    printf 'no interface of this router has an address in %s, so it cannot probe the nodes there; give it one, or set neighbourProbing: false\n' \
      "$(node_ranges "$family" | paste -sd' ')" >"$WORK/output"
    return 1
  done
  for setting in $(kernel_settings); do
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
  done
  [ -z "$is_new" ] || trust_anew
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

restore_kernel() {
  local key value
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
