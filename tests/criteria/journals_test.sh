#!/bin/sh
# Criterion 5: a write-ahead log or a hot journal laid beside the databases, on the stick and in the store, changes no number,
# though it changes it for a program that opens the database plainly. usage: journals_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
needs python3
open_office "$1" "$2"
publish old_catalog
run 0 update --from repository
right=$(shown store)

# Writes DATABASE-wal or DATABASE-journal as a thief would; the database itself keeps its bytes.
lay_trap() {  # wal|journal DATABASE
  python3 - "$1" "$2" <<'P'
import glob, os, shutil, sqlite3, sys
kind, database = sys.argv[1:]
for left in glob.glob("plain.db*"):
    os.remove(left)
shutil.copy(database, "plain.db")
os.chmod("plain.db", 0o644)
thief = sqlite3.connect("plain.db", isolation_level=None)
change = "UPDATE contact_number SET dial = replace(dial, '911', '666'), display = replace(display, '911', '666')"
if kind == "wal":
    thief.execute("PRAGMA journal_mode=WAL")
    thief.execute("PRAGMA wal_autocheckpoint=0")
    thief.execute(change)
    shutil.copy("plain.db-wal", database + "-wal")
else:
    # The journal of the way back from the thief's number to the right one: hot, it brings the thief's back.
    thief.execute(change)
    thief.execute("PRAGMA cache_spill=1")
    thief.execute("PRAGMA cache_size=1")
    thief.execute("BEGIN")
    thief.execute(change.replace("'911', '666'", "'666', '911'"))
    thief.execute("CREATE TABLE filler(x)")
    thief.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) "
                  "INSERT INTO filler SELECT zeroblob(4000) FROM n")
    shutil.copy("plain.db-journal", database + "-journal")
os._exit(0)
P
}
plainly() {  # DATABASE: what SQLite says of a copy of it and of what lies beside it
  rm -rf opened; mkdir opened
  cp "$1" opened/n.db; for kind in wal journal; do [ ! -e "$1-$kind" ] || cp "$1-$kind" "opened/n.db-$kind"; done
  chmod 644 opened/*
  python3 -c 'import sqlite3; print(*[row[0] for row in sqlite3.connect("opened/n.db").execute("SELECT dial FROM contact_number")])'
}
for kind in wal journal; do
  rm -rf tried; cp -r store tried
  for database in tried/releases/*/contacts.db; do
    lay_trap $kind "$database"
    case $(plainly "$database") in *666*) ;; *) fail "the $kind is no trap: $(plainly "$database")" ;; esac
  done
  [ "$(shown tried)" = "$right" ] || fail "a $kind in the store: the screen shows $(shown tried)"
  echo "a $kind in the store: plain SQLite shows the thief's number, the kiosk the right one"

  rm -rf stick; mkdir stick; cp -r repository stick/kiosk-repository
  for database in stick/kiosk-repository/targets/contacts/*.db; do lay_trap $kind "$database"; done
  rm -rf tried
  run 0 "$kioskctl" update --store tried --root root.json --from stick
  [ "$(shown tried)" = "$right" ] || fail "a $kind on the stick: the screen shows $(shown tried)"
  [ -z "$(find tried -name '*-wal' -o -name '*-journal' -o -name '*-shm')" ] || fail "a $kind came along from the stick"
  echo "a $kind on the stick does not come along"
done
