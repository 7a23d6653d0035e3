# shellcheck shell=bash disable=SC2153
# What the sessions of this stack have brought in, and what of it only the design before lets in. On a router with many
# routes each such question makes bgpd go through all of them (0.1 s for 200,000), so it is asked only where the
# sessions' own counters do not tell, by our own list, and seldom.
#   COMMUNITIES_WANTED  what an announcement has to carry, joined by spaces; empty for nothing

# Prints a line per route that the list of group $2 lets in, from its sessions among $1: NETWORK PEER. More words are
# communities that it has to carry.
routes_of() {
  local sessions=$1 group=$2 community
  shift 2
  ask_routes "${group##*-}" "prefix-list $group-vips" >"$WORK/routes.lines" || return
  # FRR takes one community to a question.
  for community; do
    ask_routes "${group##*-}" "community $community" || return
  done >"$WORK/carrying"
  SESSIONS=$sessions awk -v group="$group" -v communities=$# -v carrying="$WORK/carrying" '
    BEGIN {
      count = split(ENVIRON["SESSIONS"], line, "\n")
      for (i = 1; i <= count; i++) { split(line[i], word, " "); if (word[1] == group && word[3] == "Established") stands[word[2]] }
      while ((getline text <carrying) > 0) carries[text]++
    }
    ($2 in stands) && carries[$0] + 0 >= communities' "$WORK/routes.lines"
}

# What bgpd has of family $1 by the words $2: NETWORK PEER, a route to a line. A list that is not there lets nothing in.
ask_routes() {
  ask_frr "show bgp $1 unicast $2 json" >"$WORK/routes.json" || return
  ! grep -q '^% .* not found' "$WORK/routes.json" || return 0
  json_lines <"$WORK/routes.json" >"$WORK/routes.words" || return
  awk -F'\t' '$1 == "routes" && $4 == "peerId" { print $2, $5 }' "$WORK/routes.words"
}

# Prints what would be cut off if only the wanted design stood: addresses that are announced outside its filter. Fails
# where that cannot be told.
cut_routes() {
  local group accepted
  while read -r group _ _ _ accepted _; do
    # shellcheck disable=SC2086 # a community to a word
    routes_of "$1" "$group" >"$WORK/routes" && routes_of "$1" "$group" $COMMUNITIES_WANTED >"$WORK/routes.carrying" || return
    within "$accepted" <"$WORK/routes.carrying" >"$WORK/routes.fit"
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

# How many routes within the wanted filter each session of group $2 has brought: PEER COUNT. Where the filter lets
# nothing in that it will not let in, FRR's counters say so.
fitting_routes() {
  if [ -s "$TX/narrows" ]; then
    routes_of "$1" "$2" >"$WORK/routes" || return
    within "$3" <"$WORK/routes" | cut -d' ' -f2 | sort | uniq -c | awk '{ print $2, $1 }'
  else
    awk -v group="$2" '$1 == group && $3 == "Established" { print $2, $4 }' <<<"$1"
  fi
}

# Prints, for people, why the change cannot be confirmed although all sessions stand; nothing when it can. Fails where
# that cannot be told.
doubts() {
  local group limit accepted fitting before now address sum
  while read -r group _ limit _ accepted _; do
    fitting=$(fitting_routes "$1" "$group" "$accepted") || return
    sum=0
    while read -r address now; do
      [ -n "$address" ] || continue
      sum=$((sum + now))
      [ "$now" -le "$limit" ] || printf '%s announces %s addresses of the pools; the new limit is %s\n' "$address" "$now" "$limit"
    done <<<"$fitting"
    before=$(awk -v group="$group" '$1 == group { sum += $4 } END { print sum + 0 }' "$TX/before.sessions")
    if [ "$before" -gt 0 ] && [ "$sum" -eq 0 ]; then
      printf '%s: nothing that is announced is within the new filter; before the change %s routes were let in\n' "$group" "$before"
    fi
  done <<<"$EXPECTED"
}
