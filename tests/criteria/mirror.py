#!/usr/bin/env python3
"""An https mirror of a folder that misbehaves as told; for tests.

usage: mirror.py FOLDER MODE CERTIFICATE KEY PORT_FILE LOG [--address A]

Writes its port to PORT_FILE once it listens, and a line for each answer to LOG: path, status, bytes of the body.
"""
import argparse
import http.server
import pathlib
import ssl
import time

MODES = {
    "ok": "ranges and lengths",
    "norange": "always the whole file",
    "slow": "100 kB a second",
    "drip": "a byte a second",
    "cut": "every first answer for a file ends in its middle",
    "short": "states a length and never sends all of it",
    "endless": "no length, no end",
    "longer": "each file has some megabytes more than it should",
    "altered": "one bit of each file is another",
    "redirect": "points elsewhere",
    "busy": "503",
    "captive": "a page to sign in, for everything",
    "empty": "200 and nothing",
    "range_lie": "206 although no part was asked for",
    "silent": "takes the question and says nothing",
    "header": "a head without end",
}


class Mirror(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder = mode = log = None
    cut_before = set()

    def log_message(self, *_):
        pass

    def send(self, status, body, headers=(), length=None):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        sent = 0
        step, pause = {"slow": (10_000, 0.1), "drip": (1, 1.0)}.get(self.mode, (1 << 20, 0))
        try:
            while sent < len(body):
                self.wfile.write(body[sent:sent + step])
                sent = min(sent + step, len(body))
                if pause:
                    time.sleep(pause)
        finally:
            with open(self.log, "a") as log:
                log.write(f"{self.path} {status} {sent}\n")

    def forever(self, head, piece):
        self.close_connection = True
        self.wfile.write(head)
        while True:
            self.wfile.write(piece)

    def do_GET(self):
        try:
            self.answer()
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            self.close_connection = True

    def answer(self):
        if self.mode == "silent":
            time.sleep(3600)
        if self.mode == "redirect":
            return self.send(302, b"", [("Location", "https://127.0.0.1/elsewhere")])
        if self.mode == "busy":
            return self.send(503, b"")
        if self.mode == "captive":
            return self.send(200, b"<html><title>Please sign in</title></html>")
        if self.mode == "empty":
            return self.send(200, b"")
        if self.mode == "header":
            return self.forever(b"HTTP/1.1 200 OK\r\n", b"X-Filler: " + b"x" * 1000 + b"\r\n")
        file = pathlib.Path(self.folder + self.path)
        if not file.is_file():
            return self.send(404, b"")
        body = file.read_bytes()
        if self.mode == "endless":
            return self.forever(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", body or b"x")
        if self.mode == "longer":
            body += b"x" * 4_000_000
        if self.mode == "altered" and body:
            body = body[:-1] + bytes([body[-1] ^ 1])
        offset, asked = 0, self.headers.get("Range")
        if asked and self.mode != "norange":
            offset = int(asked.removeprefix("bytes=").rstrip("-"))
        headers = []
        if offset or self.mode == "range_lie":
            headers.append(("Content-Range", f"bytes {offset}-{len(body) - 1}/{len(body)}"))
        rest, length = body[offset:], None
        if self.mode == "short" or (self.mode == "cut" and self.path not in self.cut_before):
            self.cut_before.add(self.path)
            length, rest = len(rest), rest[:len(rest) // 2]
        self.send(206 if headers else 200, rest, headers, length)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass  # a client that breaks off is what many tests want


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("folder", "mode", "certificate", "key", "port_file", "log"):
        parser.add_argument(name, choices=MODES if name == "mode" else None)
    parser.add_argument("--address", default="127.0.0.1")
    wanted = parser.parse_args()
    Mirror.folder, Mirror.mode, Mirror.log = wanted.folder, wanted.mode, wanted.log
    pathlib.Path(wanted.log).touch()
    server = Server((wanted.address, 0), Mirror)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(wanted.certificate, wanted.key)
    # The handshake is each connection's own affair: one that stalls must not stop the others.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    pathlib.Path(wanted.port_file + ".new").write_text(str(server.server_port))
    pathlib.Path(wanted.port_file + ".new").rename(wanted.port_file)
    server.serve_forever()


main()
