# shellcheck shell=bash disable=SC2153
# Old passwords that FRR keeps. Before 2026 it leaves the password of a dynamic session on its listening socket, for the
# peer's address, when the session has gone (FRR pull request 20740): a node that is away while the password changes
# could never come back.

# Clears those of peers that are gone: a neighbour that is made and removed at once takes the key with it. Nothing of it
# stays in the configuration.
drop_stale_keys() {
  local present address
  # Who cannot be seen may be there.
  present=$(read_sessions) || return 0
  present=$(cut -d' ' -f2 <<<"$present" | tr '\n' ' ')
  while read -r address; do
    is_among "$address" "$present" && continue
    printf 'router bgp\n neighbor %s remote-as %s\n neighbor %s password none\n no neighbor %s\nexit\n' \
      "$address" "$NODE_ASN" "$address" "$address"
  done < <(keyed_addresses) >"$WORK/keys"
  [ ! -s "$WORK/keys" ] || limited "$ENTERING" vtysh -f "$WORK/keys" >/dev/null 2>&1
}

# The single addresses in the listen ranges, and not a range of their own, that have a password on the listening socket.
# The passwords themselves, which ss prints too, are dropped.
keyed_addresses() {
  local ranges
  ranges=$(cut -d' ' -f4 <<<"$EXPECTED" | paste -sd, -)
  as_root ss -Htlni '( sport = :179 )' 2>/dev/null |
    grep -a 'md5keys:' | sed 's/.*md5keys://' | tr ',' '\n' |
    sed -nE 's/^([0-9a-fA-F.:]+\/(32|128))=.*/\1/p' | grep -vxF -f <(tr , '\n' <<<"$ranges") |
    cut -d/ -f1 | within "${ranges:--}"
}
