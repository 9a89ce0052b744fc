"""改稿 on the page: what a Word file changed, one edit after the other, each taken over or left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from generator.comparing.stretches import stretches
from generator.desk.files import Beside
from generator.desk.finding_view import finding_view
from generator.document.figures import figure_text
from generator.editing.edits.typed import RefusedError, typed
from generator.editing.page import Page
from generator.editing.revising.revise import Revised, revise_text
from generator.form import keys
from generator.form.placing import in_words
from generator.pipeline.importing import place_of


class LineEdit(NamedTuple):
    """Lines of the YAML, from ``first`` on (counted from 0), and what comes in their place."""

    first: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def revise(given: Beside, take: Sequence[int] = (), *, figures: bool = False) -> dict[str, Any]:
    """The text with the edits of these numbers taken over, and what is left between it and the Word file.

    ``figures``: figures that the Word file changed are among the edits; else they are only named. Raises RefusedError
    where edits hang together, UserError for what is no Word file.
    """
    revised = _revised(given, figures=figures)
    if take:
        given = given._replace(text=_taken(revised, set(take)))
        revised = _revised(given, figures=figures)
    return {"text": given.text, "review": _review(given.path, revised)}


def _revised(given: Beside, *, figures: bool) -> Revised:
    return revise_text(given.path, given.typed, given.name, given.content, take_figures=figures)


def _taken(revised: Revised, numbers: set[int]) -> str:
    lines = revised.before.splitlines(keepends=True)
    edits = list(line_edits(revised.before, revised.after))
    if not numbers <= set(range(len(edits))):
        raise RefusedError("改动已经变了", "请看新的改动")
    for number in sorted(numbers, reverse=True):
        edit = edits[number]
        lines[edit.first : edit.first + len(edit.before)] = edit.after
    text = "".join(lines)
    try:
        typed(text)
    except RefusedError as broken:
        raise RefusedError("这一处和别的改动连在一起，不能单独采用", "请按“全部采用”") from broken
    return text


def line_edits(before: str, after: str) -> Iterator[LineEdit]:
    """The edits that lead from one text to the other, as small as each makes sense alone."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for change, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            continue
        if j - i == m - k:
            yield from (LineEdit(i + at, (old[i + at],), (new[k + at],)) for at in range(j - i))
        else:
            yield LineEdit(i, tuple(old[i:j]), tuple(new[k:m]))


def _review(path: str, revised: Revised) -> dict[str, Any]:
    page = Page(path, revised.before)
    report = page.report
    year = report.year if report else None
    return {
        "done": revised.done and revised.before == revised.after,
        "edits": [_edit(page, n, one) for n, one in enumerate(line_edits(revised.before, revised.after))],
        "figures": [
            {
                "place": one.place,
                "path": list(one.path),
                "before": figure_text(one.before),
                "after": figure_text(one.after),
                "can_take": one.after is not None and keys.TOTAL not in one.path,
            }
            for one in revised.figures
        ],
        "expressions": [
            {"typed": one.typed, "before": one.printed, "after": one.now, "gives_way": one.taken}
            for one in revised.lost
        ],
        "left": list(_left(revised)),
        "marks": [finding_view(number, mark) for number, mark in enumerate(revised.marks)],
        "doubts": [f"{place_of(one, year)}：{one.message}" for one in revised.doubts],
    }


def _edit(page: Page, number: int, edit: LineEdit) -> dict[str, Any]:
    before, after = ("\n".join(line.strip() for line in lines) for lines in (edit.before, edit.after))
    return {
        "number": number,
        "place": in_words(_place(page, edit.first + 1), page.edition),
        "pieces": [[piece.before, piece.after] for piece in stretches(before, after)],
    }


def _place(page: Page, line: int) -> tuple[str, ...]:
    """The entry that a line stands in, or behind whose last line something comes."""
    around = [branch for branch in page.branches if branch.span.line <= line <= branch.last_line + 1]
    return max(around, key=lambda branch: branch.span, default=page.skeleton).path


def _left(revised: Revised) -> Iterator[dict[str, str]]:
    """What has no place in the YAML, with its words: nothing that the Word file says is dropped unsaid."""
    for line in revised.identity:
        yield {"place": line, "before": "", "after": ""}
    for line in revised.unplaced:
        yield {"place": "花括号会被当作算式", "before": "", "after": line}
    kept = {(one.printed, one.now) for one in revised.lost if not one.taken}  # named among the expressions
    for section in revised.left:
        for pair in section.changed:
            changes = {(piece.before, piece.after) for piece in pair.stretches if not piece.same}
            if changes and changes <= kept:
                continue
            before, after = (line.text if line else "" for line in (pair.before, pair.after))
            yield {"place": section.place(pair), "before": before, "after": after}
