# shellcheck shell=bash disable=SC2119
# An end of the update must not stop a change half way.
trap '' HUP PIPE
set -uf
main "$@" </dev/null
exit
