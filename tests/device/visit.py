"""A visit as the program itself plays it on its virtual clock: for each step the picture and the tree that must follow.

The device is then led through the same steps by finger, and its screen held against these pictures. So a number is read
from the picture: the tree says which digits are drawn in it.
"""

import json
import os
import subprocess
import zlib

from machine import Failure, Picture


def read_png(path):
    """The pixels of a PNG of 8 bits a channel, as the program writes them; transparency is dropped."""
    with open(path, "rb") as file:
        data = file.read()
    at, width, height, channels, packed = 8, 0, 0, 3, b""
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        if kind == b"IHDR":
            width, height = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
            channels = {2: 3, 6: 4}[body[9]]
            if body[8] != 8 or body[12] != 0:
                raise Failure(f"{path} is a PNG of another kind")
        elif kind == b"IDAT":
            packed += body
        at += 12 + size
    raw, stride = zlib.decompress(packed), width * channels
    rows, before = [], bytearray(stride)
    for y in range(height):
        kind, row = raw[y * (stride + 1)], bytearray(raw[y * (stride + 1) + 1 : (y + 1) * (stride + 1)])
        _unfilter(kind, row, before, channels)
        rows.append(row)
        before = row
    if channels == 4:
        for row in rows:
            del row[3::4]
    return Picture(width, height, bytes(b"".join(rows)))


def _unfilter(kind, row, before, channels):
    """Undoes one of PNG's five line filters in place (PNG specification, 9.2)."""
    if kind == 0:
        return
    for x, value in enumerate(row):
        left = row[x - channels] if x >= channels else 0
        up = before[x]
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = up
        elif kind == 3:
            guess = (left + up) // 2
        else:
            corner = before[x - channels] if x >= channels else 0
            estimate = left + up - corner
            guess = min((abs(estimate - left), 0, left), (abs(estimate - up), 1, up), (abs(estimate - corner), 2, corner))[2]
        row[x] = (value + guess) & 255


class Step:
    def __init__(self, picture, tree):
        self.picture, self.tree = picture, tree

    def node(self, identifier):
        for node in self.tree["nodes"]:
            if node["id"] == identifier:
                return node
        raise Failure(f"there is no {identifier} on the screen; there are: {[node['id'] for node in self.tree['nodes']]}")

    def middle_of(self, identifier):
        x, y, width, height = self.node(identifier)["rect_px"]
        return x + width / 2, y + height / 2

    def in_view(self, identifier):
        """Whether a finger reaches all of it: the page ends at the bar, which holds the way out."""
        _, y, _, height = self.node(identifier)["rect_px"]
        return y >= 0 and y + height <= self.node("leave")["rect_px"][1]


def play(kiosk, catalog, config, folder, taps, size, options=()):
    """Plays taps on node ids from the first screen, or lines of a script (kiosk/app/script.h: what holds a space is one).
    Returns the steps: before the first tap, then after each."""
    os.makedirs(folder, exist_ok=True)
    script = os.path.join(folder, "visit.script")
    with open(script, "w", encoding="utf-8") as file:
        file.write("dump 0\n")
        for number, identifier in enumerate(taps, 1):
            line = identifier if " " in identifier else f"tap {identifier}"
            file.write(f"{line}\nwait 1\ndump {number}\n")
    done = subprocess.run([kiosk, "--catalog", catalog, "--config", config, "--windowed", size, "--script", script,
                           "--tour", folder, *options], check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure(f"the program does not play {taps}: {done.stderr}")
    steps = []
    for number in range(len(taps) + 1):
        with open(os.path.join(folder, f"{number}.json"), encoding="utf-8") as file:
            tree = json.load(file)
        steps.append(Step(read_png(os.path.join(folder, f"{number}.png")), tree))
    return steps
