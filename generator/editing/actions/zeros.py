"""0 where nothing is filled in, when it is asked for: a figure, a row, a group, a table but for what is rarely 0.

None of them is preferred, and a table's comes behind all others: a 0 is an answer that a person gives.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.editing.answers import Action, ActionKind, Position
from generator.editing.changes import edits_between
from generator.editing.contradicted import contradicted
from generator.editing.edits.one_zero import as_one_zero
from generator.editing.edits.typed import RefusedError, Typed, typed
from generator.editing.edits.zeros import Filled, fill_zeros
from generator.editing.page import Page
from generator.editing.place import entry_at
from generator.findings import Finding
from generator.form.model import FIGURES, Item, Kind, Path

_BELOW_TABLES = FIGURES | {Kind.ROW, Kind.GROUP}


def zeros(page: Page, at: Position) -> Iterator[Action]:
    """0 for what is empty at the cursor, for the row and the group around it."""
    here = _here(page, at)
    if here is None:
        return
    state, path, item = here
    if item.kind in _BELOW_TABLES and len(path) > 1:
        yield from _filled(page, state, path, path)
        row = page.item(path[:-1])
        if item.kind in FIGURES and row is not None and row.kind in {Kind.ROW, Kind.GROUP}:
            yield from _filled(page, state, path[:-1], path)
        yield from _one_zeros(page, state, path)


def table_zeros(page: Page, at: Position, behind: list[Action]) -> Iterator[Action]:
    """0 for what is empty in the table around an empty place; on the table's own line too, but as no quick fix.

    ``behind``: the changes that stand before it. With a quick fix among them it is one too: never the first.
    """
    here = _here(page, at)
    if here is None:
        return
    state, path, _ = here
    filled = _fill(page, state, path[:1])
    on_table = len(path) == 1
    if filled is None or not filled.places or not (on_table or _is_empty(state, path)):
        return
    quick = any(one.kind is ActionKind.FIX for one in behind)
    but = f"，{_first(filled.left)}不算" if filled.left else ""
    yield Action(
        f"这张表空着的填 0（{len(filled.places)} 处{but}）",
        ActionKind.FIX if quick else ActionKind.REWRITE,
        edits_between(page.text, filled.state.text),
    )


def _here(page: Page, at: Position) -> tuple[Typed, Path, Item] | None:
    """The text read for editing, and the entry of a table that the cursor is on or right under."""
    entry = entry_at(page, at)
    item = page.item(entry.path) if entry else None
    tables = {table.key for table in page.edition.tables}
    if entry is None or item is None or entry.path[0] not in tables or page.by_path.get(entry.path) is None:
        return None
    try:
        return typed(page.text), entry.path, item
    except RefusedError:
        return None


def _filled(page: Page, state: Typed, path: Path, cursor: Path) -> Iterator[Action]:
    filled = _fill(page, state, path)
    if filled is None or not filled.places:
        return
    if filled.places == (path,):
        title = "填 0" if path == cursor else f"“{path[-1]}”填 0"
    else:
        title = f"“{path[-1]}”空着的填 0（{len(filled.places)} 处）"
    yield Action(title, ActionKind.FIX, edits_between(page.text, filled.state.text), _answered(page, path))


def _one_zeros(page: Page, state: Typed, path: Path) -> Iterator[Action]:
    """One 0 for the row and the group that the cursor is in; for a group of groups only on its own line."""
    around = [path[:length] for length in range(len(path), 1, -1)]
    for place in around:
        found = page.item(place)
        if found is not None and found.kind is Kind.GROUP:
            if place == path or all(child.kind is not Kind.GROUP for child in found.children):
                yield from _one_zero(page, state, place)
            return
        yield from _one_zero(page, state, place)


def _one_zero(page: Page, state: Typed, path: Path) -> Iterator[Action]:
    try:
        after = as_one_zero(state, path)
    except RefusedError:
        return
    lines = len(state.lines) - len(after.lines)
    less = f"，删去下面 {lines} 行" if lines else ""
    edits = edits_between(page.text, after.text)
    yield Action(f"“{path[-1]}”这一组都没有：写 0{less}", ActionKind.FIX, edits, _answered(page, path))


def _fill(page: Page, state: Typed, path: Path) -> Filled | None:
    last_year = page.last_year if len(path) == 1 else None
    try:
        return fill_zeros(state, path, last_year, lambda text: contradicted(_page(page, text)))
    except RefusedError:
        return None


def _page(page: Page, text: str) -> Page:
    return page if text == page.text else Page(page.path, text)


def _is_empty(state: Typed, path: Path) -> bool:
    """Whether something at a place is still to be filled in."""
    figures = state.draft.figures.rows
    rows = [row for row in figures if row[: len(path)] == path] or [path[:-1]]
    return any(None in figures.get(row, ()) for row in rows)


def _answered(page: Page, path: Path) -> tuple[Finding, ...]:
    return tuple(f for f in page.checked.findings if f.code == "NB105" and f.path[: len(path)] == path)


def _first(left: tuple[Path, ...]) -> str:
    """The first of the places that stay to be filled in, and whether there are more."""
    return "的".join(left[0][1:][-2:]) + ("等" if len(left) > 1 else "")
