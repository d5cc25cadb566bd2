"""Reads numbers from what the screen shows, as somebody before it does: by a phone that reads a code, and digit by digit."""

import os
import subprocess

from machine import Failure


def code_in(png):
    """What the one code in a picture says to a phone (zbar reads it, which knows nothing of the kiosk)."""
    done = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", png], capture_output=True, text=True, check=False)
    codes = done.stdout.split("\n")[:-1]
    if len(codes) != 1:
        raise Failure(f"{os.path.basename(png)} holds {len(codes)} codes that a phone can read, not one: {done.stderr}")
    return codes[0]


def differs_within(picture, other, box):
    """The share of a rectangle's pixels that differ by more than a shade between two pictures of one size."""
    left, top, width, height = (int(value) for value in box)
    different = 0
    for y in range(top, top + height):
        for x in range(left, left + width):
            at = 3 * (y * picture.width + x)
            if max(abs(a - b) for a, b in zip(picture.pixels[at : at + 3], other.pixels[at : at + 3])) > 48:
                different += 1
    return different / (width * height)
