# shellcheck shell=bash disable=SC2034,SC2153,SC2015
# A change is open until the watcher has decided on it. All of it lies in memory, for this user only: a reboot ends it,
# and then what was saved runs again. In TX:
#   before, before.globals, new.globals   what ran: owned, asserted with another value, asserted for the first time
#   before.sessions, evidence             what the routing daemon and the kernel knew of the sessions
#   expanded, expanded.globals            what runs until the decision: what both designs need
#   wanted, asserted, design              what is to run in the end, and what is expected of it
#   narrows                               the new design lets less in than what runs: then routes have to be looked at
#   program, change                       this script for the watcher; each change has a word of its own, for ever: the
#                                         watcher of the one before may still live when the next begins
#   script                                who enters it: a process, and when that was started
#   deadline                              when to go back, in seconds since the router's start
#   phase                                 entering, watching, confirmed, reverted, kept or failed
#   verdict                               the decision and its reasons, for people
#   was-unsaved                           what ran before had not been saved either
#   asked                                 the confirmation has come by: the cluster's side has moved
#   alive                                 locked as long as a watcher lives

# The phase, in PHASE.
look_at_phase() {
  first_line "$TX/phase"
  PHASE=$LINE
}
is_open_phase() { case $1 in entering | watching) ;; *) return 1 ;; esac }
is_open() {
  look_at_phase
  is_open_phase "$PHASE"
}
enter_phase() { printf '%s\n' "$1" >"$TX/phase.new" && mv -f -- "$TX/phase.new" "$TX/phase"; }

# Goes back $1 seconds from now.
set_deadline() {
  look_at_clock
  printf '%s\n' $((NOW + $1)) >"$TX/deadline"
}
# In LEFT. What cannot be read is over.
look_at_deadline() {
  look_at_clock
  first_line "$TX/deadline"
  case $LINE in '' | *[!0-9]*) LINE=0 ;; esac
  LEFT=$((LINE - NOW))
}

# Opens a change, or goes on with an open one: what ran before is then what ran before that. It is not open before its
# watcher lives.
open_change() {
  local undo='rm -rf'
  make_state || fail 3 "no room for notes in $STATE; nothing was changed"
  if is_open; then
    # What that one has entered stays its watcher's.
    undo=:
  else
    back_up
    rm -rf -- "$TX"
    keep_before || { rm -rf -- "$TX" && fail 3 "no room for the change in $TX; nothing was changed"; }
  fi
  if ! keep_change || ! enter_phase entering; then
    $undo -- "$TX"
    fail 3 "no room for the change in $TX or $STATE; nothing was changed"
  fi
  rm -f -- "$TX/asked" "$TX/verdict" "$TX/in-use" "$TX/leftover"
  start_watcher "$TX"
  if ! await_watcher; then
    set -- "$(tail -n 3 "$TX/errors" 2>/dev/null)"
    $undo -- "$TX"
    fail 3 "the watcher does not start, and without one nothing is entered; nothing was changed
$1"
  fi
}

keep_before() {
  mkdir -m 700 -- "$TX" && cp -- "$WORK/owned.all" "$TX/before" &&
    : >"$TX/before.globals" && : >"$TX/new.globals" && : >"$TX/before.kernel" &&
    { ! is_unsaved || : >"$TX/was-unsaved"; } &&
    { read_sessions >"$TX/before.sessions" || : >"$TX/before.sessions"; } && note_evidence >"$TX/evidence"
}

# All of it, or nothing: a folder that fills up leaves the change that was open as it was.
keep_change() {
  local next=$TX/next name
  rm -rf -- "$next"
  mkdir -m 700 -- "$next" && remember_globals "$WORK/expanded.globals" &&
    cp -- "$WORK/expanded" "$WORK/expanded.globals" "$WORK/wanted" "$WORK/asserted" "$next" &&
    { has_lines_of "$WORK/expanded" "$WORK/wanted" || echo yes; } >"$next/narrows" &&
    printf '%s\n' "$PROGRAM" "$TAIL" >"$next/program" && cp -- "$next/program" "$STATE/program" &&
    write_design >"$next/design" && printf '%s %s\n' $$ "$(started_at $$)" >"$next/script" &&
    cat /proc/sys/kernel/random/uuid >"$next/change" && set_deadline "$ENTERED" || return
  for name in $(names_in "$next"); do
    mv -f -- "$next/$name" "$TX/$name" || return
  done
}

# What only a later look at this change needs to know of its design.
write_design() { printf '%s\n' "$ROUTER_ASN" "$NODE_ASN" "$COMMUNITIES_WANTED" "$EXPECTED"; }

# When process $1 was started: so no other is taken for it that got its number later.
started_at() { sed -E 's/^.*\) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# Ends the script that enters the change of TX, and what it has started, where it still runs.
end_script() {
  local pid started
  read -r pid started <"$TX/script" || return
  [ "$(started_at "$pid")" = "$started" ] || return
  kill -9 "$pid" 2>/dev/null
}

# Starts the watcher of the change in folder $1. It has nothing of ours: neither the streams, which would hold the
# connection open, nor the lock.
start_watcher() {
  [ -r "$1/program" ] || return
  first_line "$1/change"
  setsid "$BASH" "$1/program" watch "$LINE" </dev/null >/dev/null 2>"$1/errors" 8>&- 9>&- &
}
is_watched() { [ -e "$1/alive" ] && ! flock -n "$1/alive" true; }
# The watcher of this very change: one of the change before ends at its next look.
await_watcher() {
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    if is_watched "$TX" && cmp -s "$TX/watched" "$TX/change"; then return 0; fi
    pause 0.1
  done
  return 1
}

# What runs in full, for a person who goes back by hand.
back_up() {
  backup_text >"$WORK/backup" && [ -s "$WORK/backup" ] || fail 3 "$DIALECT does not show its configuration; nothing was changed"
  if ! cp -- "$WORK/backup" "$STATE/backup.new" 2>/dev/null || ! mv -f -- "$STATE/backup.new" "$STATE/backup"; then
    rm -f -- "$STATE/backup.new"
    fail 3 "cannot keep a backup in $STATE (is the disk full?); nothing was changed"
  fi
}

# What runs is not what was saved: left behind until it is, so that the next run saves it.
mark_unsaved() { make_state && : >"$STATE/unsaved"; }
is_unsaved() { [ -e "$STATE/unsaved" ]; }
mark_saved() { rm -f -- "$STATE/unsaved"; }
