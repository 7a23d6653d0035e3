# shellcheck shell=bash disable=SC2094
# What holds for the whole router: asserted, and taken back only with a change that is not confirmed.

# Statements of file $1 that do not hold yet, by what runs.
missing_globals() {
  local line
  while IFS= read -r line; do
    grep -qFx -- "$line" "$WORK/running" && continue
    case $line in 'protocols bgp listen limit '*) listen_limit_suffices "${line##* }" && continue ;; esac
    printf '%s\n' "$line"
  done <"$1"
}

# The limit counts the sessions of all groups: where others listen too, it is never lowered.
listen_limit_suffices() {
  local running
  running=$(grep '^protocols bgp listen limit ' "$WORK/running")
  running=${running##* }
  [ "${running:-100}" -ge "$1" ] && grep -q '^protocols bgp listen range ' "$WORK/foreign"
}

# What the statement $1 shares with those that have another value, and a blank. What has no value shares nothing.
slot_of() {
  case $1 in
    *' layer4-hashing' | *' ignore-unreachable-nexthops') printf '%s ' "$1" ;;
    *) printf '%s ' "${1% *}" ;;
  esac
}

# Prints the line that runs with another value where $1 is to be; nothing if there is none.
replaced_by() {
  awk -v slot="$(slot_of "$1")" 'index($0, slot) == 1 && index(substr($0, length(slot) + 1), " ") == 0' "$WORK/running"
}

# Before the statements of file $1 are asserted: what they replace, and what they bring. What ran before an open change
# has been noted stays; what it has brought is now what this one brings.
remember_globals() {
  local line old slot
  while IFS= read -r line; do
    slot=$(slot_of "$line")
    if grep -qF -- "$slot" "$TX/new.globals"; then
      grep -vF -- "$slot" "$TX/new.globals" >"$WORK/new.globals"
      printf '%s\n' "$line" >>"$WORK/new.globals"
      cp -- "$WORK/new.globals" "$TX/new.globals" || return
      continue
    fi
    if grep -qFx -- "$line" "$WORK/running" || grep -qF -- "$slot" "$TX/before.globals"; then continue; fi
    old=$(replaced_by "$line")
    if [ -n "$old" ]; then printf '%s\n' "$old" >>"$TX/before.globals"; else printf '%s\n' "$line" >>"$TX/new.globals"; fi
  done <"$1"
}

# What to delete of what file $1 has brought and still runs. The AS number goes last, with all of BGP, and only if nobody
# else has put something there.
take_back() {
  local line
  while IFS= read -r line; do
    grep -qFx -- "$line" "$WORK/running" || continue
    case $line in
      'protocols bgp '*) ! grep -q '^protocols bgp system-as ' "$1" || [ -n "$(foreign_bgp "$1")" ] || continue ;;
    esac
    printf '%s\n' "$line"
  done <"$1"
  if grep '^protocols bgp system-as ' "$1" | grep -qFxf - "$WORK/running" && [ -z "$(foreign_bgp "$1")" ]; then echo 'protocols bgp'; fi
}
foreign_bgp() { grep '^protocols bgp ' "$WORK/foreign" | lines_only_in - "$1"; }
