# shellcheck shell=bash disable=SC2034,SC2153,SC2015
# What the scripts of all dialects share: functions only. The program puts the function "variables" before them and a
# tail after them, which calls begin and main. They run on any bash from 4.1 on, which is VyOS's.
#   OWNER   what every name of this stack begins with     STATE  a folder of our own on the router's disk
#   PEER_GROUPS, LISTS, MAPS, COMMUNITIES  the names that can be this stack's, in full, by kind

begin() {
  variables
  constants
  # An end of the connection must not stop a change half way: go on, with nobody reading.
  trap '' HUP PIPE
  set -uf
  umask 077
  # A byte that is no letter anywhere ends no comparison half way. Over SSH, PATH may lack the folders for root.
  export LC_ALL=C PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"
  PROGRAM=$(declare -f)
}

constants() {
  BASE=/run/bgplb
  LOCK=$BASE/lock
  TX=$BASE/$OWNER
  EVERYWHERE=0.0.0.0/0,::/0
  WORK=
  # How long each kind of call may take, in seconds, before it counts as failed.
  READING=20
  ENTERING=300
  # For how long a script may be at entering a change before the watcher ends it. More than its calls can take.
  ENTERED=900
  # How many peers of a group a failed update names one by one.
  MOST=20
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

# Runs a program that is not ours, which is ended after $1 seconds with status 124. What it leaves behind does not have
# our locks; the lock is kept as long as it runs itself, even if this script ends meanwhile.
limited() { (
  timeout -k 5 "$@" 8>&- 9>&-
  builtin exit $?
); }

as_root() { if [ "$EUID" -eq 0 ]; then limited "$READING" "$@"; else limited "$READING" sudo -n "$@"; fi; }

# What the routing daemon answers to one command. Fails where it does not answer.
ask_frr() { limited "$READING" vtysh -c "$1" 2>/dev/null; }

# Every path of JSON to a value that has no others below it, and the value, on a line: words with tabs between them.
# Fails where it is no JSON. A router has jq or Python; each knows JSON.
json_lines() {
  if command -v jq >/dev/null; then
    jq -r 'paths(scalars) as $path | ($path + [getpath($path)]) | map(tostring) | @tsv' 2>/dev/null
  else
    python3 -c '
import json, sys
def walk(path, value):
    if isinstance(value, (dict, list)):
        for key, below in value.items() if isinstance(value, dict) else enumerate(value):
            walk(path + [str(key)], below)
    else:
        text = json.dumps(value) if isinstance(value, (bool, type(None))) else str(value)
        print("\t".join(word.encode("unicode_escape").decode() for word in path + [text]))
walk([], json.load(sys.stdin))' 2>/dev/null
  fi
}

# Refuses a router that lacks what the script cannot do without, by name, before anything is done.
need_programs() {
  local program
  for program in flock timeout setsid awk sed grep stat vtysh; do
    command -v "$program" >/dev/null || fail 3 "this router has no $program; nothing was changed"
  done
  command -v jq >/dev/null || command -v python3 >/dev/null ||
    fail 3 "this router has neither jq nor python3, and one of them has to read FRR's answers: install jq; nothing was changed"
}

# Seconds since the router's start, in NOW, and hundredths of them, in FINE: no clock is set while a change waits.
look_at_clock() {
  read -r NOW _ </proc/uptime
  FINE=$((10#${NOW%%.*}${NOW#*.}))
  NOW=${NOW%%.*}
}

pause() { sleep "$1"; }

# The first line of file $1, in LINE; empty where there is none.
first_line() {
  LINE=
  [ ! -r "$1" ] || read -r LINE <"$1" || :
}

# The names of what lies in folder $1.
names_in() { ls -A -- "$1" 2>/dev/null; }

# Whether the name $1 is among $2. Whole names only: those of the stack dev-2 begin with those of the stack dev.
is_among() { case " $2 " in *" $1 "*) ;; *) return 1 ;; esac }

# Prints the lines of file $1 that file $2 does not have. Fails only where that cannot be told.
lines_only_in() {
  grep -Fxvf "$2" -- "$1"
  [ $? -le 1 ]
}

# Whether file $2 has every line of file $1. Where it cannot be told, it has not.
has_lines_of() {
  local more
  more=$(lines_only_in "$1" "$2") && [ -z "$more" ]
}
same_lines() { has_lines_of "$1" "$2" && has_lines_of "$2" "$1"; }
