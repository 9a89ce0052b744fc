"""The headings of a table in running text, cut into words: what the form calls its columns, and what it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.form.model import Header
from generator.importing.labels import TableForm
from generator.importing.words import distance, squeezed

COLUMN, ROW, WIDE, OTHER, TORN, UNKNOWN = "column", "row", "wide", "other", "torn", "unknown"
"""What a word is: a column's name; a row's, where rows stand abreast; a head above several columns; another head of
the form; a piece of any of these; or none of them."""

SHORTEST_NAME = 4
"""Characters of a name that stays that name with other words of the form beside it (法人或其他组织商业企业)."""
_MOST_ALIKE = 4
"""Characters of a heading for each that may be misprinted; more, and it is another (本年修订件数). Our choice."""
_LONGEST_UNKNOWN = 6
"""Characters of a heading that may be new although it is put together from the form's own words (其他企业)."""
_SHORTEST_PIECE = 2
"""Characters of a piece of a heading; one alone is anybody's."""


class HeadWord(NamedTuple):
    """A word of the heads: what it is, the number of the column or row that it names (else -1), and its line."""

    kind: str
    at: int
    text: str
    line: int


class _Atom(NamedTuple):
    """A name of the form, or what stands between two; ``glued``: no blank parts it from the next."""

    text: str
    line: int
    is_name: bool
    glued: bool


class Vocabulary(NamedTuple):
    """What is printed above the columns of a table: each name with its kind and number, and all words of the table."""

    names: Mapping[str, tuple[str, int]]
    pattern: re.Pattern[str]
    row_labels: re.Pattern[str]
    words: str


def head_words(lines: Sequence[str], form: TableForm) -> list[HeadWord]:
    """The words of the heads in the order of the text; ``lines`` hold letters alone, with blanks between words.

    What stands above the last of the heads that name no column (申请人情况, 信息内容) is no column's heading.
    """
    known = vocabulary(form)
    atoms = _joined(_atoms(_without_rows("\n".join(lines), known), known), known.words)
    words = [word for atom in atoms for word in _words(atom, known)]
    first = next((at for at, word in enumerate(words) if word.kind in {COLUMN, WIDE}), len(words))
    above = next((at for at in range(first - 1, -1, -1) if words[at].kind == OTHER), first)
    own = words[first].line if first < len(words) else -1
    return [word for at, word in enumerate(words) if at > above or word.line == own or word.kind != UNKNOWN]


def _without_rows(text: str, known: Vocabulary) -> str:
    """What stands above the first row's label; below the last one, where columns are named only there."""
    rows = list(known.row_labels.finditer(text))
    if not rows:
        return text
    above, below = text[: rows[0].start()], text[rows[-1].end() :]
    is_below = not any(_names_column(m, known) for m in known.pattern.finditer(above))
    return below if is_below and any(_names_column(m, known) for m in known.pattern.finditer(below)) else above


def _names_column(match: re.Match[str], known: Vocabulary) -> bool:
    return known.names[re.sub(r"\s", "", match[0])][0] == COLUMN


def _atoms(text: str, known: Vocabulary) -> Iterator[_Atom]:
    at = 0
    for match in known.pattern.finditer(text):
        yield from _between(text, at, match.start())
        end = match.end()
        name = re.sub(r"\s", "", match[0])
        yield _Atom(name, text.count("\n", 0, match.start()), True, end < len(text) and not text[end].isspace())
        at = end
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[_Atom]:
    for match in re.finditer(r"\S+", text[start:end]):
        is_last = start + match.end() == end < len(text)
        yield _Atom(match[0], text.count("\n", 0, start + match.start()), False, is_last)


def _joined(atoms: Iterable[_Atom], words: str) -> list[_Atom]:
    """The atoms, names that are only part of a longer word put into it: 其他企业 is not 其他."""
    result: list[_Atom] = []
    for atom in atoms:
        last = result[-1] if result else None
        if last and last.glued and _is_one_word(last, atom, words):
            result[-1] = _Atom(last.text + atom.text, last.line, False, atom.glued)
        else:
            result.append(atom)
    return result


def _is_one_word(first: _Atom, second: _Atom, words: str) -> bool:
    if first.is_name == second.is_name:
        return not first.is_name
    name, beside = (first, second) if first.is_name else (second, first)
    return len(name.text) < SHORTEST_NAME or beside.text not in words


def _words(atom: _Atom, known: Vocabulary) -> Iterator[HeadWord]:
    if atom.is_name:
        yield HeadWord(*known.names[atom.text], atom.text, atom.line)
    elif atom.text in known.words:
        yield HeadWord(TORN, -1, atom.text, atom.line)
    elif len(atom.text) > _LONGEST_UNKNOWN and (pieces := _pieces(atom.text, known.words)):
        yield from (HeadWord(TORN, -1, piece, atom.line) for piece in pieces)
    elif len(atom.text) >= _SHORTEST_PIECE:
        misread = (
            found for name, found in known.names.items() if found[0] != COLUMN and is_misprint(atom.text, [name])
        )
        yield HeadWord(*next(misread, (UNKNOWN, -1)), atom.text, atom.line)


def is_misprint(text: str, names: Iterable[str]) -> bool:
    """Whether a heading may be one of these names misprinted: a single character of a short one, few of a long one."""
    return any(distance(text, name) <= max(1, len(name) // _MOST_ALIKE) for name in names)


def _pieces(text: str, words: str) -> list[str]:
    """A text as pieces of the form's words, the longest first; none where one is not."""
    pieces: list[str] = []
    while text:
        size = next((n for n in range(len(text), _SHORTEST_PIECE - 1, -1) if text[:n] in words), 0)
        if not size:
            return []
        pieces.append(text[:size])
        text = text[size:]
    return pieces


@lru_cache(maxsize=16)
def vocabulary(form: TableForm) -> Vocabulary:
    """The names above the columns of a table."""
    heads = heads_of(form)
    names: dict[str, tuple[str, int]] = {squeezed(cell.text): (OTHER, -1) for cell in heads}
    names |= dict.fromkeys(wide_heads(form), (WIDE, -1))
    names |= {name: (COLUMN, at) for at, columns in enumerate(form.columns) for name in columns}
    if form.abreast:
        names |= {name: (ROW, at) for at, row in enumerate(form.rows) for name in row.forms}
    names.pop("", None)
    labels = [name for row in form.rows for name in row.forms if name not in names]
    words = "\n".join([*names, *labels, *(squeezed(row.official) for row in form.rows)])
    return Vocabulary(names, _pattern(names), _pattern(labels), words)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, the longest first, blanks and ends of lines within them; nothing where there are none."""
    ordered = sorted(names, key=len, reverse=True)
    return re.compile("|".join(r"\s*".join(map(re.escape, name)) for name in ordered) or r"(?!)")


def heads_of(form: TableForm) -> list[Header]:
    """All heads of a table."""
    bands = form.part.table.bands if form.part.table else ()
    return [cell for band in bands for line in band.header for cell in line]


def wide_heads(form: TableForm) -> set[str]:
    """The heads that stand in place of several columns, whose own heads are below them."""
    legal = len(form.columns) - 2
    return {
        squeezed(cell.text) for cell in heads_of(form) if cell.columns > 1 and (form.abreast or cell.columns == legal)
    }
