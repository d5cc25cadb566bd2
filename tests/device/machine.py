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

    def difference(self, other, step=4):
        """The share of looked-at pixels that differ by more than a shade, 0 to 1."""
        if (self.width, self.height) != (other.width, other.height):
            return 1.0
        different = looked_at = 0
        for y in range(0, self.height, step):
            row = 3 * y * self.width
            for at in range(row, row + 3 * self.width, 3 * step):
                looked_at += 1
                mine, theirs = self.pixels[at : at + 3], other.pixels[at : at + 3]
                if mine != theirs and max(abs(a - b) for a, b in zip(mine, theirs)) > 24:
                    different += 1
        return different / looked_at

    def is_blank(self):
        """One colour all over: a dark screen, or nothing drawn yet."""
        return len({self.pixels[at : at + 3] for at in range(0, len(self.pixels) - 2, 3 * 97)}) < 3


class Machine:
    def __init__(self, image, folder, width=1280, height=800):
        """image: folder of platform/image/build --test. folder: where sockets, logs and pictures go."""
        self.image, self.folder, self.width, self.height = image, folder, width, height
        os.makedirs(folder, exist_ok=True)
        # The disk that the kiosk writes is this test's own; the system disk is thrown away at power-off.
        self.data = os.path.join(folder, "data.img")
        shutil.copyfile(os.path.join(image, "data.img"), self.data)
        self.process = None
        self.log = b""
        self.sticks = 0

    # Power

    def power_on(self):
        for name in ("qmp", "log", "shell"):
            if os.path.exists(self._path(name)):
                os.remove(self._path(name))
        command = [
            "qemu-system-x86_64", "-machine", "q35,usb=off", "-accel", "tcg,thread=multi,tb-size=512",
            "-cpu", "Nehalem", "-smp", "2", "-m", "1024", "-nodefaults", "-nic", "none", "-display", "none",
            "-kernel", os.path.join(self.image, "kernel"), "-initrd", os.path.join(self.image, "initrd"),
            "-append", "root=/dev/vda ro console=ttyS0 quiet mitigations=off panic=10 net.ifnames=0",
            "-drive", f"file={os.path.join(self.image, 'system.img')},format=raw,if=virtio,snapshot=on",
            "-drive", f"file={self.data},format=raw,if=virtio,cache=writeback",
            "-device", f"virtio-gpu-pci,xres={self.width},yres={self.height},edid=on",
            "-device", "virtio-multitouch-pci,id=touch", "-device", "virtio-rng-pci", "-device", "qemu-xhci,id=xhci",
            "-qmp", f"unix:{self._path('qmp')},server=on,wait=off",
            "-chardev", f"socket,id=log,path={self._path('log')},server=on,wait=off,logfile={self._path('console.log')}",
            "-serial", "chardev:log",
            "-chardev", f"socket,id=shell,path={self._path('shell')},server=on,wait=off",
            "-serial", "chardev:shell",
        ]
        self.log = b""
        self.started = time.monotonic()
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        self.qmp_socket = self._connect("qmp")
        self.qmp_file = self.qmp_socket.makefile("rwb")
        self._read_qmp()
        self.qmp("qmp_capabilities")
        self.log_socket = self._connect("log")
        self.shell_socket = self._connect("shell")

    def power_cut(self):
        """As if the plug were pulled: what the guest had not sent to its disk is lost."""
        self.process.kill()
        self.process.wait()

    def since_power_on(self):
        return time.monotonic() - self.started

    # What it says

    def wait_for(self, pattern, seconds, after=0):
        """Waits until the log has the pattern; returns the place behind it, from which the next wait may go on."""
        deadline = time.monotonic() + seconds
        expression = re.compile(pattern.encode())
        while True:
            match = expression.search(self.log, after)
            if match:
                return match.end()
            self.log_socket.settimeout(max(0.01, deadline - time.monotonic()))
            try:
                piece = self.log_socket.recv(65536)
            except socket.timeout:
                piece = b""
            if not piece or time.monotonic() > deadline:
                tail = self.log[-3000:].decode(errors="replace")
                raise Failure(f"the log did not show /{pattern}/ within {seconds} s; its end:\n{tail}")
            self.log += piece

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
                # The terminal repeats the command before the answer.
                return int(match[2]), text.split("\n", 1)[1] if command[:20] in text.split("\n", 1)[0] else text
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
        events = [{"type": "mtt", "data": {"type": kind, "slot": finger, "tracking-id": finger, "axis": "x", "value": 0}}]
        if x is not None:
            for axis, value, size in (("x", x, self.width), ("y", y, self.height)):
                events.append({"type": "mtt", "data": {"type": "data", "slot": finger, "tracking-id": finger, "axis": axis,
                                                       "value": int(value * 0x7FFF / size)}})
        self.qmp("input-send-event", events=events)

    def tap(self, x, y):
        self.touch_event("begin", x, y)
        self.touch_event("end")

    def insert_stick(self, image):
        """Returns a name for pull_stick."""
        self.sticks += 1
        name = f"stick{self.sticks}"
        self.qmp("blockdev-add", **{"driver": "raw", "node-name": name, "read-only": False,
                                    "file": {"driver": "file", "filename": image}})
        self.qmp("device_add", driver="usb-storage", id=name, drive=name, bus="xhci.0", removable=True)
        return name

    def pull_stick(self, name):
        self.qmp("device_del", id=name)

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
        line = self.qmp_file.readline()
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
