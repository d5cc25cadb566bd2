#!/bin/sh
# Criterion 13: a link of 64 kbit/s that loses one packet in twenty, is cut for a minute and heals: the update finishes, and
# no more than 1.05 times of what is needed comes over the wire. Then a limit of 100 kB/s holds.
# A network of its own (two ends of a veth pair), nothing of the machine's is touched. usage: link_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
mirror=$here/mirror.py
needs python3 openssl ip tc nft
needs_root
near=kiosk-near-$$ far=kiosk-far-$$
ip netns add $near 2>/dev/null || skip "no network of its own can be made here"
later "ip netns delete $near 2>/dev/null; ip netns delete $far 2>/dev/null || true"
ip netns add $far
ip link add near0 netns $near type veth peer name far0 netns $far
ip -n $near address add 10.77.0.1/24 dev near0
ip -n $far address add 10.77.0.2/24 dev far0
ip -n $near link set near0 up
ip -n $far link set far0 up
open_office "$1" "$2"
. "$here/mirror.sh"
mirror_ip=10.77.0.2
make_certificate $mirror_ip
publish old_catalog
start_mirror ok "$work" "ip netns exec $far"

far() { ip netns exec $far "$@"; }
counter() { ip netns exec $near cat /sys/class/net/near0/statistics/$1; }
# What arrived without the heads of its packets: Ethernet 14, IP 20, TCP with timestamps 32.
arrived() { echo $(($(counter rx_bytes) - 66 * $(counter rx_packets))); }
update_net() {
  ip netns exec $near "$kioskctl" update --store store --root root.json --from "$address/repository" --authorities tls.pem "$@"
}
needed() { find repository/targets repository/objects -type f -printf '%s\n' 2>/dev/null | awk '{ s += $1 } END { print s }'; }

tc -n $far qdisc add dev far0 root tbf rate 64kbit burst 3000 latency 500ms 2>/dev/null || skip "this kernel has no TBF"
far nft add table ip link
far nft add chain ip link out '{ type filter hook output priority 0; }'
far nft add rule ip link out ip protocol tcp numgen random mod 100 '<' 5 drop 2>/dev/null || skip "nft cannot drop by chance here"

before=$(arrived)
begin=$(date +%s)
update_net >output 2>&1 &
updater=$!
sleep 15
kill -0 $updater 2>/dev/null || fail "the content is too small for this link: $(cat output)"
far nft insert rule ip link out drop
echo "cut after 15 s"
sleep 60
far nft delete table ip link
far nft add table ip link
far nft add chain ip link out '{ type filter hook output priority 0; }'
far nft add rule ip link out ip protocol tcp numgen random mod 100 '<' 5 drop
code=0; wait $updater || code=$?
[ $code = 0 ] || { cat output; fail "it ended with $code"; }
cmp old_catalog/content.db store/current/content.db
came=$(($(arrived) - before)) want=$(needed)
# Small signed files, certificates and the start of each connection are no more than 40 kB.
echo "64 kbit/s, 5 % lost, cut for 60 s: finished after $(($(date +%s) - begin)) s; $came bytes came, $want are needed"
[ $((came - 40000)) -le $((want * 105 / 100)) ] || fail "too much came over the wire"

tc -n $far qdisc delete dev far0 root
far nft delete table ip link
cp -r "$content" large
python3 -B "$here/add_pictures.py" large 2 1.5
"$kioskctl" content build large large_catalog >/dev/null
publish large_catalog
before=$(arrived)
begin=$(date +%s%N)
update_net --max-bytes-per-second 100000 >output 2>&1 || { cat output; fail "with a limit"; }
took=$((($(date +%s%N) - begin) / 1000000)) came=$(($(arrived) - before))
rate=$((came * 1000 / took))
echo "limit 100000 bytes/s: $came bytes in $took ms, $rate bytes/s"
[ $rate -le 110000 ] || fail "faster than the limit allows"
[ $rate -ge 60000 ] || fail "far slower than the limit allows"
