#!/bin/sh
# Runs the public suite against a tuf_client. usage: run.sh TUF_CLIENT
# TUF_CONFORMANCE names the folder of a checkout of the suite; its Python packages must be importable by `python3`, or by
# what TUF_PYTHON names. Without them: skipped (exit 77).
set -eu
client=$(realpath "$1")
python=${TUF_PYTHON:-python3}
[ -n "${TUF_CONFORMANCE:-}" ] || { echo "skipped: TUF_CONFORMANCE does not name a checkout of tuf-conformance"; exit 77; }
cd "$TUF_CONFORMANCE"
PYTHONPATH="$PWD${PYTHONPATH:+:$PYTHONPATH}" "$python" -c 'import pytest, tuf_conformance, tuf, securesystemslib' 2>/dev/null ||
  { echo "skipped: $python has no pytest, tuf or securesystemslib"; exit 77; }
command -v faketime >/dev/null || { echo "skipped: faketime is not here"; exit 77; }
# faketime is preloaded before the sanitizers' library.
export ASAN_OPTIONS=verify_asan_link_order=0
PYTHONPATH="$PWD${PYTHONPATH:+:$PYTHONPATH}" exec "$python" -m pytest -q -p no:cacheprovider tuf_conformance --entrypoint "$client"
