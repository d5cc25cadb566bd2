"""Whatever ends the screen's program, the first screen is back within 15 seconds and nothing of the visit is left (R50)."""

import time

from machine import Failure

# R50 speaks of a real machine; this one is emulated, so the figure is printed and the limit is generous.
BACK_SECONDS = 180


def into_a_visit(device):
    device.up()
    steps = device.visit(0, "language-ar")
    device.machine.tap(*steps[0].middle_of("language-ar"))
    device.shows(steps[1], "home in Arabic")
    return steps


def comes_back(device, steps, command):
    before = device.screen_restarts()
    started = time.monotonic()
    device.run(command)
    device.shows(steps[0], f"the first screen after {command}", BACK_SECONDS)
    seconds = time.monotonic() - started
    if device.screen_restarts() <= before:
        raise Failure(f"the screen was not restarted by {command}")
    return f"{seconds:.1f} s; bare boot: {device.bare_boot()}"


def killed_it_is_back_at_the_first_screen(device):
    return comes_back(device, into_a_visit(device), "kill -KILL $(pidof kiosk)")


def frozen_it_is_killed_and_back(device):
    return comes_back(device, into_a_visit(device), "kill -STOP $(pidof kiosk)")


def a_compositor_that_dies_is_replaced(device):
    return comes_back(device, into_a_visit(device), "kill -KILL $(pidof cage)")


def a_compositor_that_hangs_is_replaced(device):
    return comes_back(device, into_a_visit(device), "kill -STOP $(pidof cage)")


def given_up_by_its_compositor_it_starts_anew_at_once(device):
    """As happens to a program that leaves too much unread: it is held while fingers rain on the glass."""
    device.up()
    # With as little room as systems have by default.
    device.run("echo 212992 >/proc/sys/net/core/wmem_default && systemctl restart kiosk")
    # It hears fingers: what is not heard fills nothing.
    steps = device.visit(0, "language-ar")
    device.shows(steps[0], "the first screen of a new screen", BACK_SECONDS)
    device.touched_shows(steps[0].middle_of("language-ar"), steps[1], "home in Arabic")
    device.run("kill -STOP $(pidof kiosk)")
    for number in range(600):
        device.machine.tap(640, 400)
        if number % 20 == 19:
            device.run("true")
    before = device.screen_starts()
    started = time.monotonic()
    device.run("kill -CONT $(pidof kiosk)")
    device.new_screen_after(before, 25)
    device.shows(device.first(), "the first screen again", BACK_SECONDS)
    if "the display ended the connection" not in device.run("journalctl --no-pager -o cat -u kiosk"):
        raise Failure("the journal does not say why")
    return f"{time.monotonic() - started:.1f} s"


def starved_of_the_processor_it_comes_back(device):
    """Eight programs that want all of the processor, and with a higher priority, for a minute."""
    steps = into_a_visit(device)
    device.run("for n in 1 2 3 4 5 6 7 8; do timeout 60 nice -n -15 sh -c 'while :; do :; done' & done; true")
    device.run("while pidof timeout; do sleep 1; done >/dev/null", 300)
    started = time.monotonic()
    # Either it answered all along, or it was killed for showing nothing and started again: then this is the first screen.
    if device.machine.picture().difference(steps[1].picture) < 0.02:
        device.machine.tap(*steps[1].middle_of("leave"))
    device.shows(steps[0], "the first screen after a minute of hunger", BACK_SECONDS)
    return f"{time.monotonic() - started:.1f} s after the hunger"


CASES = [
    killed_it_is_back_at_the_first_screen,
    frozen_it_is_killed_and_back,
    a_compositor_that_dies_is_replaced,
    a_compositor_that_hangs_is_replaced,
    given_up_by_its_compositor_it_starts_anew_at_once,
    starved_of_the_processor_it_comes_back,
]
