#!/bin/sh
# From an empty folder to an updated kiosk, with the commands of content/AUTHORING.md: keys, repository, a request that
# goes to the next signer, a stick, a network. usage: end_to_end_test.sh KIOSKCTL CONTENT
set -eu
kioskctl=$1
content=$2
own_source=$(realpath "$(dirname "$0")/../support/own_source.py")
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"

fail() { echo "FAILED: $*"; exit 1; }
# run CODE COMMAND...: the command must end with that code.
run() {
  expected=$1; shift
  code=0; "$@" >output 2>&1 || code=$?
  [ "$code" = "$expected" ] || { cat output; fail "$* ended with $code, not $expected"; }
}
said() { grep -q -- "$1" output || { cat output; fail "nothing said of: $1"; }; }
update() { expected=$1; shift; run "$expected" "$kioskctl" update --store store --root root.json "$@"; }

echo "four words nobody guesses" >phrase
sign="--passphrase-file phrase"
for name in ruth ray rose carl cora cleo wendy paul; do
  run 0 "$kioskctl" key create $name --folder keys --passphrase-file phrase
done
run 1 "$kioskctl" key create ruth --folder keys --passphrase-file phrase

run 0 "$kioskctl" repository init repository \
  --root keys/ruth.pub --root keys/ray.pub --root keys/rose.pub \
  --contacts keys/carl.pub --contacts keys/cora.pub --contacts keys/cleo.pub \
  --content keys/wendy.pub --publisher keys/paul.pub \
  --key keys/ruth.key --key keys/ray.key --key keys/paul.key $sign
cp repository/metadata/1.root.json root.json

run 0 "$kioskctl" content build "$content" catalog
# One signature for the numbers is not enough; the request goes to the next signer and comes back.
run 1 "$kioskctl" repository publish repository catalog --yes --key keys/carl.key --key keys/wendy.key --key keys/paul.key $sign
said "1.contacts.json has 1 of 2 signatures"
said "ADDED"
run 1 "$kioskctl" repository verify repository
update 9 --from repository/nothing
# Cora types every number from her own list; --yes does not go round that.
run 1 "$kioskctl" repository sign repository.to-sign.json --yes --key keys/cora.key $sign
python3 "$own_source" catalog >source
run 0 "$kioskctl" repository sign repository.to-sign.json --yes --key keys/cora.key --root root.json --numbers source $sign
said "ADDED"
run 0 "$kioskctl" repository complete repository --with repository.to-sign.json --key keys/paul.key $sign
run 0 "$kioskctl" repository verify repository

mkdir stick
run 1 "$kioskctl" repository export repository stick
said "Nothing was written"
[ -z "$(ls stick)" ] || fail "the system disk was written to unasked"
run 1 "$kioskctl" repository export repository stikc --system-disk
said "There is no folder"
[ ! -e stikc ] || fail "a folder was made where no stick is"
run 0 "$kioskctl" repository export repository stick --system-disk
said "safe to remove"
# Room that must stay free is not used: nothing is begun, and the sentence says how much is missing.
update 6 --from stick --reserve-megabytes 900000
said "MB are needed"
update 0 --from stick
said "Updated to version 2"
update 3 --from stick
said "Already up to date"
run 0 "$kioskctl" status --store store --root root.json --json
said '"version": 2'
cmp catalog/contacts.db store/current/contacts.db
cmp catalog/content.db store/current/content.db

# A stick that is older, one of somebody else, one that was altered.
cp -r stick old_stick
run 0 "$kioskctl" repository renew repository --days 800 \
  --key keys/ruth.key --key keys/ray.key --key keys/carl.key --key keys/cleo.key --key keys/wendy.key --key keys/paul.key $sign
run 0 "$kioskctl" repository export repository stick --system-disk
update 3 --from stick
update 4 --from old_stick
said "older"
run 0 "$kioskctl" repository init stranger \
  --root keys/rose.pub --root keys/cleo.pub --contacts keys/rose.pub --contacts keys/cleo.pub \
  --content keys/rose.pub --publisher keys/rose.pub --key keys/rose.key --key keys/cleo.key $sign
run 0 "$kioskctl" repository publish stranger catalog --yes --numbers source --key keys/rose.key --key keys/cleo.key $sign
update 5 --from stranger
said "not for this kiosk"
cp -r stick altered
for file in altered/kiosk-repository/targets/contacts/*; do printf 'x' | dd of="$file" bs=1 seek=9000 conv=notrunc 2>/dev/null; done
run 1 "$kioskctl" update --store other_store --root root.json --from altered
said "damaged or was altered"
[ ! -e other_store/current ] || fail "an altered stick was activated"

# Past its date, as a kiosk that has proof of a later time sees it: refused, and what staff say counts only where the settings
# of that kiosk let them.
printf '[staff]\nmay_accept_expired = true\n' >lenient.toml
printf '[staff]\nmay_accept_expired = false\n' >strict.toml
late() { expected=$1; command=$2; shift 2; run "$expected" "$kioskctl" $command --store late_store "$@"; }
export KIOSK_BOOT_ID=this-one
late 8 "update --root root.json --not-before 2040-01-01T00:00:00Z" --from stick --config lenient.toml
said "past its date"
late 1 accept-expired
late 1 accept-expired --config strict.toml
said "may_accept_expired"
late 8 "update --root root.json --not-before 2040-01-01T00:00:00Z" --from stick --config lenient.toml
late 0 accept-expired --config lenient.toml
late 8 "update --root root.json --not-before 2040-01-01T00:00:00Z" --from stick
late 8 "update --root root.json --not-before 2040-01-01T00:00:00Z" --from stick --config strict.toml
late 0 "update --root root.json --not-before 2040-01-01T00:00:00Z" --from stick --config lenient.toml
said "Staff agreed"
[ ! -e late_store/status/consent.json ] || fail "one consent holds for more than one update"
late 1 accept-expired --config lenient.toml

# A lost key of the contacts' keepers.
run 0 "$kioskctl" key create cody --folder keys --passphrase-file phrase
run 0 "$kioskctl" repository replace-key repository contacts --remove keys/carl.pub --add keys/cody.pub \
  --key keys/ruth.key --key keys/rose.key --key keys/cody.key --key keys/cleo.key --key keys/paul.key $sign
update 3 --from repository
run 1 "$kioskctl" rollback --store store --root root.json

# The network: any static server. nginx serves the folder over TLS with a certificate of its own.
if ! command -v nginx >/dev/null || ! command -v openssl >/dev/null; then
  echo "nginx or openssl is not here: the network part is skipped"
  exit 0
fi
port=$((20000 + $$ % 20000))
openssl req -x509 -newkey rsa:2048 -nodes -keyout tls.key -out tls.pem -days 30 -subj /CN=127.0.0.1 \
  -addext subjectAltName=IP:127.0.0.1 >/dev/null 2>&1
cat >nginx.conf <<CONF
daemon off; pid $work/nginx.pid; error_log $work/error.log; master_process off;
events {}
http {
  access_log $work/access.log; root $work; client_body_temp_path $work/t1; proxy_temp_path $work/t2;
  fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
  server { listen 127.0.0.1:$port ssl; ssl_certificate $work/tls.pem; ssl_certificate_key $work/tls.key;
           location /slow/ { alias $work/; limit_rate 50k; }
           location /members/ { return 401; }
           location /moved/ { return 302 https://new.example/kiosk/; }
           location /portal/ { default_type text/html; return 200 "<html>Sign in</html>"; } }
}
CONF
nginx -e "$work/error.log" -c "$work/nginx.conf" &
server=$!
tries=0
until grep -q . nginx.pid 2>/dev/null; do tries=$((tries + 1)); [ $tries -lt 100 ] || fail "nginx did not start"; sleep 0.1; done
address=https://127.0.0.1:$port/repository
run 0 "$kioskctl" update --store net_store --root root.json --from "$address" --authorities tls.pem
cmp store/current/content.db net_store/current/content.db
: >access.log
run 3 "$kioskctl" update --store net_store --root root.json --from "$address" --authorities tls.pem
[ "$(wc -l <access.log)" = 2 ] || { cat access.log; fail "no news cost more than two requests"; }
run 1 "$kioskctl" update --store net_store --root root.json --from "$address"
said "certificate"
run 1 "$kioskctl" update --store net_store --root root.json --from "http://127.0.0.1:$port/repository"
# Who answered and what it wants is one sentence: on the terminal, which is the journal's, on the screen and on a receipt.
for refusal in "members wants a sign-in" "moved sends the kiosk on to new.example" "portal web page came from 127.0.0.1"; do
  "$kioskctl" update --store net_store --root root.json --from "https://127.0.0.1:$port/${refusal%% *}" \
    --authorities tls.pem >printed 2>/dev/null && fail "$refusal: taken for content"
  cp printed output
  said "${refusal#* }"
  run 0 "$kioskctl" status --store net_store --root root.json
  said "$(cat printed)"
  run 0 "$kioskctl" health --store net_store --config lenient.toml --settings ""
  said "Last update:  $(cat printed)"
done
# A link that would take too long is given up, and what came is kept for the next try.
run 7 "$kioskctl" update --store slow_store --root root.json --from "https://127.0.0.1:$port/slow/repository" \
  --authorities tls.pem --deadline-seconds 2
ls slow_store/staging/*.part >/dev/null || fail "nothing was kept of what came in time"
echo "all as printed in content/AUTHORING.md"
