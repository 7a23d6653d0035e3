# shellcheck shell=bash
main() {
  command -v vtysh >/dev/null || fail 3 'this router has no vtysh: is FRR installed?'
  take_turn
  make_workspace
  trap leave_workspace EXIT
  case ${1-} in
    apply) apply ;;
    confirm)
      apply
      wait_for_sessions
      ;;
    remove) remove ;;
    *) fail 2 "unknown mode: ${1-nothing}" ;;
  esac
}
