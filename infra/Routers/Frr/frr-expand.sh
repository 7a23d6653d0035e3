# shellcheck shell=bash
# What both the design that runs and the wanted one need: nothing is taken away before the sessions stand.

# From the files owned and running, wanted and asserted to expanded and expanded.globals.
expand() {
  local block family text
  while next_statement; do
    is_kept "$block" "$text" && printf '%s|%s|%s\n' "$block" "$family" "$text"
  done < <(lines_only_in "$WORK/owned" "$WORK/wanted") >"$WORK/kept"
  while next_statement; do
    widen "$block" "$family" "$text"
  done <"$WORK/wanted" >"$WORK/expanded"
  cat -- "$WORK/kept" >>"$WORK/expanded"
  while next_statement; do
    larger_of "$block" "$family" "$text"
  done <"$WORK/asserted" >"$WORK/expanded.globals"
}

# Whether a statement that only runs can stand beside the wanted ones. What has one value is replaced, and so is what
# stands in a group or a map that is wanted.
is_kept() {
  local name=$2
  case "$1|$2" in
    '|ip prefix-list '*' permit '* | '|ipv6 prefix-list '*' permit '* | '|bgp community-list '*' permit '*) ;;
    '|ip route '* | '|ipv6 route '*) ;;
    '|route-map '*) ! is_wanted_map "$2" ;;
    'route-map '*) ! is_wanted_map "$1" ;;
    "$INSTANCE|bgp listen range "*) ! overlaps "$(cut -d' ' -f4 <<<"$2")" ;;
    "$INSTANCE|"*)
      name=${name#no }
      name=${name#neighbor }
      ! grep -qFx "$1||neighbor ${name%% *} peer-group" "$WORK/wanted"
      ;;
    *) return 1 ;;
  esac
}
is_wanted_map() { grep -qF "||$(cut -d' ' -f1,2 <<<"$1") " "$WORK/wanted"; }

# FRR refuses a listen range that overlaps another one.
overlaps() {
  local wanted
  while read -r wanted; do
    [ -z "$(within "$wanted" <<<"$1")$(within "$1" <<<"$wanted")" ] || return 0
  done < <(grep -F '|bgp listen range ' "$WORK/wanted" | cut -d' ' -f6)
  return 1
}

# A wanted statement, as it may stand beside what runs.
widen() {
  local group
  case $3 in
    'match community '*)
      # Whoever is let in without a community is let in until then.
      grep -qFx "||$1" "$WORK/owned" && ! grep -q "^$1|$2|match community " "$WORK/owned" && return
      ;;
    'neighbor '*' maximum-prefix '*)
      group=${3#neighbor }
      group=${group%% *}
      set -- "$1" "$2" "neighbor $group maximum-prefix $(wider_limit "$group" "${3##* }")"
      ;;
  esac
  printf '%s|%s|%s\n' "$1" "$2" "$3"
}

# While addresses of both filters may be announced: as many as group $1 may with limit $2, and those that stay.
wider_limit() {
  local running
  running=$(grep "|neighbor $1 maximum-prefix " "$WORK/owned" | head -n 1)
  awk -v list="prefix-list $1-vips" -v wanted="$2" -v running="${running##* }" '
    index($0, list " ") {
      split($5, network, "/")
      wanted += 2 ^ ((index(network[1], ":") ? 128 : 32) - network[2])
    }
    END {
      if (wanted < running + 0) wanted = running
      if (wanted > 4294967295) wanted = 4294967295
      printf "%.0f\n", wanted
    }' "$WORK/kept"
}

# Limits of the whole router are the larger of both until then. 100 is FRR's listen limit where it writes none.
larger_of() {
  local running=''
  case $3 in
    'bgp listen limit '*) grep -qFx "||$1" "$WORK/running" && running=100 ;;
    'maximum-paths '*) running=0 ;;
  esac
  if [ -n "$running" ]; then
    running=$(grep -F "$1|$2|${3% *} " "$WORK/running" || echo "$running")
    running=${running##* }
    [ "$running" -le "${3##* }" ] || set -- "$1" "$2" "${3% *} $running"
  fi
  printf '%s|%s|%s\n' "$1" "$2" "$3"
}
