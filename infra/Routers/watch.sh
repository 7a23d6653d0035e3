# shellcheck shell=bash
# The watcher, a process of its own on the router. It only reads; what it decides is done by this script, started anew.

# $1 is the change that it watches.
watch() {
  local change=$1 met=0 unused=0
  exec 8>>"$TX/alive" || return
  flock 8
  while sleep 1 && [ "$(cat "$TX/change" 2>/dev/null)" = "$change" ]; do
    case $(phase) in
      entering) is_script_gone && act back 'the script that changed the router has ended half way' ;;
      watching)
        if is_met; then met=$((met + 1)); else met=0; fi
        if [ "$met" -ge 3 ]; then
          act confirm
        elif [ "$met" -eq 0 ] && [ "$(seconds_left)" -le 0 ]; then
          act back "$(reasons)"
        fi
        ;;
      confirmed)
        [ ! -e "$TX/leftover" ] && return
        # The cluster's side has to have moved, or had all the time for it.
        [ -e "$TX/asked" ] || [ "$(seconds_left)" -le 0 ] || continue
        if is_unused; then unused=$((unused + 1)); else unused=0; fi
        [ "$unused" -lt 3 ] || act contract
        [ "$(seconds_left)" -gt 0 ] || sleep 9
        ;;
      *) return ;;
    esac
  done
}

# On the change that was watched: another may have begun since the watcher looked, and that is not its own.
act() { "$BASH" "$TX/program" "act-$1" "$change" "${2-}" </dev/null >/dev/null 2>>"$TX/errors" 8>&-; }

# Whether the script that began the change is gone: as long as it lives, or a program that it started, it has the lock.
is_script_gone() {
  take_turn 0 || return 1
  leave_turn
}

is_met() {
  local sessions
  sessions=$(read_sessions)
  [ -z "$(missing_sessions "$sessions")" ] && [ -z "$(doubts "$sessions")" ]
}

# Whether nothing is lost when the old design goes: all that is expected stands, and nothing else is used.
is_unused() {
  local sessions used
  sessions=$(read_sessions)
  [ -z "$(missing_sessions "$sessions")" ] || return 1
  used=$(cut_routes "$sessions" && cut_sessions "$sessions")
  printf '%s' "$used" >"$TX/in-use"
  [ -z "$used" ]
}

# What keeps the change from being confirmed, for people.
reasons() {
  local sessions missing text
  sessions=$(read_sessions)
  missing=$(missing_sessions "$sessions")
  if [ -n "$missing" ]; then text=$(describe_missing "$missing" "$sessions"); else text=$(doubts "$sessions"); fi
  printf 'after %s s it was not confirmed:\n%s\n' "$REVERT_AFTER" "$text"
  next_step "$text" >"$TX/next"
}
