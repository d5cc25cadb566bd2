#!/bin/sh
# The list for translators and reviewers has the sentences of every layer that speaks to people.
# usage: sentences_test.sh SOURCE
set -eu
list=$("$1/platform/list-sentences")
has() { printf '%s\n' "$list" | grep -qF -- "$1" || { echo "FAILED: the list does not have: $1"; exit 1; }; }
for layer in config document fleet main publish rules update; do has "kiosk/$layer/"; done
has "Write + instead of 00."                                       # a remedy
has "is not a web address."                                        # filled in at its beginning
has "must be a list or unknown."                                   # and in its middle
has "Updated to version {1} of {2}."                               # translated by the catalog
echo "sentences: passed"
