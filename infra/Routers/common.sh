# shellcheck shell=bash disable=SC2034
# What the scripts of all dialects share: functions only. The program puts the function "variables" before them and a
# tail after them, which calls begin and main:
#   OWNER   what every name of this stack begins with     STATE  a folder of our own on the router's disk
#   PEER_GROUPS, LISTS, MAPS, COMMUNITIES  the names that can be this stack's, in full, by kind

begin() {
  variables
  constants
  # An end of the connection must not stop a change half way: go on, with nobody reading.
  trap '' HUP PIPE
  set -uf
  umask 077
  LC_ALL=C
  PROGRAM=$(declare -f)
}

constants() {
  LOCK=/run/lock/bgplb
  OPEN=/run/lock/bgplb-open
  TX=/run/lock/bgplb.$OWNER
  EVERYWHERE=0.0.0.0/0,::/0
  WORK=
}

# Whether anybody reads it does not matter.
say() { printf '%s\n' "$*" 2>/dev/null || :; }

# Ends the script. $1 is the exit status, the rest is for the person who reads the failed update.
fail() {
  local status=$1
  shift
  printf '%s: %s\n' "$OWNER" "$*" >&2
  builtin exit "$status"
}

# Takes passwords out of what people will see.
mask() { sed -E "s/(neighbor|peer-group) ([^ ]+) password .*/\\1 \\2 password <password>/"; }

# Temporary files may hold the password: in memory, ours only, gone at the end.
make_workspace() {
  local memory=/dev/shm
  [ -w "$memory" ] || memory=${TMPDIR:-/tmp}
  WORK=$(mktemp -d "$memory/$OWNER.XXXXXX") || fail 3 "no room for temporary files in $memory"
}
leave_workspace() { [ -z "$WORK" ] || rm -rf -- "$WORK"; }

as_root() { if [ "$EUID" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

# Seconds since the router's start: no clock is set while a change waits.
uptime_seconds() {
  local up
  read -r up _ </proc/uptime
  printf '%s\n' "${up%%.*}"
}

# Whether the name $1 is among $2. Whole names only: those of the stack dev-2 begin with those of the stack dev.
is_among() { case " $2 " in *" $1 "*) ;; *) return 1 ;; esac }

# The lines of file $1 that file $2 does not have.
lines_only_in() { grep -Fxvf "$2" -- "$1"; }
same_lines() { ! lines_only_in "$1" "$2" >/dev/null && ! lines_only_in "$2" "$1" >/dev/null; }
