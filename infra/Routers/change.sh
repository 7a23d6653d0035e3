# shellcheck shell=bash disable=SC2034,SC2153
# What a run of this script does. Each looks at what runs, not at what was once sent.
#   OWNED, GLOBAL  what is wanted     DIALECT  what people call this router's software

apply() {
  local expect="$DIALECT is right already"
  read_wanted "$OWNED" "$GLOBAL"
  refuse_foreign_instance
  expand
  if plan_change "$WORK/expanded" "$WORK/expanded.globals"; then
    enter_change
    return
  elif plan_change "$WORK/wanted" "$WORK/asserted"; then
    say "$DIALECT has what the design needs; what only the one before needed goes when nothing uses it"
    is_this_change || wait_again
  else
    say "$expect"
    ! is_open || is_this_change || wait_again
    is_open || ! is_unsaved || save_or_fail "$WORK/wanted"
  fi
  ! is_this_change || is_watched || start_watcher
  is_open || keep_kernel || fail 10 "$(cat "$WORK/output")"
}

# $1 and $2 are lines of statements.
read_wanted() {
  printf '%s\n' "$1" | sed '/^$/d' >"$WORK/wanted"
  printf '%s\n' "$2" | sed '/^$/d' >"$WORK/asserted"
  read_running
}

# What the expanded configuration has beyond the wanted one, in a line: networks and names say enough.
show_kept() {
  local kept
  kept=$(lines_only_in "$WORK/expanded" "$WORK/wanted" |
    grep -oE '[0-9a-fA-F.:]+/[0-9]+|(peer-group|community-list|route-map)( standard| import| export)? [^ ]+' |
    awk '!seen[$NF]++ { print $NF }' | paste -sd' ')
  [ -z "$kept" ] || say "until nothing uses it there stays: $kept"
}

enter_change() {
  show_plan
  show_kept
  show_bounces
  check_plan "$WORK/expanded" || fail 7 "$DIALECT does not take this configuration; nothing was changed
$(mask <"$WORK/output")"
  open_change
  mark_unsaved
  if ! set_kernel || ! arm || ! enter_plan || ! is_done "$WORK/expanded" "$WORK/expanded.globals"; then
    undo_change
  fi
  set_deadline
  enter_phase watching
  say "it is confirmed when every expected session stands; if they do not within $REVERT_AFTER s, the router goes back to what it ran"
}

# The router did not take all of it.
undo_change() {
  local left output
  left=$(cat "$WORK/left" 2>/dev/null)
  output=$(cat "$WORK/output")
  if enter_before; then
    disarm
    [ -e "$TX/was-unsaved" ] || mark_saved
    conclude reverted "$DIALECT did not take everything." 'Next: run the update again.'
    fail 8 "$DIALECT did not take everything; what ran before runs again
$(mask <<<"$output")
what it did not take:
$(mask <<<"$left")"
  fi
  conclude failed "$DIALECT did not take everything, and going back failed too." "$(next_by_hand)"
  fail 8 "$DIALECT did not take everything, and going back failed too
$(mask <"$WORK/output")
$(next_by_hand)"
}

# A change without anything to enter: it only waits for its sessions, and takes away what the old design needed.
wait_again() {
  open_change
  enter_phase watching
}

# Whether the change that is open, or still has to take something away, is the one that is wanted.
is_this_change() {
  is_open || { [ "$(phase)" = confirmed ] && [ -e "$TX/leftover" ]; } || return 1
  cmp -s "$WORK/wanted" "$TX/wanted" && cmp -s "$WORK/asserted" "$TX/asserted" && cmp -s "$WORK/expanded" "$TX/expanded"
}

confirm() {
  EVIDENCE=$(note_evidence)
  apply
  [ ! -d "$TX" ] || : >"$TX/asked"
  leave_turn
  if is_open; then
    wait_for_verdict
    [ "$(phase)" = confirmed ] || fail 5 "the change was not confirmed
$(cat "$TX/verdict")"
  fi
  wait_for_sessions
  ! is_unsaved || save_or_fail "$WORK/expanded"
  tell_leftover
}

# The watcher decides; one that died is started again.
wait_for_verdict() {
  local until
  until=$((SECONDS + $(seconds_left) + 2 * RECONNECT + 120))
  while is_open; do
    [ "$SECONDS" -lt "$until" ] || fail 5 "no verdict: the watcher does not answer; see $TX on the router"
    is_watched || { take_turn 10 && { is_watched || start_watcher; } && leave_turn; }
    sleep 0.5
  done
}

tell_leftover() {
  local until=$((SECONDS + 15))
  while [ -e "$TX/leftover" ] && { [ ! -s "$TX/in-use" ] || [ "$SECONDS" -lt "$until" ]; }; do
    [ "$SECONDS" -lt $((until + 60)) ] || break
    sleep 0.5
  done
  [ ! -e "$TX/leftover" ] || say "what only the design before needed stays until nothing uses it: $(tr '\n' ' ' <"$TX/in-use" 2>/dev/null)"
}

remove() {
  read_wanted '' ''
  cp -- "$WORK/wanted" "$WORK/expanded"
  cp -- "$WORK/asserted" "$WORK/expanded.globals"
  if plan_change "$WORK/wanted" "$WORK/asserted"; then
    show_plan
    check_plan "$WORK/wanted" || fail 7 "$DIALECT does not let it go; nothing was changed
$(mask <"$WORK/output")"
    open_change
    mark_unsaved
    if ! arm || ! enter_plan || ! is_done "$WORK/wanted" "$WORK/asserted"; then undo_change; fi
    disarm
  else
    say "$DIALECT has nothing of this stack"
  fi
  ! is_unsaved || save_or_fail "$WORK/wanted"
  forget_kernel
  enter_phase confirmed 2>/dev/null
  rm -rf -- "$TX" "$STATE"
}

save_or_fail() {
  save_configuration "$1" || fail 9 "the configuration runs but could not be saved: $(mask <"$WORK/output")"
  say 'saved'
}
