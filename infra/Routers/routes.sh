# shellcheck shell=bash disable=SC2153
# What the sessions of this stack have brought in, and what of it only the design before lets in.
#   COMMUNITIES_WANTED  what an announcement has to carry, joined by spaces; empty for nothing

# Prints a line per route taken in by group $2, whose sessions are among the lines $1 of read_sessions: NETWORK PEER.
# More words are communities that it has to carry.
routes_of() {
  local group=$2 peers
  peers=$(awk -v group="$2" '$1 == group && $3 == "Established" { print $2 }' <<<"$1" | tr '\n' ' ')
  shift 2
  vtysh -c "show bgp ${group##*-} unicast${1:+ community $*} json" 2>/dev/null |
    grep -oE '"[0-9a-fA-F.:]+/[0-9]+": ?\[|"peerId": ?"[^"]*"' |
    awk -F'"' -v peers=" $peers" '
      $2 != "peerId" { network = $2; next }
      index(peers, " " $4 " ") { print network, $4 }'
}

# Prints what would be cut off if only the wanted design stood: addresses that are announced outside its filter.
cut_routes() {
  local group accepted
  while read -r group _ _ _ accepted _; do
    routes_of "$1" "$group" >"$WORK/routes"
    # shellcheck disable=SC2086 # a community to a word
    routes_of "$1" "$group" $COMMUNITIES_WANTED | within "$accepted" >"$WORK/routes.fit"
    lines_only_in "$WORK/routes" "$WORK/routes.fit" | cut -d' ' -f1 | sort -u
  done <<<"$EXPECTED"
}

# And sessions from where it expects none, or of a family that has left.
cut_sessions() {
  local group ranges
  for group in $PEER_GROUPS; do
    ranges=$(awk -v group="$group" '$1 == group { print $4 }' <<<"$EXPECTED")
    established "$1" "$group" "$EVERYWHERE" | within -v "${ranges:--}" | cut -d' ' -f1
  done
}

# Prints, for people, why the change cannot be confirmed although all sessions stand; nothing when it can.
doubts() {
  local group limit accepted before now address
  while read -r group _ limit _ accepted _; do
    routes_of "$1" "$group" | within "$accepted" >"$WORK/routes.fit"
    while read -r now address; do
      [ "$now" -le "$limit" ] || printf '%s announces %s addresses of the pools; the new limit is %s\n' "$address" "$now" "$limit"
    done < <(cut -d' ' -f2 "$WORK/routes.fit" | sort | uniq -c)
    before=$(awk -v group="$group" '$1 == group { sum += $4 } END { print sum + 0 }' "$TX/before.sessions")
    if [ "$before" -gt 0 ] && [ ! -s "$WORK/routes.fit" ]; then
      printf '%s: nothing that is announced is within the new filter; before the change %s routes were let in\n' "$group" "$before"
    fi
  done <<<"$EXPECTED"
}
