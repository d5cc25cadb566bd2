#!/bin/sh
# Criteria 7 and 8: the clock says 1970, the right time or 2099 and nothing confirms it: a newer stick is taken, and so is
# what an https mirror has, while a certificate of another authority is not. A clock that is synchronised is believed:
# what has expired is refused. The floor of time rises by what was signed, never by the clock.
# Whether the kernel calls the clock synchronised is answered in its place by strace. usage: clock_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
mirror=$here/mirror.py
needs faketime python3 openssl
needs_strace
open_office "$1" "$2"
. "$here/mirror.sh"
make_certificate 127.0.0.1
mv tls.pem mirror.pem
openssl req -x509 -newkey rsa:2048 -nodes -keyout other.key -out other.pem -days 3650 -subj /CN=127.0.0.1 >/dev/null 2>&1
mv mirror.pem tls.pem
publish old_catalog
cp -r repository older
next_edition
publish new_catalog

# at TIME ANSWER COMMAND...: ANSWER 0 is a synchronised clock, 5 (TIME_ERROR) is not.
at() {
  time=$1 answer=$2; shift 2
  strace -f -o /dev/null -e trace=adjtimex,clock_adjtime -e inject=adjtimex,clock_adjtime:retval=$answer faketime "$time" "$@"
}
floor() { "$kioskctl" status --store store --root root.json --json | sed -n 's/.*"time_floor": "\(.*\)".*/\1/p'; }
right=$(date '+%Y-%m-%d %H:%M:%S')
lapsed=$(date -d '+18 months' '+%Y-%m-%d %H:%M:%S')
floors=
for now in "1970-01-02 00:00:00" "$right" "2099-01-01 00:00:00"; do
  rm -rf store
  run 0 at "$now" 5 "$kioskctl" update --store store --root root.json --from older
  run 0 at "$now" 5 "$kioskctl" update --store store --root root.json --from repository
  cmp new_catalog/content.db store/current/content.db
  floors="$floors $(floor)"
  echo "$now, not synchronised: the newer stick is taken"
done
[ "$(echo "$floors" | tr ' ' '\n' | grep . | sort -u | wc -l)" = 1 ] || fail "the floor depends on the clock: $floors"
run 0 at "$right" 5 "$kioskctl" status --store store --root root.json
said "not to be relied on"

rm -rf store
run 0 at "$right" 0 "$kioskctl" update --store store --root root.json --from older
before=$(floor)
run 8 at "$lapsed" 0 "$kioskctl" update --store store --root root.json --from repository
cmp old_catalog/content.db store/current/content.db
[ "$(floor)" = "$before" ] || fail "the floor followed the clock"
echo "$lapsed, synchronised: refused as past its date, and the floor holds"

start_mirror ok
for now in "1970-01-02 00:00:00" "2099-01-01 00:00:00"; do
  rm -rf store
  run 0 at "$now" 5 "$kioskctl" update --store store --root root.json --from "$address/repository" --authorities tls.pem
  cmp new_catalog/content.db store/current/content.db
  rm -rf store
  "$kioskctl" update --store store --root root.json --from older >/dev/null
  code=0; at "$now" 5 "$kioskctl" update --store store --root root.json --from "$address/repository" --authorities other.pem \
    >output 2>&1 || code=$?
  [ $code != 0 ] || fail "a mirror with a certificate of another authority was believed"
  said "certificate"
  cmp old_catalog/content.db store/current/content.db
  echo "$now, https: taken; with a certificate of another authority not (exit $code)"
done
