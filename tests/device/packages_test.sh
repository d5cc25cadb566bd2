#!/usr/bin/env bash
# The packages in a clean Debian root: install, upgrade, remove, purge, reinstall, as an office's administrator does it.
# usage: packages_test.sh FOLDER_OF_PACKAGES [DEBIAN_RELEASE]
# Without root or mmdebstrap it says so and passes over everything.
set -u
packages=$(realpath "$1")
release=${2:-$(. /etc/os-release && echo "$VERSION_CODENAME")}

[ "$(id -u)" -eq 0 ] || { echo "skipped: only root can make a clean Debian root"; exit 77; }
command -v mmdebstrap >/dev/null || { echo "skipped: mmdebstrap is not installed"; exit 77; }
ls "$packages"/kiosk-device_*.deb >/dev/null 2>&1 ||
  { echo "There are no packages in $packages: run platform/packaging/build first."; exit 1; }

root=$(mktemp -d)
trap 'mountpoint -q "$root/proc" && umount "$root/proc"; rm -rf --one-file-system "$root"' EXIT
failures=0
is() {  # is WHAT EXPECTED COMMAND...: what the command prints, its last line
  local what=$1 expected=$2 actual
  shift 2
  actual=$("$@" 2>&1 | tail -n 1)
  if [ "$actual" = "$expected" ]; then
    echo "so: $what"
  else
    printf 'NOT SO: %s\n  expected: %s\n  is:       %s\n' "$what" "$expected" "$actual"
    failures=$((failures + 1))
  fi
}
in_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
apt() {  # apt WHAT ARGUMENTS...
  local what=$1
  shift
  if in_root apt-get -qq -y --no-install-recommends "$@" >"$root/apt.log" 2>&1; then
    echo "so: $what"
  else
    echo "NOT SO: $what"
    tail -n 30 "$root/apt.log"
    exit 1
  fi
}
there() { [ -e "$root$1" ] && echo yes || echo no; }
# The first screen of a program that starts now, played and written as a tree: what it offers.
first_screen() {
  echo 'dump first' >"$root/tmp/first.script"
  in_root sh -c 'kiosk --config /etc/kiosk/kiosk.toml --script /tmp/first.script --tour /tmp/tour >&2 && cat /tmp/tour/first.json'
}
offers() { first_screen | grep -o "\"$1\"" | head -n 1; }

mmdebstrap --quiet --mode=root --variant=minbase --include=systemd,systemd-sysv "$release" "$root" >&2 || exit 1
mount -t proc proc "$root/proc"
# mmdebstrap leaves no lists of packages behind.
in_root apt-get -qq update || exit 1
mkdir "$root/packages" "$root/upgraded"
cp "$packages"/kiosk*.deb "$root/packages"
# The same with a higher version, as the next delivery.
for package in "$packages"/kiosk*.deb; do
  rm -rf "$root/unpacked"
  dpkg-deb -R "$package" "$root/unpacked"
  sed -i 's/^Version: .*/&+upgraded/' "$root/unpacked/DEBIAN/control"
  dpkg-deb -b "$root/unpacked" "$root/upgraded/$(basename "$package")" >/dev/null
done
rm -rf "$root/unpacked"
install_all() { apt "$1" install $(cd "$root" && echo "$2"/*.deb | sed 's#[^ ]*/#/'"$2"'/#g'); }

install_all "the packages install in a clean Debian" packages
is "the screen's user exists" "kiosk" in_root id -un kiosk
is "and is in no group that may do more" "kiosk" in_root id -Gn kiosk
is "the updater's user exists" "kiosk-update" in_root id -un kiosk-update
is "the store belongs to the updater" "kiosk-update 755" in_root stat -c '%U %a' /var/lib/kiosk
is "requests belong to the screen" "kiosk 750" in_root stat -c '%U %a' /run/kiosk-requests
is "the screen comes up at power-on" "enabled" in_root systemctl is-enabled kiosk.service
is "the network is looked at daily" "enabled" in_root systemctl is-enabled kiosk-update.timer
is "requests of staff are listened to" "yes" there /usr/lib/systemd/system/multi-user.target.wants/kiosk-request@rollback.path
is "the settings are read without complaint" "ok settings: All settings can be read." \
  in_root sh -c 'kioskctl doctor | head -n 1 | tr -s " "'
is "release 0 is there, and cannot be written" "644" in_root stat -c '%a' /usr/share/kiosk/release/contacts.db
is "kioskctl runs" "No content is installed in /var/lib/kiosk." in_root sh -c 'kioskctl status | head -n 1'
is "release 0 is drawn" '"language-en"' offers language-en

# What the office and the updater wrote must outlive the next delivery.
echo '# the office was here' >>"$root/etc/kiosk/kiosk.toml"
in_root install -o kiosk-update -d /var/lib/kiosk/releases/1
in_root install -o kiosk-settings -m 644 /dev/null /var/lib/kiosk-settings/kiosk.toml
install_all "the next delivery installs over it" upgraded
is "the new version is the installed one" "yes" in_root sh -c 'dpkg-query -W -f "\${Version}\n" kiosk-device | grep -q "+upgraded$" && echo yes'
is "the office's settings are kept" "# the office was here" in_root tail -n 1 /etc/kiosk/kiosk.toml
is "content is kept" "yes" there /var/lib/kiosk/releases/1
is "still enabled" "enabled" in_root systemctl is-enabled kiosk.service

apt "the packages can be removed" remove kiosk kiosk-tools kiosk-device kiosk-content-liberia
is "no program is left" "no" there /usr/bin/kiosk
is "no unit is left" "no" there /usr/lib/systemd/system/kiosk.service
is "nothing starts at power-on" "no" there /etc/systemd/system/multi-user.target.wants/kiosk.service
is "settings are kept" "yes" there /etc/kiosk/kiosk.toml
is "content is kept too" "yes" there /var/lib/kiosk/releases/1
install_all "after removal they install again" upgraded
is "with the office's settings" "# the office was here" in_root tail -n 1 /etc/kiosk/kiosk.toml

apt "the packages can be purged" purge kiosk kiosk-tools kiosk-device kiosk-content-liberia
is "no settings are left" "no" there /etc/kiosk
for folder in kiosk kiosk-counters kiosk-health kiosk-owner kiosk-recovery kiosk-settings; do
  is "no /var/lib/$folder is left" "no" there /var/lib/$folder
done
is "nothing of the kiosk is left but its users" "" in_root sh -c 'find /etc /usr /var/lib -name "*kiosk*" ! -path "*/dpkg/*" | head -n 1'
install_all "after a purge they install as on the first day" packages
is "with the settings as shipped" "0" in_root grep -c "the office was here" /etc/kiosk/kiosk.toml
is "and come up at power-on" "enabled" in_root systemctl is-enabled kiosk.service

echo "$failures wrong"
[ $failures -eq 0 ]
