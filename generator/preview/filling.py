"""The clerk's page, served: one folder, the calls of the desk, behind a secret path and a token."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from generator.desk.calls import call, refusable
from generator.desk.folder import Folder
from generator.preview import answers
from generator.preview.answers import Answer
from generator.preview.origin_guard import HOST, may_write
from generator.preview.preview import listen
from generator.preview.server import Handler


class FillServer:
    """A page that listens from its making on. Raises UserError when the port cannot be had."""

    def __init__(self, folder: Folder, port: int = 0) -> None:
        self._folder = folder
        self._token = secrets.token_urlsafe(24)
        self._secret = f"/k/{secrets.token_urlsafe(24)}/"
        self._server = listen(port, self._route, entrance=self._secret)

    @property
    def url(self) -> str:
        """Where the page is; any user of this machine can reach the port, only who knows the path is answered."""
        return f"http://{HOST}:{self._server.server_port}{self._secret}"

    def serve(self) -> None:
        """Answer the browser until :meth:`stop`, or Ctrl+C."""
        try:
            self._server.serve_forever(poll_interval=0.2)
        finally:
            self._server.server_close()

    def stop(self) -> None:
        """End :meth:`serve`, which runs in another thread."""
        self._server.shutdown()

    def _route(self, method: str, path: str, request: Handler) -> Answer | None:
        address = path.partition("?")[0]
        if not secrets.compare_digest(address[: len(self._secret)].encode(), self._secret.encode()):
            return None
        rest = address[len(self._secret) :]
        if method == "GET":
            return self._page() if not rest else None
        kind, _, name = rest.partition("/")
        if kind not in ("call", "file"):
            return None
        if not may_write(request.headers, self._token):
            return answers.words("请在打开的页面上操作。", HTTPStatus.FORBIDDEN)
        arguments = _arguments(request.body)
        if arguments is None:
            return answers.words("请求的内容读不懂。", HTTPStatus.BAD_REQUEST)
        return answers.data(self._call(name, arguments) if kind == "call" else self._file(name, arguments))

    def _page(self) -> Answer:
        from generator.desk.page_html import page_html

        nonce = secrets.token_urlsafe(16)
        return answers.page(page_html(token=self._token, nonce=nonce, edition="served"), nonce)

    def _call(self, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """A call about a text; 上年报告 is looked for in the folder, wherever the page says the file lies."""
        file = os.path.basename(str(arguments.get("path") or "年报.yaml"))
        return call(name, {**arguments, "path": os.path.join(self._folder.folder, file)})

    def _file(self, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
        do: dict[str, Callable[[], dict[str, Any]]] = {
            "list": self._folder.listed,
            "read": lambda: self._folder.read(str(arguments["name"])),
            "stamp": lambda: self._folder.stamp(str(arguments["name"])),
            "save": lambda: self._folder.save(
                str(arguments["name"]), str(arguments["text"]), str(arguments.get("stamp") or "")
            ),
        }
        return refusable(do[name]) if name in do else {"refused": f"没有“{name}”这个功能", "hint": "请刷新页面"}


def filling_for(file: str, port: int = 0) -> FillServer:
    """The page on a file and its folder; '' for the folder we are in. Raises UserError when the port cannot be had."""
    return FillServer(Folder(os.path.dirname(file) or os.curdir, os.path.basename(file)), port)


def _arguments(body: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
