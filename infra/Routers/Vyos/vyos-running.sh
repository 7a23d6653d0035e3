# shellcheck shell=bash disable=SC2015
# What runs on a VyOS, one statement to a line, as its "set" lines without "set" and quotes.
#   TAG       what this stack's static routes carry, as they have no names; its firewall rules carry OWNER
#   NETWORKS  the firewall's groups of networks that can be this stack's

without_quotes() { sed -nE "s/^set //; T; s/'//g; p"; }

# $1 is active or working.
list_configuration() {
  limited "$READING" cli-shell-api showCfg "--show-$1-only" >"$WORK/answer" &&
    limited "$READING" vyos-config-to-commands <"$WORK/answer" >"$WORK/commands" && without_quotes <"$WORK/commands"
}

# All of it, or the script ends: what is missing in half an answer would be taken for what does not run.
read_running() {
  list_configuration active >"$WORK/running" 2>"$WORK/errors" && [ -s "$WORK/running" ] ||
    fail 3 "VyOS does not show its configuration within $READING s: $(cat "$WORK/errors")"
  keep_owned "$WORK/running" >"$WORK/owned"
  cp -- "$WORK/owned" "$WORK/owned.all"
  lines_only_in "$WORK/running" "$WORK/owned" >"$WORK/foreign"
}

# The statements of file $1 that this stack owns.
keep_owned() {
  local line routes rules
  routes=$(grep -E "^protocols static route6? [^ ]+ blackhole tag $TAG\$" "$1" | cut -d' ' -f1-5)
  rules=$(grep -E "^firewall ipv[46] input filter rule [0-9]+ description $OWNER\$" "$1" | cut -d' ' -f1-6)
  grep -E '^(policy|protocols (bgp (peer-group|listen)|static)|firewall) ' "$1" | while IFS= read -r line; do
    is_owned "$line" "$routes" "$rules" && printf '%s\n' "$line"
  done
}

# Whether this stack owns the statement $1; $2 holds its discard routes, $3 its rules of the firewall.
is_owned() {
  # shellcheck disable=SC2206 # words, and no globbing: set -f
  local -a word=($1)
  case "${word[0]} ${word[1]-} ${word[2]-}" in
    'policy prefix-list '* | 'policy prefix-list6 '*) is_among "${word[2]}" "$LISTS" ;;
    'policy community-list '*) is_among "${word[2]}" "$COMMUNITIES" ;;
    'policy route-map '*) is_among "${word[2]}" "$MAPS" ;;
    'protocols bgp peer-group') is_among "${word[3]-}" "$PEER_GROUPS" ;;
    'protocols bgp listen') [ "${word[3]-}" = range ] && is_among "${word[6]-}" "$PEER_GROUPS" ;;
    'protocols static route' | 'protocols static route6')
      [ "${word[4]-}" = blackhole ] && grep -qFx "${word[*]:0:5}" <<<"$2"
      ;;
    'firewall group network-group' | 'firewall group ipv6-network-group') is_among "${word[3]-}" "$NETWORKS" ;;
    'firewall ipv4 input' | 'firewall ipv6 input') grep -qFx "${word[*]:0:6}" <<<"$3" ;;
    *) return 1 ;;
  esac
}

# The BGP statements of others, in FRR's words.
bgp_statements() {
  sed -nE 's/^protocols bgp (neighbor [^ ]+ (remote-as|peer-group|password) .*)$/\1/p
    s/^protocols bgp peer-group ([^ ]+ (remote-as|password) .*)$/neighbor \1/p
    s/^protocols bgp (listen range .*)$/bgp \1/p' "$WORK/foreign"
}
how_to_remove() { if [ "$1" = range ]; then echo "delete protocols bgp listen range $2"; else echo "delete protocols bgp neighbor $2"; fi; }
