#!/usr/bin/env python3
"""Runs a command and, once a folder holds so many bytes, a second one; prints "EXIT-CODE SECONDS-AFTER".

usage: at_share.py BYTES FOLDER ACTION COMMAND...        ACTION is a line for sh
"""
import os
import subprocess
import sys
import time


def bytes_below(folder):
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(place, name)).st_size
            except FileNotFoundError:
                pass  # renamed meanwhile
    return total


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    wanted, folder, action = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    process = subprocess.Popen(sys.argv[4:], stdout=sys.stderr)
    while process.poll() is None and bytes_below(folder) < wanted:
        time.sleep(0.0005)
    if process.returncode is not None:
        sys.exit(f"it ended with {process.returncode} before {folder} held {wanted} bytes")
    subprocess.run(["sh", "-c", action], check=True)
    begin = time.monotonic()
    code = process.wait()
    print(code, round(time.monotonic() - begin, 1))


main()
