# shellcheck shell=bash
# The modes of this script; the last three are the watcher's.
main() {
  case ${1-} in
    apply) take_turn_alone && apply ;;
    confirm) take_turn_alone && confirm ;;
    remove) take_turn_alone && remove ;;
    watch) watch "$2" ;;
    act-*) decide "${1#act-}" "$2" "${3-}" ;;
    *) fail 2 "unknown mode: ${1-nothing}" ;;
  esac
}
