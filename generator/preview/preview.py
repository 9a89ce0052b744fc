"""One running preview: a stage, the follower that feeds it, the server that shows it."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Callable
from http import HTTPStatus
from threading import Lock
from typing import Any, NamedTuple

from generator.files.errors import UserError, shown
from generator.pipeline.building import BuildOptions, Built, build_file
from generator.pipeline.output_formats import format_names
from generator.pipeline.previewing import Snapshot, look_at, page_around
from generator.preview import answers
from generator.preview.answers import Answer
from generator.preview.building import outcome_of
from generator.preview.origin_guard import HOST, may_write
from generator.preview.server import Handler, PreviewServer
from generator.preview.state_store import Stage
from generator.preview.watcher import Follower

_PATIENCE = 25.0
"""Seconds after which a waiting browser is told that nothing has changed."""
_STATE = re.compile(r"/state\?after=(-?\d{1,9})")
_REPORT = re.compile(r"/report/\d{1,9}")
_BUILD = re.compile(r"/build/([a-z]{1,9})")
_OPENING = """\
<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>年报</title><style></style></head><body></body>"""


class Builder(NamedTuple):
    """What a preview shows and does: a look at the file as it is now, and building it in one format."""

    name: str
    look: Callable[[], Snapshot]
    build: Callable[[str], Built]


def builder_for(path: str) -> Builder:
    """The builder for a file on the disk; what it builds is written beside it."""
    return Builder(path, lambda: look_at(path), lambda fmt: build_file(path, BuildOptions(formats=(fmt,))))


class Preview:
    """A preview that listens from its making on. Raises UserError when the port cannot be had."""

    def __init__(self, builder: Builder, port: int = 0) -> None:
        self._builder = builder
        self._token = secrets.token_urlsafe(24)
        self._writing = Lock()
        self._server = listen(port, self._route)
        first = builder.look()
        self._stage = Stage(first)
        self._follower = Follower(builder.look, self._stage, first)

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{HOST}:{self._server.server_port}/"

    def state(self, after: int, patience: float = _PATIENCE) -> dict[str, Any]:
        """What the page is told: the state as soon as its ``epoch`` is not ``after``, at the latest after so long."""
        return self._stage.state(after, patience)

    def serve(self) -> None:
        """Follow the file and answer the browser until :meth:`stop`, or Ctrl+C."""
        self._follower.start()
        try:
            self._server.serve_forever(poll_interval=0.2)
        finally:
            self._follower.stop()
            self._stage.close()
            self._server.server_close()

    def stop(self) -> None:
        """End :meth:`serve`, which runs in another thread."""
        self._server.shutdown()

    def _route(self, method: str, path: str, request: Handler) -> Answer | None:
        if method == "POST":
            found = _BUILD.fullmatch(path)
            return self._build(found[1], request) if found and found[1] in format_names() else None
        if path.partition("?")[0] == "/":
            nonce = secrets.token_urlsafe(16)
            name = shown(os.path.basename(self._builder.name))
            return answers.page(page_around(name, self._token, nonce, format_names()), nonce)
        if found := _STATE.fullmatch(path):
            return answers.data(self.state(int(found[1])))
        return answers.report(self._stage.page() or _OPENING.encode()) if _REPORT.fullmatch(path) else None

    def _build(self, fmt: str, request: Handler) -> Answer:
        if not may_write(request.headers, self._token):
            return answers.words("请在预览的页面上生成。", HTTPStatus.FORBIDDEN)
        with self._writing:
            return answers.data(outcome_of(self._builder.build(fmt)))


def listen(port: int, route: Callable[[str, str, Handler], Answer | None], entrance: str = "/") -> PreviewServer:
    """A server on a port (0: a free one). Raises UserError when it cannot be had."""
    try:
        return PreviewServer(port, route, entrance)
    except OSError as fault:
        why = "没有权限使用" if fault.errno in (errno.EACCES, errno.EPERM) else "已经被别的程序占用，打不开"
        raise UserError(f"端口 {port} {why}", "请换一个端口，或者不写 --port，自动选一个空闲的") from fault
