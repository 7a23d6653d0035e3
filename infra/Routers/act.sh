# shellcheck shell=bash disable=SC2034,SC2153
# What the watcher has done: confirm, go back, contract. Each holds the lock, and looks again before it acts.

# $1 is what, $2 the change that was decided on: a later one is not touched. $3 says why.
act() {
  RESTED=0 UNCHANGED=0 LAST=
  longest_turn
  take_turn "$LONGEST" || return
  first_line "$TX/change"
  [ "$LINE" = "$2" ] || return 0
  read_running
  look_at_phase
  case $1-$PHASE in
    confirm-watching) confirm_change ;;
    back-entering) go_back "$3" ;;
    back-watching)
      # Time was up, and it came late: the watcher looks again. But not for ever.
      look_at_deadline
      if [ "$LEFT" -le "-$LONGEST" ] || ! look_at_sessions || [ "$SEEN" != met ]; then go_back "$3"; fi
      ;;
    contract-confirmed) find_waiting || contract ;;
  esac
}

# Puts an end to the change: $1 is its last phase, the rest the verdict.
conclude() {
  local phase=$1
  shift
  printf '%s\n' "$@" >"$TX/verdict.new" && mv -f -- "$TX/verdict.new" "$TX/verdict"
  enter_phase "$phase"
  keep_history
}

confirm_change() {
  local left='' sessions
  # Between the watcher's look and the lock, time has passed.
  look_at_sessions || return 0
  [ "$SEEN" = met ] || return 0
  if ! has_lines_of "$TX/expanded" "$WORK/owned"; then
    go_back 'what runs is not what was entered: the routing daemon was started anew, or somebody changed it'
    return
  fi
  disarm
  keep_kernel || left='; the kernel could not be told everything'
  save_configuration "$TX/expanded" || left='; it could not be saved, so a reboot would bring back what ran before'
  if plan_change "$TX/wanted" "$TX/asserted"; then : >"$TX/leftover"; fi
  conclude confirmed "every expected session stands$left"
}

# What only the design before needed, when nothing uses it any more. Should sessions end with it, it returns.
contract() {
  local standing left=''
  sessions=$(read_sessions) || return 0
  count_established "$sessions"
  standing=$COUNT
  cp -- "$WORK/owned" "$WORK/before.contract" || return
  if plan_change "$TX/wanted" "$TX/asserted"; then
    mark_unsaved || return
    if ! enter_checked "$TX/wanted" "$TX/asserted" || ! are_back "$standing"; then
      left=$(mask <"$WORK/output")
      : >"$WORK/none"
      read_running
      enter_checked "$WORK/before.contract" "$WORK/none" || left="$left; it could not be given back in full either: run the update again"
      printf 'every expected session stands; what only the design before needed could not be taken away: %s\n' "$left" >"$TX/verdict"
    fi
  fi
  # Nothing is saved that is neither of the two.
  if has_lines_of "$TX/wanted" "$WORK/owned" && { [ -z "$left" ] || same_lines "$WORK/before.contract" "$WORK/owned"; }; then
    save_configuration "$WORK/owned"
  fi
  rm -f -- "$TX/leftover" "$TX/in-use"
}

# Enters what leads to the files $1 (owned) and $2 (global), if anything does.
enter_checked() {
  plan_change "$1" "$2" || return 0
  check_plan "$1" && enter_plan && is_done "$1" "$2"
}

# Back to what ran before; and forward again if that carries fewer sessions. $1 says why.
go_back() {
  local with without ran=no
  sessions=$(read_sessions)
  count_established "$sessions"
  with=$COUNT
  [ ! -s "$TX/before" ] || ! grep -q "${PEER_GROUPS// /\\|}" "$TX/before" || ran=yes
  decide_return "$with" "$ran"
  if [ "$NEXT" = keep ]; then
    keep_new "$1" "$with sessions stand; before the change there was nothing of this stack to go back to"
    return
  fi
  if ! enter_before; then
    conclude failed "$1" "Going back failed too: $(mask <"$WORK/output")" "$(next_by_hand)"
    return
  fi
  wait_for_return "$with"
  without=$COUNT
  decide_forward "$without" "$with"
  if [ "$NEXT" = forward ]; then
    if enter_expanded; then
      keep_new "$1" "it went back and found $without sessions where the new configuration has $with, so the new one runs again"
      return
    fi
    enter_before || conclude failed "$1" "Neither what ran before nor the new configuration can be entered: $(mask <"$WORK/output")" "$(next_by_hand)"
  fi
  look_at_phase
  is_open_phase "$PHASE" || return 0
  disarm
  [ -e "$TX/was-unsaved" ] || mark_saved
  conclude reverted "$1" "The router runs what it ran before the change ($without sessions of this stack stand); $(cluster_side)." \
    "$(cat "$TX/next-step" 2>/dev/null || echo 'Next: run the update again.')"
}

# What VyOS has armed stays so: it is what the last resort is for.
next_by_hand() {
  [ ! -e "$TX/armed" ] || printf 'The router will start anew by itself, with what was saved. '
  echo "Next: enter the backup by hand, $STATE/backup on the router."
}

# What the cluster has, as far as the router can know.
cluster_side() {
  if [ -e "$TX/asked" ]; then echo 'the cluster has the new design'; else echo 'the cluster has the new design, or part of it'; fi
}

keep_new() {
  local saved=''
  disarm
  keep_kernel
  save_configuration "$TX/expanded" || saved=', but could not be saved'
  conclude kept "$1" "$2" "The router runs the new configuration$saved; $(cluster_side)." "$(cat "$TX/next-step" 2>/dev/null)"
}

enter_before() {
  : >"$WORK/output"
  restore_kernel
  read_running
  plan_return || return 0
  if ! check_plan "$TX/before" || ! enter_plan; then return 1; fi
  read_running
  ! plan_return
}

enter_expanded() {
  read_running
  enter_checked "$TX/expanded" "$TX/expanded.globals"
}

# Whether what runs is what files $1 (owned) and $2 (global) say.
is_done() {
  read_running
  ! plan_change "$1" "$2"
}

# Waits until as many sessions stand as before the change, or $1, for twice as long as a node needs to dial: its last try
# may hang. In COUNT is how many stood at the last look that FRR answered.
wait_for_return() {
  local before until steady=0 last=0
  count_established "$(cat "$TX/before.sessions")"
  before=$COUNT
  look_at_clock
  until=$((NOW + 2 * RECONNECT))
  while :; do
    if sessions=$(read_sessions); then
      count_established "$sessions"
      last=$COUNT
    fi
    look_at_clock
    decide_wait "$last" "$1" "$before" "$steady" $((until - NOW))
    [ "$NEXT" = later ] || break
    if is_as_good "$last" "$1" "$before"; then steady=$((steady + 1)); else steady=0; fi
    pause 1
  done
  COUNT=$last
}

# Whether $1 sessions stand, or do so again within the time that a node needs to dial.
are_back() {
  wait_for_return "$1"
  [ "$COUNT" -ge "$1" ]
}
