# shellcheck shell=bash disable=SC2034,SC2153,SC2015
# The last ten changes, on the router's disk, for this user only: their lines hold the password. A folder each, by number:
#   before, before.globals, wanted, asserted, design, digest   as in a change's own folder
#   phase, verdict, time                                       how it ended, and when, by the router's clock

# The numbers of the changes that are kept, the newest first.
kept_changes() { names_in "$STATE/history" | grep -E '^[0-9]+$' | sort -rn; }

# Keeps the change that has just been decided. What has no room is not kept, which changes nothing else.
keep_history() {
  local folder=$STATE/history number name
  [ -d "$folder" ] || { make_state && mkdir -m 700 -- "$folder" 2>/dev/null; }
  is_ours "$folder" || return 0
  number=$(kept_changes | head -n 1)
  number=$((${number:-0} + 1))
  rm -rf -- "$folder/new"
  mkdir -m 700 -- "$folder/new" || return 0
  for name in before before.globals wanted asserted design digest phase verdict; do
    [ ! -e "$TX/$name" ] || cp -- "$TX/$name" "$folder/new/$name" || { rm -rf -- "$folder/new" && return 0; }
  done 2>/dev/null
  date '+%Y-%m-%d %H:%M:%S %z' >"$folder/new/time" && mv -- "$folder/new" "$folder/$number" 2>/dev/null
  kept_changes | tail -n +11 | while read -r number; do rm -rf -- "${folder:?}/$number"; done
  return 0
}

# What the confirmation vouches for belongs to the change that it has confirmed.
note_digest() {
  local newest
  [ -n "$DIGEST" ] && [ -d "$TX" ] && ! cmp -s "$TX/digest" <<<"$DIGEST" || return 0
  printf '%s\n' "$DIGEST" >"$TX/digest"
  newest=$STATE/history/$(kept_changes | head -n 1)
  ! cmp -s "$newest/wanted" "$TX/wanted" || cp -- "$TX/digest" "$newest/digest"
}

# Sets ENTRY to the change to go back to: number $1, or else the newest that was confirmed and is not what runs.
find_earlier() {
  local number
  for number in ${1:-$(kept_changes)}; do
    ENTRY=$STATE/history/$number
    [ -d "$ENTRY" ] || fail 2 "there is no change $1 among those that are kept: $(kept_changes | paste -sd' ')"
    first_line "$ENTRY/phase"
    if [ "$LINE" != confirmed ]; then
      [ -z "${1-}" ] || fail 2 "change $1 was not confirmed ($LINE): nothing is gone back to that did not work"
      continue
    fi
    [ -z "${1-}" ] || return 0
    read_running
    ! plan_change "$ENTRY/wanted" "$ENTRY/asserted" || return 0
  done
  fail 2 'there is no earlier change that was confirmed and is not what runs'
}

# Makes the design of ENTRY this script's own, in the names of both dialects.
take_design() {
  { read -r ROUTER_ASN && read -r NODE_ASN && IFS= read -r COMMUNITIES_WANTED && EXPECTED=$(cat); } <"$ENTRY/design"
  # shellcheck disable=SC2034 # each dialect has one of them
  OWNED=$(cat "$ENTRY/wanted") GLOBAL=$(cat "$ENTRY/asserted") SYSTEM_AS=$ROUTER_ASN INSTANCE="router bgp $ROUTER_ASN"
  first_line "$ENTRY/digest"
  DIGEST=$LINE
}
