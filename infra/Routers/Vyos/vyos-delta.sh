# shellcheck shell=bash
# What has to be set and deleted so that what runs becomes what is wanted: files of statements in, lines out.

# How many words name the outermost node that can be ours.
depth_of() {
  case $1 in
    'policy '*) echo 3 ;;
    'protocols bgp listen '*) echo 5 ;;
    *) echo 4 ;;
  esac
}

# Whether a statement in the files $2 … stands at the path $1 or below it.
is_used() {
  local path=$1
  shift
  awk -v path="$path " 'index($0 " ", path) == 1 { found = 1; exit } END { exit !found }' "$@"
}

# Prints what to delete for each statement in $1: the outermost node of which nothing is wanted ($2) or foreign. A value
# that a new one replaces is not deleted first.
deletions() {
  local line path depth
  local -a word
  while IFS= read -r line; do
    # shellcheck disable=SC2206
    word=($line)
    for ((depth = $(depth_of "$line"); depth < ${#word[@]}; depth++)); do
      path=${word[*]:0:depth}
      is_used "$path" "$2" "$WORK/foreign" || break
    done
    [ "$depth" -eq "${#word[@]}" ] || printf '%s\n' "$path"
  done <"$1" | awk '!seen[$0]++'
}
