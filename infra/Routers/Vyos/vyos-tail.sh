# shellcheck shell=bash disable=SC1091,SC2034,SC2119,SC2317
# Runs at the top level: what VyOS brings are aliases, which no earlier function and no block can use. They also take
# "exit" and "set". The watcher only reads, and needs none of it.
begin
make_workspace
trap leave EXIT
[ "${1-}" != watch ] || main "$@" </dev/null
[ "${1-}" != watch ] || exit
[ -r /opt/vyatta/etc/functions/script-template ] || fail 3 'this is no VyOS'
builtin set +uf
export VYATTA_PAGER=cat
source /opt/vyatta/etc/functions/script-template
configure
save_boot() { save /config/config.boot; }
builtin set -uf
SESSION=open
cli-shell-api inSession || fail 3 'VyOS opens no configuration session'
main "$@" </dev/null
builtin exit
