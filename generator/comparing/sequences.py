"""Where two sequences differ, with bounded work however long they are."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

CELLS = 200_000_000
"""Of the table that the search fills in, bit by bit: 25 MB. What would need more is taken as changed altogether."""


class SequenceRun(NamedTuple):
    """A stretch of both sequences: the same on both sides, or replaced (where one of them may be empty)."""

    same: bool
    before: slice
    after: slice


def runs(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[SequenceRun]:
    """Both sequences from end to end, same and replaced stretches in turn."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    if head:
        yield SequenceRun(True, slice(0, head), slice(0, head))
    middle, other = before[head : len(before) - tail], after[head : len(after) - tail]
    for run in _middle(middle, other):
        yield SequenceRun(run.same, _moved(run.before, head), _moved(run.after, head))
    if tail:
        yield SequenceRun(True, slice(len(before) - tail, len(before)), slice(len(after) - tail, len(after)))


def _middle(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[SequenceRun]:
    if not before and not after:
        return
    if not before or not after or len(before) * len(after) > CELLS:
        yield SequenceRun(False, slice(0, len(before)), slice(0, len(after)))
        return
    from rapidfuzz.distance import Indel

    at_before = at_after = 0
    for block in Indel.opcodes(before, after):
        if block.tag == "equal":
            if at_before < block.src_start or at_after < block.dest_start:
                yield SequenceRun(False, slice(at_before, block.src_start), slice(at_after, block.dest_start))
            yield SequenceRun(True, slice(block.src_start, block.src_end), slice(block.dest_start, block.dest_end))
            at_before, at_after = block.src_end, block.dest_end
    if at_before < len(before) or at_after < len(after):
        yield SequenceRun(False, slice(at_before, len(before)), slice(at_after, len(after)))


def _common(before: Sequence[Hashable], after: Sequence[Hashable]) -> int:
    """How many items both begin with."""
    for at, (one, other) in enumerate(zip(before, after, strict=False)):
        if one != other:
            return at
    return min(len(before), len(after))


def _moved(part: slice, by: int) -> slice:
    return slice(part.start + by, part.stop + by)
