"""The notices and the law that an annual report rests on: number and title, as they are to be cited.

Source of each: the heading of FORMAT's section 6 (国办公开办函〔2021〕30号 and its annex, the 条例 as revised in 2019).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class CitableDocument(NamedTuple):
    """``titles`` as they stand inside 《》, the full one first; ``subject`` the words that any title of it must hold.

    ``issuer``, ``year`` and ``number`` make the 文号; a decree (令) has no year. ``context``: words that show that a
    bare 文号 of the same year and number is meant for this document.
    """

    titles: tuple[str, ...]
    subject: str
    issuer: str
    number: str
    year: str = ""
    context: str = ""
    replaced_by: str = ""

    @property
    def citation(self) -> str:
        """The 文号 as it is to be written."""
        return f"{self.issuer}〔{self.year}〕{self.number}号" if self.year else f"{self.issuer}第{self.number}号"


REGULATION = CitableDocument(
    titles=("中华人民共和国政府信息公开条例", "政府信息公开条例"),
    subject="政府信息公开条例",
    issuer="国务院令",
    number="711",
)
FORMER_DECREE = "492"
"""The number of the decree of 2007, which that of 2019 replaced."""
FORMAT = CitableDocument(
    titles=(
        "国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知",
        "中华人民共和国政府信息公开工作年度报告格式",
        "政府信息公开工作年度报告格式",
    ),
    subject="年度报告格式",
    issuer="国办公开办函",
    year="2021",
    number="30",
    context="年度报告|报告格式|年报|本报告",
)
FORMER_FORMAT = CitableDocument(
    titles=("国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知",),
    subject="年度报告有关事项",
    issuer="国办公开办函",
    year="2019",
    number="60",
    context="年度报告|报告格式|年报|本报告",
    replaced_by=FORMAT.citation,
)
FEES = CitableDocument(
    titles=(
        "国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知",
        "政府信息公开信息处理费管理办法",
    ),
    subject="信息处理费管理办法",
    issuer="国办函",
    year="2020",
    number="109",
    context="处理费",
)
DOCUMENTS = (REGULATION, FORMAT, FORMER_FORMAT, FEES)

REPORT_ARTICLES = ("四十九", "五十", "49", "50")
"""The articles of the 条例 on the annual report: when, and what it holds."""


@cache
def by_title() -> dict[str, CitableDocument]:
    """Every known title, brackets left out, to its document."""
    return {bare(title): document for document in DOCUMENTS for title in document.titles}


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"[《》〈〉<>＜＞\s]")


def bare(title: str) -> str:
    """A title without brackets and spaces."""
    return _brackets().sub("", title)
