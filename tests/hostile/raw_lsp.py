"""A connection to ``nianbao lsp`` on which anything can be said, in or out of the protocol."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
Message = dict[str, Any]


class Connection:
    """Messages out, messages in; ``published`` is what was found last in each file."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.published: dict[str, list[Message]] = {}
        self.logged: list[str] = []
        self._replies: Queue[Message] = Queue()
        self._last = 0
        Thread(target=self._listen, daemon=True).start()

    def raw(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def say(self, message: object) -> None:
        """One message, whatever it is."""
        content = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
        self.raw(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))

    def tell(self, method: str, params: object) -> None:
        self.say({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: object) -> Message:
        """The reply to a request; replies to others that come before it are dropped."""
        self._last += 1
        self.say({"jsonrpc": "2.0", "id": self._last, "method": method, "params": params})
        while True:
            try:
                reply = self._replies.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"no reply to {method} {params}; ended: {self.process.poll()}") from None
            if reply.get("id") == self._last:
                return reply

    def next_reply(self) -> Message:
        """The next reply, whoever asked."""
        return self._replies.get(timeout=PATIENCE)

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            if not header.lower().startswith(b"content-length:"):
                continue
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(int(header.split(b":")[1])))
            if message.get("method") == "textDocument/publishDiagnostics":
                self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif message.get("method") in {"window/logMessage", "window/showMessage"}:
                self.logged.append(message["params"]["message"])
            elif "method" not in message:
                self._replies.put(message)


@contextmanager
def connected(folder: Path) -> Iterator[Connection]:
    """A server that has been greeted."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "generator", "lsp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment,
    ) as process:
        connection = Connection(process)
        try:
            assert "result" in connection.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
            connection.tell("initialized", {})
            yield connection
        finally:
            process.kill()
