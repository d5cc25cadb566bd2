#!/bin/bash
# The man pages name every command and option that the programs have, and bash completes them.
# usage: manual_test.sh KIOSKCTL KIOSK SOURCE
set -u
kioskctl=$1
kiosk=$2
packaging=$3/platform/packaging
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
plain() { sed 's/\\-/-/g' "$packaging/man/$1"; }
commands_of() { "$@" --help | sed -n '/^Subcommands:/,$s/^  \([a-z-]*\) .*/\1/p'; }

manual=$(plain kioskctl.1)
for group in $(commands_of "$kioskctl"); do
  inner=$(commands_of "$kioskctl" "$group")
  for command in ${inner:---help}; do
    words=$("$kioskctl" "$group" "$command" --help | sed -n 's/^Usage: //p' | sed 's/ \[OPTIONS\]//')
    grep -qxF ".B $words" <<<"$manual" || fail "kioskctl.1 does not have: $words"
  done
done
manual=$(plain kiosk.1)
for option in $("$kiosk" --help | sed -n 's/^  *\(-h,\)\{0,1\}\(--[a-z-]*\).*/\2/p'); do
  grep -qF -- "$option" <<<"$manual" || fail "kiosk.1 does not have: $option"
done
for program in "$kioskctl" "$kiosk"; do
  "$program" --version | grep -Eqx 'kiosk(ctl)? [0-9.]+' || fail "$program --version says no version"
done

# As bash asks: the words typed so far, the last one to be completed.
. "$packaging/completion/kioskctl"
compopt() { :; }
completed() {
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  _kiosk_complete
  echo "${COMPREPLY[*]}"
}
completes() { [ "$(completed "${@:2}")" = "$1" ] || fail "completed ${*:3} to: $(completed "${@:2}")"; }
completes "content contact" "$kioskctl" cont
completes "check" "$kioskctl" content ch
completes "--passphrase-file" "$kioskctl" key create --pass
completes "--windowed" "$kiosk" --wind
cd "$packaging" || exit 1
completes "copyright" "$kioskctl" content check copyr
completes "kiosk.toml" "$kioskctl" update --config kiosk.t
[ $failures = 0 ] && echo "manual: passed"
exit $failures
