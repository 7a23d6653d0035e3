# shellcheck shell=bash
# What the scripts of all dialects share. The program puts its variables before this text and "main" after it:
#   OWNER   what every name of this stack begins with     STATE  a folder of our own on the router
#   PEER_GROUPS, LISTS, MAPS, COMMUNITIES  the names that can be this stack's, in full, by kind

# An end of the connection must not stop a change half way: go on, with nobody reading.
trap '' HUP PIPE
set -uf
umask 077
LC_ALL=C

say() { printf '%s\n' "$*" 2>/dev/null; }

# Ends the script. $1 is the exit status, the rest is for the person who reads the failed update.
fail() {
  local status=$1
  shift
  printf '%s: %s\n' "$OWNER" "$*" >&2
  builtin exit "$status"
}

# Takes passwords out of what people will see.
mask() { sed -E "s/(neighbor|peer-group) ([^ ]+) password .*/\\1 \\2 password <password>/"; }

# One writer per router at a time, this project's other stacks included.
take_turn() {
  command -v flock >/dev/null || fail 3 'this router has no flock'
  exec 9>>"${LOCK:=/run/lock/bgplb}" || fail 3 "cannot open $LOCK"
  chmod a+rw "$LOCK" 2>/dev/null
  flock -w 60 9 || fail 4 "another change is in progress on this router (it holds $LOCK); run the update again"
}

# Temporary files may hold the password: in memory, ours only, gone at the end.
WORK=
make_workspace() {
  local memory=/dev/shm
  [ -w "$memory" ] || memory=${TMPDIR:-/tmp}
  WORK=$(mktemp -d "$memory/$OWNER.XXXXXX") || fail 3 "no room for temporary files in $memory"
}
leave_workspace() { [ -z "$WORK" ] || rm -rf -- "$WORK"; }

# What runs is not what was saved: left behind until it is, so that the next run saves it.
mark_unsaved() {
  if ! mkdir -p -- "$STATE" || ! : >"$STATE/unsaved"; then
    fail 3 "cannot write to $STATE (is the disk full?); nothing was changed"
  fi
}
is_unsaved() { [ -e "$STATE/unsaved" ]; }
mark_saved() { rm -f -- "$STATE/unsaved"; }

# Whether the name $1 is among $2. Whole names only: those of the stack dev-2 begin with those of the stack dev.
is_among() { case " $2 " in *" $1 "*) ;; *) return 1 ;; esac }

# The lines of file $1 that file $2 does not have.
lines_only_in() { grep -Fxvf "$2" -- "$1"; }
