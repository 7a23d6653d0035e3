# shellcheck shell=bash
# A configuration session of VyOS, in which nothing is believed that was not read back.

# Brings the plan into the session. my_set is used because its status is real; that of "set" is not.
stage_plan() {
  local line
  local -a word
  while IFS= read -r line; do
    # shellcheck disable=SC2206 # words, and no globbing: set -f
    word=($line)
    /opt/vyatta/sbin/my_delete "${word[@]}" >>"$WORK/output" 2>&1 || return 1
  done <"$WORK/delete"
  while IFS= read -r line; do
    # shellcheck disable=SC2206 # words, and no globbing: set -f
    word=($line)
    case $line in 'protocols bgp peer-group '*' password '*) word[5]=$STAND_IN ;; esac
    /opt/vyatta/sbin/my_set "${word[@]}" >>"$WORK/output" 2>&1 || return 1
  done <"$WORK/set"
  stage_password
}

# A password in a command line would stand in the process list. So a stand-in is set, and a copy of the session that
# has the password in its place is loaded from memory.
stage_password() {
  local password session
  password=$(sed -nE 's/^protocols bgp peer-group [^ ]+ password (.*)$/\1/p' "$WORK/set" | head -n 1)
  [ -n "$password" ] || return 0
  session=$(cli-shell-api showCfg --show-working-only)
  session=${session//\"$STAND_IN\"/$STAND_IN}
  printf '%s\n' "${session//"password $STAND_IN"/"password \"$password\""}" >"$WORK/session"
  cli-shell-api loadFile "$WORK/session" >>"$WORK/output" 2>&1
}

# VyOS leaves a node behind when the last that stood below it goes, and shows it until something stands there again. Of
# the lines it reads, prints those that are no such node of the statements in file $1.
except_emptied() {
  awk -v statements="$1" '
    BEGIN { while ((getline line < statements) > 0) all[++count] = line }
    { for (i = 1; i <= count; i++) if (index(all[i], $0 " ") == 1) next; print }
  '
}

# Whether the session holds what is wanted ($1), and differs from what runs in nothing else. Asked before the commit.
check_session() {
  local line
  list_configuration working >"$WORK/working"
  if ! has_lines_of "$1" "$WORK/working"; then
    lines_only_in "$1" "$WORK/working" >>"$WORK/output"
    return 1
  fi
  if lines_only_in "$WORK/working" "$WORK/running" | lines_only_in - "$WORK/set" |
    except_emptied "$WORK/running" | grep . >>"$WORK/output"; then return 1; fi
  while IFS= read -r line; do
    # Only an old value of what is asserted may go.
    grep -qF -- "${line% *} " "$WORK/assert" && continue
    printf 'would be lost: %s\n' "$line" >>"$WORK/output"
    return 1
  done < <(lines_only_in "$WORK/running" "$WORK/working" | lines_only_in - "$WORK/owned" | lines_only_in - "$WORK/brought" | except_emptied "$WORK/working")
}

commit_session() {
  cli-shell-api sessionChanged || return 0
  # Without it the commit would be a revision of its own, which VyOS then "reloads" when nobody confirms.
  [ ! -e "$TX/armed" ] || export IN_COMMIT_CONFIRM=t
  COMMIT_VIA=cli COMMIT_COMMENT=$OWNER /opt/vyatta/sbin/my_commit >>"$WORK/output" 2>&1
}
