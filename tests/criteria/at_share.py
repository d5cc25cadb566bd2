#!/usr/bin/env python3
"""Runs a command and, once it has read so many bytes, a second one; prints "EXIT-CODE SECONDS-AFTER".

usage: at_share.py BYTES ACTION COMMAND...        ACTION is a line for sh
"""
import os
import subprocess
import sys
import time


def bytes_read(process):
    try:
        with open(f"/proc/{process.pid}/io") as counts:
            return int(counts.readline().split()[1])
    except (OSError, IndexError, ValueError):
        return 0


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    wanted, action = int(sys.argv[1]), sys.argv[2]
    process = subprocess.Popen(sys.argv[3:], stdout=sys.stderr)
    while process.poll() is None and bytes_read(process) < wanted:
        time.sleep(0.0005)
    if process.returncode is not None:
        sys.exit(f"it ended with {process.returncode} before it had read {wanted} bytes")
    subprocess.run(["sh", "-c", action], check=True)
    begin = time.monotonic()
    code = process.wait()
    print(code, round(time.monotonic() - begin, 1))


main()
