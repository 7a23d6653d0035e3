# shellcheck shell=bash
# What has to be set and deleted so that what runs becomes what is wanted: files of statements in, lines out.

# How many words name the outermost node that can be ours.
depth_of() {
  case $1 in
    'policy '*) echo 3 ;;
    'protocols bgp listen '*) echo 5 ;;
    'firewall '*) echo 2 ;;
    *) echo 4 ;;
  esac
}

# Whether the statement $1 gives one of the values that its node may have several of.
is_one_of_several() { case $1 in 'firewall group '*' network '*) ;; *) return 1 ;; esac }

# Whether a statement in the files $2 … stands at the path $1 or below it.
is_used() {
  local path=$1
  shift
  awk -v path="$path " 'index($0 " ", path) == 1 { found = 1; exit } END { exit !found }' "$@"
}

# Ends the script where a rule of the firewall that is wanted ($1) has a number that someone else uses.
refuse_foreign_rules() {
  local path
  while IFS= read -r path; do
    is_used "$path" "$WORK/foreign" || continue
    fail 6 "rule ${path##* } of the firewall belongs to someone else ($path has not the description $OWNER); \
give this stack another number; nothing was changed"
  done < <(grep -oE '^firewall ipv[46] input filter rule [0-9]+' "$1" | sort -u)
}

# Prints what to delete for each statement in $1: the outermost node of which nothing is wanted ($2) or foreign. A value
# that a new one replaces is not deleted first, unless it is one of several.
deletions() {
  local line path depth
  local -a word
  refuse_foreign_rules "$2"
  while IFS= read -r line; do
    # shellcheck disable=SC2206
    word=($line)
    for ((depth = $(depth_of "$line"); depth < ${#word[@]}; depth++)); do
      path=${word[*]:0:depth}
      is_used "$path" "$2" "$WORK/foreign" || break
    done
    if [ "$depth" -lt "${#word[@]}" ]; then
      printf '%s\n' "$path"
    elif is_one_of_several "$line"; then
      printf '%s\n' "$line"
    fi
  done <"$1" | awk '!seen[$0]++'
}
