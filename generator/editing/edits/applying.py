"""Acts of a person on a text: each one edit or several, proven to change nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from generator.editing.edits import entries
from generator.editing.edits.proof import proven
from generator.editing.edits.texts import TEXT_KINDS, set_text
from generator.editing.edits.typed import RefusedError, Typed
from generator.editing.edits.values import set_value
from generator.form.edition import member
from generator.form.model import Kind, Path
from generator.source.nodes import Scalar


def with_value(state: Typed, path: Path, value: str) -> Typed:
    """The text with a figure or field as typed; '' makes it not filled in. Raises RefusedError."""
    if _makes_mapping(state, path):
        return proven(state, entries.set_entry_field(state, path, value), [path[:-1]])
    return proven(state, set_value(state, path, value), [path])


def with_values(state: Typed, values: Mapping[Path, str]) -> Typed:
    """The text with many figures at once (a block that was pasted): all of them or, with RefusedError, none."""
    for path, value in values.items():
        state = with_value(state, path, value)
    return state


def with_text(state: Typed, path: Path, text: str) -> Typed:
    """The text with other paragraphs at a place. Raises RefusedError."""
    return proven(state, set_text(state, path, text), [path])


def with_typed(state: Typed, path: Path, value: str) -> Typed:
    """A value or a text, by what the form says the place holds; a one-line figure of 信息处理费 is a value."""
    item = state.item(path)
    if item is None or item.kind not in TEXT_KINDS:
        return with_value(state, path, value)
    if item.kind is Kind.SENTENCE and state.mapping(path) is None and value.strip().isdigit():
        return with_value(state, path, value)
    return with_text(state, path, value)


def with_entry(state: Typed, part: Path, key: str, text: str = "", after: str | None = None) -> Typed:
    """The text with one more subheading in a part. Raises RefusedError."""
    return proven(state, entries.add_entry(state, part, key, text, after), [(*part, " ".join(key.split())), part])


def renamed_entry(state: Typed, path: Path, key: str) -> Typed:
    """The text with another subheading above the same paragraphs. Raises RefusedError."""
    new = (*path[:-1], " ".join(key.split()))
    after = proven(state, entries.rename_entry(state, path, key), [path, new])
    if after is not state and _paragraphs(state, path) != _paragraphs(after, new):
        raise RefusedError("换小标题会动到下面的文字，没有改")
    return after


def moved_entry(state: Typed, path: Path, by: int) -> Typed:
    """The text with an entry moved past so many others; what they say stays the same. Raises RefusedError."""
    after = proven(state, entries.move_entry(state, path, by), [path[:1]])
    if _below(state, path[:1]) != _below(after, path[:1]):
        raise RefusedError("移动会动到别的内容，没有改")
    return after


def without_entry(state: Typed, path: Path) -> Typed:
    """The text without an entry and the comments above it. Raises RefusedError."""
    after = proven(state, entries.remove_entry(state, path), [path], comments=False)
    rest = {key: value for key, value in _below(state, path[:1]).items() if key[: len(path)] != path}
    if rest != _below(after, path[:1]):
        raise RefusedError("删去它会动到别的内容，没有删")
    return after


def _makes_mapping(state: Typed, path: Path) -> bool:
    """Whether a field (标题, 排法) is set of an entry that has only its text."""
    part = state.edition.find(path[:1])
    if part is None or part.kind is not Kind.NARRATIVE or len(path) < 3:
        return False
    entry = state.entry(path[:2])
    item = member(part, path[1]) or part.further
    is_text = entry is not None and isinstance(entry.value, Scalar)
    return is_text and item is not None and item.kind is Kind.TOPIC


def _paragraphs(state: Typed, path: Path) -> list[str]:
    return [line for place, lines in state.texts() if place[: len(path)] == path for line in lines]


def _below(state: Typed, part: Path) -> dict[Path, tuple[str, ...]]:
    """What each entry of a part says, in whatever order."""
    return {place: lines for place, lines in state.texts() if place[: len(part)] == part}
