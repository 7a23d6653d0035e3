# shellcheck shell=bash
# The settings of the kernel: now, and in a file of our own for the next start.
#   KERNEL  what the kernel is told, as KEY=VALUE     SYSCTL  our file of it

apply_kernel() {
  local setting key file
  for setting in $KERNEL; do
    key=${setting%%=*}
    file=/proc/sys/${key//.//}
    [ -e "$file" ] || fail 10 "this kernel has no $key"
    [ "$(cat "$file")" = "${setting#*=}" ] && continue
    printf '%s\n' "${setting#*=}" >"$file" || fail 10 "cannot set $key"
    say "+ kernel $setting"
  done
  {
    printf '# Written by %s.\n' "$OWNER"
    for setting in $KERNEL; do printf '%s\n' "$setting"; done
  } >"$WORK/sysctl"
  cmp -s "$WORK/sysctl" "$SYSCTL" && return
  if ! cp -- "$WORK/sysctl" "$SYSCTL" || ! chmod 644 "$SYSCTL"; then fail 10 "cannot write $SYSCTL"; fi
}
