"""In place of systemd: writes each message that the screen's program sends to its supervisor onto a line of its own.

usage: frames.py SOCKET FILE
"""
import os
import socket
import sys

path, out = sys.argv[1:]
with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
    listener.bind(path)
    with open(out, "w", encoding="utf-8", buffering=1) as lines:
        while os.getppid() != 1:
            lines.write(listener.recv(4096).decode().rstrip("\n") + "\n")
