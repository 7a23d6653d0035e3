# shellcheck shell=bash disable=SC2030,SC2031
# What has to be entered so that what runs becomes what is wanted: files of statements in, commands out.

# Reads a line BLOCK|FAMILY|TEXT into the variables block, family and text. Told "IFS='|'", read would take a "|" off the
# end of a text, where a password may have one.
next_statement() {
  local line
  IFS= read -r line || return
  block=${line%%|*} line=${line#*|}
  family=${line%%|*} text=${line#*|}
}

# What a new value of replaces the old one of: there is no need to remove that first.
slot_of() {
  local block=$1 family=$2
  # shellcheck disable=SC2086
  set -- $3
  [ "$1" != no ] || shift
  case "$1 ${3-}" in
    'neighbor route-map') printf '%s|%s|%s %s %s\n' "$block" "$family" "$2" "$3" "$5" ;;
    'neighbor graceful-restart'*) printf '%s|%s|%s graceful-restart\n' "$block" "$family" "$2" ;;
    'neighbor '*) printf '%s|%s|%s %s\n' "$block" "$family" "$2" "$3" ;;
    'match '* | 'set '*) printf '%s|%s|%s %s\n' "$block" "$family" "$1" "$2" ;;
    *) printf '%s|%s|%s\n' "$block" "$family" "$*" ;;
  esac
}

# Prints one command in its block.
enter() {
  [ -z "$1" ] || printf '%s\n' "$1"
  [ -z "$2" ] || printf '%s\n' "$2"
  printf '%s\n' "$3"
  [ -z "$2" ] || printf 'exit-address-family\n'
  case "$1$3" in 'router bgp '* | 'route-map '*) printf 'exit\n' ;; esac
}

# Reads the statements to add, in the order in which they can be entered.
enter_all() {
  local block family text
  while next_statement; do
    enter "$block" "$family" "$text"
  done
}

# An old password goes before its successor comes, or FRR keeps it for the peers of the moment.
forget_passwords() {
  local block family text
  grep -E '\|neighbor [^ ]+ password ' "$1" | while next_statement; do
    text=${text% *}
    ! grep -qF "$block|$family|$text " "$WORK/owned" || enter "$block" "$family" "no $text"
  done
}

# First what lets sessions in: listen ranges, then groups as a whole. $1 goes, $2 is wanted.
remove_entrances() {
  local block family text
  while next_statement; do
    case $text in 'bgp listen range '*) enter "$block" "$family" "no $text" ;; esac
  done <"$1"
  while next_statement; do
    case $text in 'neighbor '*' peer-group') enter "$block" "$family" "no $text" ;; esac
  done <"$1"
}

# Then, when nothing refers to them any more, the rest. $1 goes, $2 is wanted.
remove_rest() {
  local block family text group
  while next_statement; do slot_of "$block" "$family" "$text"; done <"$2" >"$WORK/slots"
  while next_statement; do
    case $text in
      'bgp listen range '* | 'neighbor '*' peer-group' | 'no '*) continue ;;
      'neighbor '*)
        group=${text#neighbor }
        grep -qFx "$block||neighbor ${group%% *} peer-group" "$1" && continue
        ;;
    esac
    case $block in 'route-map '*) grep -qFx "||$block" "$1" && continue ;; esac
    slot_of "$block" "$family" "$text" | grep -qFxf - "$WORK/slots" && continue
    case $text in
      'neighbor '*' password '*) text=${text% *} ;;
    esac
    enter "$block" "$family" "no $text"
  done < <(references_first "$1")
}

# Route maps before the lists that they name.
references_first() {
  grep '^router bgp ' -- "$1"
  grep '^route-map ' -- "$1"
  grep '^||route-map ' -- "$1"
  grep '^||' -- "$1" | grep -v '^||route-map '
}
