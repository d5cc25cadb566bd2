"""An hour of fingers and keys that mean no good, one a second, played as fast as the machine takes them."""

import random

from device import HEIGHT, WIDTH
from machine import Failure

EVENTS = 3600
CHORDS = [["ctrl", "alt", f"f{number}"] for number in range(1, 8)] + [
    ["ctrl", "alt", "delete"], ["ctrl", "alt", "backspace"], ["alt", "f4"], ["alt", "tab"], ["alt", "esc"], ["ctrl", "c"],
    ["ctrl", "z"], ["ctrl", "shift", "esc"], ["meta_l"], ["meta_l", "l"], ["print"], ["esc"], ["menu"], ["f1"], ["f11"],
    *[["alt", "sysrq", key] for key in "reisub"]]
PLAIN = ["tab", "ret", "spc", "up", "down", "left", "right", "backspace", "home", "end", "a", "z", "1", "0"]


def an_hour_of_random_touches_and_keys_finds_no_way_out(device):
    device.up()
    machine, chance = device.machine, random.Random(20261123)
    before = device.screen_restarts()
    boot = device.run("cat /proc/sys/kernel/random/boot_id")
    for number in range(EVENTS):
        # As fast as it takes them: faster, and an emulated processor comes to nothing else, drawing included.
        if number % 10 == 9:
            device.run("true")
        if number % 100 == 99 and machine.picture().is_blank():
            raise Failure(f"the screen is dark; see {machine.keep_picture('failed')}")
        kind = chance.random()
        if kind < 0.6:
            machine.tap(chance.randrange(WIDTH), chance.randrange(HEIGHT))
        elif kind < 0.7:
            drag(machine, chance)
        elif kind < 0.85:
            machine.press(chance.choice(PLAIN))
        else:
            machine.press(*chance.choice(CHORDS))
    machine.keep_picture("after_an_hour")
    if device.run("cat /proc/sys/kernel/random/boot_id") != boot:
        raise Failure("the machine was restarted")
    if device.screen_restarts() != before:
        raise Failure("the screen was restarted by touches or keys")
    terminal = device.run("cat /sys/class/tty/tty0/active")
    if terminal != "tty1":
        raise Failure(f"the virtual terminal is {terminal}")
    logins = device.run("systemctl list-units --plain --no-legend 'getty@*' 'user@*' 'autovt@*' 'debug-shell*'")
    if logins:
        raise Failure(f"a login came up: {logins}")
    programs = set(device.run("stat -c '%U %n' /proc/[0-9]* 2>&- | sed -n 's/^kiosk //p' | "
                              "while read p; do cat $p/comm 2>&-; done; true").split())
    if programs - {"cage", "kiosk"}:
        raise Failure(f"the screen's user runs {sorted(programs)}")
    asked = device.run("ls /run/kiosk-requests").split()
    if asked:
        raise Failure(f"something was asked of the machine: {asked}")
    # Idle brings back the first screen, whatever the last visitor left open.
    device.shows(device.first(), "the first screen after the last visitor went", 400)
    return f"{EVENTS} of them"


def drag(machine, chance):
    x, y = chance.randrange(WIDTH), chance.randrange(HEIGHT)
    machine.touch_event("begin", x, y)
    for _ in range(3):
        x, y = min(WIDTH - 1, max(0, x + chance.randint(-200, 200))), min(HEIGHT - 1, max(0, y + chance.randint(-200, 200)))
        machine.touch_event("update", x, y)
    machine.touch_event("end")


CASES = [an_hour_of_random_touches_and_keys_finds_no_way_out]
