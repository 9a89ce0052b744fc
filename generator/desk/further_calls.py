"""What is asked beyond the form and a first look: acts on the text, files in and out, help, ledger, collecting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.desk import acts, comparisons, files, signing_off, typing_help, word_changes
from generator.desk.arguments import Answer, Arguments, path_in
from generator.desk.collecting_calls import collect
from generator.desk.ledger_calls import ledger, ledger_into
from generator.desk.look import look
from generator.desk.numbers import numbers
from generator.desk.opening import read_in


def _place(found: Any) -> tuple[str, ...]:
    return tuple(str(key) for key in found)


def _looked(arguments: Arguments, text: str, **more: Any) -> Answer:
    return {**look(path_in(arguments), text), **more}


def _edit(do: Callable[[str, Arguments], str]) -> Callable[[Arguments], Answer]:
    """An act that gives a new text, answered with a look at it."""

    def answer(arguments: Arguments) -> Answer:
        return _looked(arguments, do(path_in(arguments), arguments))

    return answer


def _zeros(a: Arguments) -> Answer:
    text, told = acts.zeros(path_in(a), a["text"], _place(a["place"]))
    return _looked(a, text, **told)


def _many(path: str, a: Arguments) -> str:
    return acts.set_many(path, a["text"], [(_place(place), str(value)) for place, value in a["values"]])


def _build(a: Arguments) -> Answer:
    return files.built(path_in(a), a["text"], a["form"], draft=bool(a.get("draft")), fragment=bool(a.get("fragment")))


def _spot(a: Arguments) -> tuple[str, str, int, int]:
    return path_in(a), a["text"], int(a["line"]), int(a["column"])


def _beside(a: Arguments) -> files.Beside:
    return files.Beside(path_in(a), a["text"], a["name"], a["data"])


def _explain(a: Arguments) -> Answer:
    return typing_help.explain(path_in(a), a.get("text") or "", _place(a.get("place") or ()), str(a.get("code") or ""))


def _revise(a: Arguments) -> Answer:
    found = word_changes.revise(_beside(a), a.get("take") or (), figures=bool(a.get("figures")))
    return _looked(a, found["text"], review=found["review"])


FURTHER: dict[str, Callable[[Arguments], Answer]] = {
    "set": _edit(lambda path, a: acts.set_value(path, a["text"], _place(a["place"]), str(a["value"]))),
    "set_many": _edit(_many),
    "set_text": _edit(lambda path, a: acts.set_text(path, a["text"], _place(a["place"]), str(a["value"]))),
    "add_entry": _edit(lambda path, a: acts.add_entry(path, a["text"], _place(a["place"]), a["key"], a.get("after"))),
    "rename": _edit(lambda path, a: acts.rename(path, a["text"], _place(a["place"]), a["key"])),
    "move": _edit(lambda path, a: acts.move(path, a["text"], _place(a["place"]), int(a["by"]))),
    "remove": _edit(lambda path, a: acts.remove(path, a["text"], _place(a["place"]))),
    "fill_zeros": _zeros,
    "act": _edit(lambda path, a: acts.act(path, a["text"], int(a["number"]))),
    "silence": _edit(lambda path, a: acts.silence(path, a["text"], int(a["number"]), str(a["reason"]))),
    "fix": _edit(lambda path, a: acts.fix(path, a["text"])),
    "build": _build,
    "export": lambda a: files.exported(path_in(a), a["text"], a["to"], str(a.get("table") or "")),
    "signoff": lambda a: signing_off.sheet(path_in(a), a["text"], str(a.get("form") or "docx")),
    "record": lambda a: signing_off.record(path_in(a), a["text"], str(a["day"])),
    "complete": lambda a: typing_help.complete(*_spot(a)),
    "hover": lambda a: typing_help.hover(*_spot(a)),
    "explain": _explain,
    "revise": _revise,
    "compare": lambda a: comparisons.compare(_beside(a)),
    "verify": lambda a: comparisons.verify(_beside(a)),
    "correction": lambda a: comparisons.correction(_beside(a), str(a["form"])),
    "import": lambda a: read_in(a["name"], a["data"]),
    "numbers": lambda a: {"numbers": numbers(path_in(a), a["text"])},
    "new": lambda a: files.begun(int(a["year"]), str(a.get("agency") or "").strip()),
    "ledger": lambda a: ledger(path_in(a), a),
    "ledger_into": lambda a: ledger_into(path_in(a), a),
    "next": lambda a: files.carried_on(a["name"], a["data"]),
    "collect": collect,
}
"""Every call but those that a page begins with."""
