"""Thresholds of reading sentences and of setting them against the tables: as `test_thresholds` has those of rules."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from rule_trials import found, topic
from thresholds.pins import Pin, holds

from generator.checks import nb201_balance, nb513_punctuation
from generator.checks.disclosure import nb301_received, nb309_parts
from generator.checks.disclosure.sentences.amounts import AMOUNT, Amount
from generator.checks.disclosure.sentences.lexicon import Lexicon, Sense, Word


def _all_said_named(count: int) -> bool:
    """A table one off, and so many sentences each of which would mend it."""
    said = ["收到政府信息公开申请15件。", "予以公开12件。", "部分公开5件。"][:count]
    table = (
        "政府信息公开申请: {本年新收: {自然人: 16}, 上年结转: 0, "
        "办理结果: {予以公开: {自然人: 11}, 部分公开: {自然人: 4}}, 结转下年度: 0}\n"
    )
    (finding,) = found(nb201_balance.RULE, topic("".join(said)).rstrip("\n") + "\n" + table)
    return finding.hint is not None and finding.hint.count("就平了") == count


def _cut(*ours: str) -> Lexicon:
    return Lexicon({text: Word(Sense.NEUTRAL, "ours", text) for text in ours})


def _is_cut_into_ours(words: tuple[str, ...]) -> bool:
    """Words of ours in a row, which are a word of the list of common words together."""
    return [word.text for word in _cut(*words).cut("".join(words))] == list(words)


def _common_and_short(common: str) -> bool:
    """A common word and one of ours behind it, though its last character with that one is a word of ours as well."""
    ours = ("嘀", common[-1] + "嘀")
    return [word.text for word in _cut(*ours).cut(common + "嘀")] == [common, "嘀"]


def _judged(count: int) -> bool:
    """So many parts that come to less than their total."""
    parts = "、".join(f"{at}件" for at in range(1, count + 1))
    return bool(found(nb309_parts.RULE, topic(f"收到{parts}，合计{sum(range(count)) + 3 * count}件。")))


def _summed_under_another_name(count: int) -> bool:
    """So many parts of which each has a name, and their sum another."""
    parts = "、".join(f"{name}{at}件" for at, name in enumerate(["热线", "信箱", "留言", "来访"][:count], 11))
    return bool(found(nb309_parts.RULE, topic(f"处理{parts}，总计处理诉求99件。")))


def _broken_down(between: int) -> bool:
    """A total, its parts so many phrases further on, of which none but the last has numbers."""
    middle = "依法办理，" * (between - 1)
    return bool(found(nb309_parts.RULE, topic(f"收到申请16件，{middle}其中网上申请4件、信函申请13件。")))


def _told_once(count: int) -> bool:
    """So many paragraphs with half-width marks."""
    text = "\n".join(f"{first}季度按时公开,逐篇审核。" for first in "一二三四"[:count])
    return len(found(nb513_punctuation.RULE, topic(text))) == 1


def _totals_this_year(count: int) -> bool:
    """A total of so many applications without a year, ten in the table, told as another number than this year's."""
    table = (
        "政府信息公开申请: {本年新收: {自然人: 10}, 上年结转: 0, 办理结果: {予以公开: {自然人: 10}}, 结转下年度: 0}\n"
    )
    text = f"累计收到政府信息公开申请{count}件。"
    return bool(found(nb301_received.RULE, topic(text).rstrip("\n") + "\n" + table))


def _fits(said: tuple[str, int]) -> bool:
    """Words for a change from 100 to so many."""
    words, now = said
    match = re.search(AMOUNT, words)
    return match is not None and Amount(match).fits(Decimal(now), Decimal(100))


PINS = [
    Pin("checks.nb201_balance:_MOST_SAID", _all_said_named, 2, 3),
    Pin("checks.nb513_punctuation:_WHOLE", _told_once, 4, 3),
    Pin("checks.disclosure.sentences.amounts:_ABOUT_LEVEL", _fits, ("基本持平", 105), ("基本持平", 106)),
    Pin("checks.disclosure.sentences.amounts:_DOUBLE", _fits, ("翻番", 180), ("翻番", 179)),
    Pin("checks.disclosure.sentences.amounts:_DOUBLE", _fits, ("翻番", 300), ("翻番", 301)),
    Pin("checks.disclosure.sentences.contradictions:SEVERAL_YEARS", _totals_this_year, 19, 20),
    Pin("checks.disclosure.sentences.lexicon:_OWN", _is_cut_into_ours, ("人民", "政府"), ("天安", "门")),
    Pin("checks.disclosure.sentences.lexicon:_SHORT", _is_cut_into_ours, ("一", "些"), ("中", "国")),
    Pin("checks.disclosure.sentences.lexicon:_STRAY", _common_and_short, "一世", "一册"),
    Pin("checks.disclosure.sentences.parts_before:_MANY", _summed_under_another_name, 3, 2),
    Pin("checks.disclosure.sentences.sums:MOST_PARTS", _judged, 12, 13),
    Pin("checks.disclosure.sentences.sums:NEAR", _broken_down, 8, 9),
]


@pytest.mark.parametrize("pin", PINS, ids=lambda pin: f"{pin.constant} {pin.yes}/{pin.no}")
def test_the_threshold_stands_between_the_two(pin: Pin) -> None:
    assert holds(pin)
