# shellcheck shell=bash disable=SC2153
# The state of the sessions, as FRR reports it in every dialect.
#   EXPECTED  one line per family: PEER-GROUP SESSIONS LIMIT LISTEN-RANGES ACCEPTED-NETWORKS NODES, where the last three
#             are joined by commas, or "-"; NODES are those known by address

# Prints a line per peer of this stack: PEER-GROUP ADDRESS STATE ACCEPTED-ROUTES
read_sessions() {
  vtysh -c 'show bgp neighbors json' 2>/dev/null |
    grep -oE '"[0-9a-fA-F.:]+": ?\{|"(peerGroup|bgpState)": ?"[^"]*"|"acceptedPrefixCounter": ?[0-9]+' |
    awk -v groups=" $PEER_GROUPS " '
      function finish() { if (index(groups, " " group " ")) print group, address, state, routes + 0; group = "" }
      { key = $0; sub(/^"/, "", key); sub(/".*/, "", key); value = $0; gsub(/.*: ?"?|"$/, "", value) }
      key == "peerGroup" { group = value; next }
      key == "bgpState" { state = value; next }
      key == "acceptedPrefixCounter" { routes += value; next }
      { finish(); address = key; state = "Unknown"; routes = 0 }
      END { finish() }'
}

# Reads such lines; prints how many sessions of this stack are Established, expected ones or not.
count_established() { grep -c '^[^ ]* [^ ]* Established '; }

# Of the lines in $1 those of group $2 that are Established; with ranges $3, only those from there.
established() { grep "^$2 [^ ]* Established " <<<"$1" | cut -d' ' -f2- | within "$3"; }

# Prints a line for each group in which expected sessions are missing: PEER-GROUP ESTABLISHED EXPECTED RANGES NODES
missing_sessions() {
  local sessions=$1 group expected ranges nodes standing
  while read -r group expected _ ranges _ nodes; do
    standing=$(established "$sessions" "$group" "$ranges" | wc -l)
    [ "$standing" -ge "$expected" ] || printf '%s %s %s %s %s\n' "$group" "$standing" "$expected" "$ranges" "$nodes"
  done <<<"$EXPECTED"
}

fail_missing() {
  local text
  text=$(describe_missing "$1" "$2")
  fail 5 "after ${PATIENCE} s sessions are missing
$text
The router has what this stack wants; the cluster does not answer to it.
$(next_step "$text")"
}

# Waits until all expected sessions stand, with no change open; fails when time is up.
wait_for_sessions() {
  local missing sessions group expected until=$((SECONDS + PATIENCE))
  [ -z "$(missing_sessions "$(read_sessions)")" ] || drop_stale_keys
  while sessions=$(read_sessions) && missing=$(missing_sessions "$sessions") && [ -n "$missing" ]; do
    [ "$SECONDS" -lt "$until" ] || fail_missing "$missing" "$sessions"
    sleep 1
  done
  while read -r group expected _; do
    say "$group: $expected sessions are Established${DIGEST:+, confirmed for $DIGEST}"
  done <<<"$EXPECTED"
}
