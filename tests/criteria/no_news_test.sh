#!/bin/sh
# Criterion 15: no news costs two requests and less than 2 kB. usage: no_news_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
mirror=$here/mirror.py
needs python3 openssl
open_office "$1" "$2"
. "$here/mirror.sh"
make_certificate 127.0.0.1
publish old_catalog
start_mirror ok
run 0 update --from "$address/repository" --authorities tls.pem
: >mirror.log
run 3 update --from "$address/repository" --authorities tls.pem
requests=$(wc -l <mirror.log) bytes=$(awk '{ sum += $3 } END { print sum }' mirror.log)
[ "$requests" = 2 ] && [ "$bytes" -lt 2000 ] || { cat mirror.log; fail "$requests requests, $bytes bytes"; }
echo "no news: $requests requests, $bytes bytes of answers"
