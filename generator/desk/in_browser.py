"""The calls as the page's own worker brings them: JSON in, JSON out. Files it was given lie in one folder."""

from __future__ import annotations

import json
import os
from base64 import b64decode
from typing import Any

from generator.desk import acts
from generator.desk.calls import call, refusable
from generator.desk.collecting_calls import Told, collect
from generator.desk.look import look
from generator.form import keys
from generator.ledger.answers import FILE_NAME

FOLDER = "/reports"
"""In the worker's own file system, which is gone with it."""
_BRINGING = ("open", "next", "last_year", "ledger_into", "keep")


def answer(name: str, arguments: str, told: Told) -> str:
    """A call and its answer. A file that it brings is kept, so that 上年报告 and 台账 find it.

    ``told`` hears how far a call over many files has come.
    """
    asked: dict[str, Any] = json.loads(arguments)
    if name in _BRINGING:
        _keep(asked)
    path = _path(str(asked.get("path") or "年报.yaml"))
    if name == "keep":
        answered: dict[str, Any] = {}
    elif name == "last_year":
        answered = refusable(lambda: _last_year(path, asked))
    elif name == "collect":
        answered = refusable(lambda: collect(asked, told))
    else:
        answered = call(name, {**asked, "path": path})
    if name == "record" and "data" in answered:  # what is checked from now on is held against it
        _keep(answered)
    return json.dumps(answered)


def _path(name: str) -> str:
    return os.path.join(FOLDER, os.path.basename(name) or "年报.yaml")


def _keep(asked: dict[str, Any]) -> None:
    os.makedirs(FOLDER, exist_ok=True)
    with open(_path(str(asked["name"])), "wb") as file:
        file.write(b64decode(asked["data"]))
    if answers := str(asked.get("answers") or ""):  # about a ledger: they lie beside it
        with open(_path(FILE_NAME), "wb") as file:
            file.write(answers.encode("utf-8", "surrogatepass"))


def _last_year(path: str, asked: dict[str, Any]) -> dict[str, Any]:
    """The text with last year's report named in it, and a look."""
    name = os.path.basename(str(asked["name"]))
    return look(path, acts.set_value(path, asked["text"], (keys.LAST_YEAR,), name))
