# shellcheck shell=bash
# VyOS has statements for the kernel, but gives some settings of an interface back their defaults whenever it touches the
# interface, and at its start. So they last in a script that VyOS runs after every commit, that of its start included.
#   HOOK  the script

keep_kernel() {
  set_kernel || return 1
  if [ -z "$KERNEL" ]; then
    forget_kernel
    return
  fi
  hook_text >"$WORK/boot"
  (umask 022 && as_root mkdir -p "${HOOK%/*}")
  keep_boot_file "$HOOK" 755
}

# It says nothing where an interface is gone.
hook_text() {
  printf '#!/bin/sh\n# Written by %s.\n' "$OWNER"
  # shellcheck disable=SC2016 # not for now
  printf '[ "$(id -u)" -eq 0 ] || exec sudo -n "$0"\n'
  printf 'exec /sbin/sysctl -q -e -w'
  kernel_settings | while IFS= read -r setting; do printf ' \\\n  %s' "$setting"; done
  printf '\n'
}

forget_kernel() { [ ! -e "$HOOK" ] || as_root rm -f -- "$HOOK"; }
