"""A table solved as a whole, where labels and figures do not stand together: by the order and the sums of its figures.

Extraction tools pile labels up, set figures a line above their label, or give a table column by column. What they
keep is the order. So the figures are taken in reading order, and a reading counts only when exactly the form's rows
come out of it, each adds up to its last figure, and every column balances. Labels may only speak against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from generator.form import keys
from generator.form.model import Path
from generator.importing.constraints import Equation
from generator.importing.equations import equations_of
from generator.importing.labels import RowLabel, TableForm
from generator.importing.readings import Values
from generator.importing.streams import Stream

Figures = tuple[int, ...]
Row = tuple[int | None, ...]
"""A row's figures, its total last; None where it is not certain which column a figure belongs to."""

_MOST_READINGS = 60
"""Beginnings of a table kept at a time; zeros make most of them the same."""

_MOST_TURNED = 60
"""Ways to read a few blocks by columns that are tried; more would only cost time."""
_SHORTEST_LABEL = 4
"""Characters of a label that speaks for itself on a line of its own: 总计 and 其他 are heads of columns too."""


def solve_whole(form: TableForm, stream: Stream) -> dict[Path, Values] | None:
    """Every row of a table whose rows are one below the other and add up, None where several readings are left and
    differ; nothing when the form's rows do not come out."""
    width = form.width
    figures, count = stream.figures, len(stream.figures)
    for rows in printed_rows(form):
        lacking = len(rows) * width - count
        if lacking not in (0, 1) or _is_vetoed(form, rows, stream):
            continue
        whole = (*figures, sum(figures[-width + 1 :])) if lacking else figures
        ends = (*stream.ends, count + 1) if lacking else stream.ends
        equations = equations_of(form, [(*row.path, "") if row.is_sum else row.path for row in rows])
        completed = stream._replace(figures=whole, ends=ends)
        blocks = list(_exchangeable(completed, width))
        found = [
            _proven(turned, rows, equations)
            for matrix in _matrices(completed, width)
            for turned in _turned(matrix, blocks)
            if _balances([line.figures for line in turned], rows, equations)
        ]
        if found:
            return _agreed(found, rows)
    return None


def printed_rows(form: TableForm) -> Iterator[tuple[RowLabel, ...]]:
    """The rows that a whole table has in print: the form's, and with a group that was once a single row as one."""
    yield tuple(row for row in form.rows if not row.is_group)
    for group in form.rows:
        below = [row for row in form.rows if row.path[:-1] == group.path and not row.is_sum]
        if group.is_group and any(row.path[-1] == keys.OTHER for row in below):
            yield tuple(row for row in form.rows if row is group or (not row.is_group and row not in below))


class _Line(NamedTuple):
    """A row and, where its columns are only known by their place in a block given column by column, that block."""

    figures: Row
    block: int = 0


def _matrices(stream: Stream, width: int) -> Iterable[tuple[_Line, ...]]:
    """All ways to read the figures as rows that add up: a row at a time, or several rows given column by column."""
    count = len(stream.figures) // width
    begun: list[dict[tuple[_Line, ...], None]] = [{} for _ in range(count + 1)]
    begun[0][()] = None
    for at in range(count):
        if len(begun[at]) > _MOST_READINGS:
            return ()
        for rows in _blocks(stream, width, at) if begun[at] else ():
            into = begun[at + len(rows)]
            for start in begun[at]:
                into[(*start, *rows)] = None
    return begun[count] if len(begun[count]) <= _MOST_READINGS else ()


def _blocks(stream: Stream, width: int, at: int) -> Iterator[tuple[_Line, ...]]:
    start = at * width
    row = stream.figures[start : start + width]
    if _adds_up(row):
        yield (_Line(row),)
    for height in range(2, (stream.ends[start] - start) // width + 1):
        block = stream.figures[start : start + height * width]
        lines = [block[line * width : (line + 1) * width] for line in range(height)]
        columns = [block[line::height] for line in range(height)]
        if not _may_be_columns(stream.places[start : start + height * width], height):
            continue
        if not all(map(_adds_up, lines)) and (rows := _by_columns(columns, at + 1, stream.is_named)):
            yield rows


def _may_be_columns(places: Sequence[str], height: int) -> bool:
    """Whether figures stand one to a line, or a column to a line, or nobody knows: a few in a line are a row's."""
    lines = Counter(places)
    return len(lines) == 1 or set(lines.values()) <= {1, height}


def _exchangeable(stream: Stream, width: int) -> Iterator[tuple[int, list[Figures]]]:
    """Rows that add up read by rows and by columns too, and where they begin: nobody knows which way is meant."""
    for at in range(len(stream.figures) // width):
        start = at * width
        for height in range(2, (stream.ends[start] - start) // width + 1):
            block = stream.figures[start : start + height * width]
            lines = [block[line * width : (line + 1) * width] for line in range(height)]
            if not _adds_up(lines[-1]):
                break
            columns = [block[line::height] for line in range(height)]
            if columns != lines and all(map(_adds_up, columns)) and not _in_lines(stream.places[start:], width, height):
                yield at, columns


def _adds_up(row: Sequence[int]) -> bool:
    return sum(row[:-1]) == row[-1]


def _turned(matrix: tuple[_Line, ...], blocks: Sequence[tuple[int, list[Figures]]]) -> Iterator[tuple[_Line, ...]]:
    """The rows as they are, and with one block or a few read by columns instead of by rows."""
    for chosen in islice((some for size in range(4) for some in combinations(blocks, size)), _MOST_TURNED):
        turned = list(matrix)
        for at, columns in chosen:
            turned[at : at + len(columns)] = (_Line(row, at + 1 if any(row) else 0) for row in columns)
        yield tuple(turned)


def _in_lines(places: Sequence[str], width: int, height: int) -> bool:
    """Whether each row's figures stand in a line of their own."""
    lines = [set(places[at : at + width]) for at in range(0, height * width, width)]
    return all(len(line) == 1 for line in lines) and len(set[str]().union(*lines)) == height


def _by_columns(rows: Sequence[Figures], block: int, is_named: bool) -> tuple[_Line, ...]:
    """The rows of a block given column by column, or none when they do not add up.

    Programs that go by columns may put one out of its place. That is of no consequence where all figures but the
    totals stand in the first column and headings say which one that is; elsewhere the row is marked, and other rows
    must prove where its columns belong.
    """
    if is_named and all(row.count(0) >= len(row) - 2 and sum(row) == 2 * row[0] for row in rows):
        return tuple(_Line((row[0], *(0 for _ in row[2:]), row[0])) for row in rows)
    if all(map(_adds_up, rows)):
        return tuple(_Line(row, block if any(row) else 0) for row in rows)
    for total in range(len(rows[0])):
        if all(sum(row) == 2 * row[total] for row in rows):
            return tuple(_Line(_masked((*row[1:], row[total]))) for row in rows)
    return ()


def _masked(row: Sequence[int | None]) -> Row:
    """A row of which only the total is certain; where that is 0, all of it is."""
    return (*(None if row[-1] else 0 for _ in row[:-1]), row[-1])


def _proven(matrix: tuple[_Line, ...], rows: Sequence[RowLabel], equations: Sequence[Equation]) -> tuple[Row, ...]:
    """The rows; those of blocks given column by column only as far as it is certain which column is which.

    It is where two columns could not be exchanged without upsetting a balance.
    """
    blocks = {line.block for line in matrix if line.block}
    doubtful: set[int] = set()
    for moved in [*({block} for block in blocks), *([blocks] if len(blocks) > 1 else [])]:
        used = {at for line in matrix if line.block in moved for at, figure in enumerate(line.figures[:-1]) if figure}
        for one, other in combinations(range(len(matrix[0].figures) - 1), 2):
            if one not in used and other not in used:
                continue
            swapped = [_exchanged(line.figures, one, other) if line.block in moved else line.figures for line in matrix]
            if _balances(swapped, rows, equations):
                doubtful |= moved
    return tuple(_masked(line.figures) if line.block in doubtful else line.figures for line in matrix)


def _exchanged(row: Row, one: int, other: int) -> Row:
    changed = list(row)
    changed[one], changed[other] = row[other], row[one]
    return tuple(changed)


def _balances(matrix: Sequence[Row], rows: Sequence[RowLabel], equations: Sequence[Equation]) -> bool:
    at = {((*row.path, "") if row.is_sum else row.path): line for row, line in zip(rows, matrix, strict=True)}
    return all(_holds(equation, at) for equation in equations)


def _holds(equation: Equation, rows: Mapping[Path, Row]) -> bool:
    left, right = ([rows[path] for path in side if path in rows] for side in (equation.left, equation.right))
    columns = zip(zip(*left, strict=True), zip(*right, strict=True), strict=True)
    return all(None in one or None in other or _sum(one) == _sum(other) for one, other in columns)


def _sum(figures: Iterable[int | None]) -> int:
    return sum(figure or 0 for figure in figures)


def _is_vetoed(form: TableForm, rows: Sequence[RowLabel], stream: Stream) -> bool:
    """Whether a label stands against a reading: in a row's own line it is another's, or a row has another's label in
    front of it and its own neither in front nor behind."""
    known = [row for row in form.rows if row in rows or not row.is_group]
    for anchor in stream.anchors:
        at, beyond = divmod(anchor.figure, form.width)
        own = _labels(anchor.own, known)
        if own and (beyond or at >= len(rows) or rows[at] not in own):
            return True
        if beyond or anchor.size != form.width or at >= len(rows):
            continue
        above, below = (_speaking(text, known) for text in (anchor.before, anchor.after))
        around = anchor.before + anchor.after
        if above and below and rows[at] not in above and not any(label in around for label in rows[at].forms):
            return True
    return False


def _labels(text: str, rows: Sequence[RowLabel]) -> list[RowLabel]:
    """The rows whose label ends a text, the longest label first to decide."""
    ends = {row.path: max((len(form) for form in row.forms if text.endswith(form)), default=0) for row in rows}
    longest = max(ends.values(), default=0)
    return [row for row in rows if longest and ends[row.path] == longest]


def _speaking(text: str, rows: Sequence[RowLabel]) -> list[RowLabel]:
    return [row for row in _labels(text, rows) if len(row.forms[0]) >= _SHORTEST_LABEL]


def _agreed(found: Sequence[tuple[Row, ...]], rows: Sequence[RowLabel]) -> dict[Path, Values]:
    """Figure by figure what all readings say."""
    agreed: dict[Path, Values] = {}
    for row, *lines in zip(rows, *found, strict=True):
        columns = zip(*lines, strict=True)
        agreed[row.path] = tuple(
            None if len(set(column)) > 1 or column[0] is None else str(column[0]) for column in columns
        )
    return agreed
