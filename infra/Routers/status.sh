# shellcheck shell=bash disable=SC2153
# What runs, for whoever looks: one document, and nothing is changed. It takes no turn, so it answers while others work.
# After a first line, "bgplb-status 1", each part is a line NAME STATUS BYTES, then as many bytes, then a line end. A
# STATUS other than 0 says that the part could not be read, or not in full. The last line is "end".
#   VIP_SUBNETS  the networks of the VIPs, joined by spaces

# Prints the part $1: what the rest of the words, a command, prints. Passwords are taken out of all of it.
part() {
  local name=$1 text status
  shift
  text=$(
    "$@" | mask
    status=${PIPESTATUS[0]}
    printf x
    builtin exit "$status"
  )
  status=$?
  text=${text%x}
  printf '%s %s %s\n%s\n' "$name" "$status" "${#text}" "$text"
}

status() {
  local group family network
  printf 'bgplb-status 1\n'
  part stack show_stack
  part versions show_versions
  part sessions ask_frr 'show bgp neighbors json'
  while read -r group _; do
    family=${group##*-}
    part "routes/$family" ask_frr "show bgp $family unicast prefix-list $group-vips json"
  done <<<"$EXPECTED"
  for network in $VIP_SUBNETS; do
    case $network in *:*) family=ipv6 ;; *) family=ip ;; esac
    part "next-hops/$network" ask_frr "show $family route $network longer-prefixes json"
  done
  if (read_running) 2>/dev/null; then
    read_running
    part owned show_lines "$WORK/owned"
    part touching show_touching
  else
    part owned false
    part touching false
  fi
  part kernel show_kernel
  part transaction show_transaction
  part history show_history
  printf 'end\n'
}

show_stack() { printf 'owner %s\ndialect %s\nasn %s\n' "$OWNER" "$DIALECT" "$ROUTER_ASN"; }
show_versions() {
  uname -sr
  ask_frr 'show version' | head -n 1
  sed -n 's/^PRETTY_NAME=//p' /etc/os-release 2>/dev/null
  printf 'bash %s\n' "$BASH_VERSION"
}
show_lines() { cat -- "$1"; }

# What touches the nodes' networks, as list_strangers has it.
show_touching() { list_strangers | touching; }

# KEY WANTED FOUND, a setting to a line.
show_kernel() {
  local setting found
  for setting in $(kernel_settings); do
    first_line "$(file_of "${setting%%=*}")"
    found=$LINE
    printf '%s %s %s\n' "${setting%%=*}" "${setting#*=}" "${found:--}"
  done
}

show_transaction() {
  local name watched=no other=-
  look_at_phase
  look_at_deadline
  ! is_watched "$TX" || watched=yes
  printf 'phase %s\nwatched %s\n' "${PHASE:-none}" "$watched"
  ! is_open || printf 'seconds-left %s\n' "$LEFT"
  for name in "$TX/asked" "$TX/leftover" "$STATE/unsaved"; do
    [ ! -e "$name" ] || printf '%s yes\n' "${name##*/}"
  done
  for name in verdict in-use errors; do
    [ ! -s "$TX/$name" ] || sed "s/^/$name /" "$TX/$name"
  done
  for other in $(names_in "$BASE"); do
    first_line "$BASE/$other/phase"
    [ "$other" = "$OWNER" ] || ! is_open_phase "$LINE" || printf 'waits-too %s\n' "$other"
  done
}

# NUMBER PHASE DIGEST TIME, a change to a line, the newest first.
show_history() {
  local number phase digest
  for number in $(kept_changes); do
    first_line "$STATE/history/$number/phase"
    phase=$LINE
    first_line "$STATE/history/$number/digest"
    digest=${LINE:--}
    first_line "$STATE/history/$number/time"
    printf '%s %s %s %s\n' "$number" "$phase" "$digest" "$LINE"
  done
}
