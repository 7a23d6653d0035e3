# shellcheck shell=bash disable=SC2034,SC2153
# What is decided, apart from how it is done: from what was seen to one word. No call here asks anybody or takes time,
# so tests go through them by the hundred.

# The watcher's next step, in NEXT: later, end (the script that enters the change), back, confirm, contract or leave.
#   $1  the phase     $2  seconds left     $3  what was looked at, in a word:
#       entering   gone or alive: the script that enters the change
#       watching   met, missing, or unknown where FRR does not say: what is expected
#       confirmed  nothing (is left), unused, used or unknown: what only the old design needed
#       both       resting: it was not looked
#   $4  how many times in a row it was met or unused before this look     $5  yes: the confirmation has come by
decide_next() {
  NEXT=later
  case $1-$3 in
    entering-gone) NEXT=back ;;
    entering-*) [ "$2" -gt 0 ] || NEXT=end ;;
    watching-met) [ "$4" -lt 2 ] || NEXT=confirm ;;
    watching-*) [ "$2" -gt 0 ] || NEXT=back ;;
    confirmed-nothing) NEXT=leave ;;
    # The cluster's side has to have moved, or had all the time for it.
    confirmed-unused) [ "$4" -lt 2 ] || { [ "$5" != yes ] && [ "$2" -gt 0 ]; } || NEXT=contract ;;
    confirmed-*) ;;
    *) NEXT=leave ;;
  esac
}

# Whether to go back at all, in NEXT: back, or keep. $1 sessions stand now; $2 says whether anything of this stack ran
# before (yes or no).
decide_return() {
  NEXT=back
  if [ "$1" -gt 0 ] && [ "$2" = no ]; then NEXT=keep; fi
}

# While it waits after going back, in NEXT: later, or enough. $1 sessions stand now, $2 stood with the new configuration,
# $3 before the change; $4 looks in a row have found enough before this one; $5 seconds are left.
decide_wait() {
  NEXT=later
  if [ "$5" -le 0 ] || { is_as_good "$1" "$2" "$3" && [ "$4" -ge 2 ]; }; then NEXT=enough; fi
}
is_as_good() { [ "$1" -ge "$2" ] && [ "$1" -ge "$3" ]; }

# After going back, in NEXT: stay, or forward again. $1 sessions stand now, $2 stood with the new configuration. A change
# never ends with fewer sessions than the better of the two can carry.
decide_forward() {
  NEXT=stay
  [ "$1" -ge "$2" ] || NEXT=forward
}

# How long to rest until routes are looked at again, in seconds, in REST: $1 hundredths of a second the last look took,
# and it found the same for the $2th time. A router with many routes is busy with such looks for a twentieth of its time
# at most, and what is left over for days is looked at every five minutes.
decide_rest() {
  REST=$((($1 + 4) / 5))
  [ "$2" -lt 10 ] || REST=$((REST + ($2 - 9) * 10))
  [ "$REST" -ge 1 ] || REST=1
  [ "$REST" -le 300 ] || REST=300
}
