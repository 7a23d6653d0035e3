# shellcheck shell=bash
# The watcher, a process of its own on the router. It only reads; what it decides is done by this script, started anew.

# $1 is the change that it watches.
watch() {
  local tries=0
  CHANGE=$1 ROW=0 RESTED=0 UNCHANGED=0 LAST=
  longest_turn
  exec 8>>"$TX/alive" || return
  flock 8
  printf '%s\n' "$1" >"$TX/watched"
  while pause 1 && first_line "$TX/change" && [ "$LINE" = "$CHANGE" ]; do
    look_at_phase
    look_at_deadline
    look
    decide_next "$PHASE" "$LEFT" "$SEEN" "$ROW" "$ASKED"
    case $SEEN in
      met | unused) ROW=$((ROW + 1)) ;;
      resting) ;;
      *) ROW=0 ;;
    esac
    case $NEXT in
      later) continue ;;
      end) end_script && has_act back 'the script that changed the router did not come to an end' ;;
      back) has_act back "$(reasons)" ;;
      confirm) has_act confirm ;;
      contract)
        has_act contract
        # Where another stack's change is open, or there is no room, that does not pass within a second.
        look_at_clock
        RESTED=$((NOW + 60))
        ;;
      *) return ;;
    esac
    ROW=0
    # What cannot be decided, as the lock is held or the daemon does not answer, comes to an end all the same.
    tries=$((tries + 1))
    look_at_phase
    if ! is_open_phase "$PHASE"; then
      tries=0
    elif [ "$tries" -ge 10 ] && [ "$LEFT" -le "-$LONGEST" ]; then
      conclude failed 'the watcher could not decide: what it started did not come to an end' "$(tail -n 3 "$TX/errors")" "$(next_by_hand)"
      return
    fi
  done
}

# Has this script do what was decided, on the change that was watched: another may have begun since the watcher looked,
# and that is not its own.
has_act() { "$BASH" "$TX/program" act "$1" "$CHANGE" "${2-}" </dev/null >/dev/null 2>>"$TX/errors" 8>&-; }

# What there is to see in this phase, in SEEN, and in ASKED whether the confirmation has come by.
look() {
  ASKED=no
  [ ! -e "$TX/asked" ] || ASKED=yes
  case $PHASE in
    entering)
      SEEN=alive
      if take_turn 0; then leave_turn && SEEN=gone; fi
      ;;
    watching) look_at_sessions || SEEN=unknown ;;
    confirmed) look_at_leftover ;;
    *) SEEN= ;;
  esac
}

# Whether everything that is expected stands, and nothing speaks against the change: in SEEN. Fails where FRR does not
# say.
look_at_sessions() {
  local doubt
  sessions=$(read_sessions) || return
  SEEN=missing
  [ -z "$(missing_sessions "$sessions")" ] || return 0
  is_rested || return 0
  doubt=$(doubts "$sessions") || return
  if [ -z "$doubt" ]; then SEEN=met; else rest "$doubt"; fi
}

# Whether nothing is lost when the old design goes: all that is expected stands, and nothing else is used. In SEEN.
look_at_leftover() {
  local used
  SEEN=nothing
  [ -e "$TX/leftover" ] || return 0
  is_rested || return 0
  SEEN=unknown
  sessions=$(read_sessions) || return
  SEEN=used
  [ -z "$(missing_sessions "$sessions")" ] || return 0
  if ! used=$(cut_routes "$sessions" && cut_sessions "$sessions"); then
    SEEN=unknown
    return
  fi
  printf '%s' "$used" >"$TX/in-use"
  if [ -z "$used" ]; then SEEN=unused; else rest "$used"; fi
}

# Whether routes may be looked at again; the look begins now.
is_rested() {
  look_at_clock
  BEGAN=$FINE
  [ "$NOW" -lt "$RESTED" ] || return 0
  SEEN=resting
  return 1
}
# Lets the router rest from a look at its routes that found $1.
rest() {
  UNCHANGED=$((UNCHANGED + 1))
  [ "$1" = "$LAST" ] || UNCHANGED=0
  LAST=$1
  look_at_clock
  decide_rest $((FINE - BEGAN)) "$UNCHANGED"
  RESTED=$((NOW + REST))
}

# What keeps the change from being confirmed, for people.
reasons() {
  local missing text
  if [ "$PHASE" = entering ]; then
    printf 'the script that changed the router has ended half way'
    return
  fi
  if ! sessions=$(read_sessions); then
    text='FRR does not say which sessions stand: it does not answer, or not in JSON'
  else
    missing=$(missing_sessions "$sessions")
    if [ -n "$missing" ]; then text=$(describe_missing "$missing" "$sessions"); else text=$(doubts "$sessions"); fi
  fi
  printf 'after %s s it was not confirmed:\n%s\n' "$REVERT_AFTER" "$text"
  next_step "$text" >"$TX/next-step"
}
