# shellcheck shell=bash
begin
make_workspace
trap leave_workspace EXIT
main "$@" </dev/null
exit
