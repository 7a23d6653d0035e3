# shellcheck shell=bash
# What the kernel is told lasts in a file of our own: systemd loads it at the start, and for an interface when that
# appears.
#   SYSCTL  the file

keep_kernel() {
  set_kernel || return 1
  {
    printf '# Written by %s.\n' "$OWNER"
    cat "$WORK/kernel"
  } >"$WORK/boot"
  keep_boot_file "$SYSCTL" 644 && return_links "$WORK/kernel"
}

forget_kernel() {
  [ ! -e "$SYSCTL" ] || as_root rm -f -- "$SYSCTL"
  return_all_links
}
