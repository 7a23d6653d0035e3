# shellcheck shell=bash
# A change is open until the watcher has decided on it. All of it lies in memory, for this stack's user only: a reboot
# ends it, and then what was saved runs again. In TX:
#   before, before.globals, new.globals   what ran: owned, asserted with another value, asserted for the first time
#   before.sessions, evidence             what the routing daemon and the kernel knew of the sessions
#   expanded, expanded.globals            what runs until the decision: what both designs need
#   program, change                       this script for the watcher; each change has a word of its own, for ever: the
#                                         watcher of the one before may still live when the next begins
#   deadline                              when to go back, in seconds since the router's start
#   phase                                 entering, watching, confirmed, reverted, kept or failed
#   verdict                               the decision and its reasons, for people
#   was-unsaved                           what ran before had not been saved either
#   asked                                 the confirmation has come by: the cluster's side has moved
#   alive                                 locked as long as a watcher lives

phase() { [ -e "$TX/phase" ] && cat -- "$TX/phase"; }
is_open() { case $(phase) in entering | watching) ;; *) return 1 ;; esac }
enter_phase() {
  printf '%s\n' "$1" >"$TX/phase.new" && mv -f -- "$TX/phase.new" "$TX/phase"
  is_open || note_closed
}
set_deadline() { printf '%s\n' $(($(uptime_seconds) + REVERT_AFTER)) >"$TX/deadline"; }
seconds_left() { printf '%s\n' $(($(cat "$TX/deadline") - $(uptime_seconds))); }

# Opens a change, or goes on with an open one: what ran before is then what ran before that.
open_change() {
  if ! is_open; then
    back_up
    rm -rf -- "$TX"
    keep_before || fail 3 "no room for the change in $TX; nothing was changed"
  fi
  keep_change || fail 3 "no room for the change in $TX; nothing was changed"
  rm -f -- "$TX/asked" "$TX/verdict" "$TX/in-use"
  note_open
  enter_phase entering
  start_watcher
}

keep_before() {
  mkdir -m 700 -- "$TX" && cp -- "$WORK/owned.all" "$TX/before" &&
    : >"$TX/before.globals" && : >"$TX/new.globals" && : >"$TX/before.kernel" &&
    { ! is_unsaved || : >"$TX/was-unsaved"; } &&
    read_sessions >"$TX/before.sessions" && note_evidence >"$TX/evidence"
}

keep_change() {
  remember_globals "$WORK/expanded.globals" &&
    cp -- "$WORK/expanded" "$WORK/expanded.globals" "$WORK/wanted" "$WORK/asserted" "$TX" &&
    printf '%s\n' "$PROGRAM" "$TAIL" >"$TX/program" &&
    cat /proc/sys/kernel/random/uuid >"$TX/change" && set_deadline
}

# It has nothing of ours: neither the streams, which would hold the connection open, nor the lock.
start_watcher() {
  setsid "$BASH" "$TX/program" watch "$(cat "$TX/change")" </dev/null >/dev/null 2>"$TX/errors" 9>&- &
}
is_watched() { [ -e "$TX/alive" ] && ! flock -n "$TX/alive" true; }

# What runs in full, for a person who goes back by hand. The folder is ours only: it holds the password.
back_up() {
  local text
  text=$(backup_text)
  [ -n "$text" ] || fail 3 "$DIALECT does not show its configuration; nothing was changed"
  if ! make_state || ! printf '%s\n' "$text" >"$STATE/backup.new" || ! mv -f -- "$STATE/backup.new" "$STATE/backup"; then
    rm -f -- "$STATE/backup.new"
    fail 3 "cannot keep a backup in $STATE (is the disk full?); nothing was changed"
  fi
}

make_state() { [ -d "$STATE" ] || mkdir -m 700 -- "$STATE"; }

# What runs is not what was saved: left behind until it is, so that the next run saves it.
mark_unsaved() {
  if ! make_state || ! : >"$STATE/unsaved"; then
    fail 3 "cannot write to $STATE (is the disk full?); nothing was changed"
  fi
}
is_unsaved() { [ -e "$STATE/unsaved" ]; }
mark_saved() { rm -f -- "$STATE/unsaved"; }
