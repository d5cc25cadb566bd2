#!/usr/bin/env python3
"""Follows content/AUTHORING.md word by word: every command of its head and of "Publishing" is run as it is printed there, in
a folder that holds nothing but `content`, and its questions are answered.

usage: walk.py KIOSKCTL CONTENT

What differs from the page: the stick is a folder (/media/STICK), pass phrases come from a file, each person's key is made as
the page makes Mary's, and the second signer's own list holds every number of the catalog, as if she had called each of them.
The last two sections each begin with what was there before them; "Once a year" takes place 500 days later.
"""
import datetime
import os
import pathlib
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile

# Where the page itself says that the command is not the end of it.
UNFINISHED = re.compile(r"repository publish\b")


def fail(sentence):
    sys.exit("FAILED: " + sentence)


def sections(page):
    """(title, commands) of each section, in order; commands stand in code blocks and between backticks."""
    text = page[page.index("# Publishing"):]
    for part in re.split(r"^## ", text, flags=re.M)[1:]:
        title, body = part.split("\n", 1)
        joined = re.sub(r"\\\n +", " ", body)
        found = re.findall(r"^    (kioskctl .*)$|`(kioskctl [^`]*)`", joined, re.M)
        yield title, [block or inline for block, inline in found]


def type_in(command, folder, environment):
    """Runs it and says yes to what it asks; returns exit code and what it printed."""
    if " create " in command or "--key" in command:
        command += " --passphrase-file ../phrase"
    done = subprocess.run(command, shell=True, cwd=folder, env=environment, input="yes\n", text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


class Walk:
    def __init__(self, folder, environment, stick):
        self.folder, self.environment, self.stick = folder, environment, stick

    def do(self, command, expected=0):
        print("$", command, flush=True)
        code, printed = type_in(command.replace("/media/STICK", str(self.stick)), self.folder, self.environment)
        if code != expected:
            fail(f"{command} ended with {code}, not {expected}:\n{printed}")
        return printed


def own_list(office):
    """The file that the second signer gives instead of typing."""
    with sqlite3.connect(office / "catalog/contacts.db") as contacts:
        rows = contacts.execute(
            "SELECT id, dial FROM contact_number JOIN contact ON contact.number = contact_number.contact").fetchall()
        for contact, *texts in contacts.execute(
                "SELECT id, website, name, serves, answers, advice, address, county, directions "
                "FROM contact_text JOIN contact ON contact.number = contact_text.contact"):
            rows += [(contact, digits) for text in texts for digits in re.findall("[0-9]{3,}", text)]
    (office / "my-list").write_text("".join(f"{contact} {dial}\n" for contact, dial in rows))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    kioskctl, content = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    page = (content / "AUTHORING.md").read_text()
    parts = dict(sections(page))
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        (work / "phrase").write_text("four words nobody guesses\n")
        (work / "bin").mkdir()
        (work / "bin" / "kioskctl").symlink_to(kioskctl)
        office, stick = work / "office", work / "stick"
        office.mkdir()
        stick.mkdir()
        shutil.copytree(content, office / "content")
        environment = dict(os.environ, PATH=f"{work}/bin:{os.environ['PATH']}")
        walk = Walk(office, environment, stick)

        for command in re.findall(r"^    (kioskctl .*)$", page[:page.index("\n## ")], re.M):
            walk.do(command)

        create = parts.pop("Once: keys")
        if create != ["kioskctl key create mary", "kioskctl key show mary.pub"]:
            fail(f"the page makes keys in another way now: {create}")
        people = sorted(set(re.findall(r"(\w+)\.(?:pub|key)\b", page[page.index("## Once: the repository"):])))
        for person in people:
            if f"kioskctl key create {person}" not in page or person == "mary":
                for command in create:
                    walk.do(command.replace("mary", person))
        for title in ("Once: the repository", "Each time: publish", "Each time: the second signer", "To the kiosks"):
            commands = parts.pop(title)
            if title == "Each time: publish":
                # A first edition is there to be verified once the second signer's signature is back.
                verify = commands.pop()
            if title == "Each time: the second signer":
                own_list(office)
                shutil.copy(office / "repository/metadata/1.root.json", office / "1.root.json")
                commands = [commands[0] + " --numbers my-list", commands[1], verify]
            for command in commands:
                printed = walk.do(command, 1 if UNFINISHED.search(command) else 0)
                if UNFINISHED.search(command) and "Nothing is published yet" not in printed:
                    fail(f"the page says that {command} needs one signature more:\n{printed}")
        if not (office / "store/current/contacts.db").exists():
            fail("the kiosk was not updated")

        for title, commands in parts.items():
            later = Walk(work / "later", environment, stick)
            shutil.copytree(office, later.folder, symlinks=True)
            before = (later.folder / "repository/metadata/timestamp.json").read_bytes()
            if title == "Once a year":
                if not shutil.which("faketime"):
                    print("faketime is not here: \"Once a year\" is skipped")
                    shutil.rmtree(later.folder)
                    continue
                # So late, renewing asks for the day in words, as the page says.
                day = f"{datetime.date.today() + datetime.timedelta(days=500):%-d %B %Y}"
                commands = [f"faketime -f +500d {command}" + (f" --today '{day}'" if " renew " in command else "")
                            for command in commands]
            for command in commands:
                lapsed = title == "Once a year" and "verify" in command
                later.do(command, 1 if lapsed else 0)
            if (later.folder / "repository/metadata/timestamp.json").read_bytes() == before:
                fail(f"\"{title}\" published nothing")
            update = "kioskctl update --store store --root repository/metadata/1.root.json --from repository"
            later.do(f"faketime -f +500d {update}" if title == "Once a year" else update, 3)
            shutil.rmtree(later.folder)
    print("every command as printed in AUTHORING.md")


main()
