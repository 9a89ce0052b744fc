"""Pages for tests of the editor's answers: ``|`` marks the cursor; edits are carried out as an editor would."""

from __future__ import annotations

from collections.abc import Iterable

from complete import complete

from generator.editing.actions import actions
from generator.editing.answers import Action, Position
from generator.editing.completing import completions
from generator.editing.page import Page
from generator.findings import Edit, Fix, Span
from generator.fixes import carry_out


def page(entries: str = "", path: str = "例.yaml", **instead: str) -> Page:
    """A complete report with these entries."""
    return Page(path, complete(entries, **instead) if entries or instead else complete("机关: 示例县人民政府办公室"))


def at(text: str, mark: str) -> Position:
    """The place of ``|`` in a piece of text that stands there once."""
    before, _, after = mark.partition("|")
    assert text.count(before + after) == 1, mark
    start = text.index(before + after) + len(before)
    return Position(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def cursor(text: str, path: str = "例.yaml") -> tuple[Page, Position]:
    """A text with its cursor at ``¦``."""
    assert text.count("¦") == 1
    before, _, after = text.partition("¦")
    return Page(path, before + after), Position(before.count("\n") + 1, len(before) - before.rfind("\n"))


def labels(text: str) -> list[str]:
    """What is offered at ``¦``."""
    return [one.label for one in completions(*cursor(text))]


def offered(shown: Page, mark: str) -> dict[str, Action]:
    """The actions at ``|`` by title."""
    place = at(shown.text, mark)
    return {one.title: one for one in actions(shown, Span.at(*place, 0))}


def after(shown: Page, edits: Iterable[Edit]) -> str:
    """The text with all edits carried out; none may be left out."""
    edits = tuple(edits)
    text, done = carry_out(shown.text, [Fix("", (edit,)) for edit in edits])
    assert len(done) == len(edits), "edits overlap"
    return text
