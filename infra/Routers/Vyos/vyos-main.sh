# shellcheck shell=bash
main() {
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

leave() {
  cli-shell-api teardownSession >/dev/null 2>&1
  leave_workspace
}
