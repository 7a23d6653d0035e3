# shellcheck shell=bash
# What the kernel is told lasts in a file of our own: systemd loads it at the start, and for an interface when that
# appears.
#   SYSCTL  the file

keep_kernel() {
  set_kernel || return 1
  {
    printf '# Written by %s.\n' "$OWNER"
    kernel_settings
  } >"$WORK/boot"
  keep_boot_file "$SYSCTL" 644
}

forget_kernel() { rm -f -- "$SYSCTL"; }
