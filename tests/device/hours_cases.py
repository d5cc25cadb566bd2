"""Outside the hours of the office."""

import os
import subprocess
import time

from device import HEIGHT, WIDTH

LAMP = "/sys/class/backlight/acpi_video0/bl_power"
# Somebody vouches for the clock: what a time service would tell the kernel (adjtimex(2): ADJ_STATUS, ADJ_MAXERROR and
# ADJ_ESTERROR with no error and STA_PLL). perl is on every Debian.
VOUCH = "perl -e '$told = pack(\"L x4 q4 l x4 x160\", 0x1c, 0, 0, 0, 0, 1); exit(syscall(159, $told) < 0)'"


def lamp_is(device, state, what, seconds=90):
    device.waits_for(f"[ $(cat {LAMP}) = {state} ]", what, seconds)


def a_closed_office_is_dark_and_so_is_the_lamp(device):
    if device.machine.console != "ttyS0":
        return "not run: a lamp is given to an emulated PC only"
    table = os.path.join(device.folder, "lamp.aml")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "lamp.dsl")
    subprocess.run(["iasl", "-p", table, source], check=True, capture_output=True)
    device.machine.new_data_disk()
    device.start(lamp=table)
    # As a driver of a real card does: ours knows no lamp and leaves it to ACPI, which registers none unless told to.
    device.run("modprobe -r video; modprobe video register_backlight_delay=1")
    device.waits_for(f"[ -e {LAMP} ]", "the lamp")
    device.run(VOUCH)
    open_on = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][(time.localtime().tm_wday + 3) % 7]
    device.configure(f's/^open = ""/open = "{open_on} 00:00-00:01"/; s/^when_closed = .*/when_closed = "dark"/; '
                     's/^idle_seconds = .*/idle_seconds = 30/')
    device.shows(device.first(), "the first screen of a closed office", 120)
    lamp_is(device, 0, "the lamp behind the first screen")
    device.machine.wait_for_picture(lambda picture: picture.is_blank(), "a dark screen", 180)
    lamp_is(device, 4, "the lamp goes off")
    device.machine.tap(WIDTH / 2, HEIGHT / 2)
    seconds = device.shows(device.first(), "the first screen after a touch on the dark one")
    lamp_is(device, 0, "the lamp after a touch on the dark screen")
    # A program that dies in the dark leaves no kiosk without a lamp.
    device.machine.wait_for_picture(lambda picture: picture.is_blank(), "a dark screen again", 180)
    lamp_is(device, 4, "the lamp goes off again")
    device.run("kill -9 $(pidof kiosk)")
    lamp_is(device, 0, "the lamp of a new screen", 120)
    return f"touched in the dark, the first screen is there in {seconds:.1f} s"


CASES = [a_closed_office_is_dark_and_so_is_the_lamp]
