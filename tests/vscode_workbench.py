"""VS Code itself with our extension, in headless Chromium, driven by its keys and menus as a clerk does it."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from programs import CHROMIUM

from generator.preview.origin_guard import TOKEN_HEADER

HERE = (
    Path(__file__).resolve().parent / "editors" / "vscode_program" / "node_modules" / "code-server" / "lib" / "vscode"
)
SERVER = HERE / "out" / "server-main.js"
INSTALLED = HERE / "node_modules" / ".package-lock.json"
PICTURES = Path(__file__).resolve().parents[1] / "editors" / "pictures"
PATIENCE = 30_000
"""Milliseconds; only a test that fails waits so long."""


def unavailable() -> str:
    """Why VS Code cannot be started here; '' when it can."""
    if CHROMIUM is None:
        return "no Chromium on this machine"
    return "" if shutil.which("node") and INSTALLED.exists() else "VS Code is not installed: .ci/tools (needs npm)"


@contextmanager
def vscode_server(folder: Path, extension: Path, program: str) -> Iterator[str]:
    """The address of a VS Code that has only our extension; its settings and data lie in ``folder``."""
    settings = folder / "data" / "Machine" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'{{"nianbao.command": "{program}", "telemetry.telemetryLevel": "off"}}', encoding="utf-8")
    places = ["--server-data-dir", folder, "--extensions-dir", folder / "extensions"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(["node", SERVER, *places, "--install-extension", extension], check=True, **quiet)
    port = free_port()
    start = ["--without-connection-token", "--accept-server-license-terms", "--host", "127.0.0.1", "--port", str(port)]
    with forwarder() as forwarded:
        environment = {**os.environ, "VSCODE_PROXY_URI": f"http://127.0.0.1:{forwarded}/{{{{port}}}}/"}
        with subprocess.Popen(["node", SERVER, *places, *start], env=environment, **quiet) as server:
            try:
                wait_until_listening(port, server)
                yield f"http://127.0.0.1:{port}"
            finally:
                server.terminate()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def wait_until_listening(port: int, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        with socket.socket() as knock:
            knock.settimeout(1)
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("VS Code ended at its start")


_PASSED = ("Accept", "Content-Type", TOKEN_HEADER)


class _Forward(BaseHTTPRequestHandler):
    """/PORT/path → 127.0.0.1:PORT/path, as an installation of VS Code in a browser has it for what extensions serve.

    There it has the workbench's own origin; here it has another port, so “self” is put into words.
    """

    def do_GET(self) -> None:
        self._forward(None)

    def do_POST(self) -> None:
        self._forward(self.rfile.read(int(self.headers.get("Content-Length", "0"))))

    def _forward(self, body: bytes | None) -> None:
        _, port, path = self.path.split("/", 2)
        there = http.client.HTTPConnection("127.0.0.1", int(port))
        passed = {name: self.headers[name] for name in _PASSED if name in self.headers}
        there.request(self.command, f"/{path}", body, passed)
        answer = there.getresponse()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in {"transfer-encoding", "connection", "date", "server"}:
                self.send_header(name, value.replace("frame-ancestors 'self'", "frame-ancestors http://127.0.0.1:*"))
        self.end_headers()
        try:
            while piece := answer.read1(65536):
                self.wfile.write(piece)
        except OSError:
            pass  # the page was closed
        there.close()

    def log_message(self, *_: Any) -> None:
        """Nothing is said."""


@contextmanager
def forwarder() -> Iterator[int]:
    """The port of a forwarder of HTTP."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Forward) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


class Workbench:
    """What a person at the screen does. ``page`` is Playwright's; every step waits until what it needs is there."""

    def __init__(self, page: Any, address: str, folder: Path) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/?folder={folder}")
        page.get_by_role("button", name="Yes, I trust the authors").click()

    def open(self, name: str) -> None:
        self.page.locator(".explorer-folders-view .monaco-list-row", has_text=name).dblclick()
        self.page.locator(".monaco-editor .view-line").first.wait_for()

    def command(self, words: str) -> None:
        self.page.keyboard.press("F1")
        self.page.locator(".quick-input-widget input").first.fill(f">{words}")
        self.page.locator(".quick-input-list .monaco-list-row", has_text=words.rpartition(" ")[2]).first.click()

    def go_to(self, line: int, column: int = 1) -> None:
        """The cursor's place; the focus goes to the editor."""
        self.page.keyboard.press("Control+g")
        self.page.locator(".quick-input-widget input").first.fill(f":{line}:{column}")
        self.page.keyboard.press("Enter")
        self.page.get_by_text(f"Ln {line}, Col {column}", exact=True).wait_for()

    def replace_line(self, line: int, text: str) -> None:
        """Type a line anew, the closing brackets that the editor adds typed over."""
        self.go_to(line)
        self.page.keyboard.press("Shift+End")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Escape")

    def problem(self, words: str) -> Any:
        """The line of the list of problems with these words."""
        return self.page.locator(".markers-panel .monaco-list-row", has_text=words)

    def show_problems(self) -> None:
        self.page.keyboard.press("Control+Shift+m")
        self.page.locator(".markers-panel").wait_for()

    def quick_fix(self, title: str) -> None:
        """Carry out the first of the offered actions, which must be this one."""
        self.page.keyboard.press("Control+.")
        self.page.locator(".action-widget .monaco-list-row.focused", has_text=title).wait_for()
        self.page.keyboard.press("Enter")

    def hover(self) -> Any:
        self.page.keyboard.press("Control+k")
        self.page.keyboard.press("Control+i")
        return self.page.locator(".monaco-hover >> visible=true")

    def suggestions(self) -> Any:
        self.page.keyboard.press("Control+Space")
        return self.page.locator(".suggest-widget .monaco-list-row")

    def line(self, words: str) -> Any:
        """The line that holds these words, with the hints behind it."""
        return self.page.locator(".view-line", has_text=words)

    def preview(self) -> Any:
        """The report's page inside the panel."""
        panel = self.page.frame_locator("iframe.webview.ready").frame_locator("iframe#active-frame")
        return panel.frame_locator("iframe").frame_locator("iframe[data-paper]")

    def picture(self, name: str) -> None:
        """UPDATE_GOLDEN=1: the screen as it is now, for editors/README.md."""
        if os.environ.get("UPDATE_GOLDEN"):
            self.page.screenshot(path=PICTURES / name)


def line_of(text: str, words: str) -> int:
    """The number of the line that holds these words."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if re.search(words, line))
