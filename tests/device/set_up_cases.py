"""A kiosk that has not been set up yet: by touch alone, or from a stick."""

import os
import time

from device import HEIGHT, WIDTH, looks_like
from editions import make_stick
from machine import Failure, Picture
from staff_cases import PIN, pin_line

SETTINGS = "/var/lib/kiosk-settings/kiosk.toml"


def never_set_up(device):
    """The machine without a name in its configuration, at the first screen, which then offers the set-up."""
    device.up()
    with_entry = device.first_day()[0]
    device.configure('s/^name = "Test"/name = ""/')
    device.shows(with_entry, "the first screen with its entry to the set-up", 120)
    return with_entry


def shows_next(device, before, step, what):
    """Waits for the picture of a step, which may differ from that of the step before by a letter."""
    device.machine.wait_for_picture(lambda picture: looks_like(picture, step) and
                                    picture.difference(step.picture) < picture.difference(before.picture), what, 90)


def follow(device, taps, what):
    """The same taps by a finger, each picture awaited; returns the last step."""
    steps = device.first_day(*taps)
    for number, tap in enumerate(taps):
        device.machine.tap(*steps[number].middle_of(tap))
        shows_next(device, steps[number], steps[number + 1], f"{what}: what follows {tap}")
    return steps[-1]


def the_first_day_by_touch_alone(device):
    with_entry = never_set_up(device)
    digits = [f"digit-{digit}" for digit in PIN] + ["enter"]
    taps = ["set-up", "language-en", "upright", "next", "key-G", "key-a", "next", "key-H", "key-i", "next", "next", *digits, *digits]
    started = time.monotonic()
    follow(device, taps, "the first day")
    device.machine.keep_picture("content_key")
    follow_up = device.first_day(*taps, "same-key", "save")
    device.machine.tap(*follow_up[-3].middle_of("same-key"))
    device.shows(follow_up[-2], "the summary")
    device.machine.keep_picture("summary")
    device.machine.tap(*follow_up[-2].middle_of("save"))
    device.waits_for(f"[ -e {SETTINGS} ]", "that the machine takes the settings", 120)
    device.shows(device.first(), "the first screen of a kiosk that is set up", 180)
    seconds = time.monotonic() - started
    if looks_like(device.machine.picture(), with_entry):
        raise Failure("the first screens with and without the set-up cannot be told apart")
    # Without its comment, which a shell's answer would not begin with.
    text = device.run(f"grep -v '^#' {SETTINGS}")
    if "name = 'Ga'" not in text or "place = 'Hi'" not in text or PIN in text:
        raise Failure(f"the settings are: {text}")
    return f"{len(taps) + 2} touches, {seconds:.0f} s"


def settings_from_a_stick_are_taken_until_the_kiosk_is_set_up(device):
    with_entry = never_set_up(device)

    def put_in(number, text):
        folder = os.path.join(device.folder, f"settings-{number}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "kiosk.toml"), "w", encoding="utf-8") as file:
            file.write(text)
        before = len(device.machine.log())
        name = device.machine.insert_stick(make_stick(folder, os.path.join(device.folder, f"settings-{number}.img")))
        device.machine.wait_for(r"(Finished|Failed to start) kiosk-stick@", 300, before)
        device.pull(name)

    def upside_down(step):
        pixels = step.picture.pixels
        turned = bytearray(len(pixels))
        for channel in range(3):
            turned[channel::3] = pixels[channel::3][::-1]
        return Picture(WIDTH, HEIGHT, bytes(turned))

    put_in(1, "[panel]\nrotation = 180\n")
    with_entry.picture = upside_down(with_entry)
    device.shows(with_entry, "the first screen, turned by the settings on the stick", 180)
    # An address on a stick is refused, and the rest of its file with it.
    put_in(2, '[panel]\nrotation = 0\n[update]\nurl = "https://elsewhere.example"\n')
    if "rotation = 180" not in device.run(f"cat {SETTINGS}"):
        raise Failure("an address for updates was taken from a stick")
    put_in(3, '[kiosk]\nname = "Gate"\n[panel]\nrotation = 0\n' + pin_line(device))
    device.shows(device.first(), "the first screen of a kiosk that a stick has set up", 180)
    put_in(4, "[panel]\nrotation = 180\n")
    if "rotation = 180" in device.run(f"cat {SETTINGS}"):
        raise Failure("a kiosk that was set up takes settings from a stick")
    device.shows(device.first(), "the first screen, as it was set up")
    return ""


CASES = [the_first_day_by_touch_alone, settings_from_a_stick_are_taken_until_the_kiosk_is_set_up]
