# shellcheck shell=bash disable=SC2034,SC2153,SC2015
# One writer per router at a time, and one open change, this project's other stacks included.
#   LOCK    held while something is read and written

# Takes the turn; fails after $1 seconds. What holds it ends: each of its calls and waits does.
take_turn() {
  exec 9>>"$LOCK" || fail 3 "cannot open $LOCK"
  flock -w "$1" 9
}
leave_turn() { exec 9>&-; }

# For how long deciding on a change may hold the lock: going back, waiting for the sessions, and forward again.
longest_turn() { LONGEST=$((3 * ENTERING + 4 * RECONNECT + 120)); }

# Takes the turn when no other stack waits for its sessions: saving one stack's change would save the other's too.
take_turn_alone() {
  local until
  longest_turn
  look_at_clock
  until=$((NOW + 60))
  while :; do
    take_turn $((60 + 2 * RECONNECT)) ||
      fail 4 "another change is in progress on this router (it holds $LOCK); nothing was changed, run the update again"
    find_waiting || return 0
    leave_turn
    look_at_clock
    [ "$NOW" -lt "$until" ] ||
      fail 4 "another change is in progress on this router: $WAITING waits for its sessions; nothing was changed, run the update again"
    pause 1
  done
}

# Finds another stack whose change is open: in WAITING. One whose watcher has died gets another, which decides: nobody
# else may save what nobody has judged.
find_waiting() {
  local other
  WAITING=
  for other in $(names_in "$BASE"); do
    [ "$other" != "$OWNER" ] && [ -d "$BASE/$other" ] || continue
    first_line "$BASE/$other/phase"
    is_open_phase "$LINE" || continue
    WAITING=$other
    is_watched "$BASE/$other" || start_watcher "$BASE/$other"
    return 0
  done
  return 1
}
