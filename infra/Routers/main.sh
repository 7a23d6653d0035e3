# shellcheck shell=bash
# The modes of this script; the last two are the watcher's.
main() {
  case ${1-} in
    apply | confirm | remove)
      need_programs
      take_turn_alone
      "$1"
      ;;
    rollback)
      need_programs
      take_turn_alone
      rollback "${2-}"
      ;;
    status) status ;;
    watch) watch "$2" ;;
    act) act "$2" "$3" "${4-}" ;;
    *) fail 2 "unknown mode: ${1-nothing}" ;;
  esac
}
