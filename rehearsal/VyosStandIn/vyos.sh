#!/bin/bash
# A stand-in for the shell interface of VyOS; what it is and is not stands in README.md. Called by the names of VyOS's
# programs, which install.sh makes. VYOS is its folder, /vyos unless said otherwise.

set -u
export LC_ALL=C
home=$(readlink -f "$0") && home=${home%/*}
VYOS=${VYOS:-/vyos}
active=$VYOS/active
boot_file=/config/config.boot
MINUTE=60 REBOOT=vyos-boot PATHSPACE=
# shellcheck source=/dev/null
[ ! -e "$VYOS/settings" ] || . "$VYOS/settings"
printf '%s\n' "$0 $*" >>"$VYOS/arguments"

say() { printf '%s\n' "$*"; }
fail() { local status=$1; shift; say "$*"; exit "$status"; }
not_known() { printf 'the stand-in for VyOS does not know: %s\n' "$*" >&2; exit 64; }

statements() { awk -v paths="$home/paths" "$@"; }

# A session is named by the environment that getSessionEnv gave. Outside one, only what is active can be seen.
number=${VYATTA_TEMP_CONFIG_DIR-}
session=$VYOS/sessions/${number##*_}
in_session() { [ -n "$number" ] && [ -d "$session" ]; }
need_session() { in_session || fail 1 'there is no configuration session'; }

edit() {
  WISH=${2-} statements -v deed="$1" -v active="$active" -v deleted="$session/deleted" -v added="$session/added" \
    -f "$home/statements.awk" -f "$home/edit.awk"
}
working() { edit working; }
tree() { sort | statements -f "$home/statements.awk" -f "$home/tree.awk"; }

get_session_env() {
  local root=/opt/vyatta/config
  printf ' umask 002; { declare -x -r %s; declare -x -r %s; declare -x -r %s; declare -x -r %s; } >&/dev/null || true' \
    "VYATTA_ACTIVE_CONFIGURATION_DIR=$root/active" "VYATTA_CHANGES_ONLY_DIR=$root/tmp/changes_only_$1" \
    "VYATTA_TEMP_CONFIG_DIR=$root/tmp/new_config_$1" "VYATTA_CONFIG_TMP=$root/tmp/tmp_$1"
}

setup_session() {
  [ -n "$number" ] || fail 1 'no session is named'
  if [ ! -d "$session" ]; then
    mkdir -p "$session" || exit 1
    : >"$session/deleted"
    : >"$session/added"
  fi
  sweep_sessions
}

# Sessions of the same user (but root's) whose number is no running vbash are taken for left behind.
sweep_sessions() {
  local other name
  [ "$EUID" -ne 0 ] || return 0
  for other in "$VYOS"/sessions/*; do
    if [ "$other" = "$session" ] || [ ! -O "$other" ]; then continue; fi
    name=$(tr '\0' '\n' 2>/dev/null <"/proc/${other##*/}/cmdline" | head -n 1)
    [ "${name##*/}" = vbash ] || rm -rf -- "$other"
  done
}

# Makes a change ($1, $2…) in the session. A change that is refused is status 1, one that is none is no error.
change() {
  local kind=$1 status
  shift
  case "$*" in *refused*) say "the stand-in was told to refuse: $*"; return 1 ;; esac
  edit "$kind" "$*"
  status=$?
  case $status in
    0) : >"$session/changed" ;;
    11) ;;
    *) return 1 ;;
  esac
}

# What is refused is said and left out; the status is that of the file. The difference is made against what is active.
load_file() {
  local line
  [ -r "$1" ] || fail 1 "cannot open $1"
  awk -f "$home/commands.awk" "$1" >"$session/wanted"
  while IFS= read -r line; do
    change delete "$line" || say "not deleted: $line"
  done < <(superfluous "$session/wanted")
  while IFS= read -r line; do
    change set "$line" || say "not set: $line"
  done < <(grep -vFxf "$active" "$session/wanted")
}

# Prints the uppermost nodes that are active and of which nothing is wanted ($1).
superfluous() {
  awk -v wanted="$1" '
    BEGIN { while ((getline line < wanted) > 0) { n = split(line, word, " "); at = ""; for (i = 1; i <= n; i++) { at = at word[i] " "; has[at] = 1 } } }
    { at = ""; for (i = 1; i <= NF; i++) { at = at $i " "; if (!(at in has)) { sub(/ $/, "", at); if (!seen[at]++) print at; next } } }
  ' "$active"
}

show_cfg() {
  local which=
  while [ $# -gt 0 ]; do
    case $1 in
      --show-active-only) which=active ;;
      --show-working-only) which=working ;;
      -- | showCfg) ;;
      *) not_known "showCfg $*" ;;
    esac
    shift
  done
  in_session || which=active
  case $which in
    active) tree <"$active" ;;
    working) working | tree ;;
    *) not_known 'showCfg in a session without --show-active-only or --show-working-only' ;;
  esac
}

# The parts that have an owner of their own, with VyOS's priorities.
owners='200 policy
290 system ip
290 system ipv6
318 system sysctl
400 system config-management
480 protocols static
489 firewall
820 protocols bgp
900 system host-name'

part_of() { awk -v path="$1" '$0 == path || index($0, path " ") == 1' "$2"; }

# Takes over the part $1 of file $2 into file $3.
take_over() {
  { awk -v path="$1" '$0 != path && index($0, path " ") != 1' "$3"; part_of "$1" "$2"; } >"$3.new" && mv "$3.new" "$3"
}

commit() {
  local done=0 failed=0 order owner
  exec 8>>"$VYOS/lock"
  flock -n 8 || fail 1 'another commit is in progress; the configuration is locked'
  working >"$session/working"
  cp "$active" "$session/active"
  while read -r order owner <&7; do
    if commit_part "$owner"; then
      done=$((done + 1))
    else
      failed=$((failed + 1))
      say "$order [ $owner ] failed"
    fi
  done 7< <(changed_parts)
  # What stands above the parts, as an empty node.
  if [ "$failed" -eq 0 ]; then cp "$session/working" "$session/active"; fi
  cp "$session/active" "$active.new" && mv "$active.new" "$active"
  run_hooks
  if [ "$failed" -gt 0 ]; then
    say "Commit failed: $done parts are active, $failed are not"
    [ "$done" -eq 0 ] || keep_revision
    exit 1
  fi
  : >"$session/deleted"
  : >"$session/added"
  rm -f "$session/changed"
  : >"$session/unsaved"
  keep_revision
}

# Prints the parts that differ, in VyOS's order: what goes as a whole by falling priority, then the rest by rising.
changed_parts() {
  local priority owner
  while read -r priority owner; do
    [ "$(part_of "$owner" "$session/active" | sort)" != "$(part_of "$owner" "$session/working" | sort)" ] || continue
    if [ -n "$(part_of "$owner" "$session/working")" ]; then
      printf '1 %s set %s\n' "$priority" "$owner"
    else
      printf '0 %s delete %s\n' $((1000 - priority)) "$owner"
    fi
  done <<<"$owners" | sort -s -n -k1,1 -k2,2 | cut -d' ' -f3-
}

commit_part() {
  awk -v owner="$1" -f "$home/queries.awk" -f "$home/verify.awk" "$session/working" || return 1
  if [ -e "$VYOS/fail-commit" ] && [ "$1" != policy ]; then
    say "the stand-in was told to fail at $1"
    case $1 in 'protocols bgp') rm "$VYOS/fail-commit" ;; esac
    return 1
  fi
  cp "$session/active" "$session/next"
  take_over "$1" "$session/working" "$session/next"
  apply_part "$1" "$session/next" || return 1
  mv "$session/next" "$session/active"
}

# Brings the part $1 of the statements in file $2 into FRR and the kernel, if there is an FRR.
apply_part() {
  [ -n "$PATHSPACE" ] || return 0
  case $1 in
    policy | protocols\ *) apply_routing "$2" ;;
    'system ip')
      switch net.ipv4.fib_multipath_hash_policy 'system ip multipath layer4-hashing' "$2" &&
        switch net.ipv4.fib_multipath_use_neigh 'system ip multipath ignore-unreachable-nexthops' "$2"
      ;;
    'system ipv6') switch net.ipv6.fib_multipath_hash_policy 'system ipv6 multipath layer4-hashing' "$2" ;;
    'system sysctl') sed -n 's/^system sysctl parameter \([^ ]*\) value /\1=/p' "$2" | while IFS= read -r line; do
      sysctl -qw "$line" || exit 1
    done ;;
  esac
}

switch() { if grep -qFx "$2" "$3"; then sysctl -qw "$1=1"; else sysctl -qw "$1=0"; fi; }

# FRR's running configuration with VyOS's sections replaced, given to FRR's own reload.
apply_routing() {
  local wanted=$VYOS/frr.conf
  vtysh -c 'show running-config' | awk '
    /^(router bgp|route-map) / { skip = 1 }
    skip { if ($0 == "exit") skip = 0; next }
    /^(Building configuration|Current configuration)/ || /^(end|)$/ { next }
    /^(bgp (community|large-community)-list|ip prefix-list|ipv6 prefix-list|ip route|ipv6 route) / { next }
    { print }
  ' >"$wanted"
  sort -V "$1" | awk -f "$home/queries.awk" -f "$home/frr.awk" >>"$wanted"
  # As in VyOS, an error may go away: the reload says some things twice, and FRR dislikes some of them the second time.
  for _ in 1 2 3 4 5; do
    /usr/lib/frr/frr-reload.py --reload -N "$PATHSPACE" "$wanted" >"$VYOS/reload" 2>&1 && return 0
  done
  grep -vE '^ *$' "$VYOS/reload" | tail -n 20
  return 1
}

# Revisions, as "system config-management commit-revisions" asks for: 0 is the newest.
keep_revision() {
  local most n
  most=$(sed -n 's/^system config-management commit-revisions //p' "$active")
  [ -n "$most" ] || return 0
  if [ -n "${IN_COMMIT_CONFIRM-}" ]; then : >"$VYOS/confirm-entry"; return 0; fi
  mkdir -p "$VYOS/revisions"
  ! cmp -s "$active" "$VYOS/revisions/0" || return 0
  for ((n = most - 1; n > 0; n--)); do
    [ ! -e "$VYOS/revisions/$((n - 1))" ] || mv "$VYOS/revisions/$((n - 1))" "$VYOS/revisions/$n"
  done
  cp "$active" "$VYOS/revisions/0"
}

# What a start of the router does: the saved configuration is what there is, and no session has survived.
boot() {
  rm -rf "$VYOS/sessions" "$VYOS/confirm" "$VYOS/confirm-entry"
  if [ -e "$boot_file" ]; then awk -f "$home/commands.awk" "$boot_file" >"$active.new" && mv "$active.new" "$active"; fi
  local _ owner
  while read -r _ owner; do
    case $owner in policy | 'protocols static') ;; *) apply_part "$owner" "$active" || exit 1 ;; esac
  done <<<"$owners"
  run_hooks
  keep_revision
}

# What runs after every commit, failed ones and that of a start included.
run_hooks() {
  local hooks=/config/scripts/commit/post-hooks.d
  [ ! -d "$hooks" ] || run-parts "$hooks"
}

# An end of "save" means nothing: script-template sees to that.
save_config() {
  if [ -e "$VYOS/full" ]; then fail 1 'No space left on device'; fi
  { tree <"$active"; printf '\n// vyos-config-version: "stand-in"\n'; } >"${1:-$boot_file}"
}

is_pending() { [ -e "$VYOS/confirm" ]; }
expiry_action() { grep -qFx 'system config-management commit-confirm action reload' "$active" && echo reload || echo reboot; }

config_mgmt() {
  local minutes=10 what=${1-}
  [ $# -eq 0 ] || shift
  case $what in
    commit_confirm)
      while [ $# -gt 0 ]; do
        case $1 in
          -y) ;;
          -t) minutes=${2-} && shift ;;
          -t*) minutes=${1#-t} minutes=${minutes#=} ;;
          *) fail 2 "unknown argument: $1" ;;
        esac
        shift
      done
      case $minutes in '' | *[!0-9]*) fail 2 "no number of minutes: $minutes" ;; esac
      ! is_pending || fail 1 'Another confirm is pending'
      start_timer "$minutes"
      say "$minutes minutes to confirm before $(expiry_action)"
      ;;
    confirm)
      is_pending || fail 0 'No confirm pending'
      rm -f "$VYOS/confirm" "$VYOS/confirm-entry"
      keep_revision
      say "the timer before the $(expiry_action) is stopped"
      ;;
    revert) eval "$REBOOT" ;;
    revert_soft) revert_soft ;;
    rollback_soft)
      case ${1-} in --rev) shift ;; --rev=*) set -- "${1#--rev=}" ;; *) fail 2 'which revision?' ;; esac
      [ -e "$VYOS/revisions/${1-}" ] || fail 1 "there is no revision ${1-}"
      need_session
      tree <"$VYOS/revisions/$1" >"$session/revision"
      load_file "$session/revision"
      ;;
    *) fail 2 "unknown command: $what" ;;
  esac
}

# Loads and commits the newest revision, in a session of its own.
revert_soft() {
  rm -f "$VYOS/confirm-entry"
  [ -e "$VYOS/revisions/0" ] || fail 1 'there is no revision 0'
  number=new_config_$$ session=$VYOS/sessions/$$
  mkdir -p "$session"
  : >"$session/deleted"
  : >"$session/added"
  tree <"$VYOS/revisions/0" >"$session/revision"
  load_file "$session/revision"
  (unset IN_COMMIT_CONFIRM; commit)
  local status=$?
  rm -rf "$session"
  exit "$status"
}

# Runs until the time is up, the timer is stopped, or the folder of the stand-in is gone; nothing of its caller's is
# kept open.
start_timer() {
  printf '%s %s\n' $$ "$(date +%s.%N)" >"$VYOS/confirm"
  setsid "$0" run-timer "$(awk -v minutes="$1" -v minute="$MINUTE" 'BEGIN { print minutes * minute }')" \
    </dev/null >>"$VYOS/timer" 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
}

run_timer() {
  local mine now until
  read -r mine <"$VYOS/confirm"
  until=$(awk -v seconds="$1" -v now="${EPOCHREALTIME/[.,]/}" 'BEGIN { printf "%.0f", now + seconds * 1000000 }')
  while read -r now 2>/dev/null <"$VYOS/confirm" && [ "$now" = "$mine" ]; do
    if [ "${EPOCHREALTIME/[.,]/}" -lt "$until" ]; then sleep 0.3; continue; fi
    rm "$VYOS/confirm"
    if [ "$(expiry_action)" = reload ]; then config_mgmt revert_soft; else config_mgmt revert; fi
    return
  done
}

shell_api() {
  local what=
  for what in "$@"; do case $what in -*) ;; *) break ;; esac done
  case $what in
    showCfg) show_cfg "$@"; return ;;
    showConfig) case " $* " in *' --show-active-only '*' --show-commands '* | *' --show-commands '*' --show-active-only '*) to_commands <(tree <"$active") ;; *) not_known "$*" ;; esac; return ;;
  esac
  while [ "$1" != "$what" ]; do shift; done
  shift
  case $what in
    getSessionEnv) get_session_env "$1" ;;
    setupSession) setup_session ;;
    teardownSession) in_session && rm -rf -- "$session" ;;
    inSession) in_session ;;
    sessionChanged) in_session && [ -e "$session/changed" ] ;;
    sessionUnsaved) in_session && [ -e "$session/unsaved" ] ;;
    markSessionUnsaved) need_session; : >"$session/unsaved" ;;
    unmarkSessionUnsaved) rm -f "$session/unsaved" ;;
    loadFile) need_session; load_file "$1" ;;
    exists) need_session; edit exists "$*" ;;
    existsActive) [ -n "$(part_of "$*" "$active")" ] ;;
    getEditResetEnv | editLevelAtRoot) ;;
    *) not_known "cli-shell-api $what" ;;
  esac
}

to_commands() { awk -v form=set -f "$home/commands.awk" "$@"; }

case ${0##*/} in
  cli-shell-api) shell_api "$@" ;;
  vyos-config-to-commands) to_commands "$@" ;;
  my_set) need_session; change set "$@" ;;
  my_delete) need_session; change delete "$@" ;;
  my_commit) need_session; commit ;;
  my_discard)
    need_session
    : >"$session/deleted"
    : >"$session/added"
    rm -f "$session/changed"
    ;;
  config-mgmt) if [ "${1-}" = run-timer ]; then run_timer "$2"; else config_mgmt "$@"; fi ;;
  vyos-save-config) save_config "$@" ;;
  vyos-boot) boot ;;
  vyatta-op-cmd-wrapper)
    [ "$*" = 'show configuration commands' ] || not_known "$*"
    to_commands <(tree <"$active")
    ;;
  systemctl)
    case "$*" in 'is-active commit-confirm.timer' | 'is-active -q commit-confirm.timer' | 'is-active --quiet commit-confirm.timer') ;; *) not_known "systemctl $*" ;; esac
    if is_pending; then state=active status=0; else state=inactive status=3; fi
    [ $# -eq 3 ] || say "$state"
    exit "$status"
    ;;
  sg)
    [ "${1-} ${2-}" = 'vyattacfg -c' ] || not_known "sg $*"
    exec bash -c "$3"
    ;;
  *) not_known "${0##*/}" ;;
esac
