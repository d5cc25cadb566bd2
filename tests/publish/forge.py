#!/usr/bin/env python3
"""What an attacker does to catalogs and requests for signatures, with nothing but an editor and SQLite.

usage: forge.py request FILE OUT PYTHON        PYTHON changes `r`, the request, with `db(SQL)` to change its contacts.db
       forge.py catalog FOLDER OUT SQL         another catalog, its contacts.db changed by SQL
"""
import hashlib
import json
import pathlib
import shutil
import sqlite3
import sys
import tempfile


def changed_database(data, sql):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "contacts.db")
        path.write_bytes(data)
        connection = sqlite3.connect(path)
        connection.executescript(sql)
        connection.close()
        return path.read_bytes()


def metadata_of(request, role):
    """The file of that role and its metadata; set_metadata puts the metadata back."""
    entry = next(file for file in request["files"] if file["role"] == role)
    return entry, json.loads(entry["metadata"])


def set_metadata(entry, metadata):
    metadata["signatures"] = []
    entry["metadata"] = json.dumps(metadata)


def change_request(source, target, code):
    request = json.loads(pathlib.Path(source).read_text())

    def database(sql):
        """The numbers of the request, and the metadata that names them."""
        data = changed_database(bytes.fromhex(request["contacts"]), sql)
        request["contacts"] = data.hex()
        entry, metadata = metadata_of(request, "contacts")
        metadata["signed"]["targets"]["contacts/contacts.db"] = {
            "length": len(data), "hashes": {"sha256": hashlib.sha256(data).hexdigest()}}
        set_metadata(entry, metadata)

    exec(code, {"r": request, "db": database, "json": json, "metadata_of": lambda role: metadata_of(request, role),
                "set_metadata": set_metadata})
    pathlib.Path(target).write_text(json.dumps(request))


def change_catalog(source, target, sql):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    path = pathlib.Path(target, "contacts.db")
    path.write_bytes(changed_database(path.read_bytes(), sql))


{"request": change_request, "catalog": change_catalog}[sys.argv[1]](*sys.argv[2:])
