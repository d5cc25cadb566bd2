#!/usr/bin/env python3
"""What an update costs: installing a gigabyte of media against hashing and copying the same, and what one changed number
in a large catalog makes a kiosk fetch. Prints figures and ratios; both sides of a ratio run in the same minute.

    update_bench.py KIOSKCTL CATALOG_MAKER [MEGABYTES_OF_MEDIA [TOPICS]]
"""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from own_source import lines_of  # noqa: E402

KIOSKCTL, MAKER = sys.argv[1:3]
MEDIA_MEGABYTES = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
TOPICS = int(sys.argv[4]) if len(sys.argv) > 4 else 11_000  # a content.db of more than 30 MB


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"update_bench: {' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def make_keys(folder):
    (folder / "phrase").write_text("four words nobody guesses\n")
    for name in ("one", "two", "three"):
        run(KIOSKCTL, "key", "create", name, "--folder", folder, "--passphrase-file", folder / "phrase")
    return [word for name in ("one", "two", "three") for word in ("--key", folder / f"{name}.key")] + [
        "--passphrase-file", folder / "phrase"]


def new_repository(place, keys, signing):
    public = [keys / f"{name}.pub" for name in ("one", "two", "three")]
    run(KIOSKCTL, "repository", "init", place, *[word for key in public for word in ("--root", key)],
        *[word for key in public[:2] for word in ("--contacts", key)], "--content", public[2], "--publisher", public[0],
        *signing)


def publish(repository, catalog, signing):
    source = Path(catalog).with_suffix(".source")
    source.write_text(lines_of(catalog))
    run(KIOSKCTL, "repository", "publish", repository, catalog, "--yes", "--numbers", source, *signing)


def peak_memory(pid):
    """MB that were resident at most so far; wait4() would count this program, of which the child is a copy before it begins."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return max([int(line.split()[1]) * 1024 / 1e6 for line in status.splitlines() if line.startswith("VmHWM:")], default=0)


def update(store, repository, first_root):
    """Seconds on the wall, seconds of processor, peak of resident memory in MB, what kioskctl says."""
    begin = time.monotonic()
    child = subprocess.Popen([KIOSKCTL, "update", "--store", store, "--root", first_root, "--from", repository, "--json"],
                             stdout=subprocess.PIPE)
    memory = 0
    while not (ended := os.wait4(child.pid, os.WNOHANG))[0]:
        memory = max(memory, peak_memory(child.pid))
        time.sleep(0.02)
    used = ended[2]
    said = json.loads(child.stdout.read())
    if said["outcome"] != "updated":
        sys.exit(f"update_bench: {said}")
    return time.monotonic() - begin, used.ru_utime + used.ru_stime, memory, said


def out_of_cache(folder):
    """So that both sides read from the disk."""
    os.sync()
    for file in folder.rglob("*"):
        if file.is_file():
            with open(file, "rb") as opened:
                os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def hash_and_copy(folder, to):
    out_of_cache(folder)
    begin = time.monotonic()
    before = os.times()
    files = [str(file) for file in folder.rglob("*") if file.is_file()]
    run("sha256sum", *files)
    run("cp", "-r", folder, to)
    copied = time.monotonic() - begin
    run("sync", "-f", to)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    seconds = time.monotonic() - begin
    shutil.rmtree(to)
    return seconds, copied, used


def media(work, keys, signing):
    catalog, repository = work / "small", work / "media-repository"
    run(MAKER, catalog, 100, 1)
    for _ in range(MEDIA_MEGABYTES):
        data = os.urandom(1_000_000)
        name = hashlib.sha256(data).hexdigest()
        place = catalog / "objects" / name[:2] / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    new_repository(repository, keys, signing)
    publish(repository, catalog, signing)
    shutil.rmtree(catalog)
    rounds = []
    for _ in range(2):
        seconds, copied, used = hash_and_copy(repository / "objects", work / "copy")
        out_of_cache(repository)
        wall, processor, memory, _ = update(work / "store", repository, repository / "metadata/1.root.json")
        shutil.rmtree(work / "store")
        rounds.append((seconds / wall, copied / wall, used / processor, seconds, wall, memory))
    shutil.rmtree(repository)
    print(f"{MEDIA_MEGABYTES} MB of media from disk, two rounds")
    print("  sha256sum, cp, sync         " + ", ".join(f"{each[3]:6.1f} s" for each in rounds))
    print("  kioskctl update             " + ", ".join(f"{each[4]:6.1f} s" for each in rounds))
    print("  speed against them          " + ", ".join(f"{each[0]:6.2f}  " for each in rounds) + "  (aim: at least 0.8)")
    print("  the same without the sync   " + ", ".join(f"{each[1]:6.2f}  " for each in rounds) + "  (ours has everything on the disk)")
    print("  by processor time           " + ", ".join(f"{each[2]:6.2f}  " for each in rounds))
    print(f"  resident at most            {max(each[5] for each in rounds):6.0f} MB (aim: under 64)")


def one_number(work, keys, signing):
    first, second, repository = work / "first", work / "second", work / "repository"
    for edition, folder in ((1, first), (2, second)):
        run(MAKER, folder, TOPICS, edition)
    size = (first / "content.db").stat().st_size
    new_repository(repository, keys, signing)
    root = repository / "metadata/1.root.json"
    publish(repository, first, signing)
    update(work / "kept", repository, root)
    publish(repository, second, signing)
    part = update(work / "kept", repository, root)[3]["bytes_fetched"]
    whole = update(work / "fresh", repository, root)[3]["bytes_fetched"]
    if (work / "kept/current/content.db").read_bytes() != (second / "content.db").read_bytes():
        sys.exit("update_bench: the delta gave another file")
    delta = sum(file.stat().st_size for file in (repository / "targets/delta").rglob("*") if file.is_file())
    run("zstd", "-19", "--long=27", f"--patch-from={first / 'content.db'}", second / "content.db", "-o", work / "patch", "-q")
    patch = (work / "patch").stat().st_size
    print(f"one changed number in a content.db of {size / 1e6:.1f} MB and one in its contacts.db")
    print(f"  a kiosk that has the edition before fetches {part:9d} bytes")
    print(f"  a kiosk that has nothing fetches            {whole:9d} bytes")
    print(f"  ratio                                       {part / whole:9.4f} (aim: at most 0.05)")
    print(f"  the delta in the repository                 {delta:9d} bytes")
    print(f"  zstd -19 --patch-from                       {patch:9d} bytes")
    print(f"  ratio                                       {delta / patch:9.3f} (aim: at most 1.1)")


with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
    work = Path(folder)
    (work / "keys").mkdir()
    signing = make_keys(work / "keys")
    one_number(work, work / "keys", signing)
    media(work, work / "keys", signing)
