"""A language server over stdio with one file open in it, and how long its diagnostics take to follow the typing."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

from benchmarks.places import ROOT, WORK

_SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
"""Nothing is fetched: the schema is the one that the file's first line names."""

_PATIENCE = 60
"""Seconds after which a server that does not answer is ended."""

_INCREMENTAL = 2
_CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {"publishDiagnostics": {"relatedInformation": True, "versionSupport": True}},
}


class Server:
    """Starts it; ``open`` gives it the file; ``insert`` and ``delete`` are keystrokes, in milliseconds."""

    def __init__(self, command: tuple[str, ...]) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        pipe = subprocess.PIPE
        self._name = " ".join(command)
        self._process = subprocess.Popen(
            command,
            cwd=WORK,
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            env={**environment, "PYTHONPATH": ROOT},
        )
        self._document: dict[str, Any] = {}
        self._text = ""
        answer = self._ask(
            "initialize", {"processId": os.getpid(), "rootUri": Path(WORK).as_uri(), "capabilities": _CAPABILITIES}
        )
        sync = answer["capabilities"]["textDocumentSync"]
        self._incremental = (sync["change"] if isinstance(sync, dict) else sync) == _INCREMENTAL
        self._tell("initialized", {})

    def open(self, path: str, text: str) -> None:
        """Open a file, and wait for the first diagnostics."""
        self._document, self._text = {"uri": Path(path).as_uri(), "version": 1}, text
        self._tell("textDocument/didOpen", {"textDocument": {**self._document, "languageId": "yaml", "text": text}})
        self._published()

    def insert(self, line: int, typed: str) -> float:
        """Type at a line's end (from 0) until a diagnostic on this line is there."""
        lines = self._text.split("\n")
        end = len(lines[line])
        lines[line] += typed
        return self._change(line, (end, end), typed, "\n".join(lines), wanted=True)

    def delete(self, line: int, typed: str) -> float:
        """Take it back until no diagnostic is left on the line."""
        lines = self._text.split("\n")
        end = len(lines[line])
        lines[line] = lines[line].removesuffix(typed)
        return self._change(line, (len(lines[line]), end), "", "\n".join(lines), wanted=False)

    def look(self, line: int, typed: str) -> None:
        """Type at a line's end (from 0), and ask for the totals between the text, which makes it read at once."""
        lines = self._text.split("\n")
        lines[line] += typed
        self._text = "\n".join(lines)
        self._document["version"] += 1
        change = {"textDocument": self._document, "contentChanges": [{"text": self._text}]}
        self._tell("textDocument/didChange", change)
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": len(lines), "character": 0}}
        self._ask("textDocument/inlayHint", {"textDocument": {"uri": self._document["uri"]}, "range": whole})

    def mebibytes(self) -> float:
        """Its resident size now (Linux)."""
        with open(f"/proc/{self._process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS:"))

    def close(self) -> None:
        """End it as an editor does."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._process.communicate(timeout=_PATIENCE)

    def _change(self, line: int, columns: tuple[int, int], typed: str, text: str, *, wanted: bool) -> float:
        """As editors do, the whole text is sent only where the server asks for the whole. Columns are of the BMP."""
        self._text = text
        self._document["version"] += 1
        start, end = ({"line": line, "character": column} for column in columns)
        change = {"range": {"start": start, "end": end}, "text": typed} if self._incremental else {"text": text}
        started = time.perf_counter()
        self._tell("textDocument/didChange", {"textDocument": self._document, "contentChanges": [change]})
        while (line in self._published()) is not wanted:
            pass
        return (time.perf_counter() - started) * 1000

    def _published(self) -> set[int]:
        """The lines with diagnostics, as soon as some are published for the present text."""
        while True:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics":
                found = message["params"]
                is_ours = found["uri"] == self._document["uri"]
                if is_ours and found.get("version") in {None, self._document["version"]}:
                    return {one["range"]["start"]["line"] for one in found["diagnostics"]}

    def _ask(self, method: str, params: object) -> Any:
        self._send({"id": method, "method": method, "params": params})
        while "method" in (message := self._next()) or message.get("id") != method:
            pass
        return message["result"]

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _next(self) -> dict[str, Any]:
        """The next message; what the server asks meanwhile is answered."""
        message = self._read()
        if "method" in message and "id" in message:
            items = (message.get("params") or {}).get("items", [])
            result = [_SETTINGS.get(item.get("section", "")) for item in items] if items else None
            self._send({"id": message["id"], "result": result})
        return message

    def _send(self, message: dict[str, object]) -> None:
        assert self._process.stdin, "it is a pipe"
        if message.get("params", message) is None:
            del message["params"]
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout, "it is a pipe"
        timer = threading.Timer(_PATIENCE, self._process.kill)
        timer.start()
        try:
            length = 0
            while line := self._process.stdout.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if not length:
                raise RuntimeError(f"the server has ended or is silent: {self._name}")
            message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        finally:
            timer.cancel()
        return message
