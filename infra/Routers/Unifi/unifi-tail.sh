# shellcheck shell=bash disable=SC2119
main "$@" </dev/null
exit
