"""The calls as the page's own worker brings them: JSON in, JSON out. Files it was given lie in one folder."""

from __future__ import annotations

import json
import os
from base64 import b64decode
from typing import TYPE_CHECKING, Any

from generator.desk.arguments import path_in
from generator.desk.calls import call, every_call, refusable
from generator.desk.look import look
from generator.form import keys
from generator.ledger import FILE_NAME
from generator.resources import EXAMPLES

if TYPE_CHECKING:
    from generator.desk.collecting_calls import Told

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
    path = _path(path_in(asked))
    if name == "keep":
        answered: dict[str, Any] = {}
    elif name == "last_year":
        answered = refusable(lambda: _last_year(path, asked))
    elif name == "collect":
        answered = refusable(lambda: _collect(asked, told))
    else:
        answered = call(name, {**asked, "path": path})
    if name == "record" and "data" in answered:  # what is checked from now on is held against it
        _keep(answered)
    return json.dumps(answered)


def prepare(step: int) -> bool:
    """Do what the first acts will need while a person looks for a file; whether there is another step.

    The first look at any report imports all rules and compiles their patterns and the page's template.
    """
    if step == 0:
        _look_at_an_example()
    else:
        every_call()
    return step == 0


def _look_at_an_example() -> None:
    path = min(os.path.join(EXAMPLES, name) for name in os.listdir(EXAMPLES) if name.endswith(".yaml"))
    with open(path, encoding="utf-8") as file:
        look(path, file.read())


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
    from generator.desk import acts

    name = os.path.basename(str(asked["name"]))
    return look(path, acts.set_value(path, asked["text"], (keys.LAST_YEAR,), name))


def _collect(asked: dict[str, Any], told: Told) -> dict[str, Any]:
    from generator.desk.collecting_calls import collect

    return collect(asked, told)
