#!/bin/sh
# Cuts an update short at one system call after another: killed, EIO, ENOSPC. After each, what is current must be the old
# release or the new one, whole, and the next update must finish. usage: sweep_test.sh KIOSKCTL CONTENT [EVERY]
# EVERY: try every so many calls only.
set -eu
kioskctl=$1
content=$2
every=${3:-1}
command -v strace >/dev/null || { echo "strace is not here: skipped"; exit 77; }
strace -o /dev/null true 2>/dev/null || { echo "strace may not trace here: skipped"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "four words nobody guesses" >phrase
for name in a b c; do "$kioskctl" key create $name --passphrase-file phrase >/dev/null; done
all="--key a.key --key b.key --key c.key --passphrase-file phrase"
"$kioskctl" repository init repository --root a.pub --root b.pub --contacts a.pub --contacts b.pub --content c.pub \
  --publisher c.pub $all >/dev/null
cp repository/metadata/1.root.json root.json
cp -r "$content" changed
"$kioskctl" content build "$content" old_catalog >/dev/null
# Another edition: one more date in its pack is enough.
"$kioskctl" repository publish repository old_catalog --yes $all >/dev/null
"$kioskctl" update --store old_store --root root.json --from repository >/dev/null
old=$(sha256sum <old_store/current/content.db)
for file in changed/topics/*.en.md; do echo "One more line." >>"$file"; break; done
"$kioskctl" content build changed new_catalog >/dev/null
"$kioskctl" repository publish repository new_catalog --yes $all >/dev/null
new=$(sha256sum <new_catalog/content.db)
[ "$old" != "$new" ] || { echo "FAILED: the two editions are one"; exit 1; }

update() { "$kioskctl" update --store store --root root.json --from repository >/dev/null 2>&1; }
broken=0 tried=0
for call in openat write fsync syncfs rename symlink unlink mkdir; do
  rm -rf store; cp -a old_store store
  strace -f -c -o counts -e trace=$call "$kioskctl" update --store store --root root.json --from repository >/dev/null 2>&1 || true
  count=$(awk -v c=$call '$NF == c { print $4 }' counts)
  for fault in signal=KILL error=EIO error=ENOSPC; do
    n=1
    while [ $n -le "${count:-0}" ]; do
      rm -rf store; cp -a old_store store
      strace -f -o /dev/null -e trace=$call -e inject=$call:$fault:when=$n \
        "$kioskctl" update --store store --root root.json --from repository >/dev/null 2>&1 || true
      now=$(sha256sum <store/current/content.db) || now=none
      tried=$((tried + 1))
      if [ "$now" != "$old" ] && [ "$now" != "$new" ]; then
        echo "BROKEN: $call $n $fault left neither release"; broken=$((broken + 1))
      else
        update || true
        [ "$(sha256sum <store/current/content.db)" = "$new" ] || { echo "STUCK: $call $n $fault"; broken=$((broken + 1)); }
      fi
      n=$((n + every))
    done
  done
done
echo "$tried cuts, $broken broken"
[ $broken = 0 ]
