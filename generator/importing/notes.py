"""Which paragraphs of a table part belong to its table, and which are 注."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from generator.form.edition import Edition
from generator.importing.blocks import Block, Paragraph, Table
from generator.importing.boilerplate import is_boilerplate
from generator.importing.figures import Printed
from generator.importing.labels import TableForm, table_forms
from generator.importing.lines import has_cells, is_unit
from generator.importing.tokens import tokens
from generator.importing.words import half_width, squeezed

_NOTE = re.compile(r"\s*[*※]?\s*(?:备?注|说明|附注)\s*[:：、.1]")
_ENOUGH_ROWS = 2
"""Rows of a table that must be there before lines below it are its notes."""
_SENTENCE_MARK = re.compile("[。；，]")
_ENDS = tuple("。！？；：")
_NUMBERED = re.compile(r"\s*(?:[(]?[一二三四五六七八九十]+[)、]|[(]?\d+[).、])")
_MOST_TOGETHER = 2
"""Figures that may follow one another in a sentence; a table's row has more."""
_GLUED = 7
"""Digits; so many are a row's figures run together."""
_SHORTEST_LINE = 20
"""Characters of a line that a page may have cut."""
_LONGEST_HEAD = 12
"""Characters of a line among a table's heads that may be one of them; the form's longest has ten. Our choice."""


class Parted(NamedTuple):
    """A table part's blocks: what is read as the table, the paragraphs of 注, and which of them stood before it."""

    table: tuple[Block, ...]
    notes: tuple[Paragraph, ...]
    moved: tuple[Paragraph, ...] = ()


def parted(form: TableForm, blocks: Sequence[Block], edition: Edition) -> Parted:
    """Tell the table from the text around it; ``edition`` is the one whose words the report is printed in."""
    known = vocabulary(edition)
    table: list[Block] = []
    notes: list[Paragraph] = []
    moved: list[Paragraph] = []
    blocks = _rejoined(blocks, known)
    last = max((at for at, block in enumerate(blocks) if _is_tabular(block)), default=-1)
    heads = _heads(blocks)
    for at, block in enumerate(blocks):
        if (
            not isinstance(block, Paragraph)
            or has_cells(block.text)
            or is_unit(block.text)
            or (table and at < heads and _may_be_head(block.text))
        ):
            table.append(block)
        elif _is_prose(form, block.text, known) or (0 <= last < at and not _is_row(form, block.text, known)):
            if not is_boilerplate(block.text):
                notes.append(block)
                moved += [block] if not table else []
        else:
            table.append(block)
    return Parted(tuple(table), tuple(notes), tuple(moved) if table else ())


def _heads(blocks: Sequence[Block]) -> int:
    """Where a table in running text has its first figure: what stands above it may be heads."""
    return next((at for at, b in enumerate(blocks) if not isinstance(b, Paragraph) or _has_figures(b.text)), 0)


def _may_be_head(text: str) -> bool:
    return (
        len(squeezed(text)) <= _LONGEST_HEAD and not _SENTENCE_MARK.search(text) and not _NOTE.match(half_width(text))
    )


def _has_figures(text: str) -> bool:
    return any(isinstance(token, Printed) for token in tokens(text, ""))


def _is_tabular(block: Block) -> bool:
    return isinstance(block, Table) or has_cells(block.text)


def _is_prose(form: TableForm, text: str, known: str) -> bool:
    """A sentence, or a line marked 注, that is not a whole table run together."""
    if _NOTE.match(half_width(text)):
        return True
    words = squeezed(text)
    figures = _has_figures(text)
    if figures and _is_sentence(text, known):
        return True
    labels = sum(row.forms[0] in words for row in form.rows)
    if labels >= _ENOUGH_ROWS and figures:
        return False
    if "。" in text:
        return True
    return not figures and len(words) > 1 and words not in known and "：" not in text and not _fragment(words, known)


def _is_sentence(text: str, known: str) -> bool:
    """Whether words and numbers make a sentence: it has a sentence's marks, and no figures stand in a row."""
    if not _SENTENCE_MARK.search(text) or squeezed(text) in known:
        return False
    chain = 0
    for token in tokens(text, ""):
        if isinstance(token, Printed):
            chain += 1
            if chain > _MOST_TOGETHER or sum(map(str.isdecimal, token.text or token.printed)) >= _GLUED:
                return False
        elif token.strip():
            chain = 0
    return True


def _rejoined(blocks: Sequence[Block], known: str) -> list[Block]:
    """The blocks with the sentences above the table put together where a line ends within one.

    Only there: below it stands 注, whose paragraphs are as they were typed.
    """
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if len(result) == 1 else None
        if isinstance(block, Paragraph) and isinstance(last, Paragraph) and _goes_on(last.text, block.text, known):
            result[-1] = last._replace(text=last.text + block.text)
        else:
            result.append(block)
    return result


def _goes_on(first: str, second: str, known: str) -> bool:
    if has_cells(first) or has_cells(second) or first.endswith(_ENDS) or _NUMBERED.match(half_width(second)):
        return False
    return len(first) >= _SHORTEST_LINE and _is_sentence(first, known) and _is_sentence(second, known)


def _fragment(words: str, known: str) -> bool:
    """Mostly made of the form's own words: a label misprinted or broken."""
    pairs = [words[at : at + 2] for at in range(len(words) - 1)]
    return sum(pair in known for pair in pairs) * 2 > len(pairs)


def _is_row(form: TableForm, text: str, known: str) -> bool:
    """A line below the table proper that still is one of its rows, or stands above one: a piece broken off."""
    words = squeezed(text)
    if _has_figures(text):
        return any(words.endswith(row.forms[0]) for row in form.rows) or not words
    return words in known


@cache
def vocabulary(edition: Edition) -> str:
    """All words printed in the tables, one after another."""
    texts: list[str] = []
    for form in table_forms(edition):
        for band in form.part.table.bands if form.part.table else ():
            texts += ("".join(header.text for header in row) for row in band.header)
        texts += (row.official for row in form.rows)
        texts += (word for row in form.rows for word in row.forms)
        texts += (word for column in form.columns for word in column)
        texts.append("".join(child.label for child in form.part.children))
    return " ".join(squeezed(text) for text in texts)
