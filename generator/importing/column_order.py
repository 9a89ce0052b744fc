"""Which figure of a row stands below which heading: columns are told by what is printed above them, never by place.

Only where no heading is printed, or headings came broken out of a converter, are the columns those of the form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.form.model import Header
from generator.importing.figure_runs import Run
from generator.importing.figures import Printed, unread
from generator.importing.former_heads import columns_meant, decisions_alone, order_below
from generator.importing.labels import TableForm
from generator.importing.lines import Stretches
from generator.importing.words import similarity, squeezed

Order = tuple[int | None, ...]
"""For each printed figure its place in the form's row; None where the heading does not say."""

_SHORTEST_END = 4
"""Characters of a name that may end a heading with other words before it."""
_ALIKE = 0.6
"""Likeness (0 to 1) from which a heading may be the form's, misprinted; our choice."""
_FLAT = 3
"""Columns of a table whose heads stand on one level."""


def with_columns(found: Stretches, form: TableForm) -> Stretches:
    """All figures in the order of the form's columns."""
    width = sum(row.width for row in form.rows if not row.is_group) if form.abreast else form.width
    by_words = order_by_words(found.lines, form)
    done: dict[int, Run] = {}
    for run in [*found.stretches, *found.runs]:
        if id(run) not in done:
            done[id(run)] = run._replace(marks=_ordered(run, form, width, by_words))
    return found._replace(
        runs=[done[id(run)] for run in found.runs], stretches=[done[id(run)] for run in found.stretches]
    )


def _ordered(run: Run, form: TableForm, width: int, by_words: Order | None) -> tuple[Printed, ...]:
    run = decisions_alone(run)
    written = tuple(mark for mark in run.marks if mark.text or mark.unread)
    if run.fixed and any(run.heads) and len(written) > 1:
        width = width if len(written) > len(form.columns) else len(form.columns)
        order = order_of(run.heads, form, width)
        if order and len(written) == width and _is_shifted(run.marks, order, width):
            return in_form_order(written, tuple(at for at in order if at is not None), width)
        named = [at for at in order or () if at is not None]
        if not order or (len(written) > width and named == sorted(named)):
            return run.marks
        return in_form_order(run.marks, order, width)
    if not by_words or len(by_words) != width or not run.marks or len(run.marks) % width:
        return run.marks
    if len(written) == 1 and _has_one_figure(run, form):
        return run.marks
    pieces = [run.marks[at : at + width] for at in range(0, len(run.marks), width)]
    return tuple(mark for piece in pieces for mark in in_form_order(piece, by_words, width))


def _has_one_figure(run: Run, form: TableForm) -> bool:
    """Whether a run's label is that of a row with a single figure, which is below no heading of several columns."""
    return any(row.width == 1 and run.before.endswith(row.forms) for row in form.rows)


def _is_shifted(marks: tuple[Printed, ...], order: Order, width: int) -> bool:
    """Whether a full row of a table without spans stands beside its headings: a figure below none, a heading above
    none."""
    beside = any(at is None and (mark.text or mark.unread) for mark, at in zip(marks, order, strict=True))
    return beside and sum(at is not None for at in order) == width


def in_form_order(marks: tuple[Printed, ...], order: Order, width: int) -> tuple[Printed, ...]:
    """A row's figures as the form has them; what belongs to no column is unread, and so is what it might have been."""
    placed: dict[int, Printed] = {at: mark for mark, at in zip(marks, order, strict=True) if at is not None}
    printed = " ".join(m.printed or m.text for m, at in zip(marks, order, strict=True) if at is None)
    missing = unread(printed) if printed.strip() else Printed("")
    return tuple(placed.get(at, missing) for at in range(width))


def order_of(heads: Sequence[tuple[str, ...]], form: TableForm, width: int) -> Order | None:
    """The order that the headings above each figure say; None where they say nothing against the form's own."""
    found = [_place(texts, form, width) for texts in heads]
    named = [at for at in found if at is not None]
    if not named or found == list(range(width)):
        return None
    if len(set(named)) == len(named) == width:
        return tuple(found)
    if len(set(named)) < len(named) and (len(named) == width or not _broken(heads, form)):
        return (None,) * len(found)
    if _broken(heads, form):
        return None
    lacking = [at for at in range(width) if at not in named]
    free = [number for number, at in enumerate(found) if at is None and heads[number]]
    if len(lacking) == len(free) == 1 and _alike(heads[free[0]], form, lacking[0], width):
        found[free[0]] = lacking[0]
    return tuple(found)


def _place(texts: tuple[str, ...], form: TableForm, width: int) -> int | None:
    """The column below these headings, read from the lowest of them up."""
    own = [text for text in texts if text not in _wide_heads(form)]
    column = next((at for text in reversed(own) if (at := _column(text, form)) is not None), None)
    if column is None or width == len(form.columns):
        return column
    block = next((at for text in reversed(texts) if (at := _block(text, form)) is not None), None)
    return None if block is None else block * len(form.columns) + column


def _column(text: str, form: TableForm) -> int | None:
    """The column that a heading names, the longest name first."""
    best, found = 0, None
    former = ((at, (name,)) for name, at in columns_meant(form).items() if at is not None)
    for at, names in (*enumerate(form.columns), *former):
        for name in names:
            fits = text == name or (len(name) >= _SHORTEST_END and text.endswith(name))
            if fits and len(name) > best:
                best, found = len(name), at
    return found


def _block(text: str, form: TableForm) -> int | None:
    """Of rows that stand abreast, the one that a heading names."""
    return next((at for at, row in enumerate(form.rows) if any(text.endswith(name) for name in row.forms)), None)


def _broken(heads: Sequence[tuple[str, ...]], form: TableForm) -> bool:
    """Whether the headings are the form's own words, only torn."""
    words = "".join(squeezed(cell.text) for cell in _heads_of(form))
    words += "".join(name for names in form.columns for name in names)
    torn = [text for texts in heads for text in texts if _column(text, form) is None and _block(text, form) is None]
    return all(text in words for text in torn)


def _wide_heads(form: TableForm) -> set[str]:
    """The heads that stand above several columns, and so name none."""
    return {squeezed(cell.text) for cell in _heads_of(form) if cell.columns > 1}


def _heads_of(form: TableForm) -> list[Header]:
    return [
        cell for band in (form.part.table.bands if form.part.table else ()) for line in band.header for cell in line
    ]


def _alike(texts: tuple[str, ...], form: TableForm, at: int, width: int) -> bool:
    """Whether a heading nobody knows is a misprint of the only one that is missing."""
    names = form.columns[at % len(form.columns)]
    return width == len(form.columns) and max(similarity(texts[-1], name) for name in names) >= _ALIKE


def order_by_words(lines: Sequence[str], form: TableForm) -> Order | None:
    """The order of the columns in running text, where every heading stands in it once (in each block); else None.

    Heads of two levels come line by line: 自然人 法人或其他组织 总计, then what is below 法人或其他组织. Programs that
    read pages give the upper level in any order; it counts where it is one line, else it is the form's.
    """
    columns = {name: at for at, names in enumerate(form.columns) for name in names}
    if below := order_below(lines, columns, form):
        return below
    heads = [(squeezed(cell.text), cell.columns) for cell in _heads_of(form)]
    wide = {text for text, width in heads if width > 1 and (form.abreast or width == len(form.columns) - 2)}
    blocks = {name: at for at, row in enumerate(form.rows) for name in row.forms} if form.abreast else {}
    words = sorted({*columns, *wide, *blocks} - {""}, key=len, reverse=True)
    by_line = [_words_in(line, words, {text for text, _ in heads}) for line in lines]
    found = [word for line in by_line for word in line]
    if form.abreast:
        order = _abreast(found, columns, form, blocks)
    else:
        order = _two_levels(by_line, columns, wide, len(form.columns))
    return None if order is None or list(order) == list(range(len(order))) else order


def _words_in(line: str, words: Sequence[str], heads: set[str]) -> list[str]:
    """The headings in a line of text, in their order; a short one that is part of an unknown word (其他 in a misread
    法人或其他组织) is none."""
    names = sorted({*words, *heads} - {""}, key=len, reverse=True)
    pieces = re.split("(" + "|".join(map(re.escape, names)) + ")", line)
    found = zip(pieces[1::2], pieces[:-1:2], pieces[2::2], strict=True)
    return [
        word
        for word, before, after in found
        if word in words and (len(word) >= _SHORTEST_END or not (before and after))
    ]


def _two_levels(lines: list[list[str]], columns: dict[str, int], wide: set[str], count: int) -> Order | None:
    """The order of heads that stand on one level, or on two: those of the lower in place of the one above them."""
    plain = [columns[word] for line in lines for word in line if word in columns]
    if sorted(plain) != list(range(count)):
        return None
    if any(sum(word in columns for word in line) == count for line in lines) or count <= _FLAT:
        return tuple(plain)
    lower = [column for column in plain if 0 < column < count - 1]
    upper = next((line for line in lines if wide.intersection(line) and any(columns.get(w) == 0 for w in line)), None)
    order: list[int] = []
    for word in upper or ():
        order += lower if word in wide else [columns[word]] if columns.get(word) in (0, count - 1) else []
    if upper is None:
        order = [0, *lower]
    return tuple(order) if count - 1 in order else (*order, count - 1)


def _abreast(found: list[str], columns: dict[str, int], form: TableForm, blocks: dict[str, int]) -> Order | None:
    """Rows abreast: the first heads of columns are those of the row that has no heading of its own level above it."""
    count = len(form.columns)
    leaves = [columns[word] for word in found if word in columns]
    parts = [leaves[at : at + count] for at in range(0, len(leaves), count)]
    ranks = [blocks[word] for word in found if word in blocks]
    if any(sorted(part) != list(range(count)) for part in parts) or len(parts) != len(form.rows):
        return None
    if sorted(ranks) != list(range(len(form.rows))):
        return None
    first = _heads_of(form)[0]
    inner = [rank for rank in ranks if rank]
    tops = [word for word in found if word not in columns and (word not in blocks or word == squeezed(first.text))]
    printed = [0, *inner] if tops[0] == squeezed(first.text) else [*inner, 0]
    part_of = dict(zip([0, *inner], parts, strict=True))
    return tuple(rank * count + column for rank in printed for column in part_of[rank])
