# shellcheck shell=bash disable=SC2015
# The folders of ours. What lies in them is run later, by whoever may do anything on this router: so nobody else may
# have made them, or may write there.
#   BASE   in memory, for the time of a change: made by root where only root can make it, for one user
#   STATE  on the disk

# Whether $1 is a folder of this user's alone, and no link to one.
is_ours() { [ ! -L "$1" ] && [ "$(stat -c '%u %a %F' -- "$1" 2>/dev/null)" = "$EUID 700 directory" ]; }

open_base() {
  if [ ! -e "$BASE" ] && [ ! -L "$BASE" ]; then as_root install -d -m 700 -o "$EUID" -- "$BASE" 2>/dev/null; fi
  # Another stack's script may be making it just now.
  is_ours "$BASE" || pause 1
  is_ours "$BASE" || refuse_base
  case $(stat -f -c %T -- "$BASE") in
    tmpfs | ramfs) ;;
    *) fail 3 "$BASE is not in memory (findmnt -T $BASE): a change would outlive a reboot there; nothing was changed" ;;
  esac
}

refuse_base() {
  local owner
  owner=$(stat -c %U -- "$BASE" 2>/dev/null) ||
    fail 3 "cannot make $BASE: that takes root, or sudo without a password; nothing was changed"
  if [ "$owner" != "$(id -un)" ] && [ -d "$BASE" ] && [ ! -L "$BASE" ]; then
    fail 3 "this router is changed by the user $owner ($BASE is theirs), and here logs in $(id -un): give all stacks the same SSH user; nothing was changed"
  fi
  fail 3 "$BASE is not a folder that only $(id -un) may enter (mode 700, no link): somebody has changed it; look who, remove it, and run the update again; nothing was changed"
}

# Temporary files may hold the password: in memory, gone at the end. Those of scripts that were killed go, too.
make_workspace() {
  local other
  open_base
  for other in $(names_in "$BASE"); do
    case $other in
      .work.*) [ -d "/proc/${other#.work.}" ] || rm -rf -- "${BASE:?}/$other" ;;
    esac
  done
  WORK=$BASE/.work.$$
  rm -rf -- "$WORK"
  mkdir -m 700 -- "$WORK" && head -c 1048576 /dev/zero >"$WORK/room" && rm -- "$WORK/room" && return
  rm -rf -- "$WORK"
  fail 3 "no room for temporary files in $BASE; nothing was changed"
}
leave_workspace() { [ -z "$WORK" ] || rm -rf -- "$WORK"; }

make_state() {
  [ -e "$STATE" ] || [ -L "$STATE" ] || mkdir -m 700 -- "$STATE" 2>/dev/null || return
  is_ours "$STATE" ||
    fail 3 "$STATE is not a folder that only $(id -un) may enter (mode 700, no link): somebody else has made it; look who, remove it, and run the update again; nothing was changed"
}

# Whether the end of this connection ends the watcher, too, by what systemd's logind is told. It is root's unless said.
is_mortal() {
  local settings user
  is_in_session && command -v loginctl >/dev/null || return 1
  settings=$(limited "$READING" loginctl show-session -p KillUserProcesses -p KillOnlyUsers -p KillExcludeUsers 2>/dev/null)
  grep -qx 'KillUserProcesses=yes' <<<"$settings" || return 1
  user=$(id -un)
  ! is_among "$user" "$(sed -n 's/^KillExcludeUsers=//p' <<<"$settings")" || return 1
  settings=$(sed -n 's/^KillOnlyUsers=//p' <<<"$settings")
  [ -z "$settings" ] || is_among "$user" "$settings"
}

is_in_session() { grep -q 'session-[^/]*\.scope' /proc/self/cgroup 2>/dev/null; }

refuse_mortal() {
  ! is_mortal || fail 3 "this router ends all of a user's processes when the connection ends (KillUserProcesses=yes in logind.conf), the watcher too, which a change needs: add $(id -un) to KillExcludeUsers there, and restart systemd-logind; nothing was changed"
}
