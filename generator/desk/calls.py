"""The calls by name: arguments and answers are plain JSON. A call that goes wrong answers why, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable

from generator.desk.arguments import Answer, Arguments, path_in
from generator.desk.form_view import form_view
from generator.desk.look import look
from generator.desk.opening import opened
from generator.editing.edits.typed import RefusedError
from generator.files.errors import UserError
from generator.wording import on_page

_FIRST: dict[str, Callable[[Arguments], Answer]] = {
    "form": lambda a: form_view(a.get("year")),
    "look": lambda a: look(path_in(a), a["text"]),
    "open": lambda a: opened(a["name"], a["data"]),
}
"""What a page begins with. All others need twice as many modules, which are imported when the first of them comes."""


def every_call() -> dict[str, Callable[[Arguments], Answer]]:
    """Every call that a carrier may bring. Whoever has time imports what they need by asking for them."""
    from generator.desk.further_calls import FURTHER

    return _FIRST | FURTHER


def call(name: str, arguments: Arguments) -> Answer:
    """Answer a call. ``path`` is where the text's file lies or would lie (for 上年报告 beside it), ``text`` the YAML.

    ``{"refused": …, "hint": …}`` where it cannot be done; a fault of our own too, under NB900.
    """
    do = _FIRST.get(name) or every_call().get(name)
    if do is None:
        return {"refused": f"没有“{name}”这个功能", "hint": "请刷新页面"}
    return refusable(lambda: do(arguments))


def refusable(do: Callable[[], Answer]) -> Answer:
    """The answer, or why there is none and what to do."""
    try:
        return do()
    except (RefusedError, UserError) as problem:
        return {"refused": problem.message, "hint": on_page(problem.hint)}
    except Exception as fault:  # whatever the fault, the page and its text must go on
        message = f"程序内部出错，没有做成（NB900，{type(fault).__name__}）"
        return {"refused": message, "hint": "内容没有动，请再试一次；还不行，请告诉维护人员"}
