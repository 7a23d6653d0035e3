# shellcheck shell=bash
# The file system of a gateway, in a mount namespace of its own: the machine's programs, which cannot be written to,
# and folders of the gateway's own wherever scripts for routers write. It lasts as long as the process it ends in.
#   $1  the gateway's name     $2  a folder for its files     $3  the size of its disk in KiB, empty for no limit
set -eu
umask 022
name=$1 files=$2 size=$3
root=$files/root disk=$files/disk log=$files/log

# The machine's part.
mkdir "$root" "$disk" "$log" "$log/frr"
mount -t tmpfs -o mode=755 tmpfs "$root"
for entry in /bin /sbin /lib /lib32 /lib64 /libx32 /usr /etc /opt /var; do
  if [ -L "$entry" ]; then
    cp -P "$entry" "$root$entry"
  elif [ -d "$entry" ]; then
    mkdir "$root$entry"
    mount --bind "$entry" "$root$entry"
    mount -o remount,bind,ro "$root$entry"
  fi
done
for entry in /dev /proc /sys; do
  mkdir "$root$entry"
  mount --rbind "$entry" "$root$entry"
done
mkdir "$root"/{run,tmp,root,data,config}

# What outlives a restart.
[ -z "$size" ] || mount -t tmpfs -o "mode=755,size=${size}k" tmpfs "$disk"
mkdir -p "$disk"/{etc/frr/"$name",etc/ssh,etc/sysctl.d,var/lib,data,config,root}
for folder in /etc/frr /etc/ssh /etc/sysctl.d /var/lib /data /config /root; do
  mount --bind "$disk$folder" "$root$folder"
done
mount --bind "$log" "$root/var/log"
printf 'service integrated-vtysh-config\n' >"$disk/etc/frr/$name/vtysh.conf"
: >"$disk/etc/frr/$name/frr.conf"
chown -R frr:frr "$disk/etc/frr" "$log/frr"

# Where a shell looks first: a vtysh that speaks to this gateway's FRR.
mkdir "$files/bin"
printf '#!/bin/sh\nexec /usr/bin/vtysh -N %s "$@"\n' "$name" >"$files/bin/vtysh"
chmod +x "$files/bin/vtysh"
mount --bind "$files/bin" "$root/usr/local/sbin"

# An account that is locked on the machine may not log in by key either.
printf 'root:*:20000:0:99999:7:::\n' >"$files/shadow"
chmod 600 "$files/shadow"
mount --bind "$files/shadow" "$root/etc/shadow"

# Ready is who stands in it: before, the process's root is the machine's.
exec chroot "$root" sh -c 'echo ready; exec sleep infinity'
