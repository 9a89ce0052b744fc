"""Which entry and which line of the YAML each of the Word file's is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.comparing.differences import PrintedLine
from generator.comparing.pairing import pair_lines
from generator.editing.revising.entry_texts import WordEntry, YamlEntry, YamlLine
from generator.editing.revising.kept_expressions import BRACES, LostExpression, carried, typed_part
from generator.form.edition import key_form

_ALIKE = 60.0
"""Per cent of likeness from which an entry under another heading is taken for the same one."""
_ENOUGH = 6
"""Characters from which a line that stands elsewhere is looked for; shorter ones stand in many places."""
_LAST_MARKS = "。；，、："
"""With these a paragraph that was split ends otherwise than the line it comes from."""


class TypedLines(NamedTuple):
    """The lines of an entry as they are to be typed, with what did not stay of their expressions.

    ``unplaced`` are lines that cannot be typed: they hold braces, which the YAML takes for expressions.
    """

    lines: tuple[str, ...]
    lost: tuple[LostExpression, ...] = ()
    unplaced: tuple[str, ...] = ()


def match_entries(old: Sequence[YamlEntry], new: Sequence[WordEntry]) -> list[int | None]:
    """For each of the Word file's entries the number of the YAML's, each of these at most once."""
    found: list[int | None] = [None] * len(new)
    free = set(range(len(old)))
    for same in (_same_heading, _same_topic, _alike):
        for at, entry in enumerate(new):
            if found[at] is None:
                hit = next((number for number in sorted(free) if same(old[number], entry)), None)
                if hit is not None:
                    found[at] = hit
                    free.discard(hit)
    return found


def typed_lines(
    entry: YamlEntry | None, new: Sequence[str], elsewhere: Sequence[YamlLine], *, take_figures: bool
) -> TypedLines:
    """The Word file's lines of an entry, typed: with the expressions of the YAML's lines that they are.

    ``elsewhere`` are the lines of all other entries of the part: paragraphs move, are split and joined.
    """
    old = entry.lines if entry else ()
    lines, lost, unplaced = [], list[LostExpression](), []
    for source, text in _pairs(old, new):
        if source is not None and source.printed == text:
            lines.append(source.typed if source.typed is not None else text)
            continue
        if any(brace in text for brace in BRACES):
            unplaced.append(text)
            if source is not None:
                lines.append(source.typed if source.typed is not None else source.printed)
            continue
        if source is None or not source.segments:
            lines.append(_from_elsewhere(text, [*old, *elsewhere]))
            continue
        line = carried(source.segments, text, take_figures=take_figures)
        lines.append(_joined(line.text, [*old, *elsewhere]) if not line.lost else line.text)
        lost += line.lost
    return TypedLines(tuple(lines), tuple(lost), tuple(unplaced))


def _pairs(old: Sequence[YamlLine], new: Sequence[str]) -> Iterator[tuple[YamlLine | None, str]]:
    """Each of the new lines with the old one that it is."""
    at = 0
    for pair in pair_lines([PrintedLine(line.printed) for line in old], [PrintedLine(text) for text in new]):
        source = old[at] if pair.before is not None else None
        at += pair.before is not None
        if pair.after is not None:
            yield source, pair.after.text


def _from_elsewhere(text: str, lines: Sequence[YamlLine]) -> str:
    """A line that is new here, typed as the line that it was elsewhere, or as a piece of one, its last mark aside."""
    for core in (text, text.rstrip(_LAST_MARKS)):
        for line in lines:
            at = line.printed.find(core) if line.segments and len(core) >= _ENOUGH else -1
            if line.segments and at >= 0:
                return (typed_part(line.segments, at, at + len(core)) or core) + text[len(core) :]
    return _joined(text, lines)


def _joined(typed: str, lines: Sequence[YamlLine]) -> str:
    """A typed line in which other lines with expressions stand whole: joined paragraphs."""
    for line in lines:
        computed = line.segments and any(segment.computed for segment in line.segments)
        if computed and line.typed and len(line.printed) >= _ENOUGH and typed.count(line.printed) == 1:
            typed = typed.replace(line.printed, line.typed)
    return typed


def _same_heading(old: YamlEntry, new: WordEntry) -> bool:
    if not old.heading or not new.heading:
        return old.heading == new.heading and not old.sentence_figures
    return key_form(old.heading) == key_form(new.heading)


def _same_topic(old: YamlEntry, new: WordEntry) -> bool:
    if old.sentence_figures and new.lines[:1] == (old.lines[0].printed,):
        return True
    return bool(new.topic) and old.topic == new.topic and bool(old.heading) == bool(new.heading)


def _alike(old: YamlEntry, new: WordEntry) -> bool:
    from rapidfuzz.fuzz import ratio

    if bool(old.heading) != bool(new.heading):
        return False
    one, other = "".join(line.printed for line in old.lines), "".join(new.lines)
    return bool(one and other) and ratio(one, other) >= _ALIKE
