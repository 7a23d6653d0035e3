# shellcheck shell=bash
# The settings of the kernel: now, and in a file of our own for the next start.
#   KERNEL  what the kernel is told, as KEY=VALUE     SYSCTL  our file of it

# Notes in TX what it replaces, when a change is open.
set_kernel() {
  local setting key file old
  for setting in $KERNEL; do
    key=${setting%%=*}
    file=/proc/sys/${key//.//}
    if ! old=$(cat "$file" 2>/dev/null); then
      printf 'this kernel has no %s\n' "$key" >"$WORK/output"
      return 1
    fi
    [ "$old" != "${setting#*=}" ] || continue
    ! is_open || printf '%s=%s\n' "$key" "$old" >>"$TX/before.kernel"
    if ! printf '%s\n' "${setting#*=}" >"$file"; then
      printf 'cannot set %s\n' "$key" >"$WORK/output"
      return 1
    fi
    say "+ kernel $setting"
  done
}

restore_kernel() {
  local key value
  while IFS='=' read -r key value; do
    printf '%s\n' "$value" >"/proc/sys/${key//.//}"
  done < <(tac "$TX/before.kernel" 2>/dev/null)
}

keep_kernel() {
  local setting
  set_kernel || return 1
  {
    printf '# Written by %s.\n' "$OWNER"
    for setting in $KERNEL; do printf '%s\n' "$setting"; done
  } >"$WORK/sysctl"
  cmp -s "$WORK/sysctl" "$SYSCTL" && return
  if ! cp -- "$WORK/sysctl" "$SYSCTL" || ! chmod 644 "$SYSCTL"; then
    printf 'cannot write %s\n' "$SYSCTL" >"$WORK/output"
    return 1
  fi
}

forget_kernel() { rm -f -- "$SYSCTL"; }
