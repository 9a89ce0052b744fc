"""Which table figures the words around a number may mean. Every reading that a fair reader would grant is listed.

A reading that fits keeps the rules quiet, so lists are generous where usage wavers: 收到 may mean 新收 alone or with
上年结转; 答复 means all that was dealt with (FORMAT 6.6, no. 7).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from generator.checks.disclosure.sentences.figure_refs import FigureRef
from generator.checks.disclosure.sentences.lexicon import Act, Part, Sense, Word
from generator.checks.disclosure.sentences.words import (
    CLOSED,
    DISPUTED,
    NARROW_DECISIONS,
    PLAIN_DISCLOSURE,
    SUBMITTED,
    VOLUMES,
)
from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import Kind, Path

RECEIVED, RESULT, CARRIED, REVIEW, DOCUMENT, DECISION = "NB301", "NB302", "NB303", "NB304", "NB305", "NB306"

_NEW = (keys.APPLICATIONS, keys.RECEIVED)
_IN = (keys.APPLICATIONS, keys.CARRIED_IN)
_OUT = (keys.APPLICATIONS, keys.CARRIED_OUT)
_TOTAL = (keys.APPLICATIONS, keys.RESULTS)
_OTHER = (*_TOTAL, keys.OTHER_OUTCOME)


class Target(NamedTuple):
    """What a number speaks of: the rule that compares it, and the readings, the plainest first."""

    code: str
    readings: tuple[FigureRef, ...]


def of_applications(words: list[Word], edition: Edition) -> Target | None:
    """What words about applications say is counted; None when they say nothing that the tables hold."""
    acts = {word.value for word in words if word.sort is Sense.ACT}
    kinds = [word.value for word in words if word.sort is Sense.APPLICANT]
    if len(kinds) > 1 or any(word.sort is Sense.OUTCOME for word in words):
        return None
    kind = kinds[0] if kinds else None
    if results := [word.value for word in words if word.sort is Sense.RESULT]:
        part = _one(results)
        if part and len({word.text for word in words if word.sort is Sense.RESULT and word.text[-1] not in "到有"}) > 1:
            part = Part(part.path)  # 未制作、未保存: all ways of having none
        return Target(RESULT, _cells(part.path, kind, part.partial)) if part else None
    if _goes_over(words, acts):
        return Target(CARRIED, _cells(_OUT, kind))
    if _carried(words) is not None or acts & {Act.CARRIED_IN, Act.CARRIED_OUT}:
        return _of_carried(words, acts, kind)
    return _of_acts(acts, kind, words, edition)


def _one(parts: list[Part]) -> Part | None:
    """The one place that several words mean (未制作、未保存), a part of it where each does; None when they differ."""
    same = len({part.path for part in parts}) == 1
    return Part(parts[0].path, all(part.partial for part in parts)) if same else None


def _goes_over(words: list[Word], acts: set[Act]) -> bool:
    """Whether what is dealt with is dealt with next year (3件将在2024年1月办结)."""
    return bool(acts) and acts <= {Act.HANDLED, Act.ANSWERED} and any(word.sort is Sense.NEXT_YEAR for word in words)


def _of_carried(words: list[Word], acts: set[Act], kind: Kinds | None) -> Target | None:
    rows = _carried(words) or ()
    if Act.NEW in acts or Act.RECEIVED in acts:
        if rows == (_IN,) and any(word.sort is Sense.JOINED for word in words):
            return Target(RECEIVED, _sums((_NEW, _IN), kind))
        if len(rows) > 1:
            return None
    return Target(CARRIED, tuple(r for row in rows for r in _cells(row, kind)))


def _carried(words: list[Word]) -> tuple[Path, ...] | None:
    """The rows that 结转 means here; None when nothing is said to be carried."""
    sorts = [word.sort for word in words]
    if Sense.CARRIED not in sorts:
        return None
    at = sorts.index(Sense.CARRIED)
    if Sense.NEXT_YEAR in sorts:
        return (_OUT,) if Sense.LAST_YEAR not in sorts else (_OUT, _IN)
    if Sense.LAST_YEAR in sorts:
        return (_IN,)
    if words[at].value is Act.CARRIED_OUT:
        return (_OUT,)
    return (_IN,) if Sense.THIS_YEAR in sorts[at:] else (_OUT, _IN)


def _of_acts(acts: set[Act], kind: Kinds | None, words: list[Word], edition: Edition) -> Target | None:
    if acts - {Act.NEW, Act.RECEIVED, Act.HANDLED, Act.ANSWERED}:
        return _disclosed(acts, kind, words, edition)
    received = (*_cells(_NEW, kind), *_sums((_NEW, _IN), kind))
    answered = _answered(kind)
    if acts == {Act.ANSWERED}:
        return Target(RESULT, answered)
    if Act.NEW in acts:
        return Target(RECEIVED, _cells(_NEW, kind)) if acts == {Act.NEW} else Target(RECEIVED, received)
    came_in = not acts and any(word.text in VOLUMES or (kind and word.text in SUBMITTED) for word in words)
    if acts == {Act.RECEIVED} or came_in:
        return Target(RECEIVED, received)
    if acts or kind or any(word.sort is Sense.SUBJECT for word in words):
        return Target(RECEIVED, (*received, *answered))
    return None


def _disclosed(acts: set[Act], kind: Kinds | None, words: list[Word], edition: Edition) -> Target | None:
    """公开 alone, in a list of results, is 予以公开."""
    said = {word.text for word in words if word.sort in {Sense.ACT, Sense.SUBJECT}}
    if acts == {Act.PUBLISHED} and said <= PLAIN_DISCLOSURE:
        results = edition.find(_TOTAL)
        if results is None:
            return None
        whole, partly = ((*_TOTAL, item.key) for item in results.children[:2])
        both = _sums((whole, partly), kind) if any(word.sort is Sense.TOGETHER for word in words) else ()
        return Target(RESULT, (*_cells(whole, kind), *both))  # 合计公开16件: in part, too
    return None


def disclosed_beside(words: list[Word], edition: Edition) -> list[Word]:
    """The words, 公开 as 予以公开 where it is listed beside another result (公开和部分公开)."""
    sorts = [word.sort for word in words]
    results = edition.find(_TOTAL)
    if Sense.RESULT not in sorts or Sense.JOINED not in sorts or results is None:
        return words
    whole = Part((*_TOTAL, results.children[0].key))
    near = [{*sorts[max(0, at - 2) : at], *sorts[at + 1 : at + 3]} for at in range(len(words))]
    return [
        Word(Sense.RESULT, whole, word.text)
        if word.text in PLAIN_DISCLOSURE and near[at] >= {Sense.JOINED, Sense.RESULT}
        else word
        for at, word in enumerate(words)
    ]


def _answered(kind: Kinds | None) -> tuple[FigureRef, ...]:
    """All that was dealt with; without 其他处理, for what was withdrawn got no answer; of this year's alone."""
    if kind:
        return _cells(_TOTAL, kind)
    return (FigureRef((_TOTAL,)), FigureRef((_TOTAL,), (_OTHER,)), FigureRef((_NEW,), (_OUT,)))


Kinds = tuple[tuple[str, ...], ...]
"""Alternatives for the columns meant, each a set of columns to be added up."""


def _columns(kind: Kinds | None) -> Kinds:
    return kind or ((),)


def _cells(row: Path, kind: Kinds | None, partial: bool = False) -> tuple[FigureRef, ...]:
    return tuple(FigureRef(_names(row, columns), at_most=partial) for columns in _columns(kind))


def _sums(rows: Iterable[Path], kind: Kinds | None) -> tuple[FigureRef, ...]:
    return tuple(FigureRef(tuple(n for row in rows for n in _names(row, columns))) for columns in _columns(kind))


def _names(row: Path, columns: tuple[str, ...]) -> tuple[Path, ...]:
    return tuple((*row, column) for column in columns) if columns else (row,)


# --- the other tables -----------------------------------------------------------------------------------------------


def of_review(path: Path, words: list[Word]) -> Target | None:
    """What words about 行政复议 or 行政诉讼 say is counted."""
    acts = {word.value for word in words if word.sort is Sense.ACT}
    outcomes = [word.value for word in words if word.sort is Sense.OUTCOME]
    outcome = _one(outcomes) if outcomes else None
    if acts - {Act.NEW, Act.RECEIVED, Act.HANDLED, Act.ANSWERED} or (outcomes and outcome is None):
        return None
    if any(word.sort in {Sense.CARRIED, Sense.RESULT, Sense.APPLICANT} for word in words):
        return None
    if outcome:
        return Target(REVIEW, (FigureRef((_outcome(path, outcome),), at_most=outcome.partial),))
    whole = FigureRef((path,))
    if Act.NEW in acts or any(word.text in CLOSED for word in words):
        return Target(REVIEW, (whole, FigureRef((path,), at_most=True)))
    return Target(REVIEW, (whole,))


def _outcome(path: Path, outcome: Part) -> Path:
    return (*path, *outcome.path)


_DOCUMENT_ACTS = {
    Act.ISSUED: (keys.ISSUED,),
    Act.NEW: (keys.ISSUED,),
    Act.REPEALED: (keys.REPEALED,),
    Act.IN_FORCE: (keys.IN_FORCE,),
    Act.PUBLISHED: (keys.ISSUED, keys.IN_FORCE),
}


def of_documents(path: Path, words: list[Word]) -> Target | None:
    """What words about 规章 or 规范性文件 say is counted. Without a verb it may be any of the three."""
    acts = [word.value for word in words if word.sort is Sense.ACT]
    if any(word.sort in {Sense.RESULT, Sense.APPLICANT, Sense.CARRIED, Sense.QUALIFIER} for word in words):
        return None
    meant = [_DOCUMENT_ACTS.get(act) for act in acts]
    if None in meant:
        return None
    if len(set(acts) - {Act.PUBLISHED, Act.NEW}) > 1:
        return None
    firm = [_DOCUMENT_ACTS[act] for act in acts if act is not Act.PUBLISHED] or meant
    cells = tuple(dict.fromkeys(cell for found in firm for cell in found or ()))
    cells = cells or (keys.ISSUED, keys.REPEALED, keys.IN_FORCE)
    return _document(path, cells)


@cache
def _document(path: Path, cells: tuple[str, ...]) -> Target:
    return Target(DOCUMENT, tuple(FigureRef(((*path, cell),)) for cell in cells))


_NARROW = frozenset(word for words in NARROW_DECISIONS.values() for word in words.split())


def of_decisions(path: Path, words: list[Word]) -> Target | None:
    """What words about 行政许可, 行政处罚, 行政强制 or 收费 say is counted; what was published is not all there is."""
    if any(word.text in DISPUTED for word in words):
        return None
    acts = {word.value for word in words if word.sort is Sense.ACT}
    others = {Sense.RESULT, Sense.APPLICANT, Sense.CARRIED, Sense.OUTCOME}
    if acts - {Act.HANDLED, Act.ANSWERED} or any(word.sort in others for word in words):
        return None
    some = any(word.text in _NARROW for word in words)
    return Target(DECISION, (FigureRef((path,), at_most=some),))


def resolver_for(path: Path, edition: Edition) -> str:
    """Which of the four ways a subject is read in."""
    item = edition.find(path)
    if path == (keys.APPLICATIONS,):
        return "applications"
    if path[0] == keys.REVIEWS:
        return "review"
    return "document" if item and item.kind is Kind.ROW else "decision"


def target_of(path: Path, words: list[Word], edition: Edition) -> Target | None:
    """What a number with these words around it speaks of, its subject being known."""
    way = resolver_for(path, edition)
    if way == "applications":
        return of_applications(words, edition)
    if way == "review":
        return of_review(path, words)
    return of_documents(path, words) if way == "document" else of_decisions(path, words)
