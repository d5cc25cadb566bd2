"""A disk at any moment of its life, rebuilt from QEMU's log of its writes (driver blklogwrites, format of dm-log-writes).

What had been flushed before the moment is there. Of what came after the last flush, each write is there whole, torn at a
sector, or lost, by chance: a disk with a cache may do all of these when its power goes.
"""

import random
import shutil
import struct

from machine import Failure

SECTOR = 512
MAGIC = 0x6A736677736872
FLUSH, DISCARD = 1, 4


class WriteLog:
    def __init__(self, path):
        with open(path, "rb") as file:
            self._data = file.read()
        magic, version, _, sector = struct.unpack_from("<QQQI", self._data)
        if magic != MAGIC or version != 1 or sector != SECTOR:
            raise Failure(f"{path} is not a log of writes")
        # (place in the log, first sector, number of sectors, flags) of each; the bytes follow.
        self.entries = []
        at = SECTOR
        while at + SECTOR <= len(self._data):
            first, count, flags, _ = struct.unpack_from("<QQQQ", self._data, at)
            size = 0 if flags & DISCARD else count * SECTOR
            if at + SECTOR + size > len(self._data) or (flags == 0 and count == 0):
                break
            self.entries.append((at, first, count, flags))
            at += SECTOR + size

    def entry_at(self, size):
        """The first entry that was written when the log had this size already."""
        return next((number for number, entry in enumerate(self.entries) if entry[0] >= size), len(self.entries))

    def rebuild(self, before, after, moment, seed):
        """Writes into `after` the disk that was `before` when the log began, with the power gone before entry `moment`."""
        chance = random.Random(seed)
        flushed = max((number for number in range(moment) if self.entries[number][3] & FLUSH), default=0)
        shutil.copyfile(before, after)
        with open(after, "r+b") as disk:
            for number in range(moment):
                place, first, count, flags = self.entries[number]
                if flags & DISCARD or count == 0:
                    continue
                kept = count if number < flushed else chance.choice([0, count, chance.randrange(count + 1)])
                disk.seek(first * SECTOR)
                disk.write(self._data[place + SECTOR : place + SECTOR + kept * SECTOR])
