"""What breaks around the program: memory, disk, touch panel, monitor, sound. Each has its row in platform/README.md."""

import os
import time

from editions import make_stick
from machine import Failure

TOUCH = "/sys/bus/virtio/drivers/virtio_input"


def the_screen_stands(device, what):
    device.shows(device.first(), what, 120)


def memory_runs_out_and_the_screen_stays(device):
    """Somebody else's program takes all of it: the kernel ends that one."""
    device.up()
    before = device.screen_restarts()
    if device.machine.shell("timeout 200 tail /dev/zero", 300)[0] == 124:
        raise Failure("memory did not run out")
    the_screen_stands(device, "the first screen beside a greedy program")
    if device.screen_restarts() != before:
        raise Failure("the screen was ended for want of memory")
    return ""


def a_screen_without_memory_is_started_again(device):
    device.up()
    before = device.screen_restarts()
    device.run("systemctl set-property --runtime kiosk MemoryMax=8M")
    device.restarted_after(before, "the screen ends without memory")
    device.run("systemctl set-property --runtime kiosk MemoryMax=75%; rm -f /run/kiosk-recovery/*")
    started = time.monotonic()
    the_screen_stands(device, "the first screen with memory again")
    return f"{time.monotonic() - started:.1f} s"


def a_full_disk_stops_updates_and_nothing_else(device):
    device.up()
    device.machine.shell("cat /dev/zero >/data/content/filler")
    device.run("systemctl restart kiosk")
    the_screen_stands(device, "the first screen on a full disk")
    stick = make_stick(device.office.edition(1), os.path.join(device.folder, "full.img"))
    before = len(device.machine.log())
    name = device.machine.insert_stick(stick)
    device.machine.wait_for(r"Failed to start kiosk-stick@", 120, before)
    said = device.log_of("kiosk-stick@*")
    device.pull(name)
    device.run("rm /data/content/filler")
    # The outcome itself finds no room either: the journal has it.
    if "There is too little space: 64 MB are needed." not in said:
        raise Failure(f"on a full disk the updater said: {said}")
    return ""


def a_read_only_disk_stops_updates_and_nothing_else(device):
    device.up()
    # As the kernel does after an error of the disk.
    device.run("for place in $(awk '$1 == \"/dev/vdb\" { print $2 }' /proc/mounts); do mount -o remount,bind,ro $place; done; "
               "mount -o remount,ro /data")
    device.run("systemctl restart kiosk")
    the_screen_stands(device, "the first screen on a read-only disk")
    before = len(device.machine.log())
    name = device.machine.insert_stick(make_stick(device.office.edition(1), os.path.join(device.folder, "read-only.img")))
    device.machine.wait_for(r"Failed to start kiosk-stick@", 120, before)
    device.pull(name)
    device.run("mount -o remount,rw /data; "
               "for place in $(awk '$1 == \"/dev/vdb\" { print $2 }' /proc/mounts); do mount -o remount,bind,rw $place; done")
    return ""


def a_machine_without_sound_shows_everything(device):
    """The emulated machine has no sound card at all, so every other case is one of this kind; this one makes sure."""
    device.up()
    if device.machine.shell("ls /dev/snd/pcm*")[0] == 0:
        raise Failure("the machine has a sound card")
    steps = device.visit(0, "language-ar")
    device.machine.tap(*steps[0].middle_of("language-ar"))
    device.shows(steps[1], "home in Arabic, without sound")
    device.machine.tap(*steps[1].middle_of("leave"))
    device.shows(steps[0], "the first screen")
    return ""


def a_touch_panel_that_dies_and_comes_back_works_again(device):
    """Its cable, that is: the driver lets go of it and takes it up again."""
    device.up()
    before = device.screen_restarts()
    panel = device.run(f"ls {TOUCH} | grep ^virtio")
    before_it_went = len(device.machine.log())
    device.run(f"echo {panel} >{TOUCH}/unbind && udevadm settle")
    the_screen_stands(device, "the first screen without a touch panel")
    device.machine.wait_for("touch: the panel is gone", 90, before_it_went)
    before_it_came = len(device.machine.log())
    device.run(f"echo {panel} >{TOUCH}/bind && udevadm settle")
    # Who touches at once may not be heard yet. The program looks every ten seconds.
    device.machine.wait_for("touch: the panel is there again", 90, before_it_came)
    steps = device.visit(0, "language-ar")
    device.machine.tap(*steps[0].middle_of("language-ar"))
    device.shows(steps[1], "home, by the touch panel that came back")
    if device.screen_restarts() != before:
        raise Failure("the screen was restarted for it")
    return ""


def without_a_touch_panel_the_screen_comes_up_all_the_same(device):
    device.machine.power_cut()
    device.machine.new_data_disk()
    device.start(touch=False)
    if device.machine.shell("grep -l . /dev/null; ls /dev/input/event* | xargs -n 1 udevadm info | grep ID_INPUT_TOUCHSCREEN=1")[0] == 0:
        raise Failure("there is a touch panel")
    device.machine.power_cut()
    return ""


def a_monitor_that_goes_and_comes_has_the_screen_again(device):
    device.up()
    # The emulated card has no cable to pull: the kernel is told that nothing hangs on it, and udev that this is news.
    device.run("mkdir -p /run/udev/rules.d && printf 'ACTION==\"change\", SUBSYSTEM==\"drm\", ENV{HOTPLUG}=\"1\"\\n' >/run/udev/rules.d/99-test.rules && "
               "udevadm control --reload")
    connector = device.run("ls -d /sys/class/drm/card*-Virtual-1")
    for state in ("off", "detect"):
        device.run(f"echo {state} >{connector}/status && udevadm trigger --action=change --subsystem-match=drm && udevadm settle")
        if state == "off":
            device.waits_for(f"[ $(cat {connector}/enabled) = disabled ] || ! pidof cage", "the monitor's end")
    started = time.monotonic()
    the_screen_stands(device, "the first screen on the monitor that came back")
    device.run("rm /run/udev/rules.d/99-test.rules && udevadm control --reload")
    return f"{time.monotonic() - started:.1f} s"


CASES = [
    memory_runs_out_and_the_screen_stays,
    a_screen_without_memory_is_started_again,
    a_full_disk_stops_updates_and_nothing_else,
    a_read_only_disk_stops_updates_and_nothing_else,
    a_machine_without_sound_shows_everything,
    a_touch_panel_that_dies_and_comes_back_works_again,
    a_monitor_that_goes_and_comes_has_the_screen_again,
    without_a_touch_panel_the_screen_comes_up_all_the_same,
]
