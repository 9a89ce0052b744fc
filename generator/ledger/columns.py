"""Which column is which: by the table of names, by answers; what is not certain is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from generator.form.ledger_words import columns as names
from generator.ledger.lookup import may_be_shown, plain
from generator.ledger.questions import COLUMNS, LedgerQuestion
from generator.workbook.text import name_of_cell

_BRACKETED = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
_MATTERS = frozenset(
    {names.NUMBER, names.RECEIVED, names.KIND, names.ANSWERED, names.OUTCOME, names.WITHDRAWN, names.BODY}
)
"""Roles of which there must not be two: they decide where a case is counted."""
_MOST_CANDIDATES = 12


Place = Callable[[int], str]


class Sureness(Enum):
    """How sure a name is."""

    CERTAIN = auto()
    UNLESS = auto()
    ASKED = auto()


class Roles(NamedTuple):
    """``columns`` by role, from 0; ``questions`` are open."""

    columns: Mapping[str, int]
    questions: tuple[LedgerQuestion, ...]


def role_of(name: str) -> tuple[str, Sureness] | None:
    """What a column's name means; None for none of ours."""
    if plain(name) in _never() or plain(_BRACKETED.sub("", name)) in _never():
        return None
    return _roles().get(plain(name)) or _roles().get(plain(_BRACKETED.sub("", name)))


def is_other(name: str) -> bool:
    """Whether a name is known to be none of ours."""
    return plain(name) in _never()


def shown_name(name: str, column: int) -> str:
    """A column's name as it may be shown, else its letter."""
    return name if may_be_shown(name) or role_of(name) else _letter(column)


def _letter(column: int) -> str:
    return f"{name_of_cell(0, column).rstrip('0123456789')}列"


def _told_apart(heads: Mapping[int, str]) -> dict[int, str]:
    """Each column by what it is called in questions and answers: with its letter where several have one name."""
    shown = {column: shown_name(name, column) for column, name in heads.items()}
    often = Counter(map(plain, shown.values()))
    return {
        column: f"{name}（{_letter(column)}）" if often[plain(name)] > 1 else name for column, name in shown.items()
    }


def assigned(heads: Mapping[int, str], answers: Mapping[str, str], place: Place) -> Roles:
    """The roles of the columns named ``heads``. ``answers`` are roles by name; ``place`` names a head's cell."""
    called = _told_apart(heads)
    said = {column: role for column, name in heads.items() if (role := _answer(name, column, called[column], answers))}
    found = {role: column for column, role in reversed(said.items()) if role != names.UNUSED}
    questions: list[LedgerQuestion] = []
    for role in names.ROLES:
        if role in found:
            continue
        by_sureness = _claims(heads, said, role)
        certain = by_sureness[Sureness.CERTAIN] or by_sureness[Sureness.UNLESS]
        if len(certain) == 1 or (certain and role not in _MATTERS):
            found[role] = certain[0]
        elif asked := certain or by_sureness[Sureness.ASKED]:
            questions += (_question(called[column], column, (role,), place) for column in asked)
    missing = tuple(role for role in names.NEEDED if role not in found and not _is_asked(role, questions))
    if missing:
        questions += _candidates(heads, called, said, missing, place)
    return Roles(found, tuple(questions))


def _answer(name: str, column: int, called: str, answers: Mapping[str, str]) -> str:
    """The answer about a column; what is said of a name that several columns have is said of none of them."""
    by_name = answers.get(plain(name), "") if called == shown_name(name, column) else ""
    return answers.get(plain(called)) or by_name


def _claims(heads: Mapping[int, str], said: Mapping[int, str], role: str) -> dict[Sureness, list[int]]:
    claims: dict[Sureness, list[int]] = {sureness: [] for sureness in Sureness}
    for column, name in heads.items():
        meant = role_of(name)
        if column not in said and meant and meant[0] == role:
            claims[meant[1]].append(column)
    return claims


def _is_asked(role: str, questions: list[LedgerQuestion]) -> bool:
    return any(role in one.choices for one in questions)


def _candidates(
    heads: Mapping[int, str],
    called: Mapping[int, str],
    said: Mapping[int, str],
    missing: tuple[str, ...],
    place: Place,
) -> Iterator[LedgerQuestion]:
    free = [column for column, name in heads.items() if column not in said and not role_of(name) and not is_other(name)]
    for column in free[:_MOST_CANDIDATES]:
        yield _question(called[column], column, missing, place)


def _question(shown: str, column: int, roles: tuple[str, ...], place: Place) -> LedgerQuestion:
    return LedgerQuestion(
        section=COLUMNS,
        key=shown,
        field="",
        column="、".join(roles),
        value=shown,
        cells=(place(column),),
        cases=(),
        choices=(*roles, names.UNUSED),
        why=f"“{shown}”这一列是不是{'、'.join(roles)}，看列名不能确定",
    )


@cache
def _roles() -> dict[str, tuple[str, Sureness]]:
    found: dict[str, tuple[str, Sureness]] = {}
    for entry in names.COLUMN_WORDS:
        ways = ((entry.certain, Sureness.CERTAIN), (entry.unless, Sureness.UNLESS), (entry.asked, Sureness.ASKED))
        for written, sureness in ways:
            for name in written:
                found.setdefault(plain(name), (entry.role, sureness))
    return found


@cache
def _never() -> frozenset[str]:
    return frozenset(plain(name) for name in names.NEVER)
