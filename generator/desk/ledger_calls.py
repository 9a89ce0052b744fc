"""The ledger's calls: a workbook counted, what is asked answered, its figures put into the report's text.

Workbook, answers (the text of 对照.yaml) and report come with each call and nothing of them is kept. What a person
wrote into the workbook stays in it: answers hold places, case numbers and the tables' words, as on the command line.
"""

from __future__ import annotations

import os
from base64 import b64decode
from typing import Any, NamedTuple

from generator.desk.look import look
from generator.editing.edits.typed import RefusedError
from generator.editing.from_ledger import FromLedger, with_ledger
from generator.editing.page import Page
from generator.files.errors import UserError
from generator.form import keys
from generator.form.edition import Edition, edition_for
from generator.form.ledger_words import columns as names
from generator.form.model import Path
from generator.form.placing import in_words
from generator.ledger import FILE_NAME
from generator.ledger.asking import with_answer, with_questions
from generator.ledger.questions import LedgerQuestion
from generator.ledger.run import CountedLedger, LedgerFile, LedgerWish, count_ledger
from generator.ledger.scene import DAY_WANTED, LedgerFault
from generator.ledger.tracing import fault_data
from generator.pipeline.ledger_findings import none_carried
from generator.source.text import decode
from generator.wording import on_page

Given = dict[str, Any]


class _Counted(NamedTuple):
    """A counted ledger with the text of its answers, open questions written into it."""

    counted: CountedLedger
    answers: str
    problem: str


def ledger(path: str, given: Given) -> dict[str, Any]:
    """The ledger ``name``, ``data`` (base64) counted by ``answers``.

    ``given``: answers put in first, each as section, key, field, answer. ``text``: the report, '' for none; the year is
    its year. ``last``: last year's ledger as ``name`` and ``data``. Raises UserError for what is no ledger.
    """
    found = _count(path, given)
    counted = found.counted
    return {
        "name": counted.name,
        "year": counted.year,
        "year_why": counted.year_why,
        "answers": found.answers,
        "answers_name": FILE_NAME,
        "answers_problem": found.problem,
        "questions": [_question(one) for one in counted.questions],
        **_tables(counted),
        "excluded": [{"case": case, "why": why} for case, why in counted.excluded],
        "faults": [_fault(counted.name, fault) for fault in counted.faults],
        "into": _into(str(given.get("text") or ""), counted),
    }


def ledger_into(path: str, given: Given) -> dict[str, Any]:
    """The report's text with the ledger's figures, and a look at it.

    What is filled in otherwise stays, but for ``taken``: places as they were shown, each with what stood there then.
    Raises RefusedError while questions are open.
    """
    counted = _count(path, given).counted
    if counted.questions:
        raise RefusedError(f"台账里还有 {len(counted.questions)} 处没有回答，没有写进年报", "请先逐条回答")
    shown = {(tuple(map(str, place)), str(typed)) for place, typed in given.get("taken") or ()}
    before = with_ledger(given["text"], counted, counted.name, force=False)
    taken = frozenset(one.path for one in before.kept if (one.path, one.typed) in shown)
    done = with_ledger(given["text"], counted, counted.name, force=False, taken=taken) if taken else before
    told = {"written": len(done.written), "kept": _differing(done, edition_for(counted.year))}
    return {**look(path, done.text), **told}


def _count(path: str, given: Given) -> _Counted:
    said = str(given.get("answers") or "").encode("utf-8", "surrogatepass")
    for section, key, field, answer in given.get("given") or ():
        said = with_answer(said, _named(str(section), str(key), str(field)), str(answer))
    file = LedgerFile(os.path.basename(str(given["name"])), b64decode(given["data"]))
    counted = count_ledger(file, said, _wish(path, given))
    try:
        said, problem = with_questions(said, counted.questions), ""
    except UserError as unreadable:
        problem = f"{unreadable.message}。{on_page(unreadable.hint)}"
    return _Counted(counted, decode(said).text, problem)


def _named(section: str, key: str, field: str) -> LedgerQuestion:
    """A question by its entry alone."""
    return LedgerQuestion(section, key, field, "", "", (), (), (), "")


def _wish(path: str, given: Given) -> LedgerWish:
    text, last = str(given.get("text") or ""), given.get("last")
    report = Page(path, text).report if text else None
    return LedgerWish(
        year=report.year if report else None,
        last=LedgerFile(os.path.basename(str(last["name"])), b64decode(last["data"])) if last else None,
        none_carried=report is not None and none_carried(report),
    )


def _question(one: LedgerQuestion) -> dict[str, Any]:
    return {
        **one.as_dict(),
        "entry": [one.section, one.key, one.field],
        "of": one.key if one.cases and one.field else "",
        "why": on_page(one.why),
        "choices": [choice for choice in one.choices if choice != DAY_WANTED],
        "wants_day": DAY_WANTED in one.choices,
    }


def _fault(name: str, fault: LedgerFault) -> dict[str, Any]:
    return {**fault_data(name, fault), "hint": on_page(fault.hint)}


def _tables(counted: CountedLedger) -> dict[str, Any]:
    """Figures and totals by their places (None: not known yet), the cases of each figure, what is known of a case."""
    figures: dict[str, int | None] = {}
    totals: dict[str, int | None] = {}
    tables = {name: table for name, table in counted.tables().items() if table is not None}
    _sort(tables, (), figures, totals)
    return {
        "tables": list(tables),
        "figures": figures,
        "totals": totals,
        "cells": {".".join(path): list(cases) for path, cases in counted.cells().items()},
        "cases": {
            one.case: {"place": one.row.place(names.NUMBER), "rule": one.rule}
            for one in counted.cases
            if not one.left_out
        },
    }


def _sort(data: dict[str, Any], path: Path, figures: dict[str, int | None], totals: dict[str, int | None]) -> None:
    """Figures of ``data`` apart from totals, each under its place: that of a row is the row's own."""
    for key, value in data.items():
        place = path if key == keys.TOTAL else (*path, key)
        if isinstance(value, dict):
            _sort(value, place, totals if key == keys.TOTAL else figures, totals)
        else:
            (totals if key == keys.TOTAL else figures)[".".join(place)] = value


def _into(text: str, counted: CountedLedger) -> dict[str, Any] | None:
    """What putting the figures into the report would do; None where there is no report."""
    if not text:
        return None
    try:
        done = with_ledger(text, counted, counted.name, force=False)
    except RefusedError as refused:
        return {"refused": refused.message, "hint": on_page(refused.hint)}
    edition = edition_for(counted.year)
    return {"new": len(done.written), "differing": _differing(done, edition), "changes": done.text != text}


def _differing(done: FromLedger, edition: Edition) -> list[dict[str, Any]]:
    return [
        {
            "path": list(one.path),
            "place": in_words(one.path, edition),
            "typed": one.typed,
            "counted": one.counted,
            "cases": list(one.cases),
        }
        for one in done.kept
    ]
