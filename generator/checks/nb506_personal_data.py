"""NB506: personal data in the text: numbers, addresses and dates by which a person can be told or reached."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.passages import Passage, sifted, whole_text
from generator.checks.prose.personal_data import (
    Personal,
    has_long_number,
    long_numbers,
    personal_data,
    personal_sieve,
)
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Severity, warning
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at every paragraph."""
    numbered = has_long_number(whole_text(report).text)
    for passage, finders in sifted(report, personal_sieve()):
        asked = finders if numbered else tuple(find for find in finders if find is not long_numbers)
        for found in personal_data(passage.text, asked) if asked else ():
            yield _finding(passage, found)


def _finding(passage: Passage, found: Personal) -> Finding:
    written = passage.text[found.start : found.end]
    return warning(
        "NB506",
        f"“{written[:3]}…{written[-2:]}”像是{found.what}，属于个人信息",
        passage.span(found.start, found.end),
        hint="报告要公布在网上：请删去；联系方式请写办公电话、单位地址和单位邮箱。",
        path=passage.path,
    )


RULE = Rule(
    code="NB506",
    severity=Severity.WARNING,
    title="文字里有个人信息",
    why=(
        "公开政府信息不得损害个人隐私（《条例》第十五条），已公布的报告里出现过手机号和身份证号。"
        "手机号、身份证号、银行卡号、证件号、住址、出生日期、微信号、QQ号、个人邮箱、车牌号都算；"
        "身份证号核对校验位、银行卡号核对末位。办公座机、12345等热线、单位的地址、邮箱和官方账号不算。"
    ),
    fails=Example("引言: 如有疑问，请联系办公室，电话13800138000。\n"),
    passes=Example("引言: 如有疑问，请联系办公室，电话0398-2260113，或者拨打12345。\n"),
    check=check,
)
