# shellcheck shell=bash
# What the script says to people. It shares no parts with the scripts that run on routers.
#   OWNER   what every name of this stack begins with

say() { printf '%s\n' "$*"; }

# Ends the script. $1 is the exit status, the rest is for the person who reads the failed update.
fail() {
  local status=$1
  shift
  printf '%s: %s\n' "$OWNER" "$*" >&2
  exit "$status"
}

# Takes passwords out of what people will see.
mask() { sed -E 's/(neighbor [^ ]+ password ).*/\1<password>/'; }
