# shellcheck shell=bash
main "$@" </dev/null
exit
