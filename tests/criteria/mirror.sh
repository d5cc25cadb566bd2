# Sourced after office.sh: an https mirror of a folder, with a certificate of its own (tls.pem).

make_certificate() {  # ADDRESS
  openssl req -x509 -newkey rsa:2048 -nodes -keyout tls.key -out tls.pem -days 3650 -subj "/CN=$1" \
    -addext "subjectAltName=IP:$1" >/dev/null 2>&1
}

# start_mirror MODE [FOLDER [BEFORE]]: sets $address. BEFORE: a command that it is run by ("ip netns exec far").
start_mirror() {
  rm -f port; : >mirror.log
  ${3:-} python3 -B "$mirror" "${2:-$work}" "$1" tls.pem tls.key port mirror.log --address "${mirror_ip:-127.0.0.1}" &
  mirror_pid=$!
  tries=0
  until [ -s port ]; do tries=$((tries + 1)); [ $tries -lt 300 ] || fail "the mirror did not start"; sleep 0.1; done
  address=https://${mirror_ip:-127.0.0.1}:$(cat port)
}
stop_mirror() { [ -z "$mirror_pid" ] || { kill "$mirror_pid" 2>/dev/null; wait "$mirror_pid" 2>/dev/null || true; }; mirror_pid=; }

mirror_pid=
later stop_mirror
