#!/usr/bin/env python3
"""Prints what a signer's own source for the numbers of a catalog would hold, as if each had been called: "ID NUMBER" a line,
for kioskctl's --numbers. usage: own_source.py CATALOG
"""
import pathlib
import re
import sqlite3
import sys


def lines_of(catalog):
    contacts = sqlite3.connect(f"file:{pathlib.Path(catalog).resolve()}/contacts.db?mode=ro", uri=True)
    rows = contacts.execute(
        "SELECT id, dial FROM contact_number JOIN contact ON contact.number = contact_number.contact").fetchall()
    for contact, *texts in contacts.execute(
            "SELECT id, website, name, serves, answers, advice, address, county, directions "
            "FROM contact_text JOIN contact ON contact.number = contact_text.contact"):
        rows += [(contact, digits) for text in texts for digits in re.findall("[0-9]{3,}", text)]
    contacts.close()
    return "".join(f"{contact} {dial}\n" for contact, dial in rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write("# from letters and calls\n" + lines_of(sys.argv[1]))
