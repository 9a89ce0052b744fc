"""The ways in which printed figures can be a row: cells as they stand, run-together digits cut up, cells too many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from typing import NamedTuple

from generator.importing.figures import Printed

Values = tuple[str | None, ...]
"""A row's figures as their digits; None for an empty cell."""

_MOST_SURPLUS = 2
"""Cells that a row may have too many or too few; with more of them it is another row. Our choice."""
_MOST_CUTS = 6_000
"""Ways of cutting glued figures that are tried for a row; more would only cost time."""
_MOST_DIGITS = 60
"""Digits of a row that is glued; so many are no figures of one row."""
_MOST_CHOICES = 200
"""Readings of a row that are kept; with more of them nothing is told apart."""


class Shape(NamedTuple):
    """How many figures belong together and whether the last is the sum of the others; several shapes abreast."""

    blocks: tuple[tuple[int, bool], ...]
    amount: bool = False

    @property
    def width(self) -> int:
        """How many figures there are in all."""
        return sum(width for width, _ in self.blocks)


class Choices(NamedTuple):
    """What a row can be. ``how``: 'cells' as printed, 'gaps' with empty cells, 'cut' digits cut up, 'surplus' cells
    left out, 'short' cells put in, 'unknown' none of these."""

    values: tuple[Values, ...]
    how: str


def choices(marks: tuple[Printed, ...], shape: Shape, fixed: bool, columns: tuple[int, ...] = ()) -> Choices:
    """All readings of the marks as a row of this shape; those that add up where any does."""
    written = [mark for mark in marks if mark.text or mark.unread]
    texts = [mark.text or None for mark in written]
    clean = all(text is None or _is_number(text, shape.amount) for text in texts)
    if len(texts) == shape.width and clean:
        return Choices((tuple(texts),), "cells")
    if len(texts) < shape.width:
        found = _gaps(marks, shape, columns) if fixed and clean else ()
        return Choices(found, "gaps") if found else _too_few(texts, shape, clean)
    apart = len({mark.column for mark in written}) == len(written)
    if shape.width == 1 and clean:  # the same in each: a cell that was merged, cut up again
        return Choices((tuple(texts[:1]),), "cells") if apart and len(set(texts)) == 1 else Choices((), "unknown")
    if len(texts) > shape.width and clean:
        return _without_surplus(texts, shape)
    return _cut_up(texts, shape)


def adds_up(values: Values, shape: Shape) -> bool:
    """Whether every block's last figure is the sum of the others, empty cells counting nothing."""
    at = 0
    for width, total in shape.blocks:
        if total and not _sums(values[at : at + width]):
            return False
        at += width
    return True


def _sums(block: Values) -> bool:
    if block[-1] is None or not all(text is None or text.isdigit() for text in block):
        return False
    return sum(int(text) for text in block[:-1] if text) == int(block[-1])


def _is_number(text: str, amount: bool) -> bool:
    whole = text.partition(".")[0]
    return (text.isdigit() or amount) and (whole == "0" or not whole.startswith("0"))


def _gaps(marks: tuple[Printed, ...], shape: Shape, columns: tuple[int, ...]) -> tuple[Values, ...]:
    """Cells of a table with empty ones among them: by the columns' headers, else every place the row can stand in."""
    texts = [mark.text or None for mark in marks]
    by_column = {mark.column: mark.text or None for mark in marks}
    used = {mark.column for mark in marks if mark.text}
    if len(columns) == shape.width and used <= set(columns) <= by_column.keys():
        return (tuple(by_column.get(column) for column in columns),)
    while len(texts) > shape.width and texts[-1] is None and texts[0] is not None:
        texts.pop()
    if len(texts) < shape.width:
        return ()
    windows = [
        tuple(texts[at : at + shape.width])
        for at in range(len(texts) - shape.width + 1)
        if not any(texts[:at]) and not any(texts[at + shape.width :])
    ]
    return _preferred(windows, shape)


def _preferred(found: list[Values], shape: Shape) -> tuple[Values, ...]:
    """Those that add up; all of them when none does."""
    distinct = list(dict.fromkeys(found))[:_MOST_CHOICES]
    return tuple(values for values in distinct if adds_up(values, shape)) or tuple(distinct)


def _without_surplus(texts: list[str | None], shape: Shape) -> Choices:
    """More figures than the row has: every way to leave some out that adds up; without a total all must be the same."""
    surplus = len(texts) - shape.width
    if surplus > _MOST_SURPLUS:
        tail = tuple(texts[-shape.width :])
        sure = any(total for _, total in shape.blocks) and adds_up(tail, shape) and any(t != "0" for t in tail)
        sure = sure and surplus < shape.width  # else they may be two rows, or two years
        return Choices((tail,), "surplus") if sure else Choices((), "unknown")
    ways = (tuple(t for at, t in enumerate(texts) if at not in out) for out in combinations(range(len(texts)), surplus))
    checked = any(total for _, total in shape.blocks)
    found = dict.fromkeys(way for way in ways if (adds_up(way, shape) if checked else len(set(texts)) == 1))
    return Choices(tuple(found), "surplus") if found else Choices((), "unknown")


def _too_few(texts: list[str | None], shape: Shape, clean: bool) -> Choices:
    """Fewer figures than the row has: cells that were left out because they are 0, or digits that ran together."""
    short = _put_in(texts, shape) if clean and all(texts) else []
    cut = _cut_up(texts, shape)
    if not short:
        return cut
    return Choices(tuple(dict.fromkeys((*short, *cut.values))), "short")


def _put_in(texts: list[str | None], shape: Shape) -> list[Values]:
    """Zeros put in wherever the row then adds up; the last figure stays the total."""
    lacking = shape.width - len(texts)
    if not shape.blocks[-1][1] or (len(shape.blocks) > 1 and lacking > _MOST_SURPLUS) or not texts:
        return []
    found = []
    for places in islice(combinations(range(shape.width - 1), lacking), _MOST_CHOICES):
        rest = iter(texts)
        values = tuple("0" if at in places else next(rest) for at in range(shape.width))
        if adds_up(values, shape):
            found.append(values)
    return list(dict.fromkeys(found))


def _cut_up(texts: list[str | None], shape: Shape) -> Choices:
    """Digits that ran together, cut into as many figures as the row has."""
    digits = [text for text in texts if text]
    if len(digits) < len(texts) or sum(map(len, digits)) > _MOST_DIGITS or sum(map(len, digits)) < shape.width:
        return Choices((), "unknown")
    budget = [_MOST_CUTS]
    ways = list(islice(_cuts(digits, shape, 0, [], budget), _MOST_CHOICES + 1))
    if len(ways) > _MOST_CHOICES or budget[0] <= 0:
        return Choices((), "unknown")
    if not ways and len(digits) == 1 and digits[0].isdigit() and len(digits[0]) == shape.width + 1:
        return _without_surplus(list(digits[0]), shape)
    return Choices(tuple(dict.fromkeys(ways)), "cut") if ways else Choices((), "unknown")


def _cuts(digits: list[str], shape: Shape, at: int, done: list[str], budget: list[int]) -> Iterator[Values]:
    """Depth first; a block that does not add up is given up at once, and so is what has used its budget up."""
    budget[0] -= 1
    if budget[0] <= 0:
        return
    if not digits or len(done) == shape.width:
        if not digits and len(done) == shape.width:
            yield tuple(done)
        return
    head, rest = digits[0], digits[1:]
    left = shape.width - len(done) - 1
    for size in range(1, len(head) + 1):
        first, tail = head[:size], head[size:]
        remaining = len(tail) + sum(map(len, rest))
        if remaining < left or (left == 0 and remaining):
            continue
        if not _is_number(first, amount=False):
            break
        now = [*done, first]
        if _block_fails(now, shape, remaining):
            continue
        yield from _cuts([tail, *rest] if tail else rest, shape, at + 1, now, budget)


def _block_fails(done: list[str], shape: Shape, remaining: int) -> bool:
    """Whether the block begun or just completed cannot add up with as many digits as remain."""
    start = 0
    for width, total in shape.blocks:
        end = start + width
        if len(done) == end:
            return total and not _sums(tuple(done[start:end]))
        if len(done) < end:
            room = remaining - (end - len(done) - 1)
            return total and len(str(sum(map(int, done[start:])))) > room
        start = end
    return False
