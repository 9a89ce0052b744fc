"""What a sentence, or a paragraph, is about as a whole, told by its text before it is cut into words."""

from __future__ import annotations

import re
from functools import cache

from generator.checks.disclosure.sentences.words import OTHERS_CASES, SIFTED, TOTTING_UP


def tells_of_years(text: str, year: int | None) -> bool:
    """Whether a text speaks of more than the year reported: since when, of how many years, of another year."""
    if not any(word in text for word in TOTTING_UP):
        return False
    return _long_time().search(text) is not None or any(int(told) != year for told in _year_named().findall(text))


@cache
def _long_time() -> re.Pattern[str]:
    return re.compile(
        r"(?<!今年)(?<!一年)(?<!年初)(?<!本年度)以来|至今|历[年届次]|近[一二三四五六七八九十两几\d]*年|[二三四五六七八九十两几多数]年"
        r"|自[^，。；]{0,12}(?:起|后)|十[二三四五六]五|[本上]届|每年|年均"
    )


@cache
def _year_named() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(\d{4})年")


def sifts(text: str) -> bool:
    """Whether a sentence tells how documents were looked through; 经全面清理， at its head tells what came of it."""
    return any(word in text for word in SIFTED) and any(word in _sifting().sub("", text) for word in SIFTED)


def of_others_cases(text: str) -> bool:
    """Whether a sentence tells of cases that are not over the agency's own answers."""
    may_review = "复议" in text or "各类" in text
    named = any(word in text for word in OTHERS_CASES) or _unrelated().search(text) is not None
    return named or (may_review and _reviewing_body().search(text) is not None)


@cache
def _unrelated() -> re.Pattern[str]:
    """What is told is said to have nothing to do with the disclosure of information."""
    return re.compile(
        r"(?:与|同|和)(?:政府)?信息公开[^，。；]{0,6}无关|(?:不涉及|未涉及|非)(?:政府)?信息公开|未列入本报告|不列入本报告"
    )


@cache
def _sifting() -> re.Pattern[str]:
    return re.compile(rf"经过?[^，。；\d]{{0,8}}(?:{'|'.join(sorted(SIFTED))})(?:后|之后)?，")


@cache
def _reviewing_body() -> re.Pattern[str]:
    """A body that reviews, telling of its own year, and cases of every kind: not those over the agency's answers."""
    body = "复议(?:机构|局|委员会|中心)(?:全年|共|本年度?|年内|今年|累计)*(?:收到|受理|审理|办理|办结|审结)"
    return re.compile(f"{body}|各类(?:行政)?(?:复议|应诉|诉讼)")


def own_cases_from(text: str) -> int:
    """Where a sentence that tells first of cases over anything comes to those over disclosure; 0 where it does not."""
    if "信息公开" not in text or not any(word in text for word in _CASES):
        return 0
    match = _over_disclosure().search(text)
    before = text[: match.start()] if match else ""
    clauses = re.split("[，；]", before)
    over_anything = any(_cases_counted().search(clause) and not _own().search(clause) for clause in clauses)
    return len(before) if over_anything else 0


_CASES = ("复议", "诉讼", "应诉")


@cache
def _over_disclosure() -> re.Pattern[str]:
    return re.compile(
        r"(?:因|涉及?|其中[^，。；]{0,6}?|属于|关于)(?:政府)?信息公开[^，。；]{0,10}?(?:复议|诉讼|应诉|案件|\d)"
    )


@cache
def _cases_counted() -> re.Pattern[str]:
    return re.compile(r"(?:复议|诉讼|应诉)[^，。；\d]{0,6}\d")


@cache
def _own() -> re.Pattern[str]:
    return re.compile(r"信息公开|政务公开|依申请|答复")
