# shellcheck shell=bash
# What the watcher has done: confirm, go back, contract. Each holds the lock, and looks again before it acts.
#   $2  the change that was decided on; a later one is not touched

decide() {
  local what=$1 change=$2 reason=${3-}
  take_turn $((60 + 2 * RECONNECT)) || return
  [ "$(cat "$TX/change" 2>/dev/null)" = "$change" ] || return
  read_running
  case $what-$(phase) in
    confirm-watching) confirm_change ;;
    back-entering | back-watching) go_back "$reason" ;;
    contract-confirmed) contract ;;
  esac
}

conclude() {
  local phase=$1
  shift
  printf '%s\n' "$@" >"$TX/verdict.new" && mv -f -- "$TX/verdict.new" "$TX/verdict"
  enter_phase "$phase"
}

confirm_change() {
  local left=''
  if lines_only_in "$TX/expanded" "$WORK/owned" >/dev/null; then
    disarm
    restore_kernel
    conclude reverted 'what runs is not what was entered: the routing daemon was started anew, or somebody changed it' \
      'Next: run the update again.'
    return
  fi
  disarm
  keep_kernel || left='; the kernel could not be told everything'
  save_configuration "$TX/expanded" || left='; it could not be saved, so a reboot would bring back what ran before'
  if plan_change "$TX/wanted" "$TX/asserted"; then : >"$TX/leftover"; fi
  conclude confirmed "every expected session stands$left"
}

# What only the design before needed, when nothing uses it any more.
contract() {
  cp -- "$WORK/owned" "$WORK/before.contract"
  if plan_change "$TX/wanted" "$TX/asserted"; then
    mark_unsaved
    if ! check_plan "$TX/wanted" || ! enter_plan || ! is_done "$TX/wanted" "$TX/asserted"; then
      read_running
      : >"$WORK/none"
      plan_change "$WORK/before.contract" "$WORK/none" && check_plan "$WORK/before.contract" && enter_plan
    fi
  fi
  save_configuration "$WORK/owned"
  rm -f -- "$TX/leftover" "$TX/in-use"
}

# Back to what ran before; and forward again if that carries fewer sessions. $1 says why.
go_back() {
  local with without
  with=$(read_sessions | count_established)
  if [ "$with" -gt 0 ] && ! grep -q "${PEER_GROUPS// /\\|}" "$TX/before"; then
    keep_new "$1" "$with sessions stand; before the change there was nothing of this stack to go back to"
    return
  fi
  if ! enter_before; then
    conclude failed "$1" "Going back failed too: $(mask <"$WORK/output")" "$(next_by_hand)"
    return
  fi
  without=$(wait_for_return "$with")
  if [ "$without" -lt "$with" ] && enter_expanded; then
    keep_new "$1" "it went back and found $without sessions where the new configuration has $with, so the new one runs again"
    return
  fi
  disarm
  [ -e "$TX/was-unsaved" ] || mark_saved
  conclude reverted "$1" "The router runs what it ran before the change ($without sessions of this stack stand); $(cluster_side)." \
    "$(cat "$TX/next" 2>/dev/null || echo 'Next: run the update again.')"
}

# What VyOS has armed stays so: it is what the last resort is for.
next_by_hand() {
  [ ! -e "$TX/armed" ] || printf 'The router will start anew by itself, with what was saved. '
  echo "Next: enter the backup by hand, $STATE/backup on the router."
}

# What the cluster has, as far as the router can know.
cluster_side() {
  if [ -e "$TX/asked" ]; then echo 'the cluster has the new design'; else echo 'the cluster has the new design, or part of it'; fi
}

keep_new() {
  local saved=''
  disarm
  keep_kernel
  save_configuration "$TX/expanded" || saved=', but could not be saved'
  conclude kept "$1" "$2" "The router runs the new configuration$saved; $(cluster_side)." "$(cat "$TX/next" 2>/dev/null)"
}

enter_before() {
  : >"$WORK/output"
  restore_kernel
  plan_return || return 0
  if ! check_plan "$TX/before" || ! enter_plan; then return 1; fi
  read_running
  ! plan_return
}

enter_expanded() {
  read_running
  plan_change "$TX/expanded" "$TX/expanded.globals" || return 0
  check_plan "$TX/expanded" && enter_plan && is_done "$TX/expanded" "$TX/expanded.globals"
}

# Whether what runs is what files $1 (owned) and $2 (global) say.
is_done() {
  read_running
  ! plan_change "$1" "$2"
}

# Waits until as many sessions stand as before the change, or $1, for twice as long as a node needs to dial: its last try
# may hang. Prints how many do.
wait_for_return() {
  local now before steady=0 until=$((SECONDS + 2 * RECONNECT))
  before=$(count_established <"$TX/before.sessions")
  while now=$(read_sessions | count_established); do
    if [ "$now" -ge "$1" ] && [ "$now" -ge "$before" ]; then steady=$((steady + 1)); else steady=0; fi
    if [ "$steady" -ge 3 ] || [ "$SECONDS" -ge "$until" ]; then break; fi
    sleep 1
  done
  printf '%s\n' "$now"
}
