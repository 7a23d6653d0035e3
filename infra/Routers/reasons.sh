# shellcheck shell=bash disable=SC2153
# Why a session does not stand, as far as the router's own state tells.
#   NODE_ASN  the AS number that nodes should have

# $1 are lines of missing_sessions, $2 those of read_sessions. Prints them for people, a line per peer.
describe_missing() {
  local group standing expected ranges nodes peer
  probe "$1" "$2"
  while read -r group standing expected ranges nodes; do
    printf '%s: %s of %s sessions are Established\n' "$group" "$standing" "$expected"
    while read -r peer; do
      [ -z "$peer" ] || printf '  %s: %s\n' "$peer" "$(reason_of "$peer" "$ranges" "$2")"
    done < <(missing_peers "$group" "$ranges" "$nodes" "$2")
  done <<<"$1"
}

# Sends a datagram to each missing peer and waits until the kernel knows whether it answers on the link.
probe() {
  local group ranges nodes peer
  while read -r group _ _ ranges nodes; do
    while read -r peer; do
      [ -z "$peer" ] || (printf x >"/dev/udp/$peer/9") 2>/dev/null
    done < <(missing_peers "$group" "$ranges" "$nodes" "$2")
  done <<<"$1"
  sleep 3.5
}

# The peers of a group that should stand and do not: the known nodes, else whoever has been seen in its ranges.
missing_peers() {
  local group=$1 ranges=$2 nodes=$3 standing
  standing=$(established "$4" "$group" "$ranges" | cut -d' ' -f1 | tr '\n' ' ')
  if [ "$nodes" = - ]; then
    { grep "^$group " <<<"$4" | cut -d' ' -f2 && ended_connections && neighbours; } | within "$ranges" | sort -u
  else
    printf '%s\n' "${nodes//,/$'\n'}"
  fi | while read -r peer; do
    is_among "$peer" "$standing" || printf '%s\n' "$peer"
  done
}

# $1 is the peer, $2 where it is expected from, $3 lines of read_sessions.
reason_of() {
  local state logged
  if [ -z "$(within "$2" <<<"$1")" ]; then
    printf 'it is outside of %s, where the router listens for nodes' "$2"
    return
  fi
  state=$(awk -v peer="$1" '$2 == peer { print $3 }' <<<"$3")
  logged=$(last_word_of "$1")
  case $logged in
    *'Bad Peer AS'*) printf 'its AS number is not %s, which the router expects' "$NODE_ASN" ;;
    *'Maximum Number of Prefixes'*) printf 'it announced more addresses than its limit and was cut off' ;;
    *'Hold Timer Expired'*) printf 'it fell silent%s' "${state:+, is $state now}" ;;
    ?*) printf 'the session ended: %s%s' "$logged" "${state:+; it is $state now}" ;;
    *) reason_without_log "$1" "$state" ;;
  esac
}

# $2 is its state. Segments come before connections: those that the change itself has ended are among them.
reason_without_log() {
  if [ -n "$2" ]; then
    printf 'its session is %s' "$2"
  elif is_full; then
    printf "no TCP session: the router's limit of sessions is reached"
  elif is_among "$(link_state_of "$1")" 'FAILED INCOMPLETE'; then
    printf 'no TCP: it does not answer on the link; the node is down, or has another address'
  elif [ "$(count_bad_segments)" -gt "$(cat "$TX/segments" 2>/dev/null || echo "$SEGMENTS")" ]; then
    printf 'no TCP session, and segments with a wrong password or none arrive: its password is probably another one'
  elif is_among "$1" "$(ended_connections | tr '\n' ' ')"; then
    printf 'it connects, and the session is refused: its AS number is probably not %s' "$NODE_ASN"
  else
    printf 'no TCP: it has not dialled; its BGP does not run, it dials another address, or something filters port 179'
  fi
}

# What the router's log says of the last notification of $1. FRR names the file; elsewhere the journal has it.
last_word_of() {
  local file
  file=$(vtysh -c 'show logging' 2>/dev/null | grep -oE '(filename |file:)/[^ ]+' | tail -n 1)
  file=/${file#*/}
  {
    if [ -f "$file" ] && [ -r "$file" ]; then
      tail -n 5000 -- "$file"
    elif command -v journalctl >/dev/null; then
      journalctl -q -b -t bgpd -n 5000 --since -15min 2>/dev/null
    fi
  } | grep -F "neighbor $1 " | grep -oE '[0-9]+/[0-9]+ \([^)]*\)' | tail -n 1
}

# Who closed a connection to us in the last minute: the kernel still knows.
ended_connections() {
  ss -Htn state time-wait '( sport = :179 )' 2>/dev/null | awk '{ print $NF }' | sed -E 's/:[0-9]+$//; s/^\[(::ffff:)?//; s/\]$//' | sort -u
}
neighbours() { ip neigh show 2>/dev/null | awk '/lladdr|FAILED|INCOMPLETE/ && !/^fe80/ { print $1 }'; }
link_state_of() { ip neigh show "$1" 2>/dev/null | awk '{ print $NF }' | tail -n 1; }

# How many segments came with a wrong password, or with or without one against what was agreed.
count_bad_segments() {
  awk '$1 == "TcpExt:" && !seen++ { for (i = 2; i <= NF; i++) name[i] = $i; next }
    $1 == "TcpExt:" { for (i = 2; i <= NF; i++) if (name[i] ~ /^TCPMD5/) sum += $i }
    END { print sum + 0 }' /proc/net/netstat
}

# Whether the router takes no more dynamic sessions.
is_full() {
  local limit
  limit=$(vtysh -c 'show running-config' 2>/dev/null | sed -nE 's/^ bgp listen limit ([0-9]+)$/\1/p')
  [ "$(vtysh -c 'show bgp neighbors json' 2>/dev/null | grep -cE '"peerSubnetRangeGroup"')" -ge "${limit:-100}" ]
}

# The one thing to do, by the text $1 of what is missing.
next_step() {
  case $1 in
    *'password is probably'*) echo 'Next: compare the password in the secret that Cilium reads with the one of this stack, then run the update again.' ;;
    *'AS number'*) echo "Next: compare cluster.asn and the routers' asn with what runs, then run the update again." ;;
    *'limit of sessions'*) echo 'Next: raise spareNodes of this router, or find out who else dials it.' ;;
    *'than its limit'*) echo 'Next: find out what that node announces, or enlarge the pools.' ;;
    *'outside of'*) echo "Next: correct the node groups' subnets or the nodes' addresses, then run the update again." ;;
    *'on the link'*) echo 'Next: bring the node back, or take it out of the stack, then run the update again.' ;;
    *'no TCP'*) echo "Next: look at that node's CiliumBGPNodeConfig and its agent's log." ;;
    *) echo 'Next: correct what is named above, then run the update again.' ;;
  esac
}
