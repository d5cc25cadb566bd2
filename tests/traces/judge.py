"""Reads a trace of the kiosk (strace -f -y) and says what a visit could have left, or where it could have been heard.

Allowed is only what no visit changes: the note on the kiosk's health and, once a day, the file of counts; and talking to
the display and the sound server of this machine. Everything else that makes, changes, names or removes a file, opens a
socket, or opens a camera or a microphone is a finding. An attempt counts as much as a success.
"""
import re
from dataclasses import dataclass, field

CALL = re.compile(r"^(?:\[pid +)?(?:\d+\]? +)?(?:\d+\.\d+ +)?(\w+)\((.*)$")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
WRITING = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)")
OPENS = {"open", "openat", "openat2", "creat"}
NAMES = {"rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink",
         "symlinkat", "mknod", "mknodat", "truncate", "utime", "utimes", "utimensat", "futimesat", "setxattr"}
TRACED = sorted(OPENS | NAMES | {"socket", "connect", "bind"})
# Sees or hears people (R17). Of ALSA's devices the last letter tells the direction.
SENSES = re.compile(r"^/dev/(?:video|v4l|media|snd/pcm\w*c$)")
# Devices that take what is written and keep nothing.
DEVICES = re.compile(r"^/dev/(?:null|tty|udmabuf|dri/\w+|snd/(?:control|pcm\w*p$|seq$|timer$)\w*)")


@dataclass
class Rules:
    files: list = field(default_factory=list)    # patterns of whole paths that may be written
    sockets: list = field(default_factory=list)  # patterns of local sockets that may be spoken to


def allowed(path, patterns):
    return any(re.fullmatch(pattern, path) for pattern in patterns)


def judge_call(name, arguments, rules):
    """None, or what is wrong with this one call."""
    paths = STRING.findall(arguments)
    if name in OPENS:
        path = paths[0] if paths else "?"
        if SENSES.match(path):
            return f"a camera or microphone was opened: {path}"
        writes = name == "creat" or WRITING.search(arguments)
        if writes and not DEVICES.match(path) and not allowed(path, rules.files):
            return f"a file was opened to be written: {path}"
    elif name in NAMES:
        for path in paths:
            if not allowed(path, rules.files):
                return f"{name} of {path}"
    elif name == "socket":
        if not re.match(r"AF_(?:UNIX|LOCAL)\b", arguments):
            return f"a socket that is not local: {arguments[:60]}"
    elif name in ("connect", "bind"):
        if "sa_family=AF_UNIX" not in arguments:
            return f"{name} beyond this machine: {arguments[:90]}"
        path = paths[-1] if paths else ""
        if not allowed(path.lstrip("@"), rules.sockets):
            return f"{name} to another program: {path}"
    return None


def judge(lines, rules):
    """The findings of a whole trace, and how many calls were looked at."""
    findings, calls = [], 0
    for line in lines:
        call = CALL.match(line)
        if not call or call[1] not in TRACED:
            continue
        calls += 1
        wrong = judge_call(call[1], call[2], rules)
        if wrong:
            findings.append(wrong)
    return findings, calls


# One finding each, and then none.
BAD = [
    '1234 openat(AT_FDCWD, "/var/imgui.ini", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 9</var/imgui.ini>',
    '1234 openat(AT_FDCWD, "/var/lib/health/visits.log", O_WRONLY|O_APPEND) = -1 ENOENT (No such file or directory)',
    '[pid  77] open("/tmp/history", O_RDWR|O_CREAT, 0600 <unfinished ...>',
    'creat("/tmp/core", 0600) = 3',
    '1234 rename("/var/lib/health/screen.json", "/var/lib/health/screen-2.old") = 0',
    '1234 unlinkat(AT_FDCWD, "/var/lib/kiosk/current", 0) = 0',
    '1234 utimensat(AT_FDCWD, "/var/lib/kiosk/touched", NULL, 0) = 0',
    '1234 openat(AT_FDCWD, "/dev/video0", O_RDONLY) = -1 ENOENT (No such file or directory)',
    '1234 openat(AT_FDCWD, "/dev/snd/pcmC0D0c", O_RDWR|O_NONBLOCK) = 5</dev/snd/pcmC0D0c>',
    '1234 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 4<TCP:[1]>',
    '1234 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 4',
    '1234 connect(4<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path="/run/spy"}, 110) = 0',
    '1234 connect(4, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = -1 ENETUNREACH',
]
GOOD = [
    '1234 openat(AT_FDCWD, "/usr/share/kiosk/fonts.conf", O_RDONLY|O_CLOEXEC) = 3</usr/share/kiosk/fonts.conf>',
    '1234 openat(AT_FDCWD, "/var/lib/health/screen.json.new", O_WRONLY|O_CREAT|O_EXCL|O_CLOEXEC, 0644) = 4',
    '1234 rename("/var/lib/health/screen.json.new", "/var/lib/health/screen.json") = 0',
    '1234 openat(AT_FDCWD, "/dev/snd/pcmC0D0p", O_RDWR|O_NONBLOCK) = 5</dev/snd/pcmC0D0p>',
    '1234 openat(AT_FDCWD, "/dev/null", O_RDWR) = 6</dev/null<char 1:3>>',
    '1234 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 4<UNIX-STREAM:[2]>',
    '1234 connect(4<UNIX-STREAM:[2]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X7"}, 20) = 0',
    '+++ exited with 0 +++',
]


def self_test():
    """Whether each bad line is found, and no good one."""
    rules = Rules(files=[r"/var/lib/health/screen\.json(\.new)?"], sockets=[r"/tmp/\.X11-unix/X\d+"])
    missed = [line for line in BAD if not judge([line], rules)[0]]
    blamed = [line for line in GOOD if judge([line], rules)[0]]
    return [f"the judge missed: {line}" for line in missed] + [f"the judge blamed: {line}" for line in blamed]
