#!/usr/bin/env python3
"""The rules and the dashboard of platform/monitoring ask for metrics that a kiosk really writes, and promtool takes the
rules where it is installed (Debian's package prometheus); where it is not, that part says so.

usage: monitoring_test.py SOURCE_FOLDER
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

source = Path(sys.argv[1])
rules = source / "platform/monitoring/kiosk.rules.yml"
dashboard = source / "platform/monitoring/kiosk.dashboard.json"
written = set()
for program in ("health_report.h", "prometheus.cc"):
    written |= set(re.findall(r'"(kiosk_\w+)"', (source / "kiosk/fleet" / program).read_text(encoding="utf-8")))
assert len(written) > 10, "the metrics are found in the program"

failures = []
for file, text in ((rules, rules.read_text(encoding="utf-8")), (dashboard, dashboard.read_text(encoding="utf-8"))):
    asked = set(re.findall(r"\bkiosk_\w+", text))
    assert asked, f"{file} asks for something"
    failures += [f"{file} asks for {name}, which no kiosk writes" for name in sorted(asked - written)]

board = json.loads(dashboard.read_text(encoding="utf-8"))
for panel in board["panels"]:
    if not panel["targets"] or not all(target["expr"] for target in panel["targets"]):
        failures.append(f"{dashboard}: the panel {panel['title']} asks for nothing")

if shutil.which("promtool"):
    judged = subprocess.run(["promtool", "check", "rules", rules], capture_output=True, text=True, check=False)
    if judged.returncode:
        failures.append(judged.stdout + judged.stderr)
else:
    print("promtool is not installed (package prometheus): the rules' expressions were not checked by it.")

print("\n".join(failures) or "Rules and dashboard fit the metrics.")
sys.exit(1 if failures else 0)
