# shellcheck shell=bash disable=SC2034,SC2317,SC1090,SC2154
# A world for the script's decisions: a daemon, a clock, a kernel and a disk that do what a row of the table says, so that
# a change of half an hour takes milliseconds. What decides is the script itself; what it asks and does is here.
#   $1  the script, without its tail     $2  a folder for the world
# Reads rows, words KEY=VALUE; prints a line of such words for each.
source "$1"
WORLD=$2
mkdir -p "$WORLD"
variables() { :; }
variables
constants
set -uf
umask 077
ENTERED=200
OWNER=bgplb-dev PEER_GROUPS='bgplb-dev-ipv4 bgplb-dev-ipv6' DIALECT=FRR DIGEST='' PATIENCE=20 NODE_ASN=64512 ROUTER_ASN=64513
COMMUNITIES_WANTED='' TAIL='' PROGRAM='' EVIDENCE=''
BASE=$WORLD/base TX=$WORLD/base/bgplb-dev STATE=$WORLD/state WORK=$WORLD/work LOCK=$WORLD/lock

# What a row may say, and what holds where it says nothing.
defaults() {
  w_expected=5      # sessions that the design expects
  w_before=5        # sessions that stood before the change
  w_new=5           # sessions that the new configuration carries, in time
  w_after=5         # sessions that stand again after going back
  w_new_after=3     # seconds from entering until they stand; none stand before, unless keep=yes
  w_back_after=4
  w_keep=no         # no session bounces: as many as before stand until the new number does
  w_ran=yes         # something of this stack ran before
  w_kind=replace    # what the change is: replace, or widen, which leaves something to take away
  w_doubt=no        # what is announced is not within the new filter
  w_used=0          # for how many seconds something uses what only the old design needed
  w_enter=ok        # what the daemon does with the change: ok, part, or hang (it does not answer)
  w_back=ok         # with going back
  w_forth=ok        # with going forward again
  w_contracts=ok    # with taking away: ok, part, or lose (a session ends with it, for good)
  w_save=ok         # ok or full
  w_silent=         # from which second to which the daemon does not answer: FROM-TO
  w_restart=        # at which second the daemon starts anew, with what was saved
  w_asked=yes       # the confirmation comes by
  w_script=gone     # who entered the change: gone, or alive and stuck
  w_phase=watching  # how far it came
  w_entered=yes     # whether it had entered the change by then
  w_lock=           # until which second somebody else holds the lock
  w_other=          # until which second another stack's change is open
  w_killed=         # at which second the watcher is killed; the confirmation starts another
  w_revert=15
  w_reconnect=5
  w_run=watch       # what runs: watch, or apply and then watch
  w_dies=           # with run=apply: before which step of the script it is killed
  w_watcher=ok      # with run=apply: ok, or none: it does not start
}

# The world's own memory is files, as the script's parts run in shells of their own.
get() { IFS= read -r -d '' "$1" <"$WORLD/$1" || :; eval "$1=\${$1%\$'\\n'}"; }
put() { printf '%s\n' "$2" >"$WORLD/$1"; }
note() { printf '%s ' "$1" >>"$WORLD/notes"; }
is_within() { [ -n "$1" ] && [ "$clock" -ge "${1%-*}" ] && [ "$clock" -lt "${1#*-}" ]; }

# The clock.
look_at_clock() {
  get clock
  NOW=$clock FINE=$((clock * 100))
}
pause() {
  get clock
  clock=$((clock + (${1%.*} > 0 ? ${1%.*} : 1)))
  put clock "$clock"
  get steps
  put steps $((steps + 1))
  [ "$steps" -lt 500 ] || { note endless && builtin exit 99; }
  if [ -n "$w_restart" ] && [ "$clock" -ge "$w_restart" ] && [ ! -e "$WORLD/restarted" ]; then
    : >"$WORLD/restarted"
    get saved
    go_to "$saved"
  fi
  if [ "${WATCHES-}" = first ] && [ -n "$w_killed" ] && [ "$clock" -ge "$w_killed" ]; then builtin exit 137; fi
}

# The lock.
take_turn() {
  look_at_clock
  if [ -n "$w_lock" ] && [ "$clock" -lt "$w_lock" ]; then
    if [ $((clock + $1)) -lt "$w_lock" ]; then
      put clock $((clock + $1))
      return 1
    fi
    put clock "$w_lock"
  fi
  [ "$1" != 0 ] || [ "$w_script" = gone ] || [ -e "$WORLD/ended" ]
}
leave_turn() { :; }
end_script() { : >"$WORLD/ended"; }
find_waiting() {
  look_at_clock
  [ -n "$w_other" ] && [ "$clock" -lt "$w_other" ]
}

# The daemon. What runs is the lines of a file; entering takes two seconds.
go_to() {
  get clock
  put runs "$1"
  put since "$clock"
}
count_now() {
  local runs since carries=0 after_=0
  get runs
  get since
  get clock
  case $runs in
    *lost*) carries=$((w_new - 1)) ;;
    *new*) carries=$w_new after_=$w_new_after ;;
    *old*) if [ -e "$WORLD/moved" ]; then carries=$w_after after_=$w_back_after; else carries=$w_before; fi ;;
  esac
  STANDING=$carries
  if [ "$clock" -lt $((since + after_)) ]; then
    STANDING=0
    [ "$w_keep" = no ] || STANDING=$((carries < w_before ? carries : w_before))
  fi
}
read_sessions() {
  local i
  get clock
  ! is_within "$w_silent" || { put clock $((clock + READING)) && return 1; }
  count_now
  for ((i = 0; i < STANDING; i++)); do echo "bgplb-dev-ipv4 10.0.0.$i Established 1 64512 10.0.0.0/24"; done
}
missing_sessions() {
  count_established "$1"
  [ "$COUNT" -ge "$w_expected" ] || echo "bgplb-dev-ipv4 $COUNT $w_expected 10.0.0.0/24 -"
}
doubts() { [ "$w_doubt" = no ] || echo 'nothing that is announced is within the new filter'; }
cut_routes() {
  look_at_clock
  [ "$clock" -ge "$w_used" ] || echo 172.29.52.100/32
}
cut_sessions() { :; }
read_running() {
  get clock
  ! is_within "$w_silent" || { put clock $((clock + READING)) && builtin exit 3; }
  get runs
  printf '%s\n' "$runs" >"$WORK/owned"
  printf '%s\n' "$runs" >"$WORK/owned.all"
}
has_lines_of() {
  local line
  while read -r line; do case $'\n'$(<"$2")$'\n' in *$'\n'"$line"$'\n'*) ;; *) return 1 ;; esac; done <"$1"
}
plan_change() {
  local runs
  get runs
  IFS= read -r -d '' TARGET <"$1" || :
  TARGET=${TARGET%$'\n'}
  [ "$TARGET" != "$runs" ]
}
plan_return() { plan_change "$TX/before" - ; }
check_plan() { step check; }
enter_plan() {
  local how=$w_enter
  step enter
  get clock
  put clock $((clock + 2))
  if is_within "$w_silent"; then how=hang; fi
  case $TARGET in
    old:bgplb-dev-ipv4 | none) how=$w_back ;;
    *lost*) ;;
    *)
      [ ! -e "$WORLD/back" ] || how=$w_forth
      [ "$TARGET" != new ] || [ "$w_kind" = replace ] || how=$w_contracts
      ;;
  esac
  [ "$how" != hang ] || { put clock $((clock + ENTERING)) && return 1; }
  [ "$how" != part ] || { go_to "${TARGET}"$'\n'part && return 0; }
  if [ "$how" = lose ]; then go_to $'new\nlost'; : >"$WORLD/moved"; return 0; fi
  case $TARGET in
    *new*) : >"$WORLD/went"; : >"$WORLD/moved" ;;
    *) [ ! -e "$WORLD/went" ] || : >"$WORLD/back" ;;
  esac
  go_to "$TARGET"
}
save_configuration() {
  step save
  [ "$w_save" = ok ] || { echo 'the disk is full' >"$WORK/output" && return 1; }
  get runs
  put saved "$runs"
  mark_saved
}
backup_text() { echo backup; }

# The kernel, VyOS's own timer, and the rest of what has no part in a decision.
set_kernel() { put kernel new; }
restore_kernel() { put kernel old; }
keep_kernel() { put kernel new; }
arm() { : >"$WORLD/armed"; }
disarm() { rm -f "$WORLD/armed"; }
remember_globals() { :; }
note_evidence() { :; }
drop_stale_keys() { :; }
show_plan() { :; }
show_kept() { :; }
show_bounces() { :; }
refuse_mortal() { :; }
refuse_strangers() { :; }
refuse_foreign_instance() { :; }
describe_missing() { echo "$1"; }
next_step() { echo 'Next: look.'; }
mask() { cat; }
started_at() { echo 1; }
keep_history() { :; }
note_digest() { :; }
expand() {
  if [ "$w_kind" = widen ]; then printf 'old:bgplb-dev-ipv4\nnew\n'; else echo new; fi >"$WORK/expanded"
  : >"$WORK/expanded.globals"
}
is_watched() { return 1; }
await_watcher() { [ "$w_watcher" = ok ]; }
start_watcher() { [ "$w_run" = apply ] && [ "${APPLIES-}" = yes ] || watch_to_the_end; }

# The next step of the script, before which it may be killed.
step() {
  note "$1"
  [ "${APPLIES-}" != yes ] || [ "$w_dies" != "$1" ] || builtin exit 137
}
has_act() { (act "$1" "$CHANGE" "${2-}") 8>&-; }
flock() { :; }
watch_to_the_end() { (WATCHES=${1-} watch one) >/dev/null; }

# A change as the script leaves it, in phase $w_phase.
prepare() {
  local old=old:bgplb-dev-ipv4
  [ "$w_ran" = yes ] || old=none
  mkdir -p "$TX" "$STATE" "$WORK"
  : >"$WORK/output"
  : >"$TX/errors"
  printf '%s\n' "$old" >"$TX/before"
  for name in before.globals new.globals before.kernel asserted expanded.globals; do : >"$TX/$name"; done
  local i
  for ((i = 0; i < w_before; i++)); do echo "bgplb-dev-ipv4 10.0.0.$i Established 1 64512 10.0.0.0/24"; done >"$TX/before.sessions"
  expand
  printf '%s\n' new >"$TX/wanted"
  IFS= read -r -d '' expanded <"$WORK/expanded" || :
  printf '%s' "$expanded" >"$TX/expanded"
  echo one >"$TX/change"
  echo '1 1' >"$TX/script"
  put clock 1000
  put runs "$old"
  put saved "$old"
  put since 0
  put kernel new
  : >"$STATE/unsaved"
  : >"$WORLD/armed"
  if [ "$w_entered" = yes ]; then
    : >"$WORLD/went"
    : >"$WORLD/moved"
    go_to "${expanded%$'\n'}"
  fi
  case $w_phase in
    entering) echo $((1000 + ENTERED)) >"$TX/deadline" ;;
    *) echo $((1000 + REVERT_AFTER)) >"$TX/deadline" ;;
  esac
  echo "$w_phase" >"$TX/phase"
  [ "$w_asked" = no ] || : >"$TX/asked"
}

begin_anew() {
  local old=old:bgplb-dev-ipv4
  [ "$w_ran" = yes ] || old=none
  mkdir -p "$WORK"
  put clock 1000
  put runs "$old"
  put saved "$old"
  put since 0
  put kernel old
  OWNED=new GLOBAL=''
}

words() { tr '\n' + <<<"${1//:bgplb-dev-ipv4/}" | sed 's/+$//'; }

row() {
  local status=- name
  rm -rf "$WORLD/base" "$WORLD/state" "$WORLD/work"
  rm -f "$WORLD"/{restarted,ended,went,moved,back,armed,notes}
  : >"$WORLD/notes"
  put steps 0
  defaults
  for name in "$@"; do eval "w_${name%%=*}=\${name#*=}"; done
  for name in restart lock other killed used; do
    eval "[ -z \"\$w_$name\" ] || [ \"\$w_$name\" = 0 ] || w_$name=\$((1000 + w_$name))"
  done
  [ -z "$w_silent" ] || w_silent=$((1000 + ${w_silent%-*}))-$((1000 + ${w_silent#*-}))
  REVERT_AFTER=$w_revert RECONNECT=$w_reconnect EXPECTED="bgplb-dev-ipv4 $w_expected 100 10.0.0.0/24 172.29.52.0/24 -"
  if [ "$w_run" = apply ]; then
    mkdir -p "$BASE"
    begin_anew
    (APPLIES=yes apply) >"$WORLD/said" 2>&1
    status=$?
    [ ! -e "$TX/change" ] || echo one >"$TX/change"
  else
    prepare
  fi
  if [ -e "$TX/phase" ]; then
    watch_to_the_end first
    look_at_phase
    # The confirmation finds that the watcher has died, and starts another.
    ! is_open_phase "$PHASE" || watch_to_the_end
  fi
  look_at_phase
  get runs
  get saved
  get kernel
  get clock
  put clock $((clock + 100))
  count_now
  printf 'phase=%s runs=%s saved=%s sessions=%s armed=%s unsaved=%s leftover=%s kernel=%s seconds=%s status=%s notes=%s\n' \
    "${PHASE:-none}" "$(words "$runs")" "$(words "$saved")" "$STANDING" \
    "$([ -e "$WORLD/armed" ] && echo yes || echo no)" "$([ -e "$STATE/unsaved" ] && echo yes || echo no)" \
    "$([ -e "$TX/leftover" ] && echo yes || echo no)" "$kernel" "$((clock - 1100))" "$status" "$(tr -s ' \n' ',' <"$WORLD/notes")"
}

while read -ra words; do row "${words[@]}"; done
