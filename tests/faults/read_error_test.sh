#!/bin/sh
# A disk that answers every read of some content with an error: words of the release before it are shown, or those that
# came with the program, with the newest numbers; where these cannot be read, the emergency numbers alone. usage: read_error_test.sh KIOSKCTL CONTENT
set -eu
. "$(dirname "$0")/office.sh"
needs python3
needs_strace
open_office "$1" "$2"
kiosk=$(dirname "$kioskctl")/kiosk
export LIBGL_ALWAYS_SOFTWARE=1 MESA_SHADER_CACHE_DISABLE=true

# edition NUMBER: a catalog of that name, in which the police have this number. 911 is the starter content's.
edition() {
  rm -rf changed
  cp -r "$content" changed
  sed -i "s/dial: \"911\"/dial: \"$1\"/" changed/contacts/lnp-911.yaml
  "$kioskctl" content build changed "$1" >/dev/null
}
edition 911; edition 912; edition 913
for number in 911 912; do publish $number; update --from repository >/dev/null; done
newest=$(readlink -f store/current)
older=$(ls -d store/releases/* | grep -v "/${newest##*/}\$")
[ -d "$older" ] || fail "there are not two releases: $older"

printf 'tap language-en\nwait 1\ntap section-help\nwait 1\ndump seen\n' >help.script
printf 'dump seen\n' >start.script

# seen SCRIPT FILE...: what is on the screen at the end of the script while no read of these files succeeds: the screen's
# name and the police's number.
seen() {
  script=$1; shift
  broken=; for file; do broken="$broken -P $(realpath "$file")"; done
  rm -rf health drawn
  strace -f -o trace -e trace=read,pread64 $broken -e inject=read,pread64:error=EIO \
    "$kiosk" --store store --root root.json --health health --built-in 913 --script "$script" --tour drawn >drawn.log 2>&1 ||
    { cat drawn.log; fail "the program ended badly with $*"; }
  [ "$1" = nothing ] || grep -q INJECTED trace || fail "nothing tried to read $*"
  python3 -c 'import json
tree = json.load(open("drawn/seen.json"))
print(tree["screen"], *[n["phone"]["dial"] for n in tree["nodes"] if "phone" in n and n["phone"]["dial"].startswith("91")])'
}

# is WANTED SCRIPT FILE...
is() {
  wanted=$1; shift
  got=$(seen "$@")
  [ "$got" = "$wanted" ] || { cat drawn.log; fail "the screen shows \"$got\", not \"$wanted\", with errors on: $*"; }
}

: >nothing
is "contacts 912" help.script nothing
# Words step back, numbers do not: 911 was withdrawn, and 913 is not known.
is "contacts 912" help.script "$newest/content.db"
grep -q "is damaged on this disk and is not shown" drawn.log || fail "the log does not say that the content cannot be read"
is "contacts 912" help.script "$newest/content.db" "$older/content.db"
is "no_catalog" start.script "$newest/content.db" "$older/content.db" 913/content.db
for disk in "$newest/contacts.db" "$newest/contacts.db $older/contacts.db"; do
  is "no_catalog" start.script $disk
  grep -q "only the emergency numbers" drawn.log || fail "the log does not say that no numbers can be read"
done
# What came with the program serves where it has the newest numbers.
cp 912/contacts.db 913/contacts.db
is "contacts 912" help.script "$newest/contacts.db"
echo "read errors: 7 disks, each with what it still gave"
