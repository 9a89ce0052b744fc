"""The form's own help left in the text: what the new file says above each place, whole or in part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.prose.needs import Sieve
from generator.checks.prose.placeholders import Leftover
from generator.checks.prose.remembering import remembered
from generator.form import Edition
from generator.form.edition import walk
from generator.form.model import FIGURES, Kind
from generator.form.writing import how_to_write

_ENDS = r"[。；！？;!?]"
_PARTS = r"[，、：,:。；！？;!?]"
_FILLING = r"[\s“”\"'（）()#|　]"
_LEAST = 10
"""Characters that must be the form's: shorter words of it are anybody's."""
_BEGINNING = 6
"""Characters of a clause by which it is looked for first; shorter ones alone are anybody's words."""
_SHARE = 0.8
"""So much of a sentence must be the form's."""
_TABLES = frozenset({Kind.TABLE, Kind.GROUP, Kind.ROW, *FIGURES})


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def help_sieve(edition: Edition) -> Sieve[bool]:
    """How the clauses of the form's help begin: most texts have none of them."""
    return Sieve([((clause[:_BEGINNING] for clause in _clauses(edition) if len(clause) >= _BEGINNING), True)])


@remembered
def help_left(text: str, edition: Edition) -> Iterator[Leftover]:
    """The sentences that are the form's help and nobody's report."""
    known = _clauses(edition)
    start = 0
    for end in (*(match.start() for match in _re(_ENDS).finditer(text)), len(text)):
        sentence = text[start:end]
        pieces = [folded for piece in _re(_PARTS).split(sentence) if (folded := _re(_FILLING).sub("", piece))]
        length = sum(map(len, pieces))
        of_form = sum(len(piece) for piece in pieces if piece in known)
        if of_form >= _LEAST and of_form >= _SHARE * length:
            first = start + len(sentence) - len(sentence.lstrip())
            yield Leftover(first, end, "新建文件里的填写说明")
        start = end + 1


@cache
def _clauses(edition: Edition) -> frozenset[str]:
    """What the help of texts and front matter says, clause by clause."""
    said: set[str] = set()
    for _, item in walk(edition.root):
        if item.kind not in _TABLES:
            said.update((item.help, how_to_write(item)))
    clauses = (_re(_FILLING).sub("", piece) for text in said for piece in _re(_PARTS).split(text))
    return frozenset(clause for clause in clauses if clause)
