# shellcheck shell=bash disable=SC1091,SC2119
# Runs at the top level: what VyOS brings are aliases, which no function can use. They also take "exit" and "set".
[ -r /opt/vyatta/etc/functions/script-template ] || fail 3 'this is no VyOS'
take_turn
make_workspace
trap leave EXIT
builtin set +uf
export VYATTA_PAGER=cat
source /opt/vyatta/etc/functions/script-template
configure
builtin set -uf
cli-shell-api inSession || fail 3 'VyOS opens no configuration session'
main "$@" </dev/null
builtin exit
