# shellcheck shell=bash
# Makes an FRR right: the owned statements exactly, the global ones at least.
#   OWNED, GLOBAL  what is wanted, as BLOCK|FAMILY|TEXT     INSTANCE  the block of the BGP instance

# Statements of file $1 that do not hold yet, by what runs.
missing_globals() {
  local block family text default
  while IFS='|' read -r block family text; do
    grep -qFx -- "$block|$family|$text" "$WORK/running" && continue
    case $text in
      'bgp listen limit '*) listen_limit_suffices "${text##* }" && continue ;;
      'maximum-paths '*)
        # FRR does not write what is its default, and that is what it was built for.
        default=$(vtysh -c 'show version' 2>/dev/null | grep -oE 'enable-multipath=[0-9]+')
        grep -q "^$block|$family|maximum-paths [0-9]" "$WORK/running" || [ "${default#*=}" != "${text##* }" ] || continue
        ;;
    esac
    printf '%s|%s|%s\n' "$block" "$family" "$text"
  done <"$1"
}

# The limit counts the sessions of all groups. Where others listen too, it is never lowered. 100 is FRR's default,
# which it does not write.
listen_limit_suffices() {
  local running
  running=$(grep -oE "^$INSTANCE\|\|bgp listen limit [0-9]+" "$WORK/running")
  running=${running##* }
  [ "${running:-100}" -ge "$1" ] || return 1
  [ "${running:-100}" -eq "$1" ] || others_listen
}
others_listen() {
  local line
  while IFS= read -r line; do
    is_among "${line##* }" "$PEER_GROUPS" || return 0
  done < <(grep -F "$INSTANCE||bgp listen range " "$WORK/running")
  return 1
}

# The commands that lead from what runs to the files $1 (owned) and $2 (global).
plan_change() {
  lines_only_in "$1" "$WORK/owned" >"$WORK/add"
  lines_only_in "$WORK/owned" "$1" >"$WORK/remove"
  missing_globals "$2" >"$WORK/assert"
  {
    remove_entrances "$WORK/remove" "$1"
    enter_all <"$WORK/assert"
    enter_all <"$WORK/add"
    remove_rest "$WORK/remove" "$1"
  } >"$WORK/commands"
  [ -s "$WORK/commands" ]
}

show_plan() {
  say "$OWNER changes FRR:"
  sed 's/^|*/- /; s/|\+/ /g' "$WORK/remove" | mask
  cat "$WORK/assert" "$WORK/add" | sed 's/^|*/+ /; s/|\+/ /g' | mask
}

# FRR runs one BGP instance per VRF: another AS number has to go first, if it is all ours.
refuse_foreign_instance() {
  local other
  other=$(grep -E '^\|\|router bgp [0-9.]+$' "$WORK/running" | grep -vFx "||$INSTANCE")
  [ -z "$other" ] || fail 6 "this router runs \"${other#||}\", the stack wants \"$INSTANCE\": one of the two AS numbers is wrong; nothing was changed"
}

enter_commands() {
  if ! vtysh -C -f "$WORK/commands" >"$WORK/output" 2>&1; then
    fail 7 "FRR does not know some of these commands; nothing was changed
$(mask <"$WORK/output")"
  fi
  vtysh -f "$WORK/commands" >"$WORK/output" 2>&1
}

# $1, $2 as above.
change_to() {
  cp -- "$WORK/owned" "$WORK/before"
  show_plan
  mark_unsaved
  enter_commands
  read_running
  plan_change "$1" "$2" || return 0
  mv -- "$WORK/commands" "$WORK/left"
  : >"$WORK/none"
  if plan_change "$WORK/before" "$WORK/none"; then
    vtysh -f "$WORK/commands" >>"$WORK/output" 2>&1
  fi
  fail 8 "FRR did not take everything; its owned part is back to what it was
$(mask <"$WORK/output")
what it did not take:
$(mask <"$WORK/left")"
}

save_configuration() {
  if ! vtysh -c 'write memory' >"$WORK/output" 2>&1 || ! grep -q 'saved to\|OK' "$WORK/output"; then
    fail 9 "the configuration runs but could not be saved: $(mask <"$WORK/output")"
  fi
  mark_saved
  say 'saved'
}

apply() {
  printf '%s\n' "$OWNED" >"$WORK/wanted"
  printf '%s\n' "$GLOBAL" >"$WORK/asserted"
  read_running
  refuse_foreign_instance
  if plan_change "$WORK/wanted" "$WORK/asserted"; then
    change_to "$WORK/wanted" "$WORK/asserted"
  else
    say 'FRR is right already'
  fi
  ! is_unsaved || save_configuration
  apply_kernel
}

remove() {
  : >"$WORK/wanted"
  : >"$WORK/asserted"
  read_running
  if plan_change "$WORK/wanted" "$WORK/asserted"; then
    change_to "$WORK/wanted" "$WORK/asserted"
  else
    say 'FRR has nothing of this stack'
  fi
  ! is_unsaved || save_configuration
  rm -f -- "$SYSCTL"
  rm -rf -- "$STATE"
}
