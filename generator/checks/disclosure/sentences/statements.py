"""Statements: each number of the narrative with what it speaks of. Made once for a report, shared by the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.checks.disclosure.sentences.completing import completed_by, may_complete
from generator.checks.disclosure.sentences.dictionary import lexicon
from generator.checks.disclosure.sentences.discourse import Standing
from generator.checks.disclosure.sentences.figure_refs import is_government, is_office, own_names
from generator.checks.disclosure.sentences.lexicon import Lexicon
from generator.checks.disclosure.sentences.meaning import Meant, meanings
from generator.checks.disclosure.sentences.normalizing import Folded, fold
from generator.checks.disclosure.sentences.number_context import STRANGE
from generator.checks.disclosure.sentences.number_words import Scope
from generator.checks.disclosure.sentences.phrase_words import APPLICATIONS
from generator.checks.disclosure.sentences.phrases import Phrase, phrases, sentences
from generator.checks.disclosure.sentences.whole_sentences import tells_of_years
from generator.checks.prose.passages import Passage, passages
from generator.checks.prose.remembering import made_once, remembered
from generator.form import keys
from generator.form.edition import Edition, key_form, member
from generator.form.model import Path
from generator.report.model import Report


class Said(NamedTuple):
    """A phrase with its numbers' meanings."""

    phrase: Phrase
    meant: tuple[Meant, ...]
    subject: Path | None
    other_time: bool
    this_year: bool


class Sentence(NamedTuple):
    """A sentence that holds numbers or says that something did not happen, as it was understood."""

    passage: Passage
    folded: Folded
    said: tuple[Said, ...]
    near: frozenset[Path]
    linked: bool


_COUNTED = (
    r"[\d一二两三四五六七八九十百零〇千万](?:余|多|来|万|千)?\s*"
    r"(?:[件条份宗个起例元篇期次场项批部家类人名处％%]|万元|亿元)"
)
_THINGS = (
    r"申请公开|公开申请|信息公开|复议|诉讼|应诉|规章|规范性文件|行政许可|行政处罚|行政强制|收费|处理费|结转|零申请|申请"
)
_DENIALS = r"[未没无零均都]|不涉及|不存在|不曾|全部|全数|悉数|一律|[到理]了"


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(_COUNTED + r"|(?:[为是：量数]|共计?)\d")


@cache
def _things() -> re.Pattern[str]:
    return re.compile(_THINGS)


@cache
def _denials() -> re.Pattern[str]:
    return re.compile(_DENIALS)


def _worth_reading(sentence: str, topic: Path | None) -> bool:
    """Whether a sentence counts something, or may deny or affirm what the tables count: cheap, never wrong about it."""
    if _numbers().search(sentence):
        return True
    named = topic is not None or _things().search(sentence) is not None
    return named and _denials().search(sentence) is not None


class _Setting(NamedTuple):
    """What the words of a report are read by, beside the paragraph they stand in."""

    scope: Scope
    year: int | None
    names: frozenset[str]


@lru_cache(maxsize=8)
def _words(setting: _Setting) -> Lexicon:
    """The dictionary with the agency's own names."""
    return lexicon(setting.scope.edition).with_names(setting.names)


class _Understood(NamedTuple):
    """A sentence as it was understood, wherever its paragraph stands."""

    folded: Folded
    said: tuple[Said, ...]
    near: frozenset[Path]
    linked: bool


@remembered
def _understood(text: str, topic: Path | None, setting: _Setting) -> Iterator[_Understood]:
    """The sentences of a paragraph that hold numbers or denials, read one after the other."""
    words = _words(setting)
    folded = fold(text)
    standing = Standing(topic, of_years=tells_of_years(folded.text, setting.year))
    passed: list[str] = []
    for offset, sentence in sentences(folded.text):
        if _worth_reading(sentence, topic):
            for named in passed:  # what they name is cut into words only where a later sentence may speak of it
                standing.link(words.cut(named))
            passed.clear()
            cut = phrases(sentence, offset, words, setting.year)
            standing.begin_sentence(sentence, offset, cut[0].groups[0] if cut else [])
            said = tuple(_said(cut, standing, setting.scope))
            yield _Understood(folded, said, frozenset(standing.near), standing.linked)
        elif topic is None and _things().search(sentence):
            passed.append(sentence)


def _said(cut: list[Phrase], standing: Standing, scope: Scope) -> list[Said]:
    said: list[Said] = []
    for phrase in cut:
        meant = tuple(meanings(phrase, standing, scope))
        if (
            said
            and said[-1].meant
            and may_complete(phrase)
            and (completed := _completed(phrase, said, standing, scope))
        ):
            said[-1] = said[-1]._replace(meant=(*said[-1].meant[:-1], completed))
        said.append(Said(phrase, meant, standing.subject, standing.other_time or standing.planned, standing.this_year))
    return said


class _Reader:
    """Reads the passages of one report in order; plain text keeps its subheading from one paragraph to the next."""

    def __init__(self, report: Report) -> None:
        self.edition = report.edition
        scope = Scope(report.edition, is_government(report), is_office(report), report.consolidated)
        self.setting = _Setting(scope, report.year, own_names(report))
        self.heading = ""

    def read(self, passage: Passage) -> Iterator[Sentence]:
        topic = passage.topic or self._heading_of(passage)
        about = APPLICATIONS if topic == _application_topic(self.edition) else None
        for understood in _understood(passage.text, about, self.setting):
            yield Sentence(passage, *understood)

    def _heading_of(self, passage: Passage) -> str:
        """The topic under which a paragraph of plain text stands, by the subheading typed at its start."""
        if passage.entry:
            return ""
        if match := _subheading().match(passage.text):
            part = self.edition.find((passage.part,))
            item = member(part, key_form(match[1])) if part else None
            self.heading = item.key if item else ""
        return self.heading


def _completed(phrase: Phrase, said: list[Said], standing: Standing, scope: Scope) -> Meant | None:
    """The last number, where the phrase behind it says what became of it; none that others were left over beside."""
    explained = any(word.sort in STRANGE for word in said[-1].phrase.groups[-1])
    first = (target.readings[0].plus[0] for s in said for meant in s.meant for target in meant.targets)
    if explained and any(path[:2] == _LEFT for path in first):
        return None
    return completed_by(phrase, said[-1].meant, explained, standing, scope)


_LEFT = (keys.APPLICATIONS, keys.CARRIED_OUT)


@cache
def _subheading() -> re.Pattern[str]:
    return re.compile(r"\s*[（(]\s*[一二三四五六七八九十]+\s*[）)]\s*([^：:。]{2,40})")


@cache
def _application_topic(edition: Edition) -> str:
    """The topic of part 一 that tells of applications: the one whose name its own words share with the part."""
    return next(item.key for item in edition.narratives[0].children if "申请" in item.key)


@made_once
def sentences_of(report: Report) -> tuple[Sentence, ...]:
    """The sentences of a report's text that say something about its figures."""
    return tuple(_read(report))


def _read(report: Report) -> Iterator[Sentence]:
    reader = _Reader(report)
    for passage in passages(report):
        if passage.entry != keys.NOTE or _narrates(passage.text):
            yield from reader.read(passage)


def _narrates(note: str) -> bool:
    """Whether a 注 tells of the year as the text does. One that explains a figure (含修订, 统计口径) has numbers of its
    own, which are parts of the table's."""
    return _year_told().search(note) is not None and _explained().search(note) is None


@cache
def _year_told() -> re.Pattern[str]:
    return re.compile(r"(?:\d{4}年|本年度|全年|年内)[^。；]{0,30}(?:收到|受理|新收|办理|办结|答复|发生|未收|制发|作出)")


@cache
def _explained() -> re.Pattern[str]:
    return re.compile(r"^\s*[*※]?\s*(?:备?注|说明|附注)\s*[:：\d]|含|口径|不计|不包括|统计范围|指的?是")


def read_again(report: Report, passage: Passage, text: str) -> Iterator[tuple[int, int, Meant]]:
    """What each number of a text would speak of, if it stood in the passage's place: (start, end, meaning)."""
    reader = _Reader(report)
    for sentence in reader.read(passage._replace(text=text)):
        for said in sentence.said:
            for meant in said.meant:
                if meant.targets:
                    yield *sentence.folded.origin(meant.number.start, meant.number.end), meant


@made_once
def statements(report: Report) -> tuple[tuple[Sentence, Meant], ...]:
    """Every number that speaks of a table figure, with its sentence."""
    return tuple(
        (sentence, meant)
        for sentence in sentences_of(report)
        for said in sentence.said
        for meant in said.meant
        if meant.targets
    )
