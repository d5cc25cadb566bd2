"""What an office would bring: keys, a signed repository, its editions as sticks, and sticks that no one should bring.

Each edition lists the languages in another order, so that the first screen tells which one is shown.

usage: editions.py BUILD_FOLDER FOLDER    makes the keys and an empty repository, and prints where its root metadata is
"""

import os
import re
import shutil
import subprocess
import sys

from machine import Failure

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from own_source import lines_of  # noqa: E402

ROOT, CONTACTS = ["ruth", "ray", "rose"], ["carl", "cora", "cleo"]


class Office:
    def __init__(self, folder, build):
        """folder: where create() makes or made everything. build: the folder of the programs."""
        self.kioskctl = os.path.join(build, "kiosk", "main", "kioskctl")
        self.content = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "content")
        self.folder = folder
        self.phrase, self.repository, self.root = self._path("phrase"), self._path("repository"), self._path("root.json")

    def create(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        with open(self.phrase, "w", encoding="utf-8") as file:
            file.write("four words nobody guesses\n")
        for name in [*ROOT, *CONTACTS, "wendy", "paul", "mallory"]:
            self._run("key", "create", name, "--folder", self._path("keys"), "--passphrase-file", self.phrase)
        self._begin("repository", ROOT, CONTACTS, "wendy", "paul")
        shutil.copyfile(os.path.join(self.repository, "metadata", "1.root.json"), self.root)

    def catalog(self, number):
        """The catalog of an edition: the starter content with its languages moved by so many places; 0 is that of the package."""
        catalog = self._path(f"catalog-{number}")
        if not os.path.exists(catalog):
            self._run("content", "build", self._changed_content(number) if number else self.content, catalog)
        return catalog

    def edition(self, number):
        """Publishes an edition, after those before it; returns the folder that belongs on a stick."""
        stick = self._path(f"stick-{number}")
        if os.path.exists(stick):
            return stick
        if number > 1:
            self.edition(number - 1)
        self._run("repository", "publish", self.repository, self.catalog(number), "--yes", *self._numbers(number),
                  *self._keys("carl", "cora", "wendy", "paul"))
        return self._export(self.repository, f"stick-{number}")

    def swapped(self, stick):
        """The same stick, on its way in the hands of somebody who put another number in the place of 116."""
        altered = stick + "-swapped"
        shutil.rmtree(altered, ignore_errors=True)
        shutil.copytree(stick, altered)
        contacts = os.path.join(altered, "kiosk-repository", "targets", "contacts")
        changed = 0
        for name in os.listdir(contacts):
            path = os.path.join(contacts, name)
            with open(path, "rb") as file:
                data = file.read()
            changed += data.count(b"116")
            with open(path, "wb") as file:
                file.write(data.replace(b"116", b"611"))
        if changed == 0:
            raise Failure("the edition holds no 116 that could be swapped")
        return altered

    def strangers(self):
        """A stick of somebody else, rightly signed with keys of his own."""
        stick = self._path("stick-of-a-stranger")
        if os.path.exists(stick):
            return stick
        repository = self._begin("strange", ["mallory", "rose"], ["mallory", "rose"], "mallory", "mallory")
        self._run("repository", "publish", repository, self.catalog(1), "--yes", *self._numbers(1),
                  *self._keys("mallory", "rose"))
        return self._export(repository, "stick-of-a-stranger")

    def _numbers(self, number):
        source = self._path(f"source-{number}")
        with open(source, "w", encoding="utf-8") as file:
            file.write(lines_of(self.catalog(number)))
        return "--numbers", source

    def _begin(self, name, root, contacts, content, publisher):
        folder = self._path(name)
        arguments = [word for option, names in (("--root", root), ("--contacts", contacts)) for key in names
                     for word in (option, self._path("keys", key + ".pub"))]
        self._run("repository", "init", folder, *arguments, "--content", self._path("keys", content + ".pub"),
                  "--publisher", self._path("keys", publisher + ".pub"), *self._keys(*dict.fromkeys([root[0], root[1], publisher])))
        return folder

    def _export(self, repository, name):
        stick = self._path(name)
        os.makedirs(stick)
        self._run("repository", "export", repository, stick, "--system-disk")
        return stick

    def _changed_content(self, number):
        folder = self._path(f"content-{number}")
        shutil.copytree(self.content, folder)
        path = os.path.join(folder, "pack.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        languages = re.search(r"(?m)(?<=^languages:\n)(  - \{tag: .*\n)+", text)
        lines = languages[0].splitlines(keepends=True)
        places = number % len(lines)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace(languages[0], "".join(lines[places:] + lines[:places])))
        # A word of the contacts changes too: else the file that holds the numbers would stay the same.
        path = os.path.join(folder, "contacts", "lnp-911.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(re.sub(r"(?m)^  en: Anyone in danger\.$", f"  en: Anyone in danger, says edition {number}.", text, count=1))
        return folder

    def _keys(self, *names):
        words = [word for name in names for word in ("--key", self._path("keys", name + ".key"))]
        return [*words, "--passphrase-file", self.phrase]

    def _run(self, *arguments):
        done = subprocess.run([self.kioskctl, *arguments], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failure(f"kioskctl {' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")

    def _path(self, *names):
        return os.path.join(self.folder, *names)


def make_stick(folder, image, kind="vfat"):
    """An image of a USB stick with what is in the folder (None: empty). kind: vfat or exfat; exfat is filled through FUSE."""
    size = 64 << 20
    with open(image, "wb") as file:
        file.truncate(size)
    subprocess.run([f"mkfs.{kind}", image], check=True, stdout=subprocess.DEVNULL)
    if folder is None:
        return image
    names = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    if kind == "vfat":
        subprocess.run(["mcopy", "-i", image, "-s", *names, "::"], check=True)
        return image
    mounted = image + ".mounted"
    os.makedirs(mounted, exist_ok=True)
    # The driver takes block devices alone.
    device = subprocess.run(["losetup", "--find", "--show", image], check=True, capture_output=True, text=True).stdout.strip()
    try:
        subprocess.run(["mount.exfat-fuse", device, mounted], check=True, stdout=subprocess.DEVNULL)
        try:
            for name in names:
                shutil.copytree(name, os.path.join(mounted, os.path.basename(name)))
        finally:
            subprocess.run(["umount", mounted], check=True)
    finally:
        subprocess.run(["losetup", "--detach", device], check=True)
        os.rmdir(mounted)
    return image


if __name__ == "__main__":
    office = Office(sys.argv[2], sys.argv[1])
    office.create()
    print(office.root)
