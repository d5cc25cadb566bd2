"""An emulated PC with a touch panel, driven over QEMU's QMP socket: power, finger, stick, picture, log.

Nothing here sleeps for a fixed time: everything waits for an event, with a generous limit. Only the standard library.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import time


class Failure(Exception):
    """What was expected of the device did not happen."""


class Picture:
    """A picture of the screen: three bytes a pixel, rows from the top."""

    def __init__(self, width, height, pixels):
        self.width, self.height, self.pixels = width, height, pixels

    @staticmethod
    def read_ppm(path):
        with open(path, "rb") as file:
            data = file.read()
        match = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
        if not match:
            raise Failure(f"{path} is no PPM picture")
        width, height = int(match[1]), int(match[2])
        return Picture(width, height, data[match.end() : match.end() + 3 * width * height])

    def row(self, y, left, width):
        """The bytes of a part of a row."""
        at = 3 * (y * self.width + left)
        return self.pixels[at : at + 3 * width]

    def difference(self, other, moved=(0, 0), enough=1.0, top=0, step=4):
        """The share of looked-at pixels that differ by more than a shade, 0 to 1. moved: by how many pixels this picture's
        content lies to the right and below the other's. enough: a share with which looking ends. top: where it begins."""
        if (self.width, self.height) != (other.width, other.height):
            return 1.0
        dx, dy = moved
        columns = range(abs(dx), self.width - abs(dx), step)
        rows = range(max(top, abs(dy)), self.height - abs(dy), step)
        different, limit = 0, enough * len(columns) * len(rows)
        for y in rows:
            mine, theirs = 3 * y * self.width, 3 * ((y - dy) * self.width - dx)
            for x in columns:
                a, b = self.pixels[mine + 3 * x : mine + 3 * x + 3], other.pixels[theirs + 3 * x : theirs + 3 * x + 3]
                if a != b and max(abs(p - q) for p, q in zip(a, b)) > 24:
                    different += 1
            if different > limit:
                break
        return different / (len(columns) * len(rows))

    def is_blank(self):
        """One colour all over: a dark screen, or nothing drawn yet."""
        return len({self.pixels[at : at + 3] for at in range(0, len(self.pixels) - 2, 3 * 97)}) < 3


# What differs from one architecture to the other: QEMU's program, the board, the processor, the first serial line, UEFI.
BOARDS = {
    "amd64": ("qemu-system-x86_64", "q35,usb=off", "Nehalem", "ttyS0", "/usr/share/ovmf/OVMF.fd"),
    "arm64": ("qemu-system-aarch64", "virt", "cortex-a72", "ttyAMA0", "/usr/share/qemu-efi-aarch64/QEMU_EFI.fd"),
}


def touch_panel(qemu):
    """The best touch panel that this QEMU has: a real one from QEMU 8.1 on, before that a pointer."""
    devices = subprocess.run([qemu, "-device", "help"], capture_output=True, text=True, check=True).stdout
    return "virtio-multitouch-pci" if "virtio-multitouch-pci" in devices else "virtio-tablet-pci"


class Machine:
    def __init__(self, image, folder, width=1280, height=800, arch="amd64"):
        """image: folder of platform/image/build --test, made for arch. folder: where sockets, logs and pictures go."""
        self.image, self.folder, self.width, self.height = image, folder, width, height
        self.qemu, self.board, self.processor, self.console, self.firmware = BOARDS[arch]
        os.makedirs(folder, exist_ok=True)
        # The disk that the kiosk writes is this test's own; the system disk is thrown away at power-off.
        self.data = os.path.join(folder, "data.img")
        # Both disks of a machine that was kept as it was at one moment, its memory inside.
        self.kept = [os.path.join(folder, f"kept-{name}.qcow2") for name in ("system", "data")]
        self.touch_panel = touch_panel(self.qemu)
        self.process = None
        self.plugged = 0
        self.new_data_disk()

    def new_data_disk(self):
        """As delivered: nothing installed, nothing counted. Call with the power off."""
        shutil.copyfile(os.path.join(self.image, "data.img"), self.data)

    # Power

    def power_on(self, record_writes=None, touch=True, kept=None, lamp=None, whole_disk=None):
        """record_writes: a file into which every write to the data disk goes (QEMU's blklogwrites), with what is flushed.
        touch: whether there is a touch panel. kept: "new" for a machine that keep() shall keep, "resume" for the kept one.
        lamp: a file of an ACPI table that gives the graphics card a lamp behind its panel (lamp.dsl); a PC only.
        whole_disk: started by the firmware (UEFI) from this image of a disk, which is not changed, instead of all that."""
        self.power_cut()
        for name in ("qmp", "shell", "console.log"):
            if os.path.exists(self._path(name)):
                os.remove(self._path(name))
        command = [
            self.qemu, "-machine", self.board, "-accel", "tcg,thread=multi,tb-size=512",
            "-cpu", self.processor, "-smp", "1", "-m", "1024", "-nodefaults", "-nic", "none", "-display", "none",
            *(self._start_by_firmware(whole_disk) if whole_disk else self._start_by_qemu(record_writes, kept)),
            # Its place is the one that lamp.dsl names.
            "-device", f"virtio-gpu-pci,addr=0x1c,xres={self.width},yres={self.height},edid=on",
            *(["-acpitable", f"file={lamp}"] if lamp else []),
            *(["-device", f"{self.touch_panel},id=touch"] if touch else []),
            "-device", "virtio-rng-pci", "-device", "qemu-xhci,id=xhci",
            "-qmp", f"unix:{self._path('qmp')},server=on,wait=off",
            # A file, not a socket: the machine goes on even if it is not read.
            "-serial", f"file:{self._path('console.log')}",
            "-chardev", f"socket,id=shell,path={self._path('shell')},server=on,wait=off",
            "-serial", "chardev:shell",
        ]
        self.started = time.monotonic()
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        self.qmp_socket = self._connect("qmp")
        self.qmp_file = self.qmp_socket.makefile("rwb")
        self._read_qmp()
        self.qmp("qmp_capabilities")
        self.shell_socket = self._connect("shell")

    def keep(self):
        """Keeps the machine as it is now, disks and memory. It goes on running."""
        if said := self.qmp("human-monitor-command", **{"command-line": "savevm kept"}):
            raise Failure(f"QEMU could not keep the machine: {said}")

    def resume(self):
        """Instead of power_on: the machine as it was kept. False if none was, or of another image."""
        listed = subprocess.run(["qemu-img", "snapshot", "-l", self.kept[0]], capture_output=True, text=True, check=False).stdout
        if "kept" not in listed or os.path.getmtime(self.kept[0]) < os.path.getmtime(os.path.join(self.image, "data.img")):
            return False
        self.power_on(kept="resume")
        return True

    def power_cut(self):
        """As if the plug were pulled: what the guest had not sent to its disk is lost."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def running(self):
        return self.process is not None and self.process.poll() is None

    def since_power_on(self):
        return time.monotonic() - self.started

    # What it says

    def log(self):
        """What the machine has said since power-on."""
        try:
            with open(self._path("console.log"), "rb") as file:
                return file.read()
        except FileNotFoundError:
            return b""

    def wait_for(self, pattern, seconds, after=0):
        """Waits until the log has the pattern behind a place in it."""
        deadline = time.monotonic() + seconds
        expression = re.compile(pattern.encode())
        while not expression.search(self.log(), after):
            if time.monotonic() > deadline:
                tail = self.log()[-3000:].decode(errors="replace")
                raise Failure(f"the log did not show /{pattern}/ within {seconds} s; its end:\n{tail}")
            time.sleep(0.05)

    def shell(self, command, seconds=60):
        """Runs a command as root inside; returns (status, output)."""
        mark = f"done-{time.monotonic_ns()}"
        self.shell_socket.sendall(f"{{ {command} ; }} 2>&1; echo {mark[:5]}''{mark[5:]} $?\n".encode())
        deadline = time.monotonic() + seconds
        output = b""
        while True:
            match = re.search(rb"(?s)^(.*)%s (\d+)\r?\n" % mark.encode(), output)
            if match:
                text = match[1].decode(errors="replace").replace("\r", "")
                # The terminal repeats the command before the answer, and the shell is ready for one.
                echo, _, answer = text.partition("\n")
                return int(match[2]), re.sub("^(# )+", "", answer if command[:20] in echo else text)
            self.shell_socket.settimeout(max(0.01, deadline - time.monotonic()))
            try:
                output += self.shell_socket.recv(65536)
            except socket.timeout:
                raise Failure(f"the command did not end within {seconds} s: {command}\n{output.decode(errors='replace')}") from None

    # What it shows

    def picture(self):
        path = self._path("screen.ppm")
        self.qmp("screendump", filename=path)
        return Picture.read_ppm(path)

    def keep_picture(self, name):
        """A PNG for people to look at, in the folder."""
        path = self._path(name + ".png")
        self.qmp("screendump", filename=path, format="png")
        return path

    def wait_for_picture(self, condition, what, seconds):
        deadline = time.monotonic() + seconds
        while True:
            picture = self.picture()
            if condition(picture):
                return picture
            if time.monotonic() > deadline:
                raise Failure(f"the screen did not show {what} within {seconds} s; see {self.keep_picture('failed')}")
            # Pictures are polled: QEMU announces no new frame.
            time.sleep(0.1)

    # What is done to it

    def touch_event(self, kind, x=None, y=None, finger=0):
        if self.touch_panel == "virtio-tablet-pci":
            return self._pointer_event(kind, x, y)
        # The panel passes the number on as it is, and -1 is how Linux hears of a finger that was lifted.
        touch = -1 if kind == "end" else finger
        events = [{"type": "mtt", "data": {"type": kind, "slot": finger, "tracking-id": touch, "axis": "x", "value": 0}}]
        if x is not None:
            for axis, value, size in (("x", x, self.width), ("y", y, self.height)):
                events.append({"type": "mtt", "data": {"type": "data", "slot": finger, "tracking-id": finger, "axis": axis,
                                                       "value": int(value * 0x7FFF / size)}})
        return self.qmp("input-send-event", events=events)

    def _pointer_event(self, kind, x, y):
        events = []
        if x is not None:
            events = [{"type": "abs", "data": {"axis": axis, "value": int(value * 0x7FFF / size)}}
                      for axis, value, size in (("x", x, self.width), ("y", y, self.height))]
        events.append({"type": "btn", "data": {"down": kind == "begin", "button": "left"}})
        return self.qmp("input-send-event", events=events)

    def tap(self, x, y):
        self.touch_event("begin", x, y)
        self.touch_event("end")

    def press(self, *keys):
        self.qmp("send-key", keys=[{"type": "qcode", "data": key} for key in keys])

    def plug(self, driver, **properties):
        """Plugs a USB device in; returns a name for unplug."""
        self.plugged += 1
        name = f"plugged{self.plugged}"
        self.qmp("device_add", driver=driver, id=name, bus="xhci.0", **properties)
        return name

    def unplug(self, name):
        self.qmp("device_del", id=name)

    def insert_stick(self, image, bytes_per_second=0):
        """Returns a name for unplug. bytes_per_second: as slow as that; 0: as fast as it can be read."""
        node = f"stick{self.plugged + 1}"
        file = {"driver": "file", "filename": image}
        if bytes_per_second:
            self.qmp("object-add", **{"qom-type": "throttle-group", "id": f"{node}-speed", "x-bps-read": bytes_per_second})
            file = {"driver": "throttle", "throttle-group": f"{node}-speed", "file": file}
        self.qmp("blockdev-add", **{**file, "node-name": node, "read-only": False})
        return self.plug("usb-storage", drive=node, removable=True)

    def _start_by_qemu(self, record_writes, kept):
        return ["-kernel", os.path.join(self.image, "kernel"), "-initrd", os.path.join(self.image, "initrd"),
                "-append", f"root=/dev/vda ro console={self.console} quiet mitigations=off panic=10 net.ifnames=0",
                *self._disks(record_writes, kept)]

    def _start_by_firmware(self, disk):
        return ["-bios", self.firmware, "-drive", f"file={disk},format=raw,if=none,id=disk,snapshot=on",
                "-device", "virtio-blk-pci,drive=disk"]

    def _disks(self, record_writes, kept):
        if kept:
            backing = [os.path.abspath(os.path.join(self.image, name)) for name in ("system.img", "data.img")]
            for overlay, image in zip(self.kept, backing):
                if kept == "new":
                    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", image, overlay], check=True)
            system, data = ({"driver": "qcow2", "file": {"driver": "file", "filename": overlay}} for overlay in self.kept)
            return [*self._disk("system", system), *self._disk("data", data), *(["-loadvm", "kept"] if kept == "resume" else [])]
        disk = {"driver": "file", "filename": self.data}
        if record_writes:
            with open(record_writes, "wb"):
                pass
            disk = {"driver": "blklogwrites", "file": disk, "log": {"driver": "file", "filename": record_writes}}
        else:
            disk = {"driver": "raw", "file": disk}
        return ["-drive", f"file={os.path.join(self.image, 'system.img')},format=raw,if=none,id=system,snapshot=on",
                "-device", "virtio-blk-pci,drive=system", *self._disk("data", disk)]

    @staticmethod
    def _disk(name, node):
        return ["-blockdev", json.dumps({**node, "node-name": name}), "-device", f"virtio-blk-pci,drive={name}"]

    # QMP

    def qmp(self, command, **arguments):
        self.qmp_file.write(json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n")
        self.qmp_file.flush()
        while True:
            answer = self._read_qmp()
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise Failure(f"QEMU refused {command}: {answer['error']['desc']}")

    def _read_qmp(self):
        try:
            line = self.qmp_file.readline()
        except OSError:
            line = b""
        if not line:
            raise Failure("QEMU has ended")
        return json.loads(line)

    def _connect(self, name):
        deadline = time.monotonic() + 30
        while True:
            connection = socket.socket(socket.AF_UNIX)
            try:
                connection.connect(self._path(name))
                return connection
            except OSError:
                connection.close()
                if time.monotonic() > deadline or self.process.poll() is not None:
                    raise Failure("QEMU did not start") from None
                time.sleep(0.05)

    def _path(self, name):
        return os.path.join(self.folder, name)
