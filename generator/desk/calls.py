"""The calls by name: arguments and answers are plain JSON. A call that goes wrong answers why, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.desk import acts, comparisons, files, signing_off, typing_help, word_changes
from generator.desk.collecting_calls import collect
from generator.desk.form_view import form_view
from generator.desk.ledger_calls import ledger, ledger_into
from generator.desk.look import look
from generator.desk.numbers import numbers
from generator.desk.page_words import page_words
from generator.editing.edits.typed import RefusedError
from generator.files.errors import UserError

Arguments = dict[str, Any]
Answer = dict[str, Any]


def call(name: str, arguments: Arguments) -> Answer:
    """Answer a call. ``path`` is where the text's file lies or would lie (for 上年报告 beside it), ``text`` the YAML.

    ``{"refused": …, "hint": …}`` where it cannot be done; a fault of our own too, under NB900.
    """
    do = CALLS.get(name)
    if do is None:
        return {"refused": f"没有“{name}”这个功能", "hint": "请刷新页面"}
    return refusable(lambda: do(arguments))


def refusable(do: Callable[[], Answer]) -> Answer:
    """The answer, or why there is none and what to do."""
    try:
        return do()
    except (RefusedError, UserError) as problem:
        return {"refused": page_words(problem.message), "hint": page_words(problem.hint)}
    except Exception as fault:  # whatever the fault, the page and its text must go on
        message = f"程序内部出错，没有做成（NB900，{type(fault).__name__}）"
        return {"refused": message, "hint": "内容没有动，请再试一次；还不行，请告诉维护人员"}


def _place(found: Any) -> tuple[str, ...]:
    return tuple(str(key) for key in found)


def _path(arguments: Arguments) -> str:
    return str(arguments.get("path") or "年报.yaml")


def _looked(arguments: Arguments, text: str, **more: Any) -> Answer:
    return {**look(_path(arguments), text), **more}


def _edit(do: Callable[[str, Arguments], str]) -> Callable[[Arguments], Answer]:
    """An act that gives a new text, answered with a look at it."""

    def answer(arguments: Arguments) -> Answer:
        return _looked(arguments, do(_path(arguments), arguments))

    return answer


def _zeros(a: Arguments) -> Answer:
    text, told = acts.zeros(_path(a), a["text"], _place(a["place"]))
    return _looked(a, text, **told)


def _many(path: str, a: Arguments) -> str:
    return acts.set_many(path, a["text"], [(_place(place), str(value)) for place, value in a["values"]])


def _build(a: Arguments) -> Answer:
    return files.built(_path(a), a["text"], a["form"], draft=bool(a.get("draft")), fragment=bool(a.get("fragment")))


def _spot(a: Arguments) -> tuple[str, str, int, int]:
    return _path(a), a["text"], int(a["line"]), int(a["column"])


def _beside(a: Arguments) -> files.Beside:
    return files.Beside(_path(a), a["text"], a["name"], a["data"])


def _explain(a: Arguments) -> Answer:
    return typing_help.explain(_path(a), a.get("text") or "", _place(a.get("place") or ()), str(a.get("code") or ""))


def _revise(a: Arguments) -> Answer:
    found = word_changes.revise(_beside(a), a.get("take") or (), figures=bool(a.get("figures")))
    return _looked(a, found["text"], review=found["review"])


CALLS: dict[str, Callable[[Arguments], Answer]] = {
    "form": lambda a: form_view(a.get("year")),
    "look": lambda a: look(_path(a), a["text"]),
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
    "export": lambda a: files.exported(_path(a), a["text"], a["to"], str(a.get("table") or "")),
    "signoff": lambda a: signing_off.sheet(_path(a), a["text"], str(a.get("form") or "docx")),
    "record": lambda a: signing_off.record(_path(a), a["text"], str(a["day"])),
    "complete": lambda a: typing_help.complete(*_spot(a)),
    "hover": lambda a: typing_help.hover(*_spot(a)),
    "explain": _explain,
    "revise": _revise,
    "compare": lambda a: comparisons.compare(_beside(a)),
    "verify": lambda a: comparisons.verify(_beside(a)),
    "correction": lambda a: comparisons.correction(_beside(a), str(a["form"])),
    "import": lambda a: files.read_in(a["name"], a["data"]),
    "numbers": lambda a: {"numbers": numbers(_path(a), a["text"])},
    "open": lambda a: files.opened(a["name"], a["data"]),
    "new": lambda a: files.begun(int(a["year"]), str(a.get("agency") or "").strip()),
    "ledger": lambda a: ledger(_path(a), a),
    "ledger_into": lambda a: ledger_into(_path(a), a),
    "next": lambda a: files.carried_on(a["name"], a["data"]),
    "collect": collect,
}
"""Every call that a carrier may bring."""
