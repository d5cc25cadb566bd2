# Sourced by tests of updates: an office with three keys, a repository, and two editions of the content whose numbers
# differ. Sets $kioskctl, $content and $work (a new folder, left on exit), and changes into it.
#   . "$(dirname "$0")/office.sh"; open_office KIOSKCTL CONTENT

fail() { echo "FAILED: $*"; exit 1; }
skip() { echo "skipped: $*"; exit 77; }

# needs PROGRAM...
needs() {
  for program; do command -v "$program" >/dev/null || skip "$program is not here (platform/packages.txt)"; done
}
# The sanitizers' search for leaks is off, since it cannot be done in a traced program.
needs_strace() {
  needs strace
  strace -o /dev/null true 2>/dev/null || skip "strace may not trace here"
  export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
}
needs_root() { [ "$(id -u)" = 0 ] || skip "this needs root"; }

at_exit=
# later COMMAND: done on exit, the last one first.
later() { at_exit="$1; $at_exit"; }
trap 'eval "$at_exit"' EXIT

# run CODE COMMAND...: the command must end with that code; its output is in the file `output`.
run() {
  expected=$1; shift
  code=0; "$@" >output 2>&1 || code=$?
  [ "$code" = "$expected" ] || { cat output; fail "$* ended with $code, not $expected"; }
}

# What the last command left in the file `output` must say so.
said() { grep -q -- "$1" output || { cat output; fail "nothing said of: $1"; }; }

open_office() {
  kioskctl=$(realpath "$1")
  content=$(realpath "$2")
  work=$(mktemp -d)
  later 'rm -rf "$work"'
  cd "$work"
  echo "four words nobody guesses" >phrase
  for name in a b c; do "$kioskctl" key create $name --passphrase-file phrase >/dev/null; done
  keys="--key a.key --key b.key --key c.key --passphrase-file phrase"
  "$kioskctl" repository init repository --root a.pub --root b.pub --contacts a.pub --contacts b.pub --content c.pub \
    --publisher c.pub $keys >/dev/null
  cp repository/metadata/1.root.json root.json
  "$kioskctl" content build "$content" old_catalog >/dev/null
}

# With both keys of the contacts at one place, the numbers come from an own source.
publish() {
  python3 "$content/../tests/support/own_source.py" "$1" >source || return 1
  "$kioskctl" repository publish repository "$1" --yes --numbers source $keys >/dev/null
}

# next_edition: another catalog, with one line more in one topic and one other number.
next_edition() {
  cp -r "$content" changed
  for file in changed/topics/*.en.md; do echo "One more line." >>"$file"; break; done
  "$kioskctl" content build changed new_catalog >/dev/null
}

update() { "$kioskctl" update --store store --root root.json "$@"; }

# shown STORE: the digits of every number that the kiosk draws among its contacts and on the card of the police, one a line.
shown() {
  printf 'tap language-en\nwait 1\ntap section-help\nwait 1\nexpect contacts\ndump help\n' >help.script
  printf 'tap contact-lnp-911\nwait 1\nexpect contact lnp-911\ndump line\ntap page-next\nwait 1\ndump line-2\n' >>help.script
  # Starts are counted where each visit is the first.
  rm -rf health
  LIBGL_ALWAYS_SOFTWARE=1 "$(dirname "$kioskctl")/kiosk" --store "$1" --root root.json --health health --built-in "${2:-nothing}" \
    --script help.script --tour drawn >drawn.log 2>&1 || { cat drawn.log >&2; return 1; }
  python3 -c 'import json
for page in "help", "line", "line-2":
    for node in json.load(open("drawn/%s.json" % page))["nodes"]:
        if "phone" in node: print(node["phone"]["drawn"])'
}
