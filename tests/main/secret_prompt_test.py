#!/usr/bin/env python3
"""What is typed at a secret prompt, seen from the terminal: usage: secret_prompt_test.py KIOSKCTL

A PIN that is typed before the question appears must not be lost, and must not be shown."""
import os
import pty
import select
import sys
import tempfile

SECONDS = 30  # a prompt that waits for ever is a defect too


def shown_by(program):
    """What an update that fails says on a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir("/")
        os.execv(program, [program, "update", "--store", os.environ["STORE"], "--from", "/nonexistent"])
    shown = b""
    while select.select([terminal], [], [], SECONDS)[0]:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.waitpid(child, 0)
    return shown.decode()


def talk(program, typed):
    """Types `typed` at once, before the program can have asked; returns its exit status and all that the terminal showed."""
    child, terminal = pty.fork()
    if child == 0:
        # The echo of what is typed before the program runs is the terminal's own: off, to see what the program shows.
        os.execvp("sh", ["sh", "-c", 'stty -echo; echo ready; read start; stty echo; exec "$0" settings pin', program])
    shown, started = b"", False
    while select.select([terminal], [], [], SECONDS)[0]:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
        if not started and b"ready" in shown:
            started = True
            os.write(terminal, b"\n")
        elif started and typed and b"PIN" in shown:
            os.write(terminal, typed)
            typed = b""
    else:
        os.kill(child, 9)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()


def main():
    # Both answers in one go, in the moment the first question appears.
    status, shown = talk(sys.argv[1], b"483148\n483148\n")
    if status != 0:
        sys.exit(f"exit {status}: what was typed at once did not reach the program. The terminal showed:\n{shown}")
    if "483148" in shown:
        sys.exit(f"the PIN is shown:\n{shown}")
    if "pin = " not in shown:
        sys.exit(f"no setting was printed:\n{shown}")
    with tempfile.TemporaryDirectory() as store:
        os.environ["STORE"] = store
        shown = shown_by(sys.argv[1])
    if "Nothing was changed" not in shown and "root" not in shown:
        sys.exit(f"the update said nothing:\n{shown}")
    if "<4>" in shown or "<3>" in shown:
        sys.exit(f"a priority for the journal reached the terminal:\n{shown}")
    print("terminal: 2 passed")


main()
