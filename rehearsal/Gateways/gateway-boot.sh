# shellcheck shell=bash
# What a start of the gateway finds empty. New mounts over the old ones: nothing is deleted here.
#   $1  the gateway's name
set -eu
umask 022
mount -t tmpfs -o mode=755 tmpfs /run
mount -t tmpfs -o mode=1777 tmpfs /tmp
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mkdir -m 1777 /run/lock
mkdir /run/sshd
mkdir -p "/run/frr/$1"
chown frr:frr /run/frr "/run/frr/$1"
