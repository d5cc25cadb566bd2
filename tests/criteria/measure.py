#!/usr/bin/env python3
"""Runs a command and prints "EXIT-CODE SECONDS PEAK-KILOBYTES". usage: measure.py SECONDS COMMAND...
Exit 1, with the command killed, when it takes longer than SECONDS."""
import resource
import subprocess
import sys
import time

begin = time.monotonic()
try:
    done = subprocess.run(sys.argv[2:], stdout=sys.stderr, timeout=float(sys.argv[1]))
except subprocess.TimeoutExpired:
    sys.exit(print(f"it was still running after {sys.argv[1]} seconds") or 1)
print(done.returncode, round(time.monotonic() - begin, 1), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
