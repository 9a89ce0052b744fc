"""The clerk's page, served: one folder, the calls of the desk, behind a secret path and a token."""

from __future__ import annotations

import errno
import json
import os
import re
import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Literal

from generator.desk.calls import call, every_call, refusable
from generator.desk.folder import Folder
from generator.files.errors import UserError
from generator.pipeline.previewing import Snapshot, look_at
from generator.preview import answers
from generator.preview.answers import Answer
from generator.preview.origin_guard import HOST, may_write
from generator.preview.server import Handler, LoopbackServer
from generator.preview.state_store import Stage
from generator.preview.watcher import Follower

View = Literal["fill", "read"]
"""What the page begins with: its fields, or the finished page with what was found beside it."""
Looker = Callable[[str], Snapshot]

_PATIENCE = 25.0
"""Seconds after which a waiting browser is told that nothing has changed."""
_STATE = re.compile(r"state\?after=(-?\d{1,9})")


class PageServer:
    """A page that listens from its making on. Raises UserError when the port cannot be had.

    The file that it was started with is followed: the page is told when somebody else has written it.
    """

    def __init__(self, folder: Folder, port: int = 0, view: View = "fill", look: Looker = look_at) -> None:
        every_call()  # imported before somebody waits for one
        self._folder, self._view = folder, view
        self._token = secrets.token_urlsafe(24)
        self._secret = f"/k/{secrets.token_urlsafe(24)}/"
        self._server = _listening(port, self._route, self._secret)
        self._stage: Stage | None = None
        if folder.name:
            path = folder.path(folder.name)
            first = look(path)
            self._stage = Stage(first)
            self._follower = Follower(lambda: look(path), self._stage, first)

    @property
    def url(self) -> str:
        """Where the page is; any user of this machine can reach the port, only who knows the path is answered."""
        return f"http://{HOST}:{self._server.server_port}{self._secret}"

    def state(self, after: int, patience: float = _PATIENCE) -> dict[str, Any]:
        """What is to be said of the file, as soon as its ``epoch`` is not ``after``, at the latest after so long."""
        return self._stage.state(after, patience) if self._stage else {}

    def serve(self) -> None:
        """Follow the file and answer the browser until :meth:`stop`, or Ctrl+C."""
        if self._stage:
            self._follower.start()
        try:
            self._server.serve_forever(poll_interval=0.2)
        finally:
            if self._stage:
                self._follower.stop()
                self._stage.close()
            self._server.server_close()

    def stop(self) -> None:
        """End :meth:`serve`, which runs in another thread."""
        self._server.shutdown()

    def _route(self, method: str, path: str, request: Handler) -> Answer | None:
        if not secrets.compare_digest(path[: len(self._secret)].encode(), self._secret.encode()):
            return None
        rest = path[len(self._secret) :]
        if method == "GET":
            return self._got(rest)
        kind, _, name = rest.partition("/")
        if kind not in ("call", "file"):
            return None
        if not may_write(request.headers, self._token):
            return answers.words("请在打开的页面上操作。", HTTPStatus.FORBIDDEN)
        arguments = _arguments(request.body)
        if arguments is None:
            return answers.words("请求的内容读不懂。", HTTPStatus.BAD_REQUEST)
        return answers.data(self._call(name, arguments) if kind == "call" else self._file(name, arguments))

    def _got(self, rest: str) -> Answer | None:
        if not rest.partition("?")[0]:
            return self._page()
        found = _STATE.fullmatch(rest)
        return answers.data(self.state(int(found[1]))) if found and self._stage else None

    def _page(self) -> Answer:
        from generator.desk.page_html import page_html

        nonce = secrets.token_urlsafe(16)
        return answers.page(page_html(token=self._token, nonce=nonce, edition="served", view=self._view), nonce)

    def _call(self, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """A call about a text; 上年报告 is looked for in the folder, wherever the page says the file lies."""
        file = os.path.basename(str(arguments.get("path") or "年报.yaml"))
        return call(name, {**arguments, "path": os.path.join(self._folder.folder, file)})

    def _file(self, name: str, arguments: dict[str, Any]) -> dict[str, Any]:
        do: dict[str, Callable[[], dict[str, Any]]] = {
            "list": self._folder.listed,
            "read": lambda: self._folder.read(str(arguments["name"])),
            "stamp": lambda: self._folder.stamp(str(arguments["name"])),
            "answers": self._folder.answers,
            "keep_answers": lambda: self._folder.keep_answers(
                *(str(arguments.get(key) or "") for key in ("text", "stamp", "name", "data"))
            ),
            "save": lambda: self._folder.save(
                str(arguments["name"]), str(arguments["text"]), str(arguments.get("stamp") or "")
            ),
        }
        return refusable(do[name]) if name in do else {"refused": f"没有“{name}”这个功能", "hint": "请刷新页面"}


def page_for(file: str, port: int = 0, view: View = "fill", look: Looker = look_at) -> PageServer:
    """The page on a file and its folder; '' for the folder we are in. Raises UserError when the port cannot be had."""
    return PageServer(Folder(os.path.dirname(file) or os.curdir, os.path.basename(file)), port, view, look)


def _listening(port: int, route: Callable[[str, str, Handler], Answer | None], entrance: str) -> LoopbackServer:
    try:
        return LoopbackServer(port, route, entrance)
    except OSError as fault:
        why = "没有权限使用" if fault.errno in (errno.EACCES, errno.EPERM) else "已经被别的程序占用，打不开"
        raise UserError(f"端口 {port} {why}", "请换一个端口，或者不写 --port，自动选一个空闲的") from fault


def _arguments(body: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
