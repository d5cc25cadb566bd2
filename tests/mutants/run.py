#!/usr/bin/env python3
"""Puts each bug of bugs.txt into a copy of its file, builds what is affected, and sees that a test fails.

usage: run.py BUILD CONTENT [WORD...]      WORD: only bugs whose name or file holds one of these

The build folder is taken as it is and not changed: a bug is one compilation and one link beside it, where the changed object
comes before the library that holds the right one. Exit 1 when a bug survives, or no longer fits its file.
"""
import os
import pathlib
import re
import resource
import shlex
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
TARGETS = {"update_test": "tests/update/update_test", "crypto_test": "tests/crypto/crypto_test",
           "repository_test": "tests/publish/repository_test",
           "rules_test": "tests/rules/rules_test", "catalog_test": "tests/catalog/catalog_test",
           "publish_test": "tests/publish/publish_test", "json_test": "tests/json/json_test",
           "http_test": "tests/http/http_test", "fleet_test": "tests/fleet/fleet_test",
           "durability": "kiosk/main/kioskctl"}
# A test that hangs has noticed the bug too. One that computes is given processor time, which a busy machine does not
# eat up; only one that waits for ever is ended by the clock.
PROCESSOR_SECONDS, SECONDS = 300, 7200


def bugs():
    text = (HERE / "bugs.txt").read_text()
    form = re.compile(r"^== ([^\n]*)\nin (\S+); caught by (\S+)\n<<<\n(.*?\n)===\n(.*?)>>>$", re.S | re.M)
    found = form.findall(text)
    if len(found) != text.count("\n== "):
        sys.exit("bugs.txt: a bug is not of the form that its head describes")
    return found


def commands(build, target):
    done = subprocess.run(["ninja", "-C", build, "-t", "commands", target], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def run(command, build):
    done = subprocess.run(command, shell=True, cwd=build, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command}\n{done.stdout}{done.stderr}")


def broken_program(build, folder, file, before, after, target):
    """Links `target` again with the changed `file` in it."""
    right = (SOURCE / file).read_text()
    if right.count(before.rstrip("\n")) != 1:
        return None
    changed = folder / pathlib.Path(file).name
    changed.write_text(right.replace(before.rstrip("\n"), after.rstrip("\n")))
    lines = commands(build, target)
    compile_line = next(line for line in lines if f" -c {SOURCE / file}" in line)
    # Compiled for speed of compiling: each is run once.
    words = [word for word in shlex.split(compile_line) if not re.match(r"-O|-g\d?$|-D_FORTIFY_SOURCE", word)]
    object_file = folder / "changed.o"
    for option, value in (("-c", changed), ("-o", object_file), ("-MF", folder / "changed.d")):
        words[words.index(option) + 1] = str(value)
    run(shlex.join(words), build)
    program = folder / pathlib.Path(target).name
    link = lines[-1].replace(f" -o {target} ", f" -o {program} {object_file} ")
    run(link, build)
    return program


def noticed(program, caught_by, content):
    environment = dict(os.environ)
    if caught_by == "durability":
        test = [SOURCE / "tests/faults/durability_test.sh", program, content]
    else:
        # The tests of misbehaving servers wait for real; no bug of the list is theirs.
        test = [program, "--minimal=true", "--abort-after=1", "--source-file-exclude=*http_source*"]
        # Every sync counts there and none has to reach a disk.
        if pathlib.Path("/dev/shm").is_dir():
            environment["TMPDIR"] = "/dev/shm"
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS + 5))

    try:
        done = subprocess.run(test, capture_output=True, text=True, timeout=SECONDS, cwd=program.parent, env=environment,
                              preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return True, "it hangs"
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return True, "it hangs"
    if done.returncode == 77:
        sys.exit(done.stdout + "A bug cannot be looked for without that.")
    said = re.findall(r"TEST CASE:\s*(.*)|^(FAILED: .*)", done.stdout + done.stderr, re.M)
    return done.returncode != 0, next((a or b for a, b in said), f"exit {done.returncode}")


def must_pass(program, caught_by, content):
    """What fails without a bug, for want of a file or a program, would pass for noticing every one."""
    failed, why = noticed(program, caught_by, content)
    if failed:
        sys.exit(f"{program} fails without any bug: {why}.\n"
                 "Build everything first, the starter catalog too: ctest -R starter_catalog")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build, content, words = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]
    chosen = [bug for bug in bugs() if not words or any(word in bug[0] or word in bug[1] for word in words)]
    for target in sorted({bug[2] for bug in chosen}):
        must_pass(build / TARGETS[target], target, content)
    survivors = 0
    for name, file, caught_by, before, after in chosen:
        with tempfile.TemporaryDirectory() as folder:
            program = broken_program(build, pathlib.Path(folder), file, before, after, TARGETS[caught_by])
            dead, why = noticed(program, caught_by, content) if program else (False, "its text is not there once")
        print(f"{'noticed ' if dead else 'SURVIVED'}  {name}: {why}", flush=True)
        survivors += not dead
    print(f"{len(chosen)} bugs, {survivors} survived")
    sys.exit(survivors != 0)


main()
