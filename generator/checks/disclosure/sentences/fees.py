"""What the text says of 信息处理费: none, or notices sent, money asked and money collected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from generator.checks.disclosure.sentences.lexicon import Word
from generator.checks.disclosure.sentences.number_context import sides
from generator.checks.disclosure.sentences.numbers import COUNT_UNITS, MONEY_UNITS, Number
from generator.checks.disclosure.sentences.statements import Said, Sentence, sentences_of
from generator.form import keys
from generator.report.model import Report, SentenceFigures

NOTICES, ASKED, COLLECTED = keys.NOTICES, keys.ASKED, keys.COLLECTED


class FeeStatement(NamedTuple):
    """One thing said of the fee: ``value`` in 件 or 元, at ``start`` to ``end`` of the folded text."""

    sentence: Sentence
    figure: str
    value: Decimal
    start: int
    end: int
    number: Number | None = None


@cache
def _none() -> re.Pattern[str]:
    return re.compile(
        r"(?:未|没有|没|无|零)(?:曾|有|发生|产生|出现|收取|收到)*(?:过|任何|因)?[^，。；：未缴按及时]{0,14}(?:收取|产生|发生|收费|处理费)"
    )


def fee_statements(report: Report) -> Iterator[FeeStatement]:
    """Everything the text says of the fee in the year reported."""
    for sentence in sentences_of(report):
        text = "".join(word.text for said in sentence.said for word in said.phrase.words)
        notice = "收费通知" in text and "行政事业性" not in text
        if notice or "处理费" in text or ("信息公开" in text and "收费" in text):
            yield from _in_sentence(sentence)


def _in_sentence(sentence: Sentence) -> Iterator[FeeStatement]:
    for said in sentence.said:
        if said.other_time:
            continue
        if not said.phrase.numbers:
            yield from _denied(sentence, said)
        for number, (before, after) in zip(said.phrase.numbers, sides(said.phrase), strict=True):
            if figure := _figure(number, _text(before), _text(after)):
                value = number.value * MONEY_UNITS.get(number.unit, Decimal(1))
                yield FeeStatement(sentence, figure, value, number.start, number.end, number)


def _text(words: list[Word]) -> str:
    return "".join(word.text for word in words)


def _denied(sentence: Sentence, said: Said) -> Iterator[FeeStatement]:
    if _excepting().search(sentence.folded.text[: said.phrase.start].rpartition("。")[2]):
        return
    text = _text(said.phrase.groups[0])
    match = _none().search(text)
    if match and ("处理费" in text or "收费" in text) and "缴" not in text:
        start = said.phrase.start + match.start()
        figure = NOTICES if "通知" in text else COLLECTED
        yield FeeStatement(sentence, figure, Decimal(0), start, said.phrase.start + len(text))


@cache
def _excepting() -> re.Pattern[str]:
    """除发出的3件收费通知外，其余均未收取: some were charged, so nothing is denied of all."""
    return re.compile(r"除[^，。；]*(?:收费|收取|处理费|缴)[^，。；]*(?:外|之外|以外)[，,]")


def _figure(number: Number, before: str, after: str) -> str:
    """Which of the three figures a number is; '' when it is none of them."""
    if not number.is_exact and number.nearness != "exact":
        return ""
    if number.unit in COUNT_UNITS and ("通知" in before or after.startswith(("收费通知", "信息处理费收费通知"))):
        return NOTICES
    if number.unit not in MONEY_UNITS or "行政事业性" in before:
        return ""
    if re.search("未[^，。；]{0,4}[缴付交收]|[拒欠待]缴|没有?缴|放弃", before):  # what was asked for, in part
        return ""
    due = re.search("[应需须][缴付交]|计收|加收", before)
    if not due and re.search("实际|实收|收取|收到|缴纳|缴费|入库|收费(?!通知)", before):
        return COLLECTED
    return ASKED if due or "金额" in before or "应收" in before else ""


def typed_fee(report: Report) -> SentenceFigures | None:
    """信息处理费 as given in figures, or None."""
    entries = (entry for narrative in report.narratives.values() for entry in narrative.entries)
    return next(
        (entry.sentence_figures for entry in entries if entry.sentence_figures and entry.topic == keys.FEE), None
    )


def fee_path(report: Report) -> tuple[str, ...]:
    """Where 信息处理费 stands in the file."""
    for part, narrative in report.narratives.items():
        for entry in narrative.entries:
            if entry.sentence_figures and entry.topic == keys.FEE:
                return (part, entry.key)
    return ()
