"""One machine for all cases: what its screen should look like, and what its shell (test images only) says."""

import json
import os
import time

from machine import Failure, Machine
from visit import play

WIDTH, HEIGHT = 1280, 800
# Of the looked-at pixels; the picture of the device and ours differ by the driver's rounding and the greeting's turn.
SAME = 0.02
# Outside a visit the picture wanders by so many pixels, one step a minute, that nothing burns into the panel (R48). For one
# minute in nine it also changes its colours: anyone waiting for the first screen waits longer than that.
WANDERING = [(dx, dy) for dx in (0, 3, -3) for dy in (0, 3, -3)]
# From QEMU under emulation on two busy cores: at least five times what was measured.
BOOT_SECONDS, STEP_SECONDS = 600, 90


def looks_like(picture, step, top=0):
    """Whether a picture of the device is that of a step, wherever it has wandered; from a row of pixels downwards."""
    return any(picture.difference(step.picture, moved, SAME, top) < SAME for moved in WANDERING)


class Device:
    def __init__(self, build, office, arch="amd64"):
        """office: an editions.Office, whose catalogs are those that the machine may show; 0 is the one of the package."""
        self.build, self.office = build, office
        self.folder = os.path.join(build, "device")
        foreign = "" if arch == "amd64" else arch
        self.image = os.path.join(build, "image", foreign, "test")
        self.machine = Machine(self.image, os.path.join(self.folder, "machine", foreign), WIDTH, HEIGHT, arch)
        self._visits = {}

    def visit(self, edition, *taps):
        """The steps of a visit to an edition as the program itself draws them: before the first tap, then after each."""
        key = (edition, taps)
        if key not in self._visits:
            name = "-".join(["visit", str(edition), *taps]).replace(" ", "-")
            self._visits[key] = play(os.path.join(self.build, "kiosk", "main", "kiosk"), self.office.catalog(edition),
                                     os.path.join(self.image, "kiosk.toml"), os.path.join(self.folder, name), list(taps),
                                     f"{WIDTH}x{HEIGHT}")
        return self._visits[key]

    def first_day(self, *taps):
        """The steps of taps on a kiosk that has not been set up."""
        return self.configured_visit({'name = "Test"': 'name = ""'}, *taps)

    def configured_visit(self, changes, *taps):
        """The steps of taps on the starter content, with lines of kiosk.toml changed."""
        key = (*changes.values(), taps)
        if key not in self._visits:
            folder = os.path.join(self.folder, f"configured-{len(self._visits)}")
            os.makedirs(os.path.join(folder, "requests"), exist_ok=True)
            with open(os.path.join(self.image, "kiosk.toml"), encoding="utf-8") as file:
                text = file.read()
            for line, other in changes.items():
                if line not in text:
                    raise Failure(f"the image's kiosk.toml does not say {line}")
                text = text.replace(line, other)
            config = os.path.join(folder, "kiosk.toml")
            with open(config, "w", encoding="utf-8") as file:
                file.write(text)
            options = ["--settings", os.path.join(folder, "none.toml"), "--root", self.office.root,
                       "--requests", os.path.join(folder, "requests")]
            self._visits[key] = play(os.path.join(self.build, "kiosk", "main", "kiosk"), self.office.catalog(0), config, folder,
                                     list(taps), f"{WIDTH}x{HEIGHT}", options)
        return self._visits[key]

    def first(self, edition=0):
        return self.visit(edition)[0]

    def shows(self, step, what, seconds=STEP_SECONDS, top=0):
        """Waits for a step's picture, from a row of pixels downwards; returns how long it took."""
        started = time.monotonic()
        self.machine.wait_for_picture(lambda picture: looks_like(picture, step, top), what, seconds)
        return time.monotonic() - started

    def touched_shows(self, place, step, what):
        """Touches until a step's picture comes: a finger in the moment in which a screen has started may not be heard, because
        the compositor has yet to find the panel."""
        self.machine.tap(*place)
        try:
            self.shows(step, what, 20)
        except Failure:
            self.machine.tap(*place)
            self.shows(step, what)

    def shows_one_of(self, editions, what, seconds=STEP_SECONDS):
        """Waits for the first screen of one of the editions; returns which."""
        found = []

        def fits(picture):
            found[:] = [edition for edition in editions if looks_like(picture, self.first(edition))]
            return len(found) == 1

        self.machine.wait_for_picture(fits, what, seconds)
        return found[0]

    def start(self, edition=0, **options):
        """Power on, and the first screen; returns the seconds."""
        self.machine.power_on(**options)
        self.shows(self.first(edition), "the first screen", BOOT_SECONDS)
        return self.machine.since_power_on()

    def up(self):
        """A running machine with the first screen of the starter content, whatever the case before left: as it once was
        some time after power-on."""
        machine = self.machine
        machine.power_cut()
        if not machine.resume():
            self.start(kept="new")
            self.waits_for("[ $(systemctl is-system-running) != starting ]", "the end of its start", BOOT_SECONDS)
            machine.keep()
        self.shows(self.first(), "the first screen")

    def run(self, command, seconds=120):
        """A command as root inside that must succeed; returns what it printed."""
        status, text = self.machine.shell(command, seconds)
        if status != 0:
            raise Failure(f"'{command}' failed inside the machine: {text}")
        return text.strip()

    def waits_for(self, command, what, seconds=STEP_SECONDS):
        """Until the command succeeds inside; returns how long it took."""
        started = time.monotonic()
        while self.machine.shell(command)[0] != 0:
            if time.monotonic() - started > seconds:
                raise Failure(f"{what}: not within {seconds} s ('{command}')")
            time.sleep(0.2)
        return time.monotonic() - started

    def bare_boot(self):
        """How long the machine takes by itself, from its kernel's start to where services such as the kiosk begin."""
        return f"{int(self.run('systemctl show --value -p ActiveEnterTimestampMonotonic basic.target')) / 1e6:.0f} s"

    def screen_restarts(self):
        return int(self.run("systemctl show --value -p NRestarts kiosk").split()[-1])

    def screen_starts(self):
        """Changes with every start of the screen, asked for or not."""
        return self.run("systemctl show --value -p ExecMainStartTimestampMonotonic kiosk")

    def new_screen_after(self, before, seconds=STEP_SECONDS):
        self.waits_for(f"[ $(systemctl show --value -p ExecMainStartTimestampMonotonic kiosk) != {before} ]", "a new screen", seconds)

    def restarted_after(self, before, what):
        self.waits_for(f"[ $(systemctl show --value -p NRestarts kiosk) -gt {before} ]", what, 180)

    def configure(self, expression):
        """Lays kiosk.toml, changed by an expression of sed, over that of the image, whose disk is read-only; the screen
        restarts."""
        self.run(f"sed '{expression}' /etc/kiosk/kiosk.toml >/run/kiosk.toml && ! cmp -s /run/kiosk.toml /etc/kiosk/kiosk.toml && "
                 "mount --bind /run/kiosk.toml /etc/kiosk/kiosk.toml && systemctl restart kiosk")

    def status(self):
        return json.loads(self.run("kioskctl status --json --store /var/lib/kiosk --health /var/lib/kiosk-health"))

    def read_stick(self, image, seconds=300):
        """Puts a stick in and waits until the updater is done with it; returns its name, and the name of the outcome."""
        before = len(self.machine.log())
        name = self.machine.insert_stick(image)
        return name, self.outcome_of_stick(before, seconds)

    def outcome_of_stick(self, before, seconds=300):
        """The name of the outcome of the update from a stick that was put in when the log had a certain length."""
        self.machine.wait_for(r"(Finished|Failed to start) kiosk-stick@", seconds, before)
        status = self.status()
        if "last_update" not in status:
            raise Failure(f"the updater left no outcome: {self.log_of('kiosk-stick@*')}")
        return status["last_update"]["outcome"]

    def log_of(self, unit):
        return self.run(f"journalctl --no-pager -o cat -n 20 -u '{unit}'")

    def pull(self, name):
        """Pulls a stick out and waits until nothing of it is left."""
        self.machine.unplug(name)
        self.waits_for("! grep -q /run/media/kiosk/ /proc/mounts && ! ls /dev/sd? 2>/dev/null", "the stick's end")
