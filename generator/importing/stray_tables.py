"""Tables that stand under no heading of their own: looked for by the labels of their rows and by their heads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.form.edition import Edition
from generator.importing.blocks import Block, Cell, Paragraph, Table
from generator.importing.figures import Printed
from generator.importing.headings import Section
from generator.importing.heads_in_text import vocabulary
from generator.importing.labels import TableForm, table_forms
from generator.importing.lines import has_cells, is_page_mark
from generator.importing.tokens import tokens
from generator.importing.words import label_form, squeezed

_ENOUGH_ROWS = 3
"""Labels of a table's rows that make a run of lines that table; fewer may be anybody's."""
_LONGEST_LINE = 90
"""Characters of a line that is a row of a table; the longest label has under 50. Our choice."""
_MOST_BETWEEN = 2
"""Lines within a table that hold nothing known (a label misread, a caption); with more of them it has ended."""
_SHORTEST_LABEL = 4
"""Characters of a label that tells its table: 总计 and 其他 are of several."""


class _Labels(NamedTuple):
    """What is printed in one table and in no other: labels of rows and heads; and all of the table's words."""

    rows: tuple[str, ...]
    heads: tuple[str, ...]
    words: str


def parted_tables(blocks: Sequence[Block], edition: Edition) -> list[Block]:
    """The blocks, a table in which one table of the form follows another cut between them."""
    return [piece for block in blocks for piece in (_parted(block, edition) if isinstance(block, Table) else [block])]


def _parted(table: Table, edition: Edition) -> list[Block]:
    pieces: list[list[tuple[Cell, ...]]] = [[]]
    last: TableForm | None = None
    for row in table.rows:
        form = _form_of([cell.text for cell in row], edition)
        if form and last and form is not last:
            pieces.append([])
        last = form or last
        pieces[-1].append(row)
    return [table._replace(rows=tuple(piece)) for piece in pieces] if len(pieces) > 1 else [table]


def without_strays(cut: Sequence[Section], edition: Edition) -> tuple[list[Section], dict[str, list[Block]]]:
    """The sections, and by part the blocks of tables of which the part's own sections have no row, taken out of others.

    A part that was printed with its table keeps it; what stands elsewhere is looked for only where it has none.
    """
    cut = list(cut)
    strays: dict[str, list[Block]] = {}
    for form in table_forms(edition):
        own = [block for section in cut if section.part is form.part for block in section.blocks]
        if _rows_in(own, form):
            continue
        spans = [(_find(section.blocks, form, edition), at) for at, section in enumerate(cut)]
        (count, start, end), at = max(spans, key=lambda span: span[0][0])
        if count >= min(_ENOUGH_ROWS, len(form.rows)):
            blocks = cut[at].blocks
            strays[form.part.key] = list(blocks[start:end])
            cut[at] = cut[at]._replace(blocks=(*blocks[:start], *blocks[end:]))
    return cut, strays


def _find(blocks: Sequence[Block], form: TableForm, edition: Edition) -> tuple[int, int, int]:
    """The run of lines and tables with most labels of the table's rows: how many, where it begins and ends."""
    best = (0, 0, 0)
    at = 0
    while at < len(blocks):
        end = at + 1
        if _kind(blocks[at], edition) is form:
            while step := _step(blocks[end : end + _MOST_BETWEEN + 1], form, edition):
                end += step
            best = max(best, (_rows_in(blocks[at:end], form), at, end), key=lambda run: run[0])
        at = end
    return best


def _step(following: Sequence[Block], form: TableForm, edition: Edition) -> int:
    """How many blocks further the table goes on: a line or two that nobody knows may stand before its next own one."""
    if not following or _goes_on(following[0], form, edition):
        return len(following[:1])
    own = (n for n, block in enumerate(following, start=1) if _kind(block, edition) is form)
    size = next(own, 0)
    return size if all(isinstance(b, Paragraph) and may_be_row(b.text) for b in following[:size]) else 0


def _rows_in(blocks: Sequence[Block], form: TableForm) -> int:
    """How many of the table's rows are named in these blocks; none without figures."""
    texts = [text for block in blocks for text in _texts(block)]
    if not any(isinstance(token, Printed) for text in texts for token in tokens(text, "")):
        return 0
    words = " ".join(map(squeezed, texts))
    return sum(any(name in words for name in row.forms) for row in form.rows if not row.is_group)


def _texts(block: Block) -> list[str]:
    return [block.text] if isinstance(block, Paragraph) else [cell.text for row in block.rows for cell in row]


def _goes_on(block: Block, form: TableForm, edition: Edition) -> bool:
    """Whether a block that follows a table's line is still the table's: its own, or figures and words without owner."""
    kind = _kind(block, edition)
    if isinstance(block, Table) or has_cells(block.text) or kind:
        return kind in {form, None}
    words = squeezed(block.text)
    return not words or is_page_mark(block.text) or (may_be_row(block.text) and words in _labels(form, edition).words)


def _kind(block: Block, edition: Edition) -> TableForm | None:
    """The table that a line or most of a table's rows are of."""
    if isinstance(block, Paragraph):
        return _form_of([block.text], edition)
    kinds = [kind for row in block.rows if (kind := _form_of([cell.text for cell in row], edition))]
    return max(kinds, key=kinds.count) if kinds else None


def may_be_row(text: str) -> bool:
    """Whether a line is short enough to be a row of a table, and no sentence."""
    return len(text) <= _LONGEST_LINE and "。" not in text


def _form_of(texts: Sequence[str], edition: Edition) -> TableForm | None:
    """The only table that has a row called so, or a head."""
    lines = [text for text in texts if may_be_row(text) and not text.isdigit()]
    labels = [label_form(text) for text in lines]
    words = [squeezed(text) for text in lines]
    for form in table_forms(edition):
        own = _labels(form, edition)
        if any(label.startswith(own.rows) for label in labels) or any(text.startswith(own.heads) for text in words):
            return form
    return None


@lru_cache(maxsize=16)
def _labels(form: TableForm, edition: Edition) -> _Labels:
    others = [other for other in table_forms(edition) if other is not form]
    foreign = {name for other in others for name in (*vocabulary(other).names, *_row_names(other))}
    rows = {name for name in _row_names(form) if name == form.rows[0].forms[-1] or len(name) >= _SHORTEST_LABEL}
    heads = {name for name in vocabulary(form).names if len(name) >= _SHORTEST_LABEL}
    known = vocabulary(form)
    return _Labels(tuple(rows - foreign), tuple(heads - foreign), f"{known.words}\n{''.join(known.names)}")


def _row_names(form: TableForm) -> list[str]:
    return [name for row in form.rows for name in (*row.forms, squeezed(row.official))]
