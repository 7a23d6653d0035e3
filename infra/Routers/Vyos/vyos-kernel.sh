# shellcheck shell=bash
# VyOS has statements for the kernel, but gives some settings of an interface back their defaults whenever it touches the
# interface, and at its start. So they last in a script that VyOS runs after every commit, that of its start included.
#   HOOK  the script

keep_kernel() {
  set_kernel || return 1
  keep_hook && return_links "$WORK/kernel"
}

keep_hook() {
  if [ -z "$KERNEL" ]; then
    drop_hook
    return
  fi
  hook_text >"$WORK/boot"
  (umask 022 && as_root mkdir -p "${HOOK%/*}")
  keep_boot_file "$HOOK" 755
}
drop_hook() { [ ! -e "$HOOK" ] || as_root rm -f -- "$HOOK"; }

# It says nothing where an interface is gone. Whom the kernel has heard of before, it asks anew, as trust_anew does.
hook_text() {
  printf '#!/bin/sh\n# Written by %s.\n' "$OWNER"
  # shellcheck disable=SC2016 # not for now
  printf '[ "$(id -u)" -eq 0 ] || exec sudo -n "$0"\n'
  printf '/sbin/sysctl -q -e -w'
  while IFS= read -r setting; do printf ' \\\n  %s' "$setting"; done <"$WORK/kernel"
  printf '\nfor link in %s; do\n' "$({ node_interfaces ipv4 && node_interfaces ipv6; } | sort -u | paste -sd' ')"
  cat <<'END'
  ip neigh show dev "$link" nud reachable nud delay nud probe 2>/dev/null |
    sed "s/ .*/ dev $link nud stale/; s/^/neigh change /"
done | ip -force -batch - >/dev/null 2>&1
exit 0
END
}

forget_kernel() {
  drop_hook
  return_all_links
}
