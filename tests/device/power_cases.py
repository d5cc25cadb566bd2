"""The plug is pulled while content is being updated."""

import os
import random
import shutil
import time

import store_judge
from device import BOOT_SECONDS
from editions import make_stick
from machine import Failure
from write_log import WriteLog

CUTS = 20
MOMENTS = 240


def twenty_power_cuts_during_updates_leave_a_complete_release(device):
    """Recovery: the emulated disk keeps what it was given, so what had been synced is judged by the replay below."""
    machine, chance = device.machine, random.Random(5)
    machine.power_cut()
    machine.new_data_disk()
    sticks = {number: make_stick(device.office.edition(number), os.path.join(device.folder, f"cut-{number}.img"))
              for number in (1, 2, 3)}
    shown, next_edition, updated = 0, 1, 0
    device.start()
    for number in range(CUTS):
        before = len(machine.log())
        machine.insert_stick(sticks[next_edition])
        machine.wait_for(r"Starting kiosk-stick@", BOOT_SECONDS, before)
        # An update of this content takes a few seconds here; a cut right after it is one of the moments too.
        time.sleep(chance.uniform(0, 6))
        machine.power_cut()
        machine.power_on()
        now = device.shows_one_of([shown, next_edition], f"a complete edition after power cut {number + 1}", BOOT_SECONDS)
        status = device.status()
        if (status["version"] == 0) != (now == 0):
            raise Failure(f"edition {now} is on the screen and version {status['version']} in the store")
        if now == next_edition:
            updated, shown, next_edition = updated + 1, now, now + 1
        if next_edition == 4:
            machine.power_cut()
            machine.new_data_disk()
            shown, next_edition = 0, 1
            device.start()
    if not 0 < updated < CUTS:
        raise Failure(f"{updated} of {CUTS} updates were complete: the cuts all came at the same time")
    return f"{CUTS} cuts; after {updated} of them the newer edition was there, after the others the one before"


def every_moment_of_an_update_leaves_a_complete_release(device):
    """One update, every write of it recorded, the power cut at many moments with what was not flushed lost or torn."""
    machine = device.machine
    machine.power_cut()
    machine.new_data_disk()
    device.start()
    first_stick = make_stick(device.office.edition(1), os.path.join(device.folder, "replay-1.img"))
    name, outcome = device.read_stick(first_stick)
    if outcome != "updated":
        raise Failure(f"the updater said {outcome}")
    device.pull(name)
    device.shows(device.first(1), "edition 1", 120)
    old = device.status()["version"]
    device.run("systemctl poweroff")
    machine.process.wait(120)
    before, log, disk = (os.path.join(device.folder, name) for name in ("before.img", "writes.log", "cut.img"))
    shutil.copyfile(machine.data, before)

    machine.power_on(record_writes=log)
    device.shows(device.first(1), "edition 1", BOOT_SECONDS)
    began = os.path.getsize(log)
    name, outcome = device.read_stick(make_stick(device.office.edition(2), os.path.join(device.folder, "replay-2.img")))
    if outcome != "updated":
        raise Failure(f"the updater said {outcome}")
    device.run("sync")
    new = device.status()["version"]
    machine.qmp("quit")
    machine.process.wait(60)

    writes = WriteLog(log)
    start, end = writes.entry_at(began), len(writes.entries)
    found = {old: 0, new: 0}
    for number in range(MOMENTS):
        moment = start + (end - start) * number // (MOMENTS - 1)
        writes.rebuild(before, disk, moment, seed=number)
        try:
            store_judge.check_file_system(disk)
            store, health = store_judge.copy_store(disk, os.path.join(device.folder, "cut-store"))
            version = store_judge.complete_release(store)
            if version not in found:
                raise Failure(f"version {version} is there, not {old} or {new}")
            found[version] += 1
            if number % 12 == 0:
                store_judge.next_update_finishes(device.office.kioskctl, store, health, device.office.edition(2), new)
        except Failure as failure:
            raise Failure(f"power cut at write {moment - start} of {end - start}, chance {number}: {failure}") from None
    if 0 in found.values():
        raise Failure(f"the moments do not reach over the whole update: {found}")
    return (f"{MOMENTS} moments among {end - start} writes and flushes: {found[old]} times the old release, "
            f"{found[new]} times the new one, never anything else")


CASES = [twenty_power_cuts_during_updates_leave_a_complete_release, every_moment_of_an_update_leaves_a_complete_release]
