# shellcheck shell=bash
# Makes a VyOS right: the owned statements exactly, the global ones at least.
#   OWNED, GLOBAL  what is wanted, as VyOS's "set" lines without "set" and quotes     SYSTEM_AS  the router's AS number

# Statements of file $1 that do not hold yet, by what runs.
missing_globals() {
  local line
  while IFS= read -r line; do
    grep -qFx -- "$line" "$WORK/running" && continue
    case $line in 'protocols bgp listen limit '*) listen_limit_suffices "${line##* }" && continue ;; esac
    printf '%s\n' "$line"
  done <"$1"
}

# The limit counts the sessions of all groups: where others listen too, it is never lowered.
listen_limit_suffices() {
  local running
  running=$(grep '^protocols bgp listen limit ' "$WORK/running")
  running=${running##* }
  [ "${running:-100}" -ge "$1" ] && grep -q '^protocols bgp listen range ' "$WORK/foreign"
}

plan_change() {
  lines_only_in "$1" "$WORK/owned" >"$WORK/add"
  lines_only_in "$WORK/owned" "$1" >"$WORK/remove"
  missing_globals "$2" >"$WORK/assert"
  deletions "$WORK/remove" "$1" >"$WORK/delete"
  cat -- "$WORK/assert" "$WORK/add" >"$WORK/set"
  [ -s "$WORK/delete" ] || [ -s "$WORK/set" ]
}

show_plan() {
  say "$OWNER changes VyOS:"
  sed 's/^/- /' "$WORK/remove" | mask
  sed 's/^/+ /' "$WORK/set" | mask
}

refuse_foreign_instance() {
  local other
  other=$(grep '^protocols bgp system-as ' "$WORK/running")
  case ${other##* } in
    '' | "$SYSTEM_AS") ;;
    *) fail 6 "this router's AS number is ${other##* }, the stack wants $SYSTEM_AS: one of the two is wrong; nothing was changed" ;;
  esac
}

# $1 is what is to be owned, $2 what is to be asserted.
change_to() {
  cp -- "$WORK/owned" "$WORK/before"
  show_plan
  mark_unsaved
  : >"$WORK/output"
  if ! stage_plan || ! check_session "$1"; then
    /opt/vyatta/sbin/my_discard >/dev/null 2>&1
    fail 7 "VyOS does not take this configuration; nothing was changed
$(mask <"$WORK/output")"
  fi
  commit_session
  read_running
  plan_change "$1" "$2" || return 0
  cat "$WORK/delete" "$WORK/set" >"$WORK/left"
  restore
  fail 8 "the commit failed; the owned part is back to what it was
$(mask <"$WORK/output")
what it did not take:
$(mask <"$WORK/left")"
}

# After a commit that failed, or did half of its work.
restore() {
  : >"$WORK/none"
  /opt/vyatta/sbin/my_discard >/dev/null 2>&1
  if plan_change "$WORK/before" "$WORK/none" && stage_plan; then commit_session; fi
}

# What was saved is read back: the status of "save" is not its own. $1 is what has to be there.
save_configuration() {
  save /config/config.boot >"$WORK/output" 2>&1
  vyos-config-to-commands /config/config.boot | without_quotes >"$WORK/saved"
  keep_owned "$WORK/saved" >"$WORK/saved.owned"
  if lines_only_in "$1" "$WORK/saved.owned" >/dev/null || lines_only_in "$WORK/saved.owned" "$1" >/dev/null; then
    fail 9 "the configuration runs but could not be saved: $(mask <"$WORK/output")"
  fi
  mark_saved
  say 'saved'
}

apply() {
  printf '%s\n' "$OWNED" >"$WORK/wanted"
  printf '%s\n' "$GLOBAL" >"$WORK/asserted"
  read_running
  refuse_foreign_instance
  if plan_change "$WORK/wanted" "$WORK/asserted"; then
    change_to "$WORK/wanted" "$WORK/asserted"
  else
    say 'VyOS is right already'
  fi
  ! is_unsaved || save_configuration "$WORK/wanted"
}

remove() {
  : >"$WORK/wanted"
  : >"$WORK/asserted"
  read_running
  if plan_change "$WORK/wanted" "$WORK/asserted"; then
    change_to "$WORK/wanted" "$WORK/asserted"
  else
    say 'VyOS has nothing of this stack'
  fi
  ! is_unsaved || save_configuration "$WORK/wanted"
  rm -rf -- "$STATE"
}
