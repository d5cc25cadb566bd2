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
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from own_source import lines_of  # noqa: E402

SECONDS = 300  # without a word

# Where the page itself says that the command is not the end of it.
UNFINISHED = re.compile(r"repository publish\b")


def fail(sentence):
    sys.exit("FAILED: " + sentence)


def sections(page):
    """(title, commands) of each section, in order; commands are in code blocks and between backticks."""
    text = page[page.index("# Publishing"):]
    for part in re.split(r"^## ", text, flags=re.M)[1:]:
        title, body = part.split("\n", 1)
        joined = re.sub(r"\\\n +", " ", body)
        found = re.findall(r"^    (kioskctl .*)$|`(kioskctl [^`]*)`", joined, re.M)
        yield title, [block or inline for block, inline in found]


# What is asked for when a file is begun.
ANSWERS = {
    "contact new": ["Red Cross", "+231770800912", "Families that look for somebody.", "Volunteers answer.", "volunteers",
                    "Its page", "content team"],
    "page new": ["What to pack", "What to take along.", "travel", "Take water.", "A page", "content team"],
    "language new": [],
}


def type_in(command, folder, environment):
    """Runs it and answers what it asks; returns exit code and what it printed."""
    if " create " in command or "--key" in command:
        command += " --passphrase-file ../phrase"
    answers = next((lines for name, lines in ANSWERS.items() if name in command), ["yes"])
    done = subprocess.run(command, shell=True, cwd=folder, env=environment, input="".join(line + "\n" for line in answers),
                          text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def at_terminal(command, folder, environment, answers):
    """Runs it as a person does, at a terminal, and types a pass phrase each time one is asked for."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe("sh", ["sh", "-c", command], environment)
    seen, asked = b"", 0
    while select.select([terminal], [], [], SECONDS)[0]:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        seen += part
        if seen.endswith(b".key: "):
            if asked == len(answers):
                break
            os.write(terminal, answers[asked].encode() + b"\n")
            asked += 1
    else:
        os.kill(child, signal.SIGKILL)
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode(), asked


class Walk:
    def __init__(self, folder, environment, stick):
        self.folder, self.environment, self.stick = folder, environment, stick

    def do(self, command, expected=0):
        print("$", command, flush=True)
        code, printed = type_in(on_stick(command, self.stick), self.folder, self.environment)
        if code != expected:
            fail(f"{command} ended with {code}, not {expected}:\n{printed}")
        return printed


def on_stick(command, stick):
    """The stick of the page is a folder of this computer, which what writes to it wants to be told."""
    writes = "repository export" in command or "--to /media/STICK" in command
    return command.replace("/media/STICK", f"{stick} --system-disk" if writes else str(stick))


def own_list(office):
    """The file that the second signer gives instead of typing."""
    (office / "my-list").write_text(lines_of(office / "catalog"))


def change_a_sentence(office, environment, command):
    """One command, one pass phrase a key, nothing else; and one that was mistyped is asked for again."""
    page = office / "content/topics/what-to-pack.en.md"
    page.write_text(page.read_text().replace("Take water.", "Take water along."))
    old_stick = office / "../old-stick"
    old_stick.mkdir()
    code, said = type_in(f"kioskctl repository export repository {old_stick} --system-disk", office, environment)
    if code != 0 or "content/topics/what-to-pack.en.md was changed after this version was published" not in said:
        fail(f"what is not published yet is not said:\n{said}")
    print("$", command, flush=True)
    phrase = (office / "../phrase").read_text().strip()
    code, seen, asked = at_terminal(command, office, environment, ["four words nobody gusses", phrase, phrase])
    print(re.sub(r"[^\n]*\r(?!\n)", "", seen))
    if code != 0 or asked != 3 or "read back" not in seen or "Type yes" in seen:
        fail(f"a changed sentence ended with {code} after {asked} pass phrases:\n{seen}")


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
        walk.do("kioskctl content check content")

        create = parts.pop("Once: keys")
        if create != ["kioskctl key create mary", "kioskctl key show mary.pub"]:
            fail(f"the page makes keys in another way now: {create}")
        people = sorted(set(re.findall(r"(\w+)\.(?:pub|key)\b", page[page.index("## Once: the repository"):])))
        for person in people:
            if f"kioskctl key create {person}" not in page or person == "mary":
                for command in create:
                    walk.do(command.replace("mary", person))
        for title in ("Once: the repository", "Each time: publish", "Each time: the second signer", "A changed sentence",
                      "To the kiosks"):
            commands = parts.pop(title)
            if title == "A changed sentence":
                change_a_sentence(office, environment, on_stick(commands.pop(), stick))
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
