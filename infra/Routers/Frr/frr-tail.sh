# shellcheck shell=bash
begin
command -v vtysh >/dev/null || fail 3 'this router has no vtysh: is FRR installed?'
make_workspace
trap leave_workspace EXIT
main "$@" </dev/null
exit
