#!/usr/bin/env python3
"""The whole device in an emulated PC, by screen, finger and plug alone.

usage: device_test.py BUILD_FOLDER [NAME OF A CASE...]

BUILD_FOLDER holds the programs, the catalog and image/test/ (platform/image/build --test). Pictures and logs go into
BUILD_FOLDER/device/. The last line says how many cases passed.
"""

import os
import random
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from machine import Failure, Machine  # noqa: E402
from visit import play  # noqa: E402

WIDTH, HEIGHT = 1280, 800
# Of the looked-at pixels; the picture of the device and ours differ by the driver's rounding and the greeting's turn.
SAME = 0.02
# From QEMU under emulation on two busy cores: at least five times what was measured.
BOOT_SECONDS, STEP_SECONDS = 240, 20

ARABIC_116 = ["language-ar", "section-help", "contact-gbv-116"]


class Device:
    """One machine for all cases, and what its screen should look like."""

    def __init__(self, build):
        self.build = build
        self.folder = os.path.join(build, "device")
        self.machine = Machine(os.path.join(build, "image", "test"), os.path.join(self.folder, "machine"), WIDTH, HEIGHT)

    def expected(self, name, taps):
        return play(os.path.join(self.build, "kiosk", "main", "kiosk"), os.path.join(self.build, "catalog"),
                    os.path.join(self.build, "image", "test", "kiosk.toml"), os.path.join(self.folder, name), taps,
                    f"{WIDTH}x{HEIGHT}")

    def shows(self, step, what, seconds=STEP_SECONDS):
        started = time.monotonic()
        self.machine.wait_for_picture(lambda picture: picture.difference(step.picture) < SAME, what, seconds)
        return time.monotonic() - started

    def screen_restarts(self):
        status, text = self.machine.shell("systemctl show --value -p NRestarts kiosk")
        if status != 0:
            raise Failure(f"systemctl failed: {text}")
        return int(text.split()[-1])


def power_on_to_the_first_screen(device):
    first = device.expected("first", [])[0]
    device.machine.power_on()
    device.shows(first, "the first screen", BOOT_SECONDS)
    seconds = device.machine.since_power_on()
    device.machine.keep_picture("first_screen")
    return f"{seconds:.0f} s"


def a_visit_by_touch_in_arabic_to_116(device):
    steps = device.expected("arabic", ARABIC_116)
    for number, identifier in enumerate(ARABIC_116):
        device.machine.tap(*steps[number].middle_of(identifier))
        device.shows(steps[number + 1], f"what follows {identifier}")
    device.machine.keep_picture("arabic_116")
    digits = steps[-1].drawn_digits()
    if "116" not in digits:
        raise Failure(f"the picture holds the numbers {digits}, not 116")
    device.machine.tap(*steps[-1].middle_of("leave"))
    seconds = device.shows(steps[0], "the first screen after leaving")
    return f"left in {seconds:.1f} s"


def killed_it_is_back_at_the_first_screen(device):
    steps = device.expected("arabic", ARABIC_116)
    device.machine.tap(*steps[0].middle_of(ARABIC_116[0]))
    device.shows(steps[1], "home")
    before = device.screen_restarts()
    device.machine.shell("pkill -KILL -x kiosk")
    seconds = device.shows(steps[0], "the first screen after a kill", 60)
    if device.screen_restarts() != before + 1:
        raise Failure("the screen came back without having been restarted: it was not killed")
    return f"{seconds:.1f} s"


def frozen_it_is_killed_and_back(device):
    steps = device.expected("arabic", ARABIC_116)
    before = device.screen_restarts()
    device.machine.tap(*steps[0].middle_of(ARABIC_116[0]))
    device.shows(steps[1], "home")
    device.machine.shell("pkill -STOP -x kiosk")
    seconds = device.shows(steps[0], "the first screen after freezing", 120)
    if device.screen_restarts() != before + 1:
        raise Failure("the watchdog did not restart the screen")
    return f"{seconds:.1f} s"


def a_compositor_that_dies_is_replaced(device):
    first = device.expected("first", [])[0]
    before = device.screen_restarts()
    device.machine.shell("pkill -KILL -x cage")
    # The dying picture may stand for a moment: only the next start counts.
    deadline = time.monotonic() + 60
    while device.screen_restarts() == before:
        if time.monotonic() > deadline:
            raise Failure("the compositor was not started again")
    seconds = device.shows(first, "the first screen after the compositor's end", 60)
    return f"{seconds:.1f} s"


def the_screen_has_no_network_and_no_rights(device):
    status, text = device.machine.shell(
        'pid=$(pidof kiosk) && grep -E "^(Uid|NoNewPrivs|Seccomp|CapEff):" /proc/$pid/status && readlink /proc/$pid/root')
    facts = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
    if status != 0 or facts["NoNewPrivs"].strip() != "1" or facts["Seccomp"].strip() != "2":
        raise Failure(f"the screen's process is not in its sandbox: {text}")
    if int(facts["CapEff"], 16) != 0 or facts["Uid"].split()[0] == "0":
        raise Failure(f"the screen's process has rights: {text}")
    status, text = device.machine.shell("grep -c . /proc/$(pidof kiosk)/net/tcp; ss -xtunp 2>/dev/null | grep -E 'tcp|udp' | grep kiosk")
    if status == 0:
        raise Failure(f"the screen's process has a network socket: {text}")
    return ""


def the_system_disk_is_read_only(device):
    status, _ = device.machine.shell("touch /etc/written /usr/written")
    if status == 0:
        raise Failure("the system disk can be written")
    return ""


def random_touches_and_keys_find_no_way_out(device):
    """Every finger and key at once, with those that change virtual terminals, restart or ask the kernel."""
    generator = random.Random(20261123)
    first = device.expected("first", [])[0]
    before = device.screen_restarts()
    chords = [["ctrl", "alt", f"f{n}"] for n in range(1, 8)] + [["ctrl", "alt", "delete"], ["alt", "f4"], ["alt", "tab"],
              ["ctrl", "alt", "backspace"], ["alt", "sysrq", "b"], ["ctrl", "c"], ["meta_l"], ["print"], ["esc"]]
    for _ in range(600):
        if generator.random() < 0.7:
            device.machine.tap(generator.randrange(WIDTH), generator.randrange(HEIGHT))
        else:
            device.machine.qmp("send-key", keys=[{"type": "qcode", "data": key} for key in generator.choice(chords)])
    if device.screen_restarts() != before:
        raise Failure("the screen was restarted by touches or keys")
    status, text = device.machine.shell("cat /sys/class/tty/tty0/active; systemctl list-units --plain --no-legend 'getty@*' 'user@*'")
    if status != 0 or text.split() != ["tty1"]:
        raise Failure(f"another terminal, or a login, came up: {text}")
    # Idle brings back the first screen whatever was left open.
    device.shows(first, "the first screen after the last visitor went", 240)
    return "600 of them"


def power_cuts_leave_nothing_half_written(device):
    first = device.expected("first", [])[0]
    for number in range(3):
        device.machine.power_cut()
        device.machine.power_on()
        device.shows(first, f"the first screen after power cut {number + 1}", BOOT_SECONDS)
    status, text = device.machine.shell("journalctl -b -p err --no-pager -o cat | grep -iE 'ext4|corrupt|fsck' ; systemctl is-system-running")
    if "corrupt" in text.lower():
        raise Failure(text)
    return "3 cuts"


CASES = [
    power_on_to_the_first_screen,
    a_visit_by_touch_in_arabic_to_116,
    the_screen_has_no_network_and_no_rights,
    the_system_disk_is_read_only,
    killed_it_is_back_at_the_first_screen,
    frozen_it_is_killed_and_back,
    a_compositor_that_dies_is_replaced,
    random_touches_and_keys_find_no_way_out,
    power_cuts_leave_nothing_half_written,
]


def main():
    if len(sys.argv) < 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    wanted = sys.argv[2:]
    device = Device(sys.argv[1])
    passed = failed = 0
    try:
        for case in CASES:
            if wanted and case.__name__ not in wanted and case is not CASES[0]:
                continue
            name = case.__name__.replace("_", " ")
            try:
                figure = case(device)
                passed += 1
                print(f"passed  {name}{': ' + figure if figure else ''}", flush=True)
            except Failure as failure:
                failed += 1
                print(f"FAILED  {name}: {failure}", flush=True)
                if case is CASES[0]:
                    break
    finally:
        if device.machine.process:
            device.machine.power_cut()
    print(f"{passed} of {passed + failed} cases on the device passed")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
