# shellcheck shell=bash disable=SC1091,SC2034,SC2119,SC2317
# Runs at the top level: what VyOS brings are aliases, which no earlier function and no block can use. They also take
# "exit" and "set". Who only reads needs none of it.
begin
make_workspace
trap leave EXIT
case ${1-} in watch | status) main "$@" </dev/null; builtin exit ;; esac
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
