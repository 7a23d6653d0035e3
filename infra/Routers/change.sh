# shellcheck shell=bash disable=SC2034,SC2153
# What a run of this script does. Each looks at what runs, not at what was once sent.
#   OWNED, GLOBAL  what is wanted     DIALECT  what people call this router's software

apply() {
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
    say "$DIALECT is right already"
    ! is_open || is_this_change || wait_again
    is_open || ! is_unsaved || save_or_fail "$WORK/wanted"
  fi
  ! is_this_change || is_watched "$TX" || start_watcher "$TX"
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
    awk '!seen[$NF]++ { print $NF }' | paste -sd' ' -)
  [ -z "$kept" ] || say "until nothing uses it there stays: $kept"
}

enter_change() {
  show_plan
  show_kept
  show_bounces
  refuse_mortal
  refuse_strangers
  check_plan "$WORK/expanded" || fail 7 "$DIALECT does not take this configuration; nothing was changed
$(mask <"$WORK/output")"
  open_change
  if ! mark_unsaved || ! set_kernel || ! arm || ! enter_plan || ! is_done "$WORK/expanded" "$WORK/expanded.globals"; then
    undo_change
  fi
  set_deadline "$REVERT_AFTER"
  enter_phase watching
  say "it is confirmed when every expected session stands; if they do not within $REVERT_AFTER s, the router goes back to what it ran"
}

# The router did not take all of it.
undo_change() {
  local left output
  left=$(cat "$WORK/left" 2>/dev/null)
  output=$(cat "$WORK/output" 2>/dev/null)
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
  refuse_mortal
  open_change
  set_deadline "$REVERT_AFTER"
  enter_phase watching
}

# Whether the change that is open, or still has to take something away, is the one that is wanted.
is_this_change() {
  is_open || { [ "$PHASE" = confirmed ] && [ -e "$TX/leftover" ]; } || return 1
  cmp -s "$WORK/wanted" "$TX/wanted" && cmp -s "$WORK/asserted" "$TX/asserted" && cmp -s "$WORK/expanded" "$TX/expanded"
}

confirm() {
  EVIDENCE=$(note_evidence)
  apply
  await_verdict
  wait_for_sessions
  save_late
  tell_leftover
}

# Asks for the verdict on the change that is open, if one is, and fails where it is not confirmed.
await_verdict() {
  [ ! -d "$TX" ] || : >"$TX/asked"
  note_digest
  leave_turn
  is_open || return 0
  wait_for_verdict
  [ "$PHASE" = confirmed ] || fail 5 "the change was not confirmed
$(cat "$TX/verdict")"
  note_digest
}

# The watcher decides; one that died is started again.
wait_for_verdict() {
  local until
  look_at_deadline
  longest_turn
  until=$((NOW + LEFT + 3 * LONGEST))
  while is_open; do
    look_at_clock
    [ "$NOW" -lt "$until" ] || fail 5 "no verdict: the watcher does not answer; see $TX on the router"
    if ! is_watched "$TX" && take_turn 10; then
      is_watched "$TX" || start_watcher "$TX"
      leave_turn
    fi
    pause 0.5
  done
}

# What could not be saved when it was confirmed. Another stack's change may have begun since: that is not saved with it.
save_late() {
  is_unsaved || return 0
  take_turn_alone
  if is_unsaved && ! is_open; then
    read_running
    save_or_fail "$WORK/owned"
  fi
  leave_turn
}

tell_leftover() {
  local until
  look_at_clock
  until=$((NOW + 15))
  while [ -e "$TX/leftover" ] && { [ ! -s "$TX/in-use" ] || [ "$NOW" -lt "$until" ]; }; do
    [ "$NOW" -lt $((until + 60)) ] || break
    pause 0.5
    look_at_clock
  done
  [ ! -e "$TX/leftover" ] || say "what only the design before needed stays until nothing uses it: $(tr '\n' ' ' <"$TX/in-use" 2>/dev/null)"
}

# Back to a change that was confirmed before, as a change of its own: by the same steps and the same decisions. $1 is its
# number; without one it is the newest that is not what runs.
rollback() {
  find_earlier "${1-}"
  take_design
  first_line "$ENTRY/time"
  say "back to change ${ENTRY##*/} of $LINE${DIGEST:+, which was confirmed for $DIGEST}"
  apply
  await_verdict
  wait_for_sessions
  save_late
  tell_leftover
  say 'The cluster has not been asked: correct the stack too, or its next change brings back what was left.'
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
    if ! mark_unsaved || ! arm || ! enter_plan || ! is_done "$WORK/wanted" "$WORK/asserted"; then undo_change; fi
    disarm
  else
    say "$DIALECT has nothing of this stack"
  fi
  if is_unsaved && ! save_configuration "$WORK/wanted"; then
    # The watcher would bring it back.
    [ ! -d "$TX" ] || conclude kept 'what is removed could not be saved, so a reboot would bring it back'
    fail 9 "it is removed, but that could not be saved: $(mask <"$WORK/output")"
  fi
  forget_kernel
  [ ! -d "$TX" ] || enter_phase confirmed
  rm -rf -- "$TX" "$STATE"
}

save_or_fail() {
  save_configuration "$1" || fail 9 "the configuration runs but could not be saved: $(mask <"$WORK/output")"
  say 'saved'
}
