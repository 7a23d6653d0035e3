# shellcheck shell=bash disable=SC2094,SC2015
# What runs on an FRR, one statement to a line: BLOCK|FAMILY|TEXT, where BLOCK and FAMILY are the lines that open
# them, or empty.
#   TAG  what this stack's static routes carry, as they have no names

flatten() {
  local block='' family='' line
  while IFS= read -r line; do
    case $line in
      '' | '!'* | ' !'* | 'Building '* | 'Current '* | end | exit | exit-* | ' exit') ;;
      ' exit-'*) family='' ;;
      ' address-family '*) family=${line# } ;;
      '  '*) printf '%s|%s|%s\n' "$block" "$family" "${line#  }" ;;
      ' '*) printf '%s||%s\n' "$block" "${line# }" ;;
      *)
        block=$line family=''
        printf '||%s\n' "$line"
        ;;
    esac
  done
}

# List entries without their numbers: FRR gives them, and their order does not matter here.
without_numbers() {
  sed -E 's/^(\|\|(ip|ipv6) prefix-list [^ ]+|\|\|bgp community-list [^ ]+ [^ ]+) seq [0-9]+ /\1 /'
}

# All of it, or the script ends: what is missing in half an answer would be taken for what does not run.
read_running() {
  limited "$READING" vtysh -c 'show running-config' >"$WORK/answer" 2>"$WORK/errors" && grep -qx 'end' "$WORK/answer" ||
    fail 3 "FRR does not show its configuration within $READING s: $(cat "$WORK/errors")"
  flatten <"$WORK/answer" | without_numbers >"$WORK/running"
  keep_owned <"$WORK/running" >"$WORK/owned"
  cp -- "$WORK/owned" "$WORK/owned.all"
}

# Whether this stack owns the statement BLOCK, TEXT.
is_owned() {
  local block=$1
  # shellcheck disable=SC2086 # words, and no globbing: set -f
  set -- $2
  case $block in
    '')
      case "$1 ${2-}" in
        'ip prefix-list' | 'ipv6 prefix-list') is_among "$3" "$LISTS" ;;
        'bgp community-list') is_among "$4" "$COMMUNITIES" ;;
        'route-map '*) is_among "$2" "$MAPS" ;;
        'ip route' | 'ipv6 route') [ "${4-} ${5-} ${6-}" = "blackhole tag $TAG" ] ;;
        *) return 1 ;;
      esac
      ;;
    'route-map '*)
      block=${block#route-map }
      is_among "${block%% *}" "$MAPS"
      ;;
    'router bgp '*' '*) return 1 ;;
    'router bgp '*)
      case $1 in
        neighbor) is_among "$2" "$PEER_GROUPS" ;;
        no) [ "$2" = neighbor ] && is_among "$3" "$PEER_GROUPS" ;;
        bgp) [ "$2 $3" = 'listen range' ] && is_among "${6-}" "$PEER_GROUPS" ;;
        *) return 1 ;;
      esac
      ;;
    *) return 1 ;;
  esac
}

keep_owned() {
  local block family text
  while next_statement; do
    is_owned "$block" "$text" && printf '%s|%s|%s\n' "$block" "$family" "$text"
  done
  add_hidden
}

# FRR does not write what is its default: whether a group takes part in IPv4.
add_hidden() {
  local block family text group
  while next_statement; do
    group=$text
    case $block in 'router bgp '*' '*) continue ;; 'router bgp '*) ;; *) continue ;; esac
    case $group in 'neighbor '*' peer-group') ;; *) continue ;; esac
    group=${group#neighbor }
    group=${group% peer-group}
    is_among "$group" "$PEER_GROUPS" || continue
    grep -qE "^$block\|address-family ipv4 unicast\|(no )?neighbor $group activate$" "$WORK/running" && continue
    if grep -qFx "$block||no bgp default ipv4-unicast" "$WORK/running"; then
      printf '%s|address-family ipv4 unicast|no neighbor %s activate\n' "$block" "$group"
    else
      printf '%s|address-family ipv4 unicast|neighbor %s activate\n' "$block" "$group"
    fi
  done <"$WORK/running"
}

# The BGP statements of others, without their block.
bgp_statements() {
  local block family text
  while next_statement; do
    [ "$block" != "$INSTANCE" ] || [ -n "$family" ] || printf '%s\n' "$text"
  done < <(lines_only_in "$WORK/running" "$WORK/owned")
}
how_to_remove() { if [ "$1" = range ]; then echo "no bgp listen range $2 peer-group $3"; else echo "no neighbor $2"; fi; }
