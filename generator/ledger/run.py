"""A ledger counted from its bytes: read, judged case by case, summed. Nothing is opened, written or printed here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from generator.files.errors import UserError
from generator.form import keys
from generator.form.edition import edition_for
from generator.form.ledger_words import columns as names
from generator.ledger.answers import Answers, read_answers
from generator.ledger.bodies import bodies_of
from generator.ledger.counting import CountedTable, count
from generator.ledger.identity import case_names
from generator.ledger.judging import JudgedCase, judge
from generator.ledger.last_ledger import BOOK, carried_from
from generator.ledger.questions import TERMS, LedgerQuestion, gathered
from generator.ledger.reading import LedgerSource, read_source, year_of
from generator.ledger.repeats import single_rows
from generator.ledger.review_table import ReviewTable, count_reviews
from generator.ledger.rows import LedgerRow
from generator.ledger.scene import LedgerFault, Period, Scene, rolled_up
from generator.ledger.sheets import read_book
from generator.ledger.working_days import WorkingDays
from generator.wording import Worded, joined

_WHICH_YEAR = Worded("请加上 --year，例如 --year 2025", "请先新建或者打开那一年的年报，再放台账")
_NONE_CARRIED = frozenset({"0", "无", "没有"})


class LedgerFile(NamedTuple):
    """A ledger's file name (without its folder) and its bytes."""

    name: str
    data: bytes


class LedgerWish(NamedTuple):
    """What is to be counted. ``year`` None: the ledger says. ``period``: a part of the year, or the whole for None.

    ``last``: last year's ledger. ``none_carried``: last year's report says that nothing was carried over.
    """

    year: int | None = None
    period: Period | None = None
    last: LedgerFile | None = None
    none_carried: bool = False


class CountedLedger(NamedTuple):
    """A ledger with its tables. ``year_why`` says where the year was found, '' where it was given."""

    name: str
    period: Period
    year_why: str
    table: CountedTable
    reviews: ReviewTable | None
    cases: tuple[JudgedCase, ...]
    questions: tuple[LedgerQuestion, ...]
    excluded: tuple[tuple[str, str], ...]
    faults: tuple[LedgerFault, ...]
    answers: Answers

    @property
    def year(self) -> int:
        """The year counted."""
        return self.period.first.year

    def tables(self) -> dict[str, Any]:
        """Both tables as ``export`` prints them; table 4 is None where the ledger says nothing of it."""
        reviews = self.reviews.as_data() if self.reviews else None
        return {keys.APPLICATIONS: self.table.as_data(), keys.REVIEWS: reviews}

    def figure(self, path: tuple[str, ...]) -> int | None:
        """A figure of either table; None while it is not known."""
        if path[0] == keys.APPLICATIONS:
            return self.table.figure(path)
        return self.reviews.figure(path) if self.reviews else None

    def cells(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The cases of each figure, by its full path."""
        return {**self.table.cells, **(self.reviews.cells if self.reviews else {})}


def count_ledger(ledger: LedgerFile, answers: bytes = b"", wish: LedgerWish | None = None) -> CountedLedger:
    """Count a ledger. Raises UserError where it cannot be read, or no year can be told."""
    wish = wish or LedgerWish()
    said = read_answers(answers)
    source = read_source(read_book(ledger.name, ledger.data), said)
    year, why = (wish.year, "") if wish.year else year_of(source, ledger.name)
    if wish.period:
        year, why = wish.period.first.year, ""
    if year is None:
        raise UserError("看不出这本台账是哪一年的", _WHICH_YEAR)
    period = wish.period or Period.of_year(year)
    scene = Scene(period, said, WorkingDays(said.calendar), bodies_of(source.rows))
    if source.blocking:
        return _blocked(ledger.name, period, why, source, said)
    return _counted(ledger.name, why, source, scene, wish)


def _counted(name: str, why: str, source: LedgerSource, scene: Scene, wish: LedgerWish) -> CountedLedger:
    singles = single_rows(source.rows, case_names(source.rows), scene.answers)
    judged = [_judged(row, case, scene, singles.open.get(case)) for row, case in singles.kept]
    last = _last_cases(wish.last, judged, scene) if wish.last else ()
    cases = (*judged, *last)
    known = wish.none_carried or wish.last is not None or _has_older(judged, scene.period)
    asked = [question for one in cases for question in one.questions]
    if not known and not (known := _none_said(scene)):
        asked.append(_carried_question(scene.period))
    edition = edition_for(scene.period.first.year)
    reviews = count_reviews(source, singles, scene, edition)
    questions = gathered((*asked, *(reviews.questions if reviews else ())))
    excluded = [(one.case, one.left_out) for one in cases if one.left_out]
    excluded += [
        (row.place(names.NUMBER), reason)
        for row, _, reason in (*singles.dropped, *(reviews.dropped if reviews else ()))
    ]
    doubled = (*singles.faults, *(reviews.faults if reviews else ()))
    faults = [*source.faults, *doubled, *(fault for one in cases for fault in one.faults)]
    return CountedLedger(
        name=name,
        period=scene.period,
        year_why=why,
        table=count(cases, edition, carried_in_known=known),
        reviews=reviews,
        cases=cases,
        questions=questions,
        excluded=tuple(excluded),
        faults=(*rolled_up(faults), *faults_of_answers(scene.answers)),
        answers=scene.answers,
    )


def _judged(row: LedgerRow, case: str, scene: Scene, doubt: LedgerQuestion | None) -> JudgedCase:
    """A case; one of which it is not known whether it counts waits with its other questions."""
    found = judge(row, case, scene)
    if doubt is None or found.left_out:
        return found
    return found._replace(entries=found.entries | {None}, exits=found.exits | {None}, questions=(doubt,))


def _has_older(cases: Iterable[JudgedCase], period: Period) -> bool:
    return any(one.received is not None and one.received < period.first for one in cases)


def _carried_term(period: Period) -> str:
    first = period.first
    return f"{first.year}年{keys.CARRIED_IN}" if (first.month, first.day) == (1, 1) else f"{first.isoformat()}以前结转"


def _none_said(scene: Scene) -> bool:
    return scene.answers.terms.get(_carried_term(scene.period), "") in _NONE_CARRIED


def _carried_question(period: Period) -> LedgerQuestion:
    none = "台账里没有以前收到的申请：确实没有结转来的写 0；有的，请补进台账，或者加上上年台账"
    why = joined(none, Worded("（--last）", ""))
    return LedgerQuestion(TERMS, _carried_term(period), "", keys.CARRIED_IN, "", (), (), ("0",), why)


def _last_cases(last: LedgerFile, judged: list[JudgedCase], scene: Scene) -> Iterator[JudgedCase]:
    """Last year's cases that were carried over and do not stand in this ledger."""
    first = scene.period.first
    period = Period(date(first.year - 1, 1, 1), first - timedelta(days=1))
    source = read_source(read_book(last.name, last.data), scene.answers)
    if source.blocking:
        count = f"请先数它：nianbao ledger {last.name} --year {first.year - 1}"
        hint = Worded(count, "请先把它作为台账放进来，把问的都回答了")
        raise UserError("上年台账里有的列认不准，不能用来核对结转", hint)
    older = scene._replace(period=period, bodies=bodies_of(source.rows))
    rows = [row._replace(sheet=f"{BOOK}:{row.sheet}") for row in source.rows]
    singles = single_rows(rows, case_names(rows), scene.answers)
    taken = {one.case for one in judged}
    here = {one.row.case_number for one in judged if _may_be_older(one, first)} - {""}
    for row, case in singles.kept:
        if row.case_number not in here:
            name = row.place(names.NUMBER) if case in taken else case
            yield from carried_from(judge(row, name, older), scene)


def _may_be_older(one: JudgedCase, first: date) -> bool:
    """Whether a case may be of last year: numbers that begin anew each year name others then."""
    is_unsure = one.received is None or any(question.field == names.RECEIVED for question in one.questions)
    return is_unsure or (one.received is not None and one.received < first)


def faults_of_answers(answers: Answers) -> tuple[LedgerFault, ...]:
    """What is wrong in the file of answers."""
    return tuple(LedgerFault(one.message, one.hint, ()) for one in answers.findings)


def _blocked(name: str, period: Period, why: str, source: LedgerSource, said: Answers) -> CountedLedger:
    """Nothing can be counted yet: which column is which must be said first."""
    edition = edition_for(period.first.year)
    table = count((), edition, carried_in_known=False)
    table = table._replace(open=frozenset(table.all_cells()))
    faults = (*rolled_up(source.faults), *faults_of_answers(said))
    return CountedLedger(name, period, why, table, None, (), source.blocking, (), faults, said)
