"""Judges a disk after a power cut, without the machine: is the store on it one complete release, and does the next update
finish? The kiosk's own program judges with it what is shown."""

import hashlib
import json
import os
import shutil
import subprocess

from machine import Failure


def check_file_system(disk):
    """As at the next start: the journal is replayed. Anything that a person would have to mend is a failure."""
    done = subprocess.run(["e2fsck", "-fp", disk], capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise Failure(f"the file system is damaged: {done.stdout}{done.stderr}")


def copy_store(disk, folder):
    """Copies the folders of the store and of its proofs out of the file system."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name in ("content", "health"):
        subprocess.run(["debugfs", "-R", f"rdump /{name} {folder}", disk], check=True, capture_output=True)
    return os.path.join(folder, "content"), os.path.join(folder, "health")


def complete_release(store):
    """The version that `current` names, after every file of it was hashed; 0 without one."""
    current = os.path.join(store, "current")
    if not os.path.islink(current):
        return 0
    with open(os.path.join(current, "proof.json"), encoding="utf-8") as file:
        proof = {name: json.loads(text)["signed"] for name, text in json.load(file).items()}
    contacts, content = (proof[name]["targets"] for name in ("contacts.json", "content.json"))
    signed_for = {"contacts.db": contacts["contacts/contacts.db"]["hashes"]["sha256"],
                  "content.db": content["content/content.db.zst"]["custom"]["sha256"],
                  "objects.json": content["content/objects.json"]["hashes"]["sha256"]}
    for name, digest in signed_for.items():
        with open(os.path.join(current, name), "rb") as file:
            if hashlib.sha256(file.read()).hexdigest() != digest:
                raise Failure(f"{name} is not what was signed for")
    return proof["snapshot.json"]["version"]


def next_update_finishes(kioskctl, store, health, stick, version):
    """0: it updated, 3: it was up to date already; either way this version is complete afterwards."""
    done = subprocess.run([kioskctl, "update", "--store", store, "--health", health, "--from", stick], capture_output=True,
                          text=True, check=False)
    if done.returncode not in (0, 3) or complete_release(store) != version:
        raise Failure(f"the next update ended with {done.returncode}: {done.stdout}{done.stderr}")

