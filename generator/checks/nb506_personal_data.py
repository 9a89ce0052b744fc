"""NB506: personal data in the text: ID number, mobile number, bank card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.prose.numbers_of_persons import is_bank_card, is_identity_number, is_mobile_number
from generator.checks.prose.passages import Passage, passages
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Judge every run of digits that is long enough."""
    for passage in passages(report):
        if not _enough().search(passage.text):
            continue
        for match in _digits().finditer(passage.text):
            if what := _kind(passage.text, match):
                yield _finding(passage, match, what)


@cache
def _enough() -> re.Pattern[str]:
    """Eleven digits anywhere: a quick look that spares most paragraphs the slow one."""
    return re.compile(r"\d(?:[ -]?\d){10}", re.ASCII)


@cache
def _digits() -> re.Pattern[str]:
    """Eleven digits and more, which spaces or hyphens may divide; not part of an address on the net or of a code."""
    return re.compile(
        r"(?<![\w/=.@+-])(?:\+?86[- ]?)?(\d(?:[ -]?\d){10,22}[Xx]?)(?![\w/=@]|[.-]\d|\.html?|\s*万?元)", re.ASCII
    )


def _kind(text: str, match: re.Match[str]) -> str:
    number = match[1].replace(" ", "").replace("-", "").upper()
    if is_mobile_number(number) and _grouped_as(match[1], (3, 4, 4)):
        return "手机号码"
    if is_identity_number(number) or (
        len(number) == 15 and "身份证" in text[max(0, match.start() - 12) : match.start()]
    ):
        return "身份证号码"
    return "银行卡号" if is_bank_card(number) and _grouped_as(match[1], (4,) * (len(number) // 4)) else ""


def _grouped_as(written: str, groups: tuple[int, ...]) -> bool:
    """Whether the digits stand together, or in those groups (the last one may be shorter or longer)."""
    parts = re.split("[ -]", written)
    return len(parts) == 1 or tuple(map(len, parts))[: len(groups)] == groups


def _finding(passage: Passage, match: re.Match[str], what: str) -> Finding:
    number = match[1]
    return warning(
        "NB506",
        f"“{number[:3]}…{number[-2:]}”像是{what}，属于个人信息",
        passage.span(*match.span(1)),
        hint="报告要公布在网上：请删去；联系方式请写办公电话。",
        path=passage.path,
    )


RULE = Rule(
    code="NB506",
    severity=Severity.WARNING,
    title="文字里有个人信息",
    why=(
        "公开政府信息不得损害个人隐私（《条例》第十五条），已公布的报告里出现过手机号和身份证号。"
        "身份证号核对校验位、银行卡号核对末位，办公座机和12345等热线不算。"
    ),
    fails=Example("引言: 如有疑问，请联系办公室，电话13800138000。\n"),
    passes=Example("引言: 如有疑问，请联系办公室，电话0398-2260113，或者拨打12345。\n"),
    check=check,
)
