"""A changed paragraph as typed text: each ``{{ }}`` stays where what it printed still stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.comparing.stretches import stretches
from generator.report.expressions.scan import BracePair, scan
from generator.report.model import Paragraph

_NUMBER = re.compile(r"\d+(?:[.,，]\d+)*[%％]?")
BRACES = ("{{", "}}", "｛｛", "｝｝")
_LEAD = 2
"""Characters before a number by which a phrase that was moved is known."""


class TypedSegment(NamedTuple):
    """A stretch of a line: as typed, as printed, and whether an expression prints it."""

    typed: str
    printed: str
    computed: bool = False


class LostExpression(NamedTuple):
    """An expression whose printed words were changed. ``figure``: only numbers in them were: a figure's change.

    ``taken``: the expression gave way to the words of the Word file; else it still stands, and prints what it printed.
    """

    typed: str
    printed: str
    now: str
    figure: bool
    taken: bool


class CarriedLine(NamedTuple):
    """A line as it is to be typed, and the expressions that did not stay."""

    text: str
    lost: tuple[LostExpression, ...] = ()


class _Change(NamedTuple):
    """A stretch that differs: where it stands in what was printed, and what stands in its place."""

    start: int
    end: int
    new: str


def segments_of(typed: str, paragraph: Paragraph) -> tuple[TypedSegment, ...] | None:
    """A line in segments; None where its expressions cannot be told from its text (one of them is wrong)."""
    pieces = paragraph.pieces
    ends = (*(piece.start for piece in pieces[1:]), len(paragraph.text))
    outputs = [paragraph.text[p.start : end] for p, end in zip(pieces, ends, strict=True) if p.computed]
    found: list[TypedSegment] = []
    for part in scan(typed):
        if isinstance(part, BracePair):
            if not outputs:
                return None
            found.append(TypedSegment(typed[part.opening.start : part.closing.end], outputs.pop(0), computed=True))
        else:
            found.append(TypedSegment(typed[part.start : part.end], typed[part.start : part.end]))
    whole = "".join(segment.printed for segment in found)
    return tuple(found) if not outputs and whole == paragraph.text else None


def typed_part(segments: Sequence[TypedSegment], start: int, end: int) -> str | None:
    """What prints ``[start:end]`` as it is typed; None where an expression is cut."""
    out, at = "", 0
    for segment in segments:
        stop = at + len(segment.printed)
        low, high = max(start, at), min(end, stop)
        if low < high:
            if segment.computed and (low, high) != (at, stop):
                return None
            out += segment.typed if segment.computed else segment.printed[low - at : high - at]
        at = stop
    return out


def carried(segments: Sequence[TypedSegment], new: str, *, take_figures: bool) -> CarriedLine:
    """The line that prints ``new``, with every expression kept that can be."""
    printed = "".join(segment.printed for segment in segments)
    bounds = list(_computed(segments))
    changes = _widened(list(_changes(printed, new)), bounds, printed)
    removed = [change for change in changes if not change.new]
    put_in = {one: _moved_here(printed, one.new, bounds, removed) for one in changes if one.start == one.end}
    out, lost, at = "", list[LostExpression](), 0
    for change in changes:
        out += typed_part(segments, at, change.start) or ""
        inside = _inside(change, bounds)
        text, gone = _in_change(printed, change, inside, take_figures=take_figures)
        if change.start == change.end:
            text = put_in[change]
        elif inside and not change.new:
            gone = list(_typed_elsewhere(printed, inside, list(put_in.values())))
        out, at = out + text, change.end
        lost += gone
    return CarriedLine(out + (typed_part(segments, at, len(printed)) or ""), tuple(lost))


def _inside(change: _Change, bounds: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    return [(a, b, typed) for a, b, typed in bounds if change.start <= a and b <= change.end and a < b]


def _moved_here(printed: str, text: str, bounds: list[tuple[int, int, str]], removed: list[_Change]) -> str:
    """What was put in, with the expressions of phrases that were taken out elsewhere in the line: they were moved.

    Such a phrase is known by the words just before the number.
    """
    for a, b, typed in (one for change in removed for one in _inside(change, bounds)):
        lead = printed[max(0, a - _LEAD) : a]
        numbers = [one for one in _NUMBER.finditer(text) if one[0] == printed[a:b]]
        same = [one for one in numbers if len(lead) == _LEAD and text[: one.start()].endswith(lead)]
        if len(same) == 1:
            text = text[: same[0].start()] + typed + text[same[0].end() :]
    return text


def _typed_elsewhere(
    printed: str, inside: list[tuple[int, int, str]], put_in: Sequence[str]
) -> Iterator[LostExpression]:
    """The expressions of a phrase taken out whose numbers now stand typed in what was put in elsewhere in the line."""
    for a, b, typed in inside:
        for text in put_in:
            if typed not in text and printed[a:b] in (match[0] for match in _NUMBER.finditer(text)):
                yield LostExpression(typed, printed[a:b], text, False, True)


def _computed(segments: Sequence[TypedSegment]) -> Iterator[tuple[int, int, str]]:
    at = 0
    for segment in segments:
        if segment.computed:
            yield at, at + len(segment.printed), segment.typed
        at += len(segment.printed)


def _changes(printed: str, new: str) -> Iterator[_Change]:
    at = 0
    for piece in stretches(printed, new):
        if not piece.same:
            yield _Change(at, at + len(piece.before), piece.after)
        at += len(piece.before)


def _widened(changes: list[_Change], bounds: list[tuple[int, int, str]], printed: str) -> list[_Change]:
    """Changes that reach over whole expressions: none begins or ends within one; those that meet are one."""
    out: list[_Change] = []
    for change in changes:
        start, end, text = change
        for a, b, _ in bounds:
            touches = (start < b and a < end) if start < end else a < start < b
            if touches:
                text = printed[min(a, start) : start] + text + printed[end : max(b, end)]
                start, end = min(a, start), max(b, end)
        if out and start < out[-1].end:
            before = out.pop()
            middle = change.start
            text = before.new[: len(before.new) - (before.end - middle)] + text[middle - start :]
            start, end = before.start, max(before.end, end)
        out.append(_Change(start, end, text))
    return out


def _in_change(
    printed: str, change: _Change, inside: list[tuple[int, int, str]], *, take_figures: bool
) -> tuple[str, list[LostExpression]]:
    """What is typed in place of a change, and the expressions in it that do not stay."""
    if not inside or not change.new:
        return change.new, []
    old = printed[change.start : change.end]
    before, after = list(_NUMBER.finditer(old)), list(_NUMBER.finditer(change.new))
    if len(before) == len(after):
        matched = _by_numbers(old, change, inside, (before, after), take_figures=take_figures)
        if matched is not None:
            return matched
    figure = len(inside) == 1 and (change.start, change.end) == inside[0][:2] and _same_words(old, change.new)
    a, b, typed = inside[0]
    if figure:
        lost = LostExpression(typed, printed[a:b], change.new, True, take_figures)
        return (change.new if take_figures else typed), [lost]
    return change.new, [LostExpression(typed, printed[a:b], change.new, False, True) for a, b, typed in inside]


def _by_numbers(
    old: str,
    change: _Change,
    inside: list[tuple[int, int, str]],
    numbers: tuple[list[re.Match[str]], list[re.Match[str]]],
    *,
    take_figures: bool,
) -> tuple[str, list[LostExpression]] | None:
    """Expressions that are numbers matched with the numbers of the new words in their order; None for other ones."""
    spans = {match.span(): number for number, match in enumerate(numbers[0])}
    out, at, lost = "", 0, list[LostExpression]()
    for a, b, typed in inside:
        number = spans.get((a - change.start, b - change.start))
        if number is None:
            return None
        found, value = numbers[1][number], old[a - change.start : b - change.start]
        stays = found[0] == value or not take_figures
        out += change.new[at : found.start()] + (typed if stays else found[0])
        at = found.end()
        if found[0] != value:
            lost.append(LostExpression(typed, value, found[0], True, take_figures))
    return out + change.new[at:], lost


def _same_words(old: str, new: str) -> bool:
    return _NUMBER.sub("#", old) == _NUMBER.sub("#", new)
