#!/usr/bin/env python3
"""Runs the commands of the table in README.md beside this file and prints a line for each criterion.

usage: run.py BUILD CONTENT [NUMBER...]      NUMBER: only these criteria

In a command, BUILD is the build folder, SANITIZED for BUILD/sanitize, CONTENT for the content folder. A command that
ends with 77 was skipped, and the last line it printed says why. Exit 1 when one failed.
"""
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
SKIPPED = 77


def criteria():
    """(number, what it shows, commands) of each row."""
    for line in (HERE / "README.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if cells[0].isdigit():
            yield int(cells[0]), cells[1], re.findall(r"`([^`]+)`", cells[2])


def ran_nothing(output):
    """doctest and ctest are content with a filter that fits no test; a criterion is not."""
    return re.search(r"test cases: +0 \|", output) or "No tests were found" in output


def run(command):
    done = subprocess.run(command, shell=True, cwd=SOURCE, stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace")
    last = (done.stdout.strip().splitlines() or [""])[-1]
    if done.returncode == SKIPPED:
        return "skipped", last
    if done.returncode != 0 or ran_nothing(done.stdout):
        print(done.stdout, file=sys.stderr)
        return "FAILED", command
    return "passed", last


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build, content = (str(pathlib.Path(word).resolve()) for word in sys.argv[1:3])
    places = {"BUILD": build, "SANITIZED": build + "/sanitize", "CONTENT": content}
    wanted = {int(number) for number in sys.argv[3:]}
    failed = 0
    for number, shows, commands in criteria():
        if wanted and number not in wanted:
            continue
        begin = time.monotonic()
        ends = [run(re.sub(r"\b(BUILD|SANITIZED|CONTENT)\b", lambda word: places[word[0]], command)) for command in commands]
        verdict = next((word for word in ("FAILED", "skipped") if word in dict(ends)), "passed")
        failed += verdict == "FAILED"
        said = "; ".join(text for end, text in ends if end == verdict)
        print(f"{number:2} {verdict} ({time.monotonic() - begin:.0f} s): {shows}" + (f" [{said}]" if verdict != "passed" else ""),
              flush=True)
    sys.exit(failed != 0)


main()
