#!/usr/bin/env python3
"""The whole device in an emulated PC, by screen, finger and stick alone.

usage: device_test.py BUILD_FOLDER [--arch arm64] [NAME OF A CASE...]

BUILD_FOLDER holds the programs, device/office (made by editions.py) and image/test/ (platform/image/build --test), or
image/arm64/test/ for a machine that is no PC; and the image for a disk beside it (platform/image/build).
Pictures and logs go into BUILD_FOLDER/device/. Each case prints its figure; the last line says how many passed.
"""

import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import disk_image_cases  # noqa: E402
import escape_cases  # noqa: E402
import fault_cases  # noqa: E402
import hours_cases  # noqa: E402
import power_cases  # noqa: E402
import recovery_cases  # noqa: E402
import request_cases  # noqa: E402
import set_up_cases  # noqa: E402
import staff_cases  # noqa: E402
import stick_cases  # noqa: E402
import visit_cases  # noqa: E402
from device import Device  # noqa: E402
from editions import Office  # noqa: E402
from machine import Failure  # noqa: E402

CASES = [*visit_cases.CASES, *recovery_cases.CASES, *fault_cases.CASES, *hours_cases.CASES, *set_up_cases.CASES,
         *staff_cases.CASES, *stick_cases.CASES, *request_cases.CASES, *disk_image_cases.CASES, *escape_cases.CASES,
         *power_cases.CASES]


def main():
    if len(sys.argv) < 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    build, wanted, arch = os.path.abspath(sys.argv[1]), sys.argv[2:], "amd64"
    if wanted[:1] == ["--arch"]:
        arch, wanted = wanted[1], wanted[2:]
    cases = [case for case in CASES if not wanted or case.__name__ in wanted]
    unknown = set(wanted) - {case.__name__ for case in cases}
    if unknown:
        print(f"There is no case {', '.join(sorted(unknown))}; there are:", *(case.__name__ for case in CASES), sep="\n  ")
        return 2
    device = Device(build, Office(os.path.join(build, "device", "office"), build), arch)
    if device.machine.touch_panel != "virtio-multitouch-pci":
        print("note    this QEMU has no touch panel (8.1 or newer has): fingers are played as a pointer")
    passed = failed = 0
    try:
        for case in cases:
            name, started = case.__name__.replace("_", " "), time.monotonic()
            try:
                figure = case(device)
                passed += 1
                print(f"passed  {name}{': ' + figure if figure else ''} [{time.monotonic() - started:.0f} s]", flush=True)
            except Failure as failure:
                failed += 1
                print(f"FAILED  {name}: {failure}", flush=True)
                # Whatever it left behind must not fail the next one; what was said until then is kept for inspection.
                with open(os.path.join(device.machine.folder, f"failed-{case.__name__}.log"), "wb") as file:
                    file.write(device.machine.log())
                device.machine.power_cut()
    finally:
        device.machine.power_cut()
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
