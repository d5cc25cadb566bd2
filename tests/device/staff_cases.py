"""Behind the staff's gesture and PIN, by finger."""

import os
import pty

from device import HEIGHT, WIDTH
from machine import Failure
from reading import place_of

PIN = "271828"
# In the upper corners, as platform/README.md tells staff.
KNOCKS = [(20 if side == "left" else WIDTH - 20, 20) for side in ("left", "right", "left", "left", "right", "right")]


def pin_line(device):
    """As kioskctl settings pin prints it; it takes the digits from a terminal alone."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(device.office.kioskctl, [device.office.kioskctl, "settings", "pin"])
    text = b""
    for _ in range(2):
        asked = text.count(b": ")
        while text.count(b": ") == asked:
            text += os.read(terminal, 1000)
        os.write(terminal, PIN.encode() + b"\n")
    while True:
        try:
            text += os.read(terminal, 1000)
        except OSError:
            break
    os.waitpid(child, 0)
    return "[staff]" + text.decode().replace("\r", "").split("[staff]")[1]


def staff_get_in_by_touch_and_ask_for_a_new_screen(device):
    device.up()
    line = pin_line(device).split("\n")[1]
    device.configure(f's|^pin = ""|{line}|')
    device.shows(device.first(), "the first screen of a kiosk with a PIN", 120)
    knocks, digits = [f"touch {x} {y}" for x, y in KNOCKS], [f"digit-{digit}" for digit in PIN]
    steps = device.configured_visit({'pin = ""': line}, *knocks, *digits, "enter", "page-next", "restart")
    at_pin, at_status, further_down, at_question = steps[len(knocks)], *steps[-3:]
    if (at_pin.tree["screen"], at_status.tree["screen"]) != ("staff_pin", "staff_status"):
        raise Failure(f"the program comes to {at_pin.tree['screen']} and {at_status.tree['screen']}")
    for x, y in KNOCKS:
        device.machine.tap(x, y)
    device.shows(at_pin, "the question for the PIN")
    for digit in [*digits, "enter"]:
        device.machine.tap(*at_pin.middle_of(digit))
    # The page begins with sentences on this machine: the buttons may be higher or lower than where the program drew them.
    device.machine.wait_for_picture(lambda picture: place_of(at_status, "clean", picture), "the staff's screen", 90)
    device.machine.keep_picture("staff")
    device.machine.tap(*at_status.middle_of("page-next"))
    # Until it has come to rest.
    places = [None]

    def at_rest(picture):
        places.append(place_of(further_down, "restart", picture))
        return places[-1] and places[-1] == places[-2]

    device.machine.wait_for_picture(at_rest, "the rest of the staff's screen", 90)
    device.machine.tap(*places[-1])
    device.shows(at_question, "the question whether to restart")
    before = device.screen_starts()
    device.machine.tap(*at_question.middle_of("yes"))
    device.new_screen_after(before)
    device.shows(device.first(), "the first screen of a new screen", 120)
    return f"{len(KNOCKS) + len(digits) + 4} touches"


CASES = [staff_get_in_by_touch_and_ask_for_a_new_screen]
