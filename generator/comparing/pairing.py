"""Lines of two texts paired: the same, changed, taken out, put in."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from generator.comparing.differences import ChangedStretch, LinePair, PrintedLine
from generator.comparing.sequences import CELLS, runs
from generator.comparing.stretches import stretches

_ALIKE = 50.0
"""Per cent of likeness from which a line counts as changed rather than as another one."""
_CANDIDATES = 400
"""More pairs of lines are not looked at, nor such as are very long together: then each line was taken out or put in."""


def pair_lines(before: list[PrintedLine], after: list[PrintedLine]) -> Iterator[LinePair]:
    """Both texts from top to bottom."""
    old_heading = new_heading = ""
    for run in runs(before, after):
        olds, news = before[run.before], after[run.after]
        for old, new in zip(olds, news, strict=True) if run.same else _matched(olds, news):
            old_heading = old.text if old and old.heading else old_heading
            new_heading = new.text if new and new.heading else new_heading
            yield LinePair(old, new, _pieces(old, new), new_heading if new else old_heading)


def side_by_side(pairs: Iterable[LinePair]) -> Iterator[LinePair]:
    """The pairs for two columns: what was taken out and what was put in after it stand beside each other."""
    gone: deque[LinePair] = deque()
    for pair in pairs:
        if pair.after is None:
            gone.append(pair)
        elif pair.before is None and gone:
            yield LinePair(gone.popleft().before, pair.after, under=pair.under)
        else:
            yield from _emptied(gone)
            yield pair
    yield from gone


def _emptied(gone: deque[LinePair]) -> Iterator[LinePair]:
    while gone:
        yield gone.popleft()


def _pieces(old: PrintedLine | None, new: PrintedLine | None) -> tuple[ChangedStretch, ...]:
    return stretches(old.text, new.text) if old and new else ()


def _matched(
    olds: list[PrintedLine], news: list[PrintedLine]
) -> Iterator[tuple[PrintedLine | None, PrintedLine | None]]:
    """Lines that were replaced: those that are alike side by side in their order, the others alone."""
    at_old = at_new = 0
    for old, new in (*_alike(olds, news), (len(olds), len(news))):
        yield from ((line, None) for line in olds[at_old:old])
        yield from ((None, line) for line in news[at_new:new])
        if old < len(olds):
            yield olds[old], news[new]
        at_old, at_new = old + 1, new + 1


def _alike(olds: list[PrintedLine], news: list[PrintedLine]) -> list[tuple[int, int]]:
    """Indexes of lines that are alike, the likest first chosen, none crossing another; in their order."""
    if len(olds) * len(news) > _CANDIDATES or _size(olds) * _size(news) > CELLS:
        return []
    chosen: list[tuple[int, int]] = []
    scores = [(-_likeness(a, b), i, j) for i, a in enumerate(olds) for j, b in enumerate(news)]
    for score, i, j in sorted(scores):
        if score < 0 and all((i < a and j < b) or (i > a and j > b) for a, b in chosen):
            chosen.append((i, j))
    return sorted(chosen)


def _likeness(old: PrintedLine, new: PrintedLine) -> float:
    if old.heading != new.heading:
        return 0.0
    from rapidfuzz.fuzz import ratio

    return ratio(old.text, new.text, score_cutoff=_ALIKE)


def _size(lines: list[PrintedLine]) -> int:
    return sum(len(line.text) for line in lines)
