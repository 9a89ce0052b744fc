"""The order of a table's columns as its headings say it in running text: the form's, another, or one nobody can tell.

Text says which words follow one another, not which stand above one another. So an order counts only where every
column is named once; a heading that is none of the form's takes the place that is left, and its column is unread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.importing.former_heads import order_below
from generator.importing.heads_in_text import (
    COLUMN,
    OTHER,
    ROW,
    TORN,
    UNKNOWN,
    WIDE,
    HeadWord,
    head_words,
    is_misprint,
    vocabulary,
)
from generator.importing.labels import TableForm
from generator.importing.torn_heads import are_torn, stand_otherwise

Order = tuple[int | None, ...]
"""For each printed figure its place in the form's row; None where the heading does not say."""


def orders_by_words(lines: Sequence[str], form: TableForm) -> list[Order]:
    """The orders that the headings in running text can mean; the form's own where they say nothing against it.

    In a table whose rows stand abreast it is that of all figures, or that of one row's where its heads come once.
    Where headings contradict one another, or one of them is unknown and so is its place, no place is known at all.
    """
    columns = {name: at for at, names in enumerate(form.columns) for name in names}
    if below := order_below([line.replace(" ", "") for line in lines], columns, form):
        return [below]
    words = head_words(lines, form)
    times = _times(words, form)
    words = _mended(words, form, times)
    leaves = _leaves(words, form, times)
    width = len(form.columns) * (len(form.rows) if form.abreast else 1)
    if leaves is None:
        return [tuple(range(width))]
    orders = _order(words, leaves, form) if leaves and times == 1 else _abreast(words, leaves, form)
    return orders or [(None,) * width]


def names_first_column_first(lines: Sequence[str], form: TableForm) -> bool:
    """Whether headings were printed, the first column's before the others', and say the form's order."""
    columns = [word.at for word in head_words(lines, form) if word.kind == COLUMN]
    (order, *others) = orders_by_words(lines, form)
    return columns[:1] == [0] and not others and order == tuple(range(len(order)))


def _times(words: Sequence[HeadWord], form: TableForm) -> int:
    """How often every column is named: once for each of the rows that stand abreast, or once for all."""
    heads = sum(word.kind in {COLUMN, TORN, UNKNOWN} for word in words)
    return len(form.rows) if form.abreast and heads > 2 * len(form.columns) else 1


def _leaves(words: Sequence[HeadWord], form: TableForm, times: int) -> list[HeadWord] | None:
    """The heads of the columns, an unknown one in the place that is left: so often each as ``times`` says.

    None where no heading contradicts the form's order, so far as there are any; nothing where they do.
    """
    named = [word for word in words if word.kind == COLUMN]
    unknown = [word for word in words if word.kind == UNKNOWN]
    counts = Counter(word.at for word in named)
    lacking = [at for at in range(len(form.columns)) for _ in range(times - counts[at])]
    if max(counts.values(), default=0) > times:
        return _complete_line(named, form) if times == 1 else []
    if not lacking:
        return named
    if are_torn(lacking, words, form) or not (unknown or named) or (not named and len(unknown) < len(form.columns) - 1):
        return [] if stand_otherwise(words, form) else None
    if len(unknown) == len(lacking):
        return [word for word in words if word.kind in {COLUMN, UNKNOWN}]
    return [] if unknown or not _is_in_order(named, form) else None


def _complete_line(named: Sequence[HeadWord], form: TableForm) -> list[HeadWord]:
    """The heads of the first line that names every column once, where more are named elsewhere."""
    for line in dict.fromkeys(word.line for word in named):
        here = [word for word in named if word.line == line]
        if sorted(word.at for word in here) == list(range(len(form.columns))):
            return here
    return []


def _mended(words: Sequence[HeadWord], form: TableForm, times: int) -> list[HeadWord]:
    """The words, those that are misprints of just one column that is not yet named often enough taken for it."""
    counts = Counter(word.at for word in words if word.kind == COLUMN)
    mended: list[HeadWord] = []
    for word in words:
        lacking = [at for at in range(len(form.columns)) if counts[at] < times] if word.kind == UNKNOWN else []
        meant = [at for at in lacking if is_misprint(word.text, form.columns[at])]
        if len(meant) == 1:
            counts[meant[0]] += 1
            word = word._replace(kind=COLUMN, at=meant[0])  # noqa: PLW2901
        mended.append(word)
    return mended


def _is_in_order(named: Sequence[HeadWord], form: TableForm) -> bool:
    """Whether the heads that are there come in the form's order; the last may stand before those on a lower line."""
    last = len(form.columns) - 1
    columns = [word.at for word in named]
    if not form.abreast and last in columns[1:]:
        columns.remove(last)
    drops = sum(one >= other for one, other in pairwise(columns))
    return drops < (len(form.rows) if form.abreast else 1)


def _order(words: Sequence[HeadWord], leaves: Sequence[HeadWord], form: TableForm) -> list[Order]:
    is_level = form.abreast or not any(kind == WIDE for kind, _ in vocabulary(form).names.values())
    plain = tuple(None if word.at < 0 else word.at for word in leaves)
    return [plain] if is_level else _on_two_levels(words, leaves, plain)


def _on_two_levels(words: Sequence[HeadWord], leaves: Sequence[HeadWord], plain: Order) -> list[Order]:
    """The orders of heads some of which stand below another one: those take its place. Nothing where it is uncertain.

    Programs that read pages give a head that is as tall as two lines after the one beside it: 法人或其他组织, then
    自然人 总计 on a line of their own, then what is below 法人或其他组织. That is the form's order.
    """
    first, last = 0, len(leaves) - 1
    ends = [word for word in leaves if word.at in {first, last}]
    if len(ends) < 2:
        return []
    lower = [word for word in leaves if word not in ends]
    inner = tuple(None if word.at < 0 else word.at for word in lower)
    wide = next((w for w in words[: words.index(lower[0])] if w.kind == WIDE), None)
    if list(leaves[:2]) != ends or (wide is None and ends[0].line == lower[0].line):
        return [plain] if _stand_together(leaves, lower) else []
    as_in_form = (first, *inner, last)
    is_line = ends[0].line == ends[1].line
    if wide is None or (words.index(wide) < words.index(ends[0]) and not (is_line and wide.line == ends[0].line)):
        is_form = is_line or (wide is not None and inner == tuple(range(1, last)))
        if not is_form or ends[0].at != first:
            return []
        # A cell a line: the wide head may as well stand left of the others as be taller than they are.
        return [as_in_form] if is_line or wide is None else [as_in_form, (*inner, first, last)]
    upper = sorted([wide, *ends], key=words.index)
    as_printed = tuple(at for word in upper for at in (inner if word is wide else (word.at,)))
    above = words[max(0, words.index(ends[0]) - 1)]
    if above.kind != OTHER or ends[0].at != last or len({word.line for word in upper}) == 1:
        return [as_printed]
    return [as_in_form] if above.line == ends[0].line else [as_printed, as_in_form]


def _stand_together(leaves: Sequence[HeadWord], lower: Sequence[HeadWord]) -> bool:
    """Whether the heads of the lower level follow one another."""
    at = leaves.index(lower[0])
    return list(leaves[at : at + len(lower)]) == list(lower)


def _abreast(words: Sequence[HeadWord], leaves: Sequence[HeadWord], form: TableForm) -> list[Order]:
    """Rows abreast: the first heads of columns are those of the row that has no head of its own level above it."""
    count = len(form.columns)
    parts = [tuple(None if w.at < 0 else w.at for w in leaves[at : at + count]) for at in range(0, len(leaves), count)]
    if not parts or any(len({*part} - {None}) < sum(at is not None for at in part) for part in parts):
        return []
    ranks = [word.at for word in words if word.kind == ROW]
    if sorted(ranks) != list(range(len(form.rows))):
        is_form = ranks == sorted(set(ranks)) and all(at in (None, n) for part in parts for n, at in enumerate(part))
        return [_set_side_by_side(range(len(parts)), parts)] if is_form else []
    inner = [rank for rank in ranks if rank]
    tops = [word for word in words if word.kind == WIDE or (word.kind == ROW and not word.at)]
    printed = [0, *inner] if tops[0].kind == ROW else [*inner, 0]
    part_of = dict(zip([0, *inner], parts, strict=True))
    return [_set_side_by_side(printed, [part_of[rank] for rank in printed])]


def _set_side_by_side(ranks: Sequence[int], parts: Sequence[Order]) -> Order:
    return tuple(
        None if at is None else rank * len(part) + at for rank, part in zip(ranks, parts, strict=True) for at in part
    )
