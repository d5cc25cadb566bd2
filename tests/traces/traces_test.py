#!/usr/bin/env python3
"""R45, R66, R70: after a visit no one can tell from the disk that there was one, or which.

usage: traces_test.py KIOSK CATALOG

Two machines that are alike have a visitor each: one reads a red page in Arabic and opens the card of the line 116, the
other reads a green page of the same broad topic in French and opens another card. The program is the real one, in a
window on a virtual display, touched where its own dumps say that things are, and watched system call by
system call (judge.py has the rules). Then noon comes, when counts are written, and both machines must be alike still.
Skipped (77) where a program for it is missing or tracing is forbidden.
"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
import judge

VISITS = {
    "red-in-arabic": ["language-ar", "section-work", "page-next", "topic-what-happened-in-oman", "proceed", "home", "section-help",
                      "contact-gbv-116", "leave"],
    "green-in-french": ["language-fr", "section-work", "topic-honest-offer", "home", "section-help", "contact-lnp-911",
                        "leave"],
}
SIZE, PANEL = "1280x800", "345x216"
MORNING, AFTER_NOON = "@2026-11-24 10:00:00", "@2026-11-24 12:00:30"


def skip(reason):
    print("skipped:", reason)
    sys.exit(77)


def wait_for(what, found, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found():
            return
        time.sleep(0.2)
    raise AssertionError(f"waited {seconds} seconds for {what}")


class Machine:
    """A kiosk with its folders, its display and its trace."""

    def __init__(self, kiosk, catalog, root, steps, faketime):
        self.kiosk, self.steps, self.root = kiosk, steps, root
        self.state = root / "state"
        for folder in (self.state / "health", self.state / "counters", self.state / "store", root / "home", root / "cwd", root / "run"):
            folder.mkdir(parents=True, mode=0o700)
        self.program = self.display = None
        self.trace, self.clock = root / "trace", root / "clock"
        self.clock.write_text(MORNING)
        self.catalog = catalog
        self.options = ["--windowed", SIZE, "--panel-mm", PANEL]
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(root / "home"), "XDG_RUNTIME_DIR": str(root / "run"),
                            "LIBGL_ALWAYS_SOFTWARE": "1",
                            "MESA_SHADER_CACHE_DISABLE": "true", "LD_PRELOAD": faketime, "DONT_FAKE_MONOTONIC": "1",
                            "FAKETIME_TIMESTAMP_FILE": str(self.clock), "FAKETIME_CACHE_DURATION": "1"}

    def find_places(self):
        """Plays the visit without a display; self.places says where to touch at each step."""
        script = self.root / "script"
        script.write_text("dump 0\n" + "".join(f"tap {step}\ndump {i + 1}\n" for i, step in enumerate(self.steps)))
        pictures = self.root / "pictures"
        subprocess.run([self.kiosk, "--catalog", self.catalog, *self.options, "--script", str(script), "--tour", str(pictures)],
                       check=True, cwd=self.root, env={**self.environment, "LD_PRELOAD": ""})
        self.places = []
        for i, step in enumerate(self.steps):
            tree = json.loads((pictures / f"{i}.json").read_text(encoding="utf-8"))
            node = next(n for n in tree["nodes"] if n["id"] == step)
            (x, y, w, h), clip = node["rect_px"], node["clip_px"]
            assert clip[1] <= y + h / 2 < clip[1] + clip[3], f"{step} is out of sight at first, which this test cannot turn to"
            self.places.append((int(x + w / 2), int(y + h / 2)))

    def start(self):
        read, write = os.pipe()
        self.display = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE + "x24", "-nolisten", "tcp"],
                                        pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.environment["DISPLAY"] = ":" + number.readline().strip()
        self.program = subprocess.Popen(
            ["strace", "-f", "-y", "-s", "4096", "-o", str(self.trace), "-e", "trace=" + ",".join(judge.TRACED),
             self.kiosk, *self.options, "--store", str(self.state / "store"), "--health", str(self.state / "health"),
             "--built-in", self.catalog, "--counts", str(self.state / "counters/counts.csv")],
            cwd=self.root / "cwd", env=self.environment, stderr=open(self.root / "log", "w"))

    def presented(self):
        notes = list((self.state / "health").iterdir())
        return any('"presented":true' in note.read_text() for note in notes if note.is_file())

    def pid(self):
        return int(self.trace.read_text().split(None, 1)[0])

    def visit(self):
        for x, y in self.places:
            subprocess.run(["xdotool", "mousemove", str(x), str(y), "mousedown", "1", "sleep", "0.1", "mouseup", "1",
                            "sleep", "0.9"], check=True, env=self.environment)

    def stop(self):
        if self.program and self.program.poll() is None:
            os.kill(self.pid(), signal.SIGTERM)  # strace itself takes no signals while it traces
            self.program.wait(20)
        if self.display and self.display.poll() is None:
            self.display.terminate()
            self.display.wait(20)

    def files(self):
        return {str(path.relative_to(self.state)): path.read_bytes() if path.is_file() else None
                for path in sorted(self.state.rglob("*"))}


def main():
    kiosk, catalog = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
    wrong = judge.self_test()
    assert not wrong, "\n".join(wrong)
    print(f"the judge finds all of {len(judge.BAD)} bad calls and blames none of {len(judge.GOOD)} good ones")
    for program in ("strace", "Xvfb", "xdotool", "faketime"):
        if not shutil.which(program):
            skip(f"{program} is not here (platform/packages.txt)")
    if subprocess.run(["strace", "-o", "/dev/null", "true"], stderr=subprocess.DEVNULL).returncode:
        skip("strace may not trace here")
    if b"asan" in subprocess.run(["ldd", kiosk], capture_output=True, check=True).stdout:
        skip("the sanitizer does not let itself be traced")
    environment = subprocess.run(["faketime", "2026-11-24", "env"], capture_output=True, check=True, text=True).stdout
    faketime = re.search(r"^LD_PRELOAD=(.*)$", environment, re.M)[1].split(":")[-1]

    work = Path(tempfile.mkdtemp(prefix="kiosk-traces-"))
    machines = {name: Machine(kiosk, catalog, work / name, steps, faketime) for name, steps in VISITS.items()}
    try:
        run(machines)
    finally:
        for machine in machines.values():
            machine.stop()
    shutil.rmtree(work)


def run(machines):
    for machine in machines.values():
        machine.find_places()
        machine.start()
    for name, machine in machines.items():
        wait_for(f"{name} to show its first frame", machine.presented)
        limits = Path(f"/proc/{machine.pid()}/limits").read_text()
        core = re.search(r"^Max core file size +(\d+) +(\d+)", limits, re.M)
        assert core and core[1] == core[2] == "0", f"R70: a core file could be written: {limits}"
    time.sleep(11)  # the devices are noted a while after the start
    before = {name: (machine.files(), mtimes(machine)) for name, machine in machines.items()}
    for machine in machines.values():
        machine.visit()
    for name, machine in machines.items():
        assert machine.program.poll() is None, f"{name}: the program ended"
        assert (machine.files(), mtimes(machine)) == before[name], f"R66: the visit {name} changed the disk"
    print("a visit changes no file, no size and no time of change")
    for machine in machines.values():
        machine.clock.write_text(AFTER_NOON)
    for name, machine in machines.items():
        wait_for(f"{name} to write its counts", (machine.state / "counters/counts.csv").exists)
    for machine in machines.values():
        machine.stop()

    first, second = [machine.files() for machine in machines.values()]
    assert first.keys() == second.keys(), f"R66: {sorted(first)} and {sorted(second)}"
    for path in first:
        assert first[path] == second[path], f"R66: {path} tells the visits apart:\n{first[path]}\n{second[path]}"
    counts = first["counters/counts.csv"].decode()
    assert re.fullmatch(r"day,topic,language,count\n(\S{10}),help,other,1\n\1,work,other,1\n", counts), counts
    print(f"{len(first)} files and folders are alike to the byte, the counts among them:\n{counts}", end="")

    for name, machine in machines.items():
        state = re.escape(str(machine.state))
        rules = judge.Rules(
            files=[state + r"/health(/[\w.-]+)?", state + r"/counters(/counts\.csv(\.new)?)?",
                   # The sound library makes its folders, the clock of this test its shared memory.
                   re.escape(str(machine.root)) + r"/(home/\.config|run)(/pulse)?", r"/dev/shm/(sem\.)?faketime_\w+"],
            sockets=[r"(.*/)?\.X11-unix/X\d+", r".*/wayland-\d+", r".*/pulse/native", r".*/pipewire-\d+"])
        findings, calls = judge.judge(machine.trace.read_text(errors="replace").splitlines(), rules)
        assert not findings, f"{name}:\n" + "\n".join(sorted(set(findings)))
        assert calls > 50, f"{name}: only {calls} calls were traced"
        left = [str(path) for folder in ("home", "cwd", "run") for path in (machine.root / folder).rglob("*") if path.is_file()]
        assert not left, f"R70: left behind: {left}"
        print(f"{name}: {calls} calls, none of them leaves or sends anything")


def mtimes(machine):
    return {str(path): path.stat().st_mtime_ns for path in machine.state.rglob("*")}


main()
