# shellcheck shell=bash disable=SC2094
# What holds for the whole router: asserted, and taken back only with a change that is not confirmed.

# Statements of file $1 that do not hold yet, by what runs.
missing_globals() {
  local block family text default
  while next_statement; do
    grep -qFx -- "$block|$family|$text" "$WORK/running" && continue
    case $text in
      'bgp listen limit '*) listen_limit_suffices "$block" "${text##* }" && continue ;;
      'maximum-paths '*)
        # FRR does not write what is its default, and that is what it was built for.
        default=$(ask_frr 'show version' | grep -oE 'enable-multipath=[0-9]+')
        grep -q "^$block|$family|maximum-paths [0-9]" "$WORK/running" || [ "${default#*=}" != "${text##* }" ] || continue
        ;;
    esac
    printf '%s|%s|%s\n' "$block" "$family" "$text"
  done <"$1"
}

# The limit counts the sessions of all groups. Where others listen too, it is never lowered. 100 is FRR's default,
# which it does not write.
listen_limit_suffices() {
  local running
  running=$(grep -F "$1||bgp listen limit " "$WORK/running")
  running=${running##* }
  [ "${running:-100}" -ge "$2" ] || return 1
  [ "${running:-100}" -eq "$2" ] || others_listen "$1"
}
others_listen() {
  local line
  while IFS= read -r line; do
    is_among "${line##* }" "$PEER_GROUPS" || return 0
  done < <(grep -F "$1||bgp listen range " "$WORK/running")
  return 1
}

# Prints each statement of the files behind what it gives a value to, and a tab.
with_slots() {
  awk -F'|' '
    {
      text = $0
      sub(/^[^|]*\|[^|]*\|(no )?/, "", text)
      n = split(text, word, " ")
      if (word[n] ~ /[0-9]/) sub(/ [^ ]+$/, "", text)
      print $1 "|" $2 "|" text "\t" $0
    }' "$@"
}

# Before the statements of file $1 are asserted: what they replace, and what they bring. What ran before an open change
# has been noted stays; what it has brought is now what this one brings.
remember_globals() {
  with_slots "$TX/new.globals" >"$WORK/brought"
  with_slots "$TX/before.globals" >"$WORK/replaced"
  with_slots "$WORK/running" >"$WORK/slots"
  with_slots "$1" | awk -F'\t' -v brought="$WORK/brought" -v replaced="$WORK/replaced" -v running="$WORK/slots" -v old="$TX/before.globals" '
    BEGIN {
      while ((getline <brought) > 0) mine[$1] = $2
      while ((getline <replaced) > 0) known[$1] = 1
      while ((getline <running) > 0) { line[$1] = $2; runs[$2] = 1 }
    }
    $1 in mine { mine[$1] = $2; next }
    ($2 in runs) || ($1 in known) { next }
    $1 in line { print line[$1] >>old; next }
    { mine[$1] = $2 }
    END { for (slot in mine) print mine[slot] }' | sort >"$WORK/new.globals"
  cp -- "$WORK/new.globals" "$TX/new.globals" || return
  [ -z "$OTHER_INSTANCE" ] || lines_only_in "$WORK/gone" "$TX/before" >>"$TX/before.globals"
  return 0
}

# Commands that take back what file $1 has brought and still runs. An instance that it has brought goes as a whole, if
# nobody else has put something there.
take_back() {
  local block family text
  while next_statement; do
    grep -qFx -- "$block|$family|$text" "$WORK/running" || continue
    ! grep -qFx -- "||$block" "$1" || continue
    [ -z "$(grep "^$text|" "$WORK/running" | lines_only_in - "$WORK/owned" | lines_only_in - "$1")" ] || continue
    case $text in
      'no '*) enter "$block" "$family" "${text#no }" ;;
      *) enter "$block" "$family" "no $text" ;;
    esac
  done <"$1"
}
