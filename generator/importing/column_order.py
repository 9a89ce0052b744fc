"""Which figure of a row stands below which heading: columns are told by what is printed above them, never by place.

Only where no heading is printed, or headings came broken out of a converter, are the columns those of the form.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.importing.figure_runs import Run, adds_up
from generator.importing.figures import Printed, unread
from generator.importing.former_heads import columns_meant, decisions_alone
from generator.importing.heads_in_text import SHORTEST_NAME, heads_of, is_misprint, vocabulary
from generator.importing.labels import TableForm
from generator.importing.lines import Stretches
from generator.importing.order_in_text import Order, orders_by_words
from generator.importing.words import squeezed


def with_columns(found: Stretches, form: TableForm) -> Stretches:
    """All figures in the order of the form's columns."""
    if not form.columns:  # one figure a row
        return found
    width = sum(row.width for row in form.rows if not row.is_group) if form.abreast else form.width
    by_words = _proven_order(orders_by_words(found.lines, form), found)
    done: dict[int, Run] = {}
    for run in [*found.stretches, *found.runs]:
        if id(run) not in done:
            done[id(run)] = run._replace(marks=_ordered(run, form, width, by_words))
    return found._replace(
        runs=[done[id(run)] for run in found.runs], stretches=[done[id(run)] for run in found.stretches]
    )


def _proven_order(orders: list[Order], found: Stretches) -> Order | None:
    """Of the orders that the headings can mean the one in which rows add up; what all others say where none is alone.

    None where it is the form's own.
    """
    if len(orders) > 1:
        orders = [order for order in orders if _adds_up(order, found)] or orders
    order = tuple(places.pop() if len(places := set(at)) == 1 else None for at in zip(*orders, strict=True))
    return None if order == tuple(range(len(order))) else order


def _adds_up(order: Order, found: Stretches) -> bool:
    """Whether no row contradicts an order: what would be its last figure is the sum of the others."""
    rows = [run.marks for run in found.stretches if len(run.marks) == len(order)]
    return all(adds_up(in_form_order(marks, order, len(order))) for marks in rows if all(mark.text for mark in marks))


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
    if not by_words or (len(written) == 1 and _has_one_figure(run, form)):
        return run.marks
    size = len(by_words)
    if len(run.marks) % size:
        return tuple(unread(mark.printed or mark.text).at(mark.column, mark.place) for mark in run.marks)
    pieces = [run.marks[at : at + size] for at in range(0, len(run.marks), size)]
    return tuple(mark for piece in pieces for mark in in_form_order(piece, by_words, size))


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


@lru_cache(maxsize=256)
def order_of(heads: tuple[tuple[str, ...], ...], form: TableForm, width: int) -> Order | None:
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
    """The column that a heading names, the longest name first; before a long one pieces of other heads may stand."""
    letters = set("".join(vocabulary(form).names))
    best, found = 0, None
    former = ((at, (name,)) for name, at in columns_meant(form).items() if at is not None)
    for at, names in (*enumerate(form.columns), *former):
        for name in names:
            is_last = len(name) >= SHORTEST_NAME and text.endswith(name)
            fits = text == name or (is_last and letters.issuperset(text.removesuffix(name)))
            if fits and len(name) > best:
                best, found = len(name), at
    return found


def _block(text: str, form: TableForm) -> int | None:
    """Of rows that stand abreast, the one that a heading names."""
    return next((at for at, row in enumerate(form.rows) if any(text.endswith(name) for name in row.forms)), None)


def _broken(heads: Sequence[tuple[str, ...]], form: TableForm) -> bool:
    """Whether the headings are the form's own words, only torn."""
    words = "".join(squeezed(cell.text) for cell in heads_of(form))
    words += "".join(name for names in form.columns for name in names)
    torn = [text for texts in heads for text in texts if _column(text, form) is None and _block(text, form) is None]
    return all(text in words for text in torn)


def _wide_heads(form: TableForm) -> set[str]:
    """The heads that stand above several columns, and so name none."""
    return {squeezed(cell.text) for cell in heads_of(form) if cell.columns > 1}


def _alike(texts: tuple[str, ...], form: TableForm, at: int, width: int) -> bool:
    """Whether a heading nobody knows is a misprint of the only one that is missing."""
    return width == len(form.columns) and is_misprint(texts[-1], form.columns[at % len(form.columns)])
