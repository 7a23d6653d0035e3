# shellcheck shell=bash disable=SC2034,SC2153,SC2015
# What has to be entered in an FRR, and entering it.
#   INSTANCE  the block of the BGP instance

# The commands that lead from what runs to the files $1 (owned) and $2 (global), in the file commands. What the file $3
# asserts is taken back.
plan_change() {
  local instance
  instance=$(grep -E '^\|\|router bgp [0-9.]+$' "$2" || printf '||%s\n' "$INSTANCE")
  forget_other_instance "${instance#||}"
  lines_only_in "$1" "$WORK/owned" >"$WORK/add" && lines_only_in "$WORK/owned" "$1" >"$WORK/remove" ||
    fail 3 "what runs cannot be compared with what is to run ($1): is there room in $BASE?"
  missing_globals "$2" >"$WORK/assert"
  {
    [ -z "$OTHER_INSTANCE" ] || printf 'no %s\n' "$OTHER_INSTANCE"
    remove_entrances "$WORK/remove" "$1"
    enter_all <"$WORK/assert"
    forget_passwords "$WORK/add"
    enter_all <"$WORK/add"
    remove_rest "$WORK/remove" "$1"
    [ -z "${3-}" ] || take_back "$3"
  } >"$WORK/commands"
  cp -- "$WORK/commands" "$WORK/left"
  [ -s "$WORK/commands" ]
}

# Back to what ran before the change.
plan_return() { plan_change "$TX/before" "$TX/before.globals" "$TX/new.globals"; }

# FRR runs one BGP instance per VRF: where another AS number is wanted, and all of it is ours, the instance goes first.
# Its statements then count as not running.
forget_other_instance() {
  OTHER_INSTANCE=$(other_instance "$1")
  [ -n "$OTHER_INSTANCE" ] || return 0
  show_instance "$OTHER_INSTANCE" >"$WORK/gone"
  lines_only_in "$WORK/running" "$WORK/gone" >"$WORK/rest"
  mv -- "$WORK/rest" "$WORK/running"
  lines_only_in "$WORK/owned" "$WORK/gone" >"$WORK/rest"
  mv -- "$WORK/rest" "$WORK/owned"
}
other_instance() { sed -nE 's/^\|\|(router bgp [0-9.]+)( as-notation .*)?$/\1/p' "$WORK/running" | grep -vFx -- "$1"; }
show_instance() { grep -E "^(\|\|$1|$1\|.*)$" "$WORK/running"; }

refuse_foreign_instance() {
  local other block family text theirs
  other=$(other_instance "$INSTANCE")
  [ -n "$other" ] || return 0
  grep -q "^$other|" "$WORK/owned" || theirs=all
  while next_statement; do
    case $text in
      'router bgp '* | 'bgp router-id '* | 'bgp listen limit '* | *'bgp graceful-restart '* | 'maximum-paths '*) ;;
      *) theirs=$text ;;
    esac
  done < <(show_instance "$other" | lines_only_in - "$WORK/owned")
  [ -z "${theirs-}" ] || fail 6 "this router runs \"$other\", the stack wants \"$INSTANCE\", and not all of it is this stack's: one of the two AS numbers is wrong; nothing was changed"
}

show_plan() {
  say "$OWNER changes FRR:"
  [ -z "$OTHER_INSTANCE" ] || say "- $OTHER_INSTANCE, all of it"
  sed 's/^|*/- /; s/|\+/ /g' "$WORK/remove" | mask
  cat "$WORK/assert" "$WORK/add" | sed 's/^|*/+ /; s/|\+/ /g' | mask
}

show_bounces() {
  local group
  if [ -n "$OTHER_INSTANCE" ] || { grep -qFx "||$INSTANCE" "$WORK/running" && grep -q '|bgp router-id ' "$WORK/assert"; }; then
    say 'every session of this router bounces'
    return
  fi
  for group in $PEER_GROUPS; do
    grep -qFx "$INSTANCE||neighbor $group peer-group" "$WORK/owned" || continue
    if grep -qE "neighbor $group (password|remote-as|peer-group)" "$WORK/add" "$WORK/remove"; then
      say "the sessions of $group bounce"
    elif grep -qE "listen range .* $group$" "$WORK/remove"; then
      say "the sessions of $group from the ranges that go bounce"
    fi
    ! grep -qE "neighbor $group (timers|graceful-restart)" "$WORK/add" ||
      say "the sessions of $group take their new timers and restart behaviour when they are next set up"
  done
}

check_plan() { limited "$READING" vtysh -C -f "$WORK/commands" >"$WORK/output" 2>&1; }

# What FRR took of it, only what runs then tells; but it has to have come to an end.
enter_plan() {
  limited "$ENTERING" vtysh -f "$WORK/commands" >"$WORK/output" 2>&1
  if [ $? -eq 124 ]; then
    printf 'FRR did not take the lines within %s s\n' "$ENTERING" >>"$WORK/output"
    return 1
  fi
  ! grep -q '|neighbor [^ ]* password ' "$WORK/add" || drop_stale_keys
  return 0
}

# FRR has no commit to confirm: what was not saved is gone when it starts anew.
arm() { :; }
disarm() { :; }

# What was saved is read back: on a full disk vtysh leaves less than all of it and says nothing. It keeps what was there.
save_configuration() {
  local file
  limited "$ENTERING" vtysh -c 'write memory' >"$WORK/output" 2>&1 && grep -q 'saved to\|OK' "$WORK/output" || return 1
  file=$(sed -nE 's/.*saved to (.*)$/\1/p' "$WORK/output" | tail -n 1)
  if [ -r "$file" ]; then
    flatten <"$file" | without_numbers >"$WORK/saved"
    if ! has_lines_of "$WORK/running" "$WORK/saved"; then
      [ ! -s "$file.sav" ] || cp -- "$file.sav" "$file"
      printf '%s does not hold all of it; is the disk full?\n' "$file" >"$WORK/output"
      return 1
    fi
  fi
  mark_saved
}

backup_text() { limited "$READING" vtysh -c 'show running-config' | sed '/^Building configuration/d; /^Current configuration/d'; }
