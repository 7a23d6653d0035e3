# shellcheck shell=bash disable=SC2153
# The state of the sessions, as FRR reports it in every dialect.
#   EXPECTED  one line per family: PEER-GROUP SESSIONS [ADDRESS of a known node …]
#   PATIENCE  seconds to wait for them

# Prints a line per peer: PEER-GROUP ADDRESS STATE why-the-last-session-ended
read_sessions() {
  vtysh -c 'show bgp neighbors json' 2>/dev/null |
    grep -oE '"[0-9a-fA-F.:]+": ?\{|"(peerGroup|bgpState|lastResetDueTo)": ?"[^"]*"' | {
    local address='' group='' state='' why='' entry key value
    while IFS= read -r entry; do
      key=${entry#\"}
      key=${key%%\"*}
      value=${entry%\"}
      value=${value##*\"}
      case $key in
        peerGroup) group=$value ;;
        bgpState) state=$value ;;
        lastResetDueTo) why=$value ;;
        *)
          [ -z "$group" ] || printf '%s %s %s %s\n' "$group" "$address" "$state" "$why"
          address=$key group='' state='' why=''
          ;;
      esac
    done
    [ -z "$group" ] || printf '%s %s %s %s\n' "$group" "$address" "$state" "$why"
  }
}

# Prints what is missing, a line each; nothing when all expected sessions stand.
missing_sessions() {
  local sessions group expected nodes established line node
  sessions=$(read_sessions)
  while read -r group expected nodes; do
    established=$(grep -c "^$group [^ ]* Established" <<<"$sessions")
    [ "$established" -lt "$expected" ] || continue
    printf '%s: %s of %s sessions are Established\n' "$group" "$established" "$expected"
    while read -r line; do
      [ -z "$line" ] || describe_session "$line"
    done < <(grep "^$group " <<<"$sessions" | grep -v "^[^ ]* [^ ]* Established")
    for node in $nodes; do
      grep -qF "$group $node " <<<"$sessions" || printf '  %s has not been seen: it does not dial, or its password or its address is another one\n' "$node"
    done
  done <<<"$EXPECTED"
  return 0
}

describe_session() {
  local address state why
  read -r _ address state why <<<"$1"
  printf '  %s is %s%s\n' "$address" "$state" "${why:+; its last session ended: $why}"
}

# Waits until all expected sessions stand; says what is missing when time is up.
wait_for_sessions() {
  local missing group expected until=$((SECONDS + PATIENCE))
  while missing=$(missing_sessions) && [ -n "$missing" ]; do
    [ "$SECONDS" -lt "$until" ] || fail 5 "after ${PATIENCE} s sessions are missing
$missing"
    sleep 1
  done
  while read -r group expected _; do
    say "$group: $expected sessions are Established${DIGEST:+, confirmed for $DIGEST}"
  done <<<"$EXPECTED"
}
