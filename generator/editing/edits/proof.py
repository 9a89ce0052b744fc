"""Proof that an edit does what it says and nothing else, by reading the text again; else it is refused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.editing.edits.typed import RefusedError, Typed, typed
from generator.findings import Edit, Fix
from generator.fixes import carry_out
from generator.form import keys
from generator.form.edition import rows_of
from generator.form.model import Path


def proven(state: Typed, edits: tuple[Edit, ...], places: Iterable[Path], *, comments: bool = True) -> Typed:
    """The text after the edits, read. Raises RefusedError where anything but ``places`` and what is below changed.

    ``comments``: these must stay too.
    """
    if not edits:
        return state
    text, done = carry_out(state.text, [Fix("", edits)])
    after = _read(text) if done else None
    touched = tuple(places)
    changed = after is None or _outside(state, touched) != _outside(after, touched)
    if after is None or changed or (comments and _comments(state) != _comments(after)):
        raise RefusedError("这里的写法比较特别，从这里改会动到别的内容，没有改")
    return after


def _read(text: str) -> Typed | None:
    try:
        return typed(text)
    except RefusedError:
        return None


def _outside(state: Typed, places: tuple[Path, ...]) -> tuple[Any, ...]:
    """Everything a text says, but for what stands at some places."""
    return (
        dict(item for item in _cells(state) if not _within(item[0], places)),
        [item for item in state.texts() if not _within(item[0], places)],
        {path: value for path, value in _fields(state) if not _is_about(path, places)},
        {path: value for path, value in state.draft.reading.controls.items() if not _within(path, places)},
    )


def _comments(state: Typed) -> list[str]:
    """The comments, in whatever order: an entry that moves takes its own along."""
    return sorted(comment.text for comment in state.tree.comments.values())


def _within(path: Path, places: tuple[Path, ...]) -> bool:
    return any(path[: len(place)] == place for place in places)


def _is_about(path: Path, places: tuple[Path, ...]) -> bool:
    """Whether a field is one of the places, or the short form (信息处理费: 0) of the record around one."""
    return _within(path, places) or any(path == place[:-1] for place in places)


def _fields(state: Typed) -> Iterable[tuple[Path, Any]]:
    """Every field by its path; the short form of a record (落款: a date) as the entry it stands for."""
    for path, value in state.draft.reading.fields.items():
        item = state.item(path)
        yield (*path, keys.DAY) if item is not None and item.short else path, value


def _cells(state: Typed) -> Iterable[tuple[Path, Any]]:
    """Every figure of the tables, and those outside them, by its path."""
    for table in state.edition.tables:
        for below, row in rows_of(table):
            path = (table.key, *below)
            values = state.draft.figures.rows[path]
            names: list[Path] = [(*path, cell.key) for cell in row.children] or [path]
            yield from zip(names, values, strict=False)
    for path, values in state.draft.reading.rows.items():
        if path not in state.draft.figures.rows and values != (None,):  # written empty is as good as not written
            yield path, values
