"""The HTTP server: a fixed handful of addresses on the loopback interface, none of which is a file's."""

from __future__ import annotations

import os
import socketserver
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from generator.preview.answers import Answer, words
from generator.preview.origin_guard import HOST, refusal

if TYPE_CHECKING:
    from socket import socket

Route = Callable[[str, str, "Handler"], Answer | None]
"""Method, path and request to an answer; None for an address there is not."""


_LARGEST = 45_000_000
"""Bytes that a request may bring: a published report of 30 MB as base64, with a text beside it."""


class LoopbackServer(ThreadingHTTPServer):
    """Listens on the loopback interface alone. ``port`` 0 takes a free one. Raises OSError when it cannot.

    ``entrance`` is the page's path; editors that show pages add a query of their own.
    """

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two programs share one port
    request_queue_size = 64

    def __init__(self, port: int, route: Route, entrance: str) -> None:
        self.route = route
        self.entrance = entrance
        super().__init__((HOST, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking the name service what this machine is called, which can take long."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is nothing to speak of."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One request: guarded, routed, answered."""

    server: LoopbackServer
    server_version = "nianbao"
    sys_version = ""
    timeout = 60
    body: bytes = b""

    def do_GET(self) -> None:
        """Answer a request to read."""
        self._answer()

    def do_POST(self) -> None:
        """Answer a request to do something."""
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name is the library's)
        """Say nothing: the terminal is the clerk's."""

    def _answer(self) -> None:
        answer = self._refused() or self.server.route(self.command, self.path, self)
        self._send(answer or words("没有这个地址。", HTTPStatus.NOT_FOUND))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses by itself: with our headers, without a word of what was sent."""
        self.close_connection = True
        self._send(words("不接受这样的请求。", HTTPStatus(code)))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def _refused(self) -> Answer | None:
        entrance = self.command == "GET" and self.path.partition("?")[0] == self.server.entrance
        why = refusal(self.headers, entrance=entrance)
        if why:
            return words(why, HTTPStatus.FORBIDDEN)
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdigit() and len(length) < 10):
            return words("请求太大。", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if int(length) > _LARGEST:
            return words("请求太大。", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        self.body = self.rfile.read(int(length))  # unread bytes would reset the connection
        return None
