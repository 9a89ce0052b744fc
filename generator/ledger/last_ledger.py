"""Last year's ledger: a case that it carried over must stand in this year's, or is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.form import keys
from generator.form.ledger_words import columns as names
from generator.form.ledger_words.outcomes import RESULTS
from generator.form.ledger_words.word import CARRY, DROP
from generator.ledger.endings import Way
from generator.ledger.judging import JudgedCase, judge
from generator.ledger.questions import SINGLE, LedgerQuestion
from generator.ledger.scene import Scene

BOOK = "上年台账"
"""What stands before the places of last year's ledger."""


def carried_from(last: JudgedCase, scene: Scene) -> Iterator[JudgedCase]:
    """What a case of last year's ledger, which this year's has not, adds to this year. Nothing if it was finished."""
    if CARRY not in last.exits:
        return
    row = last.row
    found = judge(row, last.case, scene)
    if found.left_out:
        return
    if len(last.exits) > 1:
        found = found._replace(entries=found.entries | {None}, exits=found.exits | {None})
    else:  # it was carried over for certain
        found = found._replace(entries=found.entries - {None}, exits=found.exits - {None})
    is_finished = found.exits.isdisjoint({CARRY}) and not found.questions
    if is_finished or scene.answers.of_case(last.case, names.OUTCOME):
        yield found
        return
    told = f"办结了是什么结果、哪一天，没办结写{CARRY}"
    why = f"{BOOK}结转来的这一件，这本台账里没有：{told}"
    doubt = frozenset[Way]()
    if not row.case_number:
        why, doubt = f"{BOOK}结转来的这一件没有编号，这本台账里已经有的写{DROP}；没有的：{told}", frozenset({None})
    places = (row.place(names.NUMBER),)
    question = LedgerQuestion(
        SINGLE, last.case, names.OUTCOME, names.OUTCOME, "", places, (last.case,), (CARRY, *RESULTS, DROP), why
    )
    ways = frozenset((CARRY, *(f"{keys.RESULTS}.{place}" for place in RESULTS)))
    others = tuple(one for one in found.questions if one.field == names.KIND)
    yield found._replace(entries=found.entries | doubt, exits=found.exits | ways | doubt, questions=(*others, question))
