#!/bin/bash
# A stand-in for VyOS's shell interface, as far as a script that configures it meets it. It keeps statements in files
# and renders nothing: what it proves is what the script does with the interface and its lying exit codes, not that a
# VyOS would do what the statements say. Called by the names of VyOS's programs; VYOS is its folder, with
#   active, working   the statements, without "set" and quotes     arguments   every argument it ever got
#   fail-commit       the next commit ends half way                full        nothing can be saved

set -u
printf '%s\n' "$0 $*" >>"$VYOS/arguments"
active=$VYOS/active working=$VYOS/working

# Statements without a value.
is_flag() { case $1 in layer4-hashing | ignore-unreachable-nexthops | inbound) ;; *) return 1 ;; esac }

to_commands() {
  local line
  while IFS= read -r line; do
    line=${line//\"/}
    if is_flag "${line##* }"; then printf 'set %s\n' "$line"; else printf "set %s '%s'\n" "${line% *}" "${line##* }"; fi
  done < <(sort "${1:-/dev/stdin}")
}

# Statements that may have several values.
is_list() { case $1 in 'firewall group '*' network '*) ;; *) return 1 ;; esac }

set_statement() {
  case "$*" in *refused*) echo 'Invalid value' && return 1 ;; esac
  is_flag "${@: -1}" || is_list "$*" || awk -v slot="${*:1:$#-1} " 'index($0, slot) != 1' "$working" >"$working.new"
  { is_flag "${@: -1}" || is_list "$*"; } && grep -vFx -- "$*" "$working" >"$working.new"
  printf '%s\n' "$*" >>"$working.new"
  mv "$working.new" "$working"
}

# What VyOS verifies before it commits: nothing may refer to what is not there, no rule may be empty.
verify() {
  local name names
  names=$(grep -oE ' (peer-group|prefix-list|community-list|import|export) [^ ]+$' "$working" | cut -d' ' -f3)
  for name in $names; do
    grep -qE "^(policy [^ ]+|protocols bgp peer-group) $name " "$working" || { echo "$name does not exist"; return 1; }
  done
  for name in $(grep -oE ' source group network-group [^ ]+$' "$working" | cut -d' ' -f5); do
    grep -qE "^firewall group (ipv6-)?network-group $name network " "$working" || { echo "$name is no group"; return 1; }
  done
  for name in $(grep -oE '^(policy [^ ]+ [^ ]+|firewall ipv[46] input filter) rule [0-9]+' "$working" | sort -u | tr ' ' '|'); do
    grep -qF "${name//|/ } action " "$working" || { echo "${name//|/ } has no action"; return 1; }
  done
}

commit() {
  verify || return 1
  if [ -e "$VYOS/fail-commit" ]; then
    rm "$VYOS/fail-commit"
    { grep '^policy ' "$working"; grep -v '^policy ' "$active"; } >"$active.new"
    mv "$active.new" "$active"
    echo 'Commit failed'
    return 1
  fi
  cp "$working" "$active"
}

case "${0##*/} ${1-}" in
  'cli-shell-api setupSession') cp "$active" "$working" ;;
  'cli-shell-api inSession') [ -e "$working" ] ;;
  'cli-shell-api sessionChanged') ! cmp -s "$active" "$working" ;;
  'cli-shell-api teardownSession') rm -f "$working" ;;
  'cli-shell-api showCfg') cat "$VYOS/$(sed -nE 's/^--show-(.*)-only$/\1/p' <<<"$2")" ;;
  'cli-shell-api loadFile') sed 's/"//g' "$2" >"$working" ;;
  'vyos-config-to-commands '*) to_commands "${1-}" ;;
  'my_set '*) set_statement "$@" ;;
  'my_delete '*)
    grep -qE "^$*( |$)" "$working" || echo 'Nothing to delete'
    grep -vE "^$*( |$)" "$working" >"$working.new"
    mv "$working.new" "$working"
    ;;
  'my_commit '*) commit ;;
  'my_discard '*) cp "$active" "$working" ;;
  'sg vyattacfg') exec bash -c "$3" ;;
  *) exit 64 ;;
esac
