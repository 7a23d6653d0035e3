# shellcheck shell=bash
# One writer per router at a time, and one open change, this project's other stacks included.
#   LOCK    held while something is read and written     OPEN  who has a change open, and until when at most

# $1 is for how many seconds to wait; deciding on a change may take its time.
take_turn() {
  command -v flock >/dev/null || fail 3 'this router has no flock'
  exec 9>>"$LOCK" || fail 3 "cannot open $LOCK"
  chmod a+rw "$LOCK" 2>/dev/null
  flock -w "$1" 9
}
leave_turn() { exec 9>&-; }

# Takes the turn when no other stack waits for its sessions: saving one stack's change would save the other's too.
take_turn_alone() {
  local until=$((SECONDS + 60)) other
  while take_turn $((60 + 2 * RECONNECT)) || fail 4 "another change is in progress on this router (it holds $LOCK); run the update again"; do
    other=$(who_waits) || return 0
    leave_turn
    [ "$SECONDS" -lt "$until" ] || fail 4 "another change is in progress on this router: $other waits for its sessions; nothing was changed, run the update again"
    sleep 1
  done
}

# Prints another stack whose change is open. A note that should have been cleared long ago does not count.
who_waits() {
  local who until
  [ -s "$OPEN" ] || return 1
  read -r who until <"$OPEN" || return 1
  [ "$who" != "$OWNER" ] && [ "$(uptime_seconds)" -lt "$until" ] && printf '%s\n' "$who"
}
note_open() {
  printf '%s %s\n' "$OWNER" $(($(uptime_seconds) + REVERT_AFTER + 2 * RECONNECT + 120)) >"$OPEN" || fail 3 "cannot write $OPEN"
  chmod a+rw "$OPEN" 2>/dev/null
}
note_closed() { [ ! -s "$OPEN" ] || ! grep -q "^$OWNER " "$OPEN" || : >"$OPEN"; }
