#!/bin/bash
# Puts the programs of the stand-in for VyOS into a folder: bin belongs at the front of PATH, opt on /opt, config on
# /config, and vyos is what VYOS has to name. The files themselves stay where they are.
#   $1  the folder; "/" where all of it has a file system of its own     $2  what is to be its bin, if another
set -eu
home=$(dirname "$(readlink -f "$0")") folder=${1%/}
bin=${2:-$folder/bin}
mkdir -p "$bin" "$folder"/{vyos,config,opt/vyatta/{bin,sbin,etc/functions}}
for name in cli-shell-api vyos-config-to-commands config-mgmt vyos-save-config vyos-boot systemctl sg; do
  ln -s "$home/vyos.sh" "$bin/$name"
done
for name in my_set my_delete my_commit my_discard; do
  ln -s "$home/vyos.sh" "$folder/opt/vyatta/sbin/$name"
done
ln -s "$home/vyos.sh" "$folder/opt/vyatta/bin/vyatta-op-cmd-wrapper"
ln -s "$home/script-template" "$folder/opt/vyatta/etc/functions/script-template"
ln -s /bin/bash "$bin/vbash"
: >>"$folder/vyos/active"
