# shellcheck shell=bash disable=SC2153
# Why a session does not stand, as far as the router's own state tells.
#   NODE_ASN  the AS number that nodes should have

# $1 are lines of missing_sessions, $2 those of read_sessions. Prints them for people, a line per peer.
describe_missing() {
  local group standing expected ranges nodes peer
  read_log
  probe "$1" "$2"
  while read -r group standing expected ranges nodes; do
    printf '%s: %s of %s sessions are Established\n' "$group" "$standing" "$expected"
    missing_peers "$group" "$ranges" "$nodes" "$2" >"$WORK/peers"
    while read -r peer; do
      printf '  %s: %s\n' "$peer" "$(reason_of "$peer" "$ranges" "$2")"
    done < <(head -n "$MOST" "$WORK/peers")
    [ "$(wc -l <"$WORK/peers")" -le "$MOST" ] || printf '  and %s more\n' $(($(wc -l <"$WORK/peers") - MOST))
  done <<<"$1"
}

# The peers of a group that should stand and do not: the known nodes, else whoever has been seen in its ranges.
missing_peers() {
  local group=$1 ranges=$2 nodes=$3 standing peer
  standing=$(established "$4" "$group" "$ranges" | cut -d' ' -f1 | tr '\n' ' ')
  if [ "$nodes" = - ]; then
    { cut -d' ' -f2 <<<"$4" && ended_connections && neighbours; } | within "$ranges" | sort -u
  else
    tr , '\n' <<<"$nodes"
  fi | while read -r peer; do
    [ -z "$peer" ] || is_among "$peer" "$standing" || printf '%s\n' "$peer"
  done
}

# $1 is the peer, $2 where it is expected from, $3 lines of read_sessions.
reason_of() {
  local state logged other
  if [ -z "$(within "$2" <<<"$1")" ]; then
    printf 'it is outside of %s, where the router listens for nodes' "$2"
    return
  fi
  other=$(awk -v peer="$1" '$2 == peer && $6 == "-" { print $1, $3 }' <<<"$3")
  if [ -n "$other" ]; then
    printf 'somebody has made it a neighbour in %s, where its session is %s: there it stays' "$(whose "${other% *}")" "${other#* }"
    return
  fi
  if grep -qFx -- "$1" "$WORK/failed" || is_among "$(link_state_of "$1")" 'FAILED INCOMPLETE'; then
    # Whatever it may have said before.
    say_down
    return
  fi
  state=$(awk -v peer="$1" '$2 == peer { print $3 }' <<<"$3")
  logged=$(last_word_of "$1")
  case $logged in
    'OPEN receipt failed') say_refused ;;
    *'Bad Peer AS'*) printf 'its AS number is not %s, which the router expects' "$NODE_ASN" ;;
    *'Maximum Number of Prefixes'*) printf 'it announced more addresses than its limit and was cut off' ;;
    *'Hold Timer Expired'*) printf 'it fell silent%s' "${state:+, is $state now}" ;;
    ?*) printf 'the session ended: %s%s' "$logged" "${state:+; it is $state now}" ;;
    *) reason_without_log "$1" "$state" "$3" ;;
  esac
}

say_down() { printf 'no TCP: it does not answer on the link; the node is down, or has another address'; }
say_refused() { printf 'it connects, and the session is refused: its AS number is probably not %s' "$NODE_ASN"; }

# $2 is its state, $3 lines of read_sessions. Segments come before connections: those that the change itself has ended are among them.
reason_without_log() {
  if [ -n "$2" ]; then
    printf 'its session is %s' "$2"
  elif is_full "$3"; then
    printf "no TCP session: the router's limit of sessions is reached"
  elif is_among "$(link_state_of "$1")" 'DELAY PROBE'; then
    say_down
  elif [ "$(count_bad_segments)" -gt "$(evidence_since 0)" ]; then
    printf 'no TCP session, and segments with a wrong password or none arrive: its password is probably another one'
  elif is_among "$1" "$(ended_connections | tr '\n' ' ')"; then
    say_refused
  else
    printf 'no TCP: it has not dialled; its BGP does not run, it dials another address, or something filters port 179'
  fi
}

# The one thing to do, by the text $1 of what is missing.
next_step() {
  case $1 in
    *'password is probably'*) echo 'Next: compare the password in the secret that Cilium reads with the one of this stack, then run the update again.' ;;
    *'AS number'*) echo "Next: compare cluster.asn and the routers' asn with what runs, then run the update again." ;;
    *'limit of sessions'*) echo 'Next: raise spareNodes of this router, or find out who else dials it.' ;;
    *'than its limit'*) echo 'Next: find out what that node announces, or enlarge the pools.' ;;
    *'made it a neighbour'*) echo 'Next: take that neighbour out of the router; the node dials again, and this stack takes it in.' ;;
    *'outside of'*) echo "Next: correct the node groups' subnets or the nodes' addresses, then run the update again." ;;
    *'on the link'*) echo 'Next: bring the node back, or take it out of the stack, then run the update again.' ;;
    *'no TCP'*) echo "Next: look at that node's CiliumBGPNodeConfig and its agent's log." ;;
    *) echo 'Next: correct what is named above, then run the update again.' ;;
  esac
}
