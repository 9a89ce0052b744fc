"""A passage without what is nobody's own: numbers, the agency's name, sentences on nothing or on the report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from generator.report.likeness import words_of

SELF = "本机关"
"""Stands for the agency, by whatever name it calls itself."""

_SENTENCES = r"(?<=[。；！？])"
_NONE = r"(?:未|没有|无|不存在)[^，。；]{0,8}(?:收|发生|产生|受理|出现|涉及|申请|复议|诉讼|事项|情况)|处理费"
_OF_THE_REPORT = r"年度报告|本报告|统计期限|统计时限|电子版|下载|联系电话|联系地址|邮编"
"""What the report is made from, of which parts, for which time, and where it can be had: everybody writes the same."""
_WE = r"[我本](?:单位|机关|部门|街道|中心|[局办镇乡委厅处所院区县市])"
_REGION = r".{1,12}[省市县区旗州盟]"
_SHORTEST_NAME = 3
"""Characters of a name without its region that still names somebody."""


def own_words(paragraphs: Iterable[str], names: Iterable[str]) -> str:
    """What the paragraphs of an agency with these names say of its own."""
    text = _called_self("".join(paragraphs), names)
    nobodys, sentences = _patterns()
    return words_of("".join(part for part in sentences.split(text) if not nobodys.search(part)))


def _called_self(text: str, names: Iterable[str]) -> str:
    forms = {form for name in names for form in _forms(name) if form}
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, SELF)
    return _we().sub(SELF, text)


def _forms(name: str) -> tuple[str, ...]:
    """A name with and without the region in front of it (温县教育局, 教育局)."""
    region = re.match(_REGION, name)
    short = name[region.end() :] if region else ""
    return (name, short) if len(short) >= _SHORTEST_NAME else (name,)


@cache
def _we() -> re.Pattern[str]:
    return re.compile(_WE)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(f"{_NONE}|{_OF_THE_REPORT}"), re.compile(_SENTENCES)
