"""What somebody brings on a USB stick: newer content, altered content, a stranger's; and other things than sticks."""

import json
import os
import subprocess

from device import HEIGHT, looks_like
from editions import make_stick
from machine import Failure


def stick_image(device, name, folder, kind="vfat"):
    return make_stick(folder, os.path.join(device.folder, name + ".img"), kind)


def at_edition(device, number):
    """A machine that shows this edition: the one that runs, if it does, or one that has just taken it from a stick."""
    machine = device.machine
    if machine.running() and looks_like(machine.picture(), device.first(number)):
        return
    device.up()
    # One after the other, so that there is content to go back to.
    for edition in range(1, number + 1):
        name, outcome = device.read_stick(stick_image(device, f"edition-{edition}", device.office.edition(edition)))
        if outcome != "updated":
            raise Failure(f"the updater said {outcome}")
        device.shows(device.first(edition), f"edition {edition}", 120)
        device.pull(name)


def a_stick_brings_newer_content(device):
    machine = device.machine
    device.up()
    stick = stick_image(device, "edition-1", device.office.edition(1))
    # The result is there for twenty seconds: what it looks like is drawn beforehand.
    told = device.visit(1, "update ended 0", "wait 4")[-1]
    before = len(machine.log())
    # Slow, and held while it fetches, so that the screen can be looked at meanwhile.
    name = machine.insert_stick(stick, 50_000)
    progress = json.loads(device.run("until grep -s fetching /var/lib/kiosk/status/progress.json; do sleep 0.3; done; "
                                     "kill -STOP $(pidof kioskctl); cat /var/lib/kiosk/status/progress.json").splitlines()[-1])
    percent = 100 * progress["done_bytes"] // progress["total_bytes"]
    device.shows(device.visit(0, f"update running {percent}")[-1], "how far the update is", 120)
    machine.keep_picture("update_running")
    device.run("kill -CONT $(pidof kioskctl)")
    # The greeting above turns from language to language meanwhile.
    seconds = device.shows(told, "that the new edition is there", 120, HEIGHT // 2)
    machine.keep_picture("newer_content")
    outcome = device.outcome_of_stick(before)
    if outcome != "updated":
        raise Failure(f"the updater said {outcome}")
    device.waits_for("kioskctl status --json --health /var/lib/kiosk-health | grep -q '\"confirmed\": true'", "the release's proof")
    device.pull(name)
    device.shows(device.first(1), "the first screen of the new edition alone", 120)
    return f"held at {percent} %; and the new content {seconds:.0f} s after it went on"


def an_exfat_stick_is_read_too(device):
    at_edition(device, 1)
    stick = stick_image(device, "edition-2", device.office.edition(2), "exfat")
    name, outcome = device.read_stick(stick)
    if outcome != "updated":
        raise Failure(f"the updater said {outcome}")
    device.shows(device.first(2), "the edition of the exFAT stick", 120)
    device.pull(name)
    return ""


def a_stick_is_mounted_so_that_nothing_on_it_can_act(device):
    """Seen while it is mounted: the updater is held while it starts."""
    at_edition(device, 2)
    device.run("mkdir -p /run/systemd/system/kiosk-stick@.service.d && printf '[Service]\\nExecStartPre=+/bin/sh -c "
               "\"grep /run/media/kiosk /proc/mounts >/run/stick-mounted\"\\n' >/run/systemd/system/kiosk-stick@.service.d/look.conf && "
               "systemctl daemon-reload")
    name, _ = device.read_stick(stick_image(device, "edition-2-again", device.office.edition(2)))
    options = device.run("cat /run/stick-mounted").split()[3].split(",")
    missing = {"ro", "nosuid", "nodev", "noexec"} - set(options)
    if missing:
        raise Failure(f"the stick is mounted without {sorted(missing)}: {options}")
    device.run("rm -r /run/systemd/system/kiosk-stick@.service.d && systemctl daemon-reload")
    device.pull(name)
    return ",".join(options[:6])


def a_stick_with_a_swapped_number_is_refused(device):
    at_edition(device, 2)
    before = device.status()["version"]
    stick = stick_image(device, "swapped", device.office.swapped(device.office.edition(3)))
    name, outcome = device.read_stick(stick)
    if outcome != "refused" or device.status()["version"] != before:
        raise Failure(f"the updater said {outcome}, and the version is {device.status()['version']} after {before}")
    device.shows(device.first(2), "the content from before")
    device.pull(name)
    return ""


def a_strangers_stick_is_refused(device):
    at_edition(device, 2)
    before = device.status()["version"]
    name, outcome = device.read_stick(stick_image(device, "stranger", device.office.strangers()))
    if outcome != "not_for_this_kiosk" or device.status()["version"] != before:
        raise Failure(f"the updater said {outcome}")
    device.pull(name)
    return ""


def an_older_stick_is_refused(device):
    at_edition(device, 2)
    name, outcome = device.read_stick(stick_image(device, "edition-1", device.office.edition(1)))
    if outcome != "older":
        raise Failure(f"the updater said {outcome}")
    device.shows(device.first(2), "the content from before")
    device.pull(name)
    return ""


def an_empty_stick_does_nothing(device):
    at_edition(device, 2)
    name, outcome = device.read_stick(stick_image(device, "empty", None))
    if outcome != "nothing_there":
        raise Failure(f"the updater said {outcome}")
    device.pull(name)
    return ""


def a_receipt_is_left_on_a_stick_where_it_is_asked_for(device):
    at_edition(device, 2)
    device.configure("s/^receipt_on_stick = false/receipt_on_stick = true/")
    device.shows(device.first(2), "the first screen with another setting")
    stick = stick_image(device, "receipt", device.office.edition(2))
    before = len(device.machine.log())
    name, _ = device.read_stick(stick)
    device.machine.wait_for(r"(Finished|Failed to start) kiosk-receipt@", 120, before)
    device.waits_for("! grep -q /run/media/ /proc/mounts", "that the stick is free")
    device.pull(name)
    said = subprocess.run(["mtype", "-i", stick, "::/kiosk-receipts/*"], check=False, capture_output=True, text=True).stdout
    version = device.status()["version"]
    if f'"content_version": {version},' not in said:
        raise Failure(f"the stick holds no receipt of version {version}: {said or device.log_of('kiosk-receipt@*')}")
    return ""


def another_file_system_is_never_mounted(device):
    at_edition(device, 2)
    image = os.path.join(device.folder, "ext4.img")
    with open(image, "wb") as file:
        file.truncate(16 << 20)
    os.system(f"mke2fs -q -t ext4 -F {image}")
    name = device.machine.insert_stick(image)
    device.waits_for("udevadm settle && [ -e /dev/sda ]", "the stick's device")
    if device.run("grep -c ^/dev/sd /proc/mounts || true") != "0":
        raise Failure("a stick with ext4 was mounted")
    device.pull(name)
    return ""


def a_keyboard_network_card_or_hub_brought_by_a_visitor_does_nothing(device):
    """Once the screen is up. Keys of a keyboard behind a hub too; a network card gets no driver."""
    at_edition(device, 2)
    machine = device.machine
    first = device.first(2)
    device.shows(first, "the first screen")
    machine.qmp("netdev_add", type="hubport", hubid=0, id="brought")
    present = int(device.run("ls -d /sys/bus/usb/devices/*/idVendor | wc -l"))
    brought = [machine.plug("usb-hub", port="1"), machine.plug("usb-kbd", port="1.1"), machine.plug("usb-kbd", port="2"),
               machine.plug("usb-net", netdev="brought", port="3")]
    # The hub, the second keyboard and the card at least: what hangs on a hub that is not let in never reaches the bus.
    device.waits_for(f"[ $(ls -d /sys/bus/usb/devices/*/idVendor | wc -l) -ge {present + 3} ]", "the brought devices")
    device.run("udevadm settle")
    for key in ("tab", "ret", "down", "spc", "esc", "f1", "ret") * 4:
        machine.press(key)
    machine.press("ctrl", "alt", "f2")
    interfaces = device.run("ls /sys/class/net").split()
    if interfaces != ["lo"]:
        raise Failure(f"a network card that a visitor brought is in use: {interfaces}")
    # Time for the greeting to go round the languages, and less than a page needs to be left by itself.
    device.shows(first, "the first screen, untouched by a visitor's keyboard", 60)
    for name in reversed(brought):
        machine.unplug(name)
    machine.qmp("netdev_del", id="brought")
    return ""


CASES = [
    a_stick_brings_newer_content,
    an_exfat_stick_is_read_too,
    a_stick_is_mounted_so_that_nothing_on_it_can_act,
    a_stick_with_a_swapped_number_is_refused,
    a_strangers_stick_is_refused,
    an_older_stick_is_refused,
    an_empty_stick_does_nothing,
    a_receipt_is_left_on_a_stick_where_it_is_asked_for,
    another_file_system_is_never_mounted,
    a_keyboard_network_card_or_hub_brought_by_a_visitor_does_nothing,
]
