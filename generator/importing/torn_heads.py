"""Headings that a page's narrow columns broke over lines and a converter gave line by line: 社会 法律 / 公益 服务."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, groupby

from generator.importing.heads_in_text import COLUMN, TORN, HeadWord
from generator.importing.labels import TableForm


def are_torn(columns: Iterable[int], words: Iterable[HeadWord], form: TableForm) -> bool:
    """Whether these columns' names can be put together from the pieces among the words."""
    pieces = {word.text for word in words if word.kind == TORN}
    return all(any(_is_made_of(name, pieces) for name in form.columns[column]) for column in columns)


def _is_made_of(name: str, pieces: set[str]) -> bool:
    return not name or any(_is_made_of(name[len(piece) :], pieces) for piece in pieces if name.startswith(piece))


def stand_otherwise(words: Sequence[HeadWord], form: TableForm) -> bool:
    """Whether names or their pieces on one line come in another order than the form's columns have."""
    for _, line in groupby(words, lambda word: word.line):
        columns = [found for word in line if (found := _column(word, form)) is not None]
        if any(_is_turned(columns, one, other) for one, other in combinations(sorted(set(columns)), 2)):
            return True
    return False


_Piece = tuple[int, int]
"""How a name begins or ends with a piece (0 the whole name, 1 its beginning, 2 its end), and its column."""


def _column(word: HeadWord, form: TableForm) -> _Piece | None:
    """The only column whose name is this word, or begins or ends with it."""
    if word.kind == COLUMN:
        return 0, word.at
    if word.kind != TORN:
        return None
    fits = {
        (1 if name.startswith(word.text) else 2, at)
        for at, names in enumerate(form.columns)
        for name in names[:1]
        if name.startswith(word.text) or name.endswith(word.text)
    }
    return fits.pop() if len(fits) == 1 else None


def _is_turned(columns: Sequence[_Piece], one: _Piece, other: _Piece) -> bool:
    """Whether two pieces of the same kind that come equally often do not come one after the other, again and again."""
    if one[0] != other[0] or columns.count(one) != columns.count(other):
        return False
    return [piece for piece in columns if piece in {one, other}] != [one, other] * columns.count(one)
