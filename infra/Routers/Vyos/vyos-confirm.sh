# shellcheck shell=bash
# VyOS's own commit-confirm, behind the watcher: if that dies, the router reboots, or reloads, with what was saved. It is
# global to the router, and runs from before the commit on.

arm() {
  local minutes=$(((REVERT_AFTER + 2 * RECONNECT + 60 + 59) / 60 + 1))
  ! is_armed || [ "$(cat "$TX/armed" 2>/dev/null)" ] || {
    echo "somebody else's commit on this router waits to be confirmed" >"$WORK/output"
    return 1
  }
  disarm
  echo yes >"$TX/armed"
  config-mgmt commit_confirm -y -t=$minutes >>"$WORK/output" 2>&1
}

# "confirm" counts as a success when nothing is pending, too.
disarm() {
  [ -e "$TX/armed" ] || return 0
  config-mgmt confirm >>"$WORK/output" 2>&1
  rm -f -- "$TX/armed"
}

is_armed() { systemctl is-active --quiet commit-confirm.timer 2>/dev/null; }

leave() {
  [ -z "${SESSION-}" ] || cli-shell-api teardownSession >/dev/null 2>&1
  leave_workspace
}
