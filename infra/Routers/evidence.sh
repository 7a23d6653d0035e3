# shellcheck shell=bash
# What the router's log, its kernel and its link know of a peer.

# What counts as evidence is what came after this: bad segments, bytes of the log, seconds of the clock.
note_evidence() { printf '%s %s %s\n' "$(count_bad_segments)" "$(wc -c 2>/dev/null <"$(log_file)" || echo 0)" "$(date +%s)"; }
evidence_since() {
  local -a since
  read -ra since <<<"${EVIDENCE:-$(cat "$TX/evidence" 2>/dev/null)}"
  printf '%s\n' "${since[$1]-0}"
}

# What the router's log says of peers since then, in WORK/log. FRR names its log; elsewhere the journal has it.
read_log() {
  local file
  file=$(log_file)
  if [ -f "$file" ]; then
    tail -c "+$(($(evidence_since 1) + 1))" -- "$file" | tail -n 20000
  elif command -v journalctl >/dev/null; then
    limited "$READING" journalctl -q -t bgpd -n 5000 --since "@$(evidence_since 2)" 2>/dev/null
  fi >"$WORK/log"
}
log_file() {
  local file
  file=$(ask_frr 'show logging' | grep -oE '(filename |file:)/[^ "]+' | tail -n 1)
  printf '/%s\n' "${file#*/}"
}

# What it says last of $1: of a refused OPEN, or of a notification where those are logged.
last_word_of() {
  grep -E "(neighbor|peer:|from) $1( |\$)" "$WORK/log" | grep -oE 'OPEN receipt failed|[0-9]+/[0-9]+ \([^)]*\)' | tail -n 1
}

# Who closed a connection to us in the last minute: the kernel still knows.
ended_connections() {
  limited "$READING" ss -Htn state time-wait '( sport = :179 )' 2>/dev/null | awk '{ print $NF }' | sed -E 's/:[0-9]+$//; s/^\[(::ffff:)?//; s/\]$//' | sort -u
}
neighbours() { ip neigh show 2>/dev/null | awk '/lladdr|FAILED|INCOMPLETE/ && !/^fe80/ { print $1 }'; }

# On the link that the router sends to $1 over: another one may hold a memory of the same address.
link_state_of() { ip neigh show "$1" dev "$(link_to "$1")" 2>/dev/null | awk '{ print $NF }'; }
is_on_link() {
  local route
  route=$(ip route get "$1" 2>/dev/null) && [[ $route != *' via '* ]]
}
link_to() { ip route get "$1" 2>/dev/null | sed -nE '1s/.* dev ([^ ]+).*/\1/p'; }

# How many segments came with a wrong password, or with or without one against what was agreed.
count_bad_segments() {
  awk '$1 == "TcpExt:" && !seen++ { for (i = 2; i <= NF; i++) name[i] = $i; next }
    $1 == "TcpExt:" { for (i = 2; i <= NF; i++) if (name[i] ~ /^TCPMD5/) sum += $i }
    END { print sum + 0 }' /proc/net/netstat
}

# Whether the router takes no more dynamic sessions than those among $1.
is_full() {
  local limit
  limit=$(limited "$READING" vtysh -c 'show running-config' 2>/dev/null | sed -nE 's/^ bgp listen limit ([0-9]+)$/\1/p')
  [ "$(awk '$6 != "-"' <<<"$1" | wc -l)" -ge "${limit:-100}" ]
}

# Sends a datagram to each missing peer and waits until the kernel knows whether it answers on the link.
probe() {
  local group ranges nodes peer until
  while read -r group _ _ ranges nodes; do
    missing_peers "$group" "$ranges" "$nodes" "$2"
  done <<<"$1" >"$WORK/missing"
  while read -r peer; do
    as_root ip neigh change "$peer" dev "$(link_to "$peer")" nud probe 2>/dev/null
    # What a filter of the router's own stops asks nobody.
    (printf x >"/dev/udp/$peer/9") 2>/dev/null && printf '%s\n' "$peer"
  done <"$WORK/missing" >"$WORK/asked"
  : >"$WORK/failed"
  look_at_clock
  until=$((NOW + 10))
  pause 1
  while is_waiting && [ "$NOW" -lt "$until" ]; do
    pause 0.5
    look_at_clock
  done
}
# Notes who has failed. The kernel forgets that at its next sweep; who was asked, and answers, it remembers for longer.
is_waiting() {
  local peer waiting=1
  while read -r peer; do
    case $(link_state_of "$peer") in
      FAILED) printf '%s\n' "$peer" >>"$WORK/failed" ;;
      INCOMPLETE | DELAY | PROBE) waiting=0 ;;
      '') ! is_on_link "$peer" || ! grep -qFx -- "$peer" "$WORK/asked" || printf '%s\n' "$peer" >>"$WORK/failed" ;;
    esac
  done <"$WORK/missing"
  return "$waiting"
}
