#!/bin/sh
# The attacker has one contacts key (carl) and the publisher's (paul), and wants a second contacts signer (cora), or the
# keepers of root, to sign something else than they see. Everything goes through the commands that people type.
# usage: signing_test.sh KIOSKCTL CONTENT
set -eu
kioskctl=$1
content=$2
here=$(realpath "$(dirname "$0")")
forge=$here/forge.py own_source=$here/../support/own_source.py
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() { echo "FAILED: $*"; exit 1; }
run() {
  expected=$1; shift
  code=0; "$@" >output 2>&1 </dev/null || code=$?
  [ "$code" = "$expected" ] || { cat output; fail "$* ended with $code, not $expected"; }
}
said() { grep -qF -- "$1" output || { cat output; fail "nothing said of: $1"; }; }
unsaid() { ! grep -qF -- "$1" output || { cat output; fail "said: $1"; }; }
# attack NAME SIGNER COMMAND...: what the signer is asked must be refused, and nothing be signed.
refused() {
  name=$1; shift
  cp forged.json before.json
  run 1 "$kioskctl" repository sign forged.json --yes --passphrase-file phrase "$@"
  cmp -s forged.json before.json || fail "$name: the request was signed"
}
from=repository.to-sign.json
forge() { python3 "$forge" request $from forged.json "$1"; }

echo "four words nobody guesses" >phrase
for name in ruth ray rose carl cora cleo wendy paul crook mallory; do
  run 0 "$kioskctl" key create $name --folder keys --passphrase-file phrase
done
carl="--key keys/carl.key --key keys/wendy.key --key keys/paul.key --passphrase-file phrase"
cora="--key keys/cora.key"
run 0 "$kioskctl" repository init repository --root keys/ruth.pub --root keys/ray.pub --root keys/rose.pub \
  --contacts keys/carl.pub --contacts keys/cora.pub --contacts keys/cleo.pub --content keys/wendy.pub \
  --publisher keys/paul.pub --key keys/ruth.key --key keys/ray.key --key keys/paul.key --passphrase-file phrase
cp repository/metadata/1.root.json root.json
run 0 "$kioskctl" content build "$content" catalog
# Cora's own list: every number of the catalog, as if she had called each of them.
python3 "$own_source" catalog >source

# The first edition. Without a root of her own Cora is told that there is nothing to compare with, and types everything.
run 1 "$kioskctl" repository publish repository catalog --yes $carl
said "1.contacts.json has 1 of 2 signatures"
run 1 "$kioskctl" repository sign repository.to-sign.json --yes $cora --passphrase-file phrase
said "numbers are new or changed"
said "Nothing was signed"
head -n 3 source >part
run 1 "$kioskctl" repository sign repository.to-sign.json --yes $cora --passphrase-file phrase --numbers part
said "Nothing was signed"
run 0 "$kioskctl" repository sign repository.to-sign.json --yes $cora --passphrase-file phrase --numbers source
said "nothing to compare with"
said "1 1 6"
# The second contacts key is no way round it: who completes with it is a signer too.
run 1 "$kioskctl" repository complete repository $cora --key keys/paul.key --passphrase-file phrase
said "numbers are new or changed"
run 0 "$kioskctl" repository complete repository --with repository.to-sign.json --key keys/paul.key --passphrase-file phrase
# Both signatures came from this one machine.
said "WARNING: two signatures of 1.contacts.json were made on one machine"
grep -q '"1.contacts.json"' repository/record/2.json || fail "the record of the release does not name who signed"

# The second edition swaps the digits of one line.
swap="UPDATE contact_number SET dial = '+231770800666', display = '+231 770 800 666', national = '0770 800 666'
  WHERE contact = (SELECT number FROM contact WHERE id = 'gbv-116');"
python3 "$forge" catalog catalog swapped "$swap"
run 1 "$kioskctl" repository publish repository swapped --yes $carl
said "+ 2 3 1 7 7 0 8 0 0 6 6 6"
said "gbv-116"
trusting="$cora --root root.json --numbers source"

cp repository.to-sign.json forged.json
refused "a swapped number" $trusting
said "0770 800 666"
said "the source has no number of"
[ -e keys/cora.trust.json ] && fail "a root was remembered although nothing was signed"

for role in contacts-renewal content targets root "contacts "; do
  forge "r['files'][0]['role'] = '$role'"
  refused "contacts labelled $role" $trusting
done
forge "r['files'][0]['version'] = 3"
refused "another version on the label" $trusting
forge "r['in_force']['database'] = r['contacts']"
refused "a forged database in force" $trusting
forge "r['in_force']['database'] = r['contacts']; r['in_force']['contacts'] = r['files'][0]['metadata']"
refused "forged contacts in force" $trusting
said "The contacts in force was refused"
forge "r['in_force'] = None"
refused "nothing in force" $trusting
forge "r['in_force']['contacts'] = ''; r['in_force']['database'] = ''"
refused "no edition before" $trusting
forge "r['contacts'] = r['in_force']['database']"
refused "other numbers than those that are signed for" $trusting
forge "r['files'].append(dict(r['files'][0]))"
refused "one file twice" $trusting
forge "r['note'] = 'please sign'"
refused "a member that nobody shows" $trusting
forge "e, m = metadata_of('contacts'); m['signed']['x-more'] = 1; set_metadata(e, m)"
refused "more than is shown in what is signed" $trusting
forge "e, m = metadata_of('contacts'); m['signed']['targets']['content/content.db.zst'] = m['signed']['targets']['contacts/contacts.db']; set_metadata(e, m)"
refused "other targets beside the numbers" $trusting
forge "e, m = metadata_of('contacts'); m['signed']['version'] = 9; e['version'] = 9; set_metadata(e, m)"
refused "a version that does not follow" $trusting
forge "e, m = metadata_of('contacts'); m['signed']['x-created'] = '2036-01-01T00:00:00Z'; set_metadata(e, m)"
refused "a day in the future" $trusting

# What cannot be seen is shown, and nothing reaches the terminal raw. The number is put right, so that only names differ.
back="UPDATE contact_number SET dial = '116', display = '116', national = '' WHERE contact =
  (SELECT number FROM contact WHERE id = 'gbv-116');"
name="UPDATE contact_text SET name = 'Line' || char(13) || char(27) || '[2K' || char(8238) || char(155) || 'x' WHERE contact =
  (SELECT number FROM contact WHERE id = 'gbv-116');"
forge "db('''$back $name''')"
run 0 "$kioskctl" repository sign forged.json --yes $trusting --passphrase-file phrase
for shown in "<U+000D>" "<U+001B>" "<U+202E>" "<U+009B>"; do said "$shown"; done
! LC_ALL=C grep -q "$(printf '[\r\033]')" output || fail "a control character reached the terminal"
# A number under another name is another number: without the source nothing is signed.
forge "db('''$back $name''')"
refused "a number under another name" $cora --root root.json

text="UPDATE contact_text SET answers = 'Free help: 0886 000 666' WHERE contact = (SELECT number FROM contact WHERE id = 'gbv-116');"
forge "db('''$back $text''')"
refused "a number in a text" $trusting
printf 'gbv-116 0886000666\n' | cat source - >source_too
refused "a number in a text, typed" $cora --root root.json --numbers source_too
said "A NUMBER IN A TEXT"
said "0886 000 666"

# Typed at the prompt, in any grouping, and before it is shown.
typed() { code=0; printf '%s\n' "$1" | "$kioskctl" repository sign "$2" $cora --root root.json --passphrase-file phrase \
  --yes >output 2>&1 || code=$?; }
cp repository.to-sign.json forged.json
typed 116 forged.json
[ "$code" = 1 ] || fail "a number unlike the one to be signed was typed, and it was signed"
cmp forged.json repository.to-sign.json || fail "a request was signed for another number than was typed"
typed "(+231) 770.800.666" forged.json
[ "$code" = 0 ] || { cat output; fail "the right number was typed, and it was not signed"; }
[ "$(grep -n "6 6 6" output | head -n 1 | cut -d: -f1)" -gt "$(grep -n "as it is dialled" output | cut -d: -f1)" ] ||
  fail "the number was shown before it was typed"

# It leaves alone what lies beside the request.
echo "mine" >contacts.db; echo "mine" >previous.db
printf 'gbv-116 +231 770-800-666\n' | cat source - >right_source
cp repository.to-sign.json second.json
run 0 "$kioskctl" repository sign repository.to-sign.json --yes $cora --passphrase-file phrase --numbers right_source
[ "$(cat contacts.db previous.db)" = "mine
mine" ] || fail "a file beside the request was changed"
[ -e keys/cora.trust.json ] || fail "the root was not remembered"
run 0 "$kioskctl" repository complete repository --with repository.to-sign.json --key keys/paul.key --passphrase-file phrase

from=second.json
# What she has signed once bars what is older, and another root than hers is refused.
forge "e, m = metadata_of('contacts'); m['signed']['version'] = 1; e['version'] = 1; set_metadata(e, m); r['in_force']['contacts'] = ''; r['in_force']['database'] = ''"
refused "an older version than she has signed" $cora --numbers right_source
run 1 "$kioskctl" repository init strange --root keys/crook.pub --root keys/mallory.pub --contacts keys/crook.pub \
  --contacts keys/cora.pub --content keys/crook.pub --publisher keys/crook.pub --key keys/crook.key --passphrase-file phrase
cp strange.to-sign.json forged.json
run 0 "$kioskctl" repository sign strange.to-sign.json --yes --key keys/mallory.key --passphrase-file phrase
run 0 "$kioskctl" repository complete strange --with strange.to-sign.json --key keys/crook.key --passphrase-file phrase
run 1 "$kioskctl" repository publish strange swapped --yes --key keys/crook.key --passphrase-file phrase
cp strange.to-sign.json forged.json
refused "numbers of another owner" $cora --numbers right_source
refused "another root" $cora --numbers right_source --root strange/metadata/1.root.json
said "is not the root that this signer has trusted so far"

from=repository.to-sign.json
# Keepers of root see who could sign for numbers, and never sign one person's power.
run 1 "$kioskctl" repository replace-key repository contacts --remove keys/cleo.pub --add keys/crook.pub \
  --key keys/paul.key --passphrase-file phrase
mark=$("$kioskctl" key show keys/crook.pub)
run 0 "$kioskctl" repository sign repository.to-sign.json --yes --key keys/ray.key --passphrase-file phrase
said "$mark   NEW KEY"
said "2 of 3 must sign"
powers="e, m = metadata_of('targets'); d = m['signed']['delegations']; role = d['roles'][0]"
forge "$powers; role['threshold'] = 1; set_metadata(e, m)"
refused "numbers by one signature" --key keys/ruth.key
said "one person alone"
forge "$powers; role['keyids'] = role['keyids'][:1]; set_metadata(e, m)"
refused "numbers by one key" --key keys/ruth.key
forge "$powers; role['paths'] = ['contacts/*', 'content/*']; set_metadata(e, m)"
refused "numbers and words by the same" --key keys/ruth.key
forge "$powers; d['roles'].insert(0, dict(d['roles'][1], name='helpers', paths=['contacts/*'])); set_metadata(e, m)"
refused "another role for the numbers" --key keys/ruth.key
forge "$powers; m['signed']['targets'] = {'contacts/contacts.db': {'length': 1, 'hashes': {'sha256': '00'}}}; set_metadata(e, m)"
refused "numbers beside the powers" --key keys/ruth.key
run 1 "$kioskctl" repository replace-key repository root --remove keys/rose.pub --add keys/crook.pub \
  --key keys/paul.key --passphrase-file phrase
for role in root targets; do
  forge "e, m = metadata_of('root'); m['signed']['roles']['$role']['threshold'] = 1; set_metadata(e, m)"
  refused "$role by one signature" --key keys/ruth.key
done

# In the signer's language.
run 0 "$kioskctl" repository sign repository.to-sign.json --yes --key keys/ruth.key --passphrase-file phrase --language fr
said "2 sur 3 doivent signer"
said "NOUVELLE CLÉ"
run 1 "$kioskctl" repository sign repository.to-sign.json --yes --key keys/ruth.key --passphrase-file phrase --language xx
said "en"
# And so the slips on the command line, without a word of English but for the names of options.
run 2 "$kioskctl" repository sign --language fr
said "FILE est obligatoire"
unsaid "is required"
said "L’option --help en dit plus."
run 2 "$kioskctl" repository sign repository.to-sign.json --language=ar --kee
said "الوسيط التالي غير متوقع: --kee"
run 2 "$kioskctl" repository sign --language xx
said "FILE is required"

# Clocks: what is signed under a wrong one cannot be taken back.
command -v faketime >/dev/null || { echo "faketime is not here: the part with wrong clocks is skipped"; exit 0; }
run 0 "$kioskctl" repository verify repository
for clock in 1970 now 2099; do grep -q "clock says $clock judges it on .* and takes it" output || fail "nothing said of $clock"; done
all="--key keys/ruth.key --key keys/ray.key --key keys/carl.key --key keys/cora.key --key keys/wendy.key --key keys/paul.key"
renew() { day=$1 code=$2; shift 2; run $code faketime "$day 12:00:00" "$kioskctl" repository renew late $all --passphrase-file phrase "$@"; }
cp -r repository late
for day in 2030-01-01 2036-01-01 2020-03-01; do
  renew $day 1
  said "--today"
  run 1 faketime "$day 12:00:00" "$kioskctl" repository publish late catalog --yes $carl
  said "--today"
done
renew 2030-01-01 1 --today "28 November 2026"
cmp repository/metadata/timestamp.json late/metadata/timestamp.json || fail "something was signed under a wrong clock"
renew 2030-01-01 0 --today "1 January 2030"
run 1 "$kioskctl" repository verify late
said "still to come"
rm -r late; cp -r repository late
renew 2020-03-01 0 --today "1 March 2020"
run 1 faketime "2020-03-02 12:00:00" "$kioskctl" repository verify late
said "Not every kiosk would take this edition"
echo "no attack was signed"
