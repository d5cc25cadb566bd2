"""The image that an office writes onto its disk, as it is: nothing in it was made for a test."""

import os

from device import BOOT_SECONDS

# It has not been set up, and it asks the monitor for its size: QEMU's says 100 dots per inch, in whole centimetres
# (hw/display/edid-generate.c).
AS_DELIVERED = {'name = "Test"': 'name = ""', "width_mm = 217": "width_mm = 320", "height_mm = 136": "height_mm = 200"}


def the_image_of_an_office_starts_by_its_boot_loader_to_the_language_screen(device):
    disk = os.path.join(os.path.dirname(device.image), "kiosk.img")
    steps = device.configured_visit(AS_DELIVERED, "set-up")
    device.machine.power_on(whole_disk=disk)
    device.shows(steps[0], "the first screen of a kiosk that has not been set up", 2 * BOOT_SECONDS)
    seconds = device.machine.since_power_on()
    device.machine.keep_picture("disk_image")
    device.touched_shows(steps[0].middle_of("set-up"), steps[1], "the first day's first question")
    device.machine.power_cut()
    return f"{seconds:.0f} s"


CASES = [the_image_of_an_office_starts_by_its_boot_loader_to_the_language_screen]
