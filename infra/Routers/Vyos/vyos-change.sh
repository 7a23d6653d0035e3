# shellcheck shell=bash disable=SC2153,SC2015
# What has to be set and deleted on a VyOS, and committing it.
#   SYSTEM_AS  the router's AS number

# What leads from what runs to the files $1 (owned) and $2 (global), in the files set and delete. What the file $3 asserts
# is taken back.
plan_change() {
  lines_only_in "$1" "$WORK/owned" >"$WORK/add" && lines_only_in "$WORK/owned" "$1" >"$WORK/remove" ||
    fail 3 "what runs cannot be compared with what is to run ($1): is there room in $BASE?"
  missing_globals "$2" >"$WORK/assert"
  deletions "$WORK/remove" "$1" >"$WORK/delete"
  cat -- "${3-/dev/null}" >"$WORK/brought"
  take_back "$WORK/brought" >>"$WORK/delete"
  cat -- "$WORK/assert" "$WORK/add" >"$WORK/set"
  cat -- "$WORK/delete" "$WORK/set" >"$WORK/left"
  [ -s "$WORK/left" ]
}

# Back to what ran before the change.
plan_return() { plan_change "$TX/before" "$TX/before.globals" "$TX/new.globals"; }

# An AS number may be changed where nobody else's sessions need it.
refuse_foreign_instance() {
  local other theirs
  other=$(grep '^protocols bgp system-as ' "$WORK/running")
  other=${other##* }
  [ -n "$other" ] && [ "$other" != "$SYSTEM_AS" ] || return 0
  theirs=$(grep '^protocols bgp ' "$WORK/foreign" | grep -vE '^protocols bgp (system-as|parameters router-id|parameters graceful-restart|listen limit|address-family [^ ]+ maximum-paths) ')
  if [ -n "$theirs" ] || ! grep -q '^protocols bgp ' "$WORK/owned"; then
    fail 6 "this router's AS number is $other, the stack wants $SYSTEM_AS, and not all of its BGP is this stack's: one of the two is wrong; nothing was changed"
  fi
}

show_plan() {
  say "$OWNER changes VyOS:"
  sed 's/^/- /' "$WORK/remove" | mask
  sed 's/^/+ /' "$WORK/set" | mask
}

show_bounces() {
  local group
  if grep -qE '^protocols bgp (system-as|parameters router-id) ' "$WORK/assert" && grep -q '^protocols bgp system-as ' "$WORK/running"; then
    say 'every session of this router bounces'
    return
  fi
  for group in $PEER_GROUPS; do
    grep -q "^protocols bgp peer-group $group " "$WORK/owned" || continue
    if grep -qhE "^protocols bgp peer-group $group (password|remote-as) " "$WORK/add" "$WORK/remove"; then
      say "the sessions of $group bounce"
    elif grep -qE "^protocols bgp listen range .* $group$" "$WORK/remove"; then
      say "the sessions of $group from the ranges that go bounce"
    fi
  done
}

# Whether VyOS takes the plan: brought into the session and read back, not committed. $1 is what is to be owned then.
check_plan() {
  : >"$WORK/output"
  /opt/vyatta/sbin/my_discard >/dev/null 2>&1
  if stage_plan && check_session "$1"; then return 0; fi
  /opt/vyatta/sbin/my_discard >/dev/null 2>&1
  return 1
}

enter_plan() {
  commit_session
  ! grep -q '^protocols bgp peer-group [^ ]* password ' "$WORK/add" || drop_stale_keys
  return 0
}

# What was saved is read back: the status of "save" is not its own. $1 is what has to be there.
save_configuration() {
  save_boot >"$WORK/output" 2>&1
  vyos-config-to-commands /config/config.boot | without_quotes >"$WORK/saved"
  keep_owned "$WORK/saved" >"$WORK/saved.owned"
  same_lines "$1" "$WORK/saved.owned" || return 1
  mark_saved
}

backup_text() { cli-shell-api showCfg --show-active-only | vyos-config-to-commands; }
