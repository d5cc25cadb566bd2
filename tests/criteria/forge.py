#!/usr/bin/env python3
"""What a thief of some keys can publish: signs metadata of a repository that `kioskctl` would refuse to sign. For tests.

usage: forge.py REPOSITORY PASSPHRASE_FILE number ROLE CONTACTS_DB PUBLISHER_KEY KEY...
       forge.py REPOSITORY PASSPHRASE_FILE content CONTENT_DB PUBLISHER_KEY KEY...
       forge.py REPOSITORY PASSPHRASE_FILE version N PUBLISHER_KEY

number   ROLE ("contacts", or "content") lists CONTACTS_DB as contacts/contacts.db; signed with the KEYs
content  the words are those of CONTENT_DB; signed with the KEYs
version  snapshot and timestamp say that they are version N (the timestamp alone; a snapshot follows it)

Everything above what was changed is signed again with PUBLISHER_KEY, as a thief of it would. A KEY is a path NAME.key beside NAME.pub.
"""
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class Repository:
    def __init__(self, folder, passphrase_file):
        self.folder, self.passphrase_file = pathlib.Path(folder), passphrase_file

    def newest(self, role):
        files = (self.folder / "metadata").glob(f"*.{role}.json")
        return json.loads(max(files, key=lambda file: int(file.name.split(".")[0])).read_text())["signed"]

    def signature(self, body, key):
        key_id = hashlib.sha256(canonical(json.loads(pathlib.Path(key).with_suffix(".pub").read_text()))).hexdigest()
        with tempfile.NamedTemporaryFile() as message:
            message.write(canonical(body))
            message.flush()
            made = subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-in", message.name, "-inkey", key,
                                   "-passin", f"file:{self.passphrase_file}"], capture_output=True, check=True)
        return {"keyid": key_id, "sig": made.stdout.hex()}

    def write(self, role, body, keys):
        text = json.dumps({"signatures": [self.signature(body, key) for key in keys], "signed": body}, sort_keys=True)
        name = f"{role}.json" if role == "timestamp" else f"{body['version']}.{role}.json"
        (self.folder / "metadata" / name).write_text(text)
        return {"version": body["version"], "length": len(text.encode()), "hashes": digest(text.encode())}

    def publish(self, changed, publisher, version=None):
        """`changed`: name of a role and what a snapshot says of its new file."""
        snapshot, timestamp = self.newest("snapshot"), json.loads((self.folder / "metadata/timestamp.json").read_text())["signed"]
        snapshot["meta"].update({f"{role}.json": meta for role, meta in changed.items()})
        snapshot["version"] = version or snapshot["version"] + 1
        timestamp["version"] = version or timestamp["version"] + 1
        timestamp["meta"]["snapshot.json"] = self.write("snapshot", snapshot, [publisher])
        self.write("timestamp", timestamp, [publisher])


def packed(data):
    """One frame of Zstandard (RFC 8878) that says its size and keeps the bytes as they are."""
    blocks = [data[at:at + 131072] for at in range(0, len(data), 131072)] or [b""]
    frame = b"\x28\xb5\x2f\xfd\xe0" + len(data).to_bytes(8, "little")
    for block in blocks:
        frame += ((block is blocks[-1]) | len(block) << 3).to_bytes(3, "little") + block
    return frame


def digest(data):
    return {"sha256": hashlib.sha256(data).hexdigest()}


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    repository, what, words = Repository(sys.argv[1], sys.argv[2]), sys.argv[3], sys.argv[4:]
    if what == "version":
        version, publisher = words
        return repository.publish({}, publisher, int(version))
    if what == "content":
        database, publisher, *keys = words
        plain = pathlib.Path(database).read_bytes()
        data, body = packed(plain), repository.newest("content")
        body["version"] += 1
        body["targets"]["content/content.db.zst"] = {"length": len(data), "hashes": digest(data),
                                                     "custom": {"length": len(plain), **digest(plain)}}
        (repository.folder / f"targets/content/{digest(data)['sha256']}.content.db.zst").write_bytes(data)
        return repository.publish({"content": repository.write("content", body, keys)}, publisher)
    role, database, publisher, *keys = words
    data = pathlib.Path(database).read_bytes()
    body = repository.newest(role)
    body["version"] += 1
    body["targets"]["contacts/contacts.db"] = {"length": len(data), "hashes": digest(data)}
    (repository.folder / f"targets/contacts/{digest(data)['sha256']}.contacts.db").write_bytes(data)
    repository.publish({role: repository.write(role, body, keys)}, publisher)


main()
