#!/usr/bin/env bash
# `kioskctl health`, `fleet` and `doctor` as an office types them, on a machine that is not a kiosk.
# usage: fleet_commands_test.sh KIOSKCTL SOURCE_FOLDER CATALOG
set -u
kioskctl=$1 source_folder=$2 catalog=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work/home
unset XDG_CONFIG_HOME
mkdir -p "$HOME" "$work/stick"
failures=0

holds() {  # holds WHAT COMMAND...: the command must succeed
  local what=$1
  shift
  "$@" >"$work/out" 2>&1 && return
  printf 'NOT SO: %s\n' "$what"
  cat "$work/out"
  failures=$((failures + 1))
}
says() { grep -qF -- "$1" "$work/said"; }  # in the last table

for number in one two; do
  printf '[kiosk]\nname = "Kiosk %s"\nplace = "Hall"\n' $number >"$work/$number.toml"
  holds "kiosk $number leaves a receipt" "$kioskctl" health --store "$work/store-$number" --config "$work/$number.toml" \
    --settings "" --receipt "$work/stick"
done
holds "both receipts are there" test "$(ls "$work/stick/kiosk-receipts" | wc -l)" = 2
for file in key.pem key_copy.pem key.pub; do
  holds "$file is its user's alone" test "$(stat -c %a "$work/store-one/identity/$file")" = 600
done

holds "a folder of receipts is read" "$kioskctl" fleet "$work/stick"
cp "$work/out" "$work/said"
holds "it names both kiosks" says "Kiosk two"
holds "and says that they are new" says "new"
holds "known kiosks are kept" grep -q "Kiosk one" "$HOME/.config/kiosk/known_kiosks"
sed -i 's/"place": "Hall"/"place": "Hell"/' "$work"/stick/kiosk-receipts/kiosk-one-*.json
holds "a forged receipt does not stop the reading" "$kioskctl" fleet "$work/stick"
cp "$work/out" "$work/said"
holds "it is named" says "forged or damaged"
holds "JSON is JSON" bash -c '"$1" fleet "$2" --json | python3 -m json.tool' - "$kioskctl" "$work/stick"
holds "CSV has a line for each" bash -c '[ "$("$1" fleet "$2" --csv | wc -l)" = 4 ]' - "$kioskctl" "$work/stick"
holds "given keys are believed" "$kioskctl" fleet "$work/stick" --keys "$HOME/.config/kiosk/known_kiosks"
holds "a folder that is not there is an error" bash -c '! "$1" fleet "$2"' - "$kioskctl" "$work/nowhere"

# What goes wrong on the stick is told, and changes nothing on the kiosk.
mkdir -p "$work/store-one/status" "$work/full"
echo '{}' >"$work/store-one/status/outcome.json"
touch "$work/full/kiosk-receipts"
holds "a stick on which no receipt can be left is an error" bash -c '! "$@"' - "$kioskctl" health --store "$work/store-one" --settings "" \
  --receipt "$work/full"
cp "$work/out" "$work/said"
holds "it names the place, and says that content is as it was" says "$work/full"
holds "the same, in words" says "The content is as the update left it."
mkdir "$work/read-only"
if unshare --mount true 2>/dev/null; then
  unshare --mount bash -c 'mount -t tmpfs -o ro none "$1/read-only" && ! "$2" health --store "$1/store-one" --settings "" \
    --receipt "$1/read-only" 2>"$1/said"' - "$work" "$kioskctl"
  holds "a read-only stick is an error" test $? = 0
  holds "that says so" says "Read-only file system"
else
  echo "not root: a read-only stick was not tried"
fi
holds "how the update ended stays written" grep -qx '{}' "$work/store-one/status/outcome.json"
holds "without a setting no receipt is wanted" bash -c '! "$1" health --receipt-wanted --config "$2" --settings ""' - "$kioskctl" "$work/one.toml"
printf '[health]\nreceipt_on_stick = true\n' >"$work/receipts.toml"
holds "with it one is" "$kioskctl" health --receipt-wanted --config "$work/receipts.toml" --settings ""

holds "metrics are written" "$kioskctl" health --store "$work/store-one" --config "$work/one.toml" --settings "" \
  --prometheus "$work/kiosk.prom" --push
holds "they name the kiosk" grep -qF 'kiosk_info{name="Kiosk one",place="Hall"' "$work/kiosk.prom"
command -v promtool >/dev/null && holds "promtool takes them" bash -c 'promtool check metrics <"$1"' - "$work/kiosk.prom"

doctor() {
  "$kioskctl" doctor --config "$1" --settings "" --store "$work/store-one" --health "$work/health" --built-in "$catalog" \
    --assets "$source_folder/assets" --root "$work/root.json" --machine "$work/machine" "${@:2}"
}
doctor "$work/one.toml" >"$work/doctor" 2>&1
holds "an error ends the doctor with 1" test $? = 1
for line in "error    trust:" "error    touch:" "error    sound:" "ok       fonts:" "ok       content in the package:" \
  "warning  content:" "voice: en" "->"; do
  holds "the doctor says: $line" grep -qF -- "$line" "$work/doctor"
done
# The key of another kiosk is a key as well: only its copy and its public half show that it is not this one's.
identity=$work/store-one/identity
cp "$identity/key.pem" "$work/key.pem"
cp "$work/store-two/identity/key.pem" "$identity/key.pem"
doctor "$work/one.toml" >"$work/said" 2>&1
holds "a key that rotted is noticed" says "A copy of the key that signs this kiosk's receipts"
"$kioskctl" update --store "$work/store-one" --root "$work/root.json" --from "$work/stick" >"$work/out" 2>&1
holds "the next update, whatever comes of it, puts it back" cmp "$work/key.pem" "$identity/key.pem"
cp "$work"/store-two/identity/key* "$identity"
cp "$work/key.pem" "$identity/key.pem"
rm "$identity/key.pub"
doctor "$work/one.toml" >"$work/said" 2>&1
holds "one that no copy agrees with is named" says "is damaged, and so is its copy"
holds "with what to do" says "Remove that folder."

printf '[kiosk]\nnmae = "x"\n' >"$work/wrong.toml"
doctor "$work/wrong.toml" --json >"$work/doctor.json" 2>&1
holds "a wrong setting is named with its line" grep -q 'wrong.toml:2' "$work/doctor.json"
holds "the doctor's JSON is JSON" python3 -m json.tool "$work/doctor.json"
[ $failures -eq 0 ]
