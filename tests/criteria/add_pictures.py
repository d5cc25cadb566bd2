#!/usr/bin/env python3
"""Puts pictures of noise into a content folder, so that a repository of it has some megabytes that do not pack.

usage: add_pictures.py CONTENT COUNT MEGABYTES [SEED]
"""
import pathlib
import random
import struct
import sys
import zlib


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def picture(noise, side, rows):
    lines = b"".join(b"\0" + noise.randbytes(3 * side) for _ in range(rows))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, rows, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(lines, 0)) + chunk(b"IEND", b""))


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    media = pathlib.Path(sys.argv[1]) / "media"
    count, megabytes = int(sys.argv[2]), float(sys.argv[3])
    noise = random.Random(sys.argv[4] if len(sys.argv) == 5 else "0")
    media.mkdir(exist_ok=True)
    with open(media / "media.yaml", "a") as listed:
        for number in range(count):
            name = f"noise-{noise.getrandbits(32):08x}.png"
            (media / name).write_bytes(picture(noise, 1000, int(megabytes * 1000 / 3)))
            listed.write(f"{name}: {{licence: CC0-1.0, author: nobody, description: {{en: Noise}}, people: none}}\n")


main()
