#!/usr/bin/env python3
"""Reads a trace of an update (strace -f -y) and says what a power cut could have taken back.

usage: durability_check.py TRACE STORE

The rules, for every file below STORE but the progress note, which may be lost:
  a file that was written is synced before a rename gives it its name, and before `current` moves;
  a folder in which a name was made or changed is synced before `current` moves, and before the program ends;
  after `current` has moved, its own folder is synced.
syncfs counts for what is below the folder that it was asked for: the rest of the disk is synced by luck, and only when there are
objects to fetch. Taking a name away needs no sync. Exit 1 when a rule was broken.
That the rules notice is tried too: with the syncs of any one path left out of the trace, one must be broken.
"""
import functools
import os
import re
import sys

CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
DESCRIPTOR = re.compile(r"^\d+<([^>]*)>")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Disk:
    def __init__(self, store):
        self.store = store
        self.dirty_files = set()
        self.dirty_folders = set()
        self.broken = []
        self.renames = self.syncs = 0

    def ours(self, path):
        return path.startswith(self.store + "/") and "/status/progress.json" not in path and not path.endswith("/lock")

    def change_name(self, path):
        self.dirty_folders.add(os.path.dirname(path))

    def rename(self, old, new):
        self.renames += 1
        inside = {f for f in self.dirty_files if f == old or f.startswith(old + "/")}
        if inside:
            self.broken.append(f"{new} got its name before it was synced: {sorted(inside)}")
        if new == f"{self.store}/current":
            for path in sorted(p for p in self.dirty_files | self.dirty_folders if not p.endswith(".part")):
                self.broken.append(f"current moved before this was synced: {path}")
        self.dirty_folders = {new + f[len(old):] if f == old or f.startswith(old + "/") else f
                              for f in self.dirty_folders}
        self.change_name(new)

    def end(self):
        for path in sorted(self.dirty_folders):
            self.broken.append(f"names in this folder were never synced: {path}")
        for path in sorted(self.dirty_files):
            if not path.endswith(".part"):
                self.broken.append(f"this was never synced: {path}")


def below(path, folder):
    return path == folder or path.startswith(folder + "/")


# Each call is judged once for every path whose syncs are left out.
@functools.cache
def parsed(arguments):
    """The descriptor's path as a match, and the names, as whole paths."""
    return (DESCRIPTOR.match(arguments),
            [os.path.normpath(os.path.join(os.getcwd(), n)) for n in STRING.findall(arguments)])


def apply(disk, call, arguments):
    held, names = parsed(arguments)
    if call in ("write", "pwrite64", "ftruncate") and held and disk.ours(held[1]):
        disk.dirty_files.add(held[1])
    elif call in ("fsync", "fdatasync") and held:
        disk.syncs += 1
        disk.dirty_files.discard(held[1])
        disk.dirty_folders.discard(held[1])
    elif call == "syncfs":
        disk.dirty_files = {f for f in disk.dirty_files if not below(f, held[1])}
        disk.dirty_folders = {f for f in disk.dirty_folders if not below(f, held[1])}
    elif call == "openat" and "O_CREAT" in arguments and disk.ours(names[0]) and not names[0].endswith((".part", ".new")):
        disk.change_name(names[0])
    elif call == "mkdir" and disk.ours(names[0]):
        disk.change_name(names[0])
    elif call in ("symlink", "link", "linkat") and disk.ours(names[-1]) and not names[-1].endswith(".new"):
        disk.change_name(names[-1])
    elif call in ("rename", "renameat", "renameat2") and disk.ours(names[1]):
        disk.rename(names[0], names[1])


def judged(calls, store):
    disk = Disk(store)
    for call, arguments in calls:
        apply(disk, call, arguments)
    disk.end()
    return disk


def synced(call, arguments):
    """What a call syncs: (with all below it?, path); None for other calls."""
    held, _ = parsed(arguments)
    return (call == "syncfs", held[1]) if call in ("fsync", "fdatasync", "syncfs") and held else None


def unnoticed(calls, store):
    """The paths whose syncs could all be left out without a broken rule."""
    # Names are only taken away from `staging`.
    paths = {synced(*call) for call in calls} - {None, (False, f"{store}/staging")}
    return sorted(path for all_below, path in paths
                  if not judged([call for call in calls if synced(*call) != (all_below, path)], store).broken)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    store = os.path.realpath(sys.argv[2])
    with open(sys.argv[1], errors="replace") as trace:
        found = [CALL.match(line) for line in trace]
    calls = [(call[1], call[2]) for call in found if call and not call[3].startswith("-")]
    disk = judged(calls, store)
    if disk.renames < 5 or disk.syncs < 5:
        sys.exit("FAILED: this is not a trace of an update")
    for sentence in disk.broken[:10]:
        print("FAILED:", sentence)
    blind = [] if disk.broken else unnoticed(calls, store)
    for path in blind:
        print("FAILED: a program that never syncs this would pass:", path)
    print(f"{disk.renames} renames, {disk.syncs} syncs, {len(disk.broken)} broken rules")
    sys.exit(bool(disk.broken or blind))


main()
