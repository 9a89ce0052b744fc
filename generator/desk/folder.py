"""The folder that a served page works in: which reports lie there, one of them read, and saved where that is allowed.

Written may be: the file the page was started with, a file of the list, a new one that was not there, and what is
answered about a ledger. A file that somebody changed meanwhile is never written over: the page asks.
"""

from __future__ import annotations

import os
from base64 import b64decode
from hashlib import sha256
from typing import Any

from generator.editing.edits.typed import RefusedError
from generator.files.atomic import write_all
from generator.files.errors import UserError
from generator.ledger import FILE_NAME as ANSWERS
from generator.pipeline.inputs import YAML_SUFFIXES
from generator.pipeline.naming import safe_name
from generator.pipeline.opening import load
from generator.source.text import decode

_NO_REPORTS = ("nianbao.yaml", ANSWERS)
_MOST_LISTED = 500
"""Files of a folder that are offered; a clerk has a handful."""


class Folder:
    """A folder, and the file in it that the page was started with ('' for none)."""

    def __init__(self, folder: str, name: str = "") -> None:
        self.folder = os.path.abspath(folder)
        self.name = name

    def path(self, name: str) -> str:
        """Where a file of the folder lies. Raises RefusedError for a name that leads out of it."""
        if not name or os.path.basename(name) != name or name in (os.curdir, os.pardir):
            raise RefusedError("只能打开和保存这个文件夹里的文件", "请换一个文件名")
        return os.path.join(self.folder, name)

    def listed(self) -> dict[str, Any]:
        """The YAML files of the folder, by name, and the one to begin with."""
        try:
            names = sorted(name for name in os.listdir(self.folder) if _is_report(name))[:_MOST_LISTED]
        except OSError:
            names = []
        return {"files": names, "file": self.name, "folder": self.folder}

    def read(self, name: str) -> dict[str, Any]:
        """A file's text with the mark of the state it was read in. Raises UserError, RefusedError."""
        data = load(self.path(name))
        source = decode(data)
        if not source.text and source.findings and source.findings[0].code != "NB006":
            raise RefusedError(source.findings[0].message, source.findings[0].hint)
        told = "" if source.encoding == "utf-8" else "这个文件原来不是 UTF-8 编码，保存时会存成 UTF-8。"
        return {"name": name, "text": source.text, "stamp": _stamp(data), "note": told}

    def stamp(self, name: str) -> dict[str, Any]:
        """The mark of a file's state now; '' for a file that is not there."""
        try:
            return {"name": name, "stamp": _stamp(load(self.path(name)))}
        except UserError:
            return {"name": name, "stamp": ""}

    def save(self, name: str, text: str, stamp: str) -> dict[str, Any]:
        """Write a text to its file, atomically. ``stamp`` is the state it was read in, '' for a file that is new.

        Answers with the new mark; with ``changed`` and what stands there now where somebody else wrote it meanwhile.
        """
        path = self.path(safe_name(os.path.splitext(name)[0]) + ".yaml" if not stamp else name)
        name = os.path.basename(path)
        if not _is_report(name):
            raise RefusedError(f"“{name}”不是年报的文件名", "文件名请以 .yaml 结尾")
        data = text.encode("utf-8", "surrogatepass")
        now = self.stamp(name)["stamp"]
        if now and now == _stamp(data):
            return {"name": name, "stamp": now}
        if now != stamp:
            return {"name": name, "changed": True, "stamp": now, "exists": not stamp}

        def as_it_was(_path: str, _back: bytes) -> None:
            if self.stamp(name)["stamp"] != stamp:
                raise UserError("文件刚刚被别的程序改过，没有保存", "请再保存一次")

        write_all({path: data}, as_it_was, fresh=not stamp)
        return {"name": name, "stamp": _stamp(data)}

    def answers(self) -> dict[str, Any]:
        """What is answered about ledgers of this folder (对照.yaml), with the mark of its state; '' for nothing."""
        try:
            data = load(self.path(ANSWERS))
        except UserError:
            return {"text": "", "stamp": ""}
        return {"text": decode(data).text, "stamp": _stamp(data)}

    def keep_answers(self, text: str, stamp: str, book: str, data: str) -> dict[str, Any]:
        """Write the answers beside the report, as ``check`` reads them; never over a state that was not read.

        ``kept`` tells whether they are there now, ``beside`` whether the very ledger ``book`` (``data``: base64) is.
        """
        path, content = self.path(ANSWERS), text.encode("utf-8", "surrogatepass")
        now = self.stamp(ANSWERS)["stamp"]
        if now == stamp != _stamp(content):
            write_all({path: content}, fresh=not stamp)
            now = _stamp(content)
        beside = self.stamp(book)["stamp"] == _stamp(b64decode(data))
        return {"kept": now == _stamp(content), "stamp": now, "beside": beside}


def _is_report(name: str) -> bool:
    lower = name.lower()
    plain = lower.endswith(YAML_SUFFIXES) and not name.startswith(".")
    return plain and lower not in _NO_REPORTS and not lower.endswith(tuple(f".{other}" for other in _NO_REPORTS[1:]))


def _stamp(data: bytes) -> str:
    return sha256(data).hexdigest()
