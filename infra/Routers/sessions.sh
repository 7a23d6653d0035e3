# shellcheck shell=bash disable=SC2153
# The state of the sessions, as FRR reports it in every dialect.
#   EXPECTED  one line per family: PEER-GROUP SESSIONS LIMIT LISTEN-RANGES ACCEPTED-NETWORKS NODES, where the last three
#             are joined by commas, or "-"; NODES are those known by address

# Prints a line per peer of the router, whoever made it: PEER-GROUP ADDRESS STATE ACCEPTED-ROUTES ASN LISTEN-RANGE, with
# "-" for what it has not. Fails where FRR does not say: that is not the same as no sessions.
read_sessions() {
  ask_frr 'show bgp neighbors json' >"$WORK/neighbours.json" && json_lines <"$WORK/neighbours.json" >"$WORK/neighbours" || return
  awk -F'\t' '
    function finish() { if (address != "" && state != "") print group, address, state, routes + 0, asn, range }
    # Words of the table itself stand beside the peers.
    NF < 3 { next }
    $1 != address { finish(); address = $1; group = asn = range = "-"; state = ""; routes = 0 }
    $2 == "peerGroup" { group = $3 }
    $2 == "bgpState" { state = $3 }
    $2 == "remoteAs" { asn = $3 }
    $2 == "peerSubnetRangeGroup" { range = $3 }
    $2 == "addressFamilyInfo" && $4 == "acceptedPrefixCounter" { routes += $5 }
    END { finish() }' "$WORK/neighbours"
}

# How many of the sessions $1 are this stack's and Established, expected ones or not: in COUNT.
count_established() {
  local group state
  COUNT=0
  while read -r group _ state _; do
    if [ "$state" = Established ] && is_among "$group" "$PEER_GROUPS"; then COUNT=$((COUNT + 1)); fi
  done <<<"$1"
}

# Of the sessions $1 those of group $2 that are Established, without the group; with ranges $3, only those from there.
established() { awk -v group="$2" '$1 == group && $3 == "Established"' <<<"$1" | cut -d' ' -f2- | within "$3"; }

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
  local missing='' sessions='' group expected until
  look_at_clock
  until=$((NOW + PATIENCE))
  if sessions=$(read_sessions) && [ -n "$(missing_sessions "$sessions")" ]; then drop_stale_keys; fi
  while :; do
    if sessions=$(read_sessions); then
      missing=$(missing_sessions "$sessions")
      [ -n "$missing" ] || break
    fi
    look_at_clock
    if [ "$NOW" -ge "$until" ]; then
      [ -n "$missing" ] || fail 5 "FRR does not say which sessions stand: it does not answer, or not in JSON"
      fail_missing "$missing" "$sessions"
    fi
    pause 1
  done
  while read -r group expected _; do
    say "$group: $expected sessions are Established${DIGEST:+, confirmed for $DIGEST}"
  done <<<"$EXPECTED"
}
