"""Reads numbers from what the screen shows, as somebody before it does: by a phone that reads a code, and digit by digit."""

import os
import subprocess

from device import SAME
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


def place_of(step, identifier, picture):
    """The middle of a node of a step in another picture, where it may be higher or lower; None: nowhere."""
    left, top, width, height = (int(value) for value in step.node(identifier)["rect_px"])
    mine = [step.picture.row(y, left, width) for y in range(top, top + height, 3)]
    for y in range(0, picture.height - height):
        different = 0
        for number, row in enumerate(mine):
            different += sum(abs(a - b) > 48 for a, b in zip(row[::3], picture.row(y + 3 * number, left, width)[::3]))
            if different > SAME * len(mine) * width:
                break
        else:
            return left + width / 2, y + height / 2
    return None
