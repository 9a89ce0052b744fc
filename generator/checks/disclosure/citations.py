"""Citations in a text: a title in 《》 with the 文号 behind it, or a 文号 alone; and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.disclosure.documents import (
    DOCUMENTS,
    FORMAT,
    FORMER_DECREE,
    REGULATION,
    REPORT_ARTICLES,
    CitableDocument,
    bare,
    by_title,
)
from generator.checks.prose.remembering import remembered
from generator.han.patterns import HAN


class Mistake(NamedTuple):
    """``text[start:end]`` is wrong, ``right`` would be right ('' where only a person can tell)."""

    start: int
    end: int
    message: str
    right: str = ""


_NUMBER = rf"({HAN}{{1,12}}?)\s*[〔\[【（(﹝［]\s*(\d{{4}})\s*年?[〕\]】）)﹞］]\s*第?\s*(\d{{1,4}})\s*号"
_DECREE = r"((?:中华人民共和国)?(?:国务院令|国家?主席令|主席令)|国令)\s*[（(]?第?\s*(\d{1,3})\s*号"
_CITED = (
    r"《((?:[^《》]|《[^《》]{0,99}》){0,120})》\s*[（(]?\s*(?:以下简称[^）)]*[）)]\s*[（(]?)?\s"
    r"*(?:(?:19|20)\d\d\s*年)?(?:(?![和及与或])" + _NUMBER + "|" + _DECREE + ")?"
)
_ARTICLE = (
    r"(?:根据|依据|按照|依照)[^，。；]{0,20}条例》?(?:（[^）]{0,40}）)?\s*第?([一二三四五六七八九十\d]{1,4})条"
    r"[^。；]{0,30}(?:年度报告|本报告)"
)
_MISSPELT = r"(?:中华人民共和国)?(?:政府|政务)?(?:信息)?(?:公开)?(?:管理|工作)?(?:条[例列理]|法)"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@remembered
def mistakes(text: str) -> Iterator[Mistake]:
    """What is wrong with the citations of the known documents; all others are let be."""
    judged: set[int] = set()
    if "《" in text:
        for match in _compiled(_CITED).finditer(text):
            judged.add(match.end())
            yield from _title(match)
    if "号" in text:
        yield from _bare_numbers(text, judged)
    if "条例" in text:
        for match in _compiled(_ARTICLE).finditer(text):
            if match[1] not in REPORT_ARTICLES:
                articles = "《条例》关于年度报告的是第四十九条、第五十条"
                yield Mistake(*match.span(1), f"{articles}，这里写的是第{match[1]}条")


def _bare_numbers(text: str, judged: set[int]) -> Iterator[Mistake]:
    """Numbers that no title stands before."""
    spoken_of = cache(lambda context: _compiled(context).search(text) is not None)
    for match in _compiled(_NUMBER).finditer(text):
        if match.end() not in judged:
            yield from _bare_number(text, match, spoken_of)
    for document in DOCUMENTS:
        if document.year and document.issuer in text:
            for match in _compiled(_without_brackets(document)).finditer(text):
                yield Mistake(*match.span(), "文号的年份没有用〔〕括起来", document.citation)
    for match in _compiled(_DECREE).finditer(text):
        former = match[2] == FORMER_DECREE and REGULATION.number not in text
        if former and match.end() not in judged and "条例" in text:
            yield Mistake(*match.span(), f"“{match[0]}”是2007年的条例", REGULATION.citation)


def _without_brackets(document: CitableDocument) -> str:
    return rf"{document.issuer}\s*{document.year}\s*年?\s*第?{document.number}\s*号"


def _title(match: re.Match[str]) -> Iterator[Mistake]:
    title = bare(match[1])
    document = by_title().get(title)
    if document is None:
        yield from _unknown_title(match, title)
        return
    if document.replaced_by:
        yield _replaced(match.start(1), match.end(1), document)
    elif wrong := _wrong_number(match, document):
        yield wrong


def _unknown_title(match: re.Match[str], title: str) -> Iterator[Mistake]:
    if _compiled(_MISSPELT).fullmatch(title) and ("信息" in title or "公开" in title):
        full = REGULATION.titles[0 if title.startswith("中华") else 1]
        yield Mistake(*match.span(1), f"条例的名称写成了《{title}》", full)
        return
    number = _number_of(match)
    for document in DOCUMENTS:
        if number == (document.issuer, document.year, document.number) and document.subject not in title:
            yield Mistake(
                *match.span(1),
                f"{document.citation}是《{document.titles[0]}》，这里写的是《{match[1]}》",
            )


def _wrong_number(match: re.Match[str], document: CitableDocument) -> Mistake | None:
    number = _number_of(match)
    if number is None or number == (document.issuer, document.year, document.number):
        return None
    start = match.start(2) if match[2] else match.start(5)
    end = match.end()
    written = match.string[start:end]
    if document is REGULATION and not match[5]:
        return None
    return Mistake(
        start, end, f"《{document.titles[-1]}》的文号是{document.citation}，这里写的是{written}", document.citation
    )


def _number_of(match: re.Match[str]) -> tuple[str, str, str] | None:
    if match[2]:
        return match[2], match[3], match[4]
    if not match[5]:
        return None
    return (REGULATION.issuer if match[5].endswith(("国务院令", "国令")) else match[5], "", match[6])


def _bare_number(text: str, match: re.Match[str], spoken_of: Callable[[str], bool]) -> Iterator[Mistake]:
    issuer = _issuer(match[1])
    start = match.end(1) - len(issuer)
    for document in DOCUMENTS:
        if (
            document.issuer == issuer
            and document is FORMAT
            and match[3] == document.number
            and match[2] != document.year
        ):
            if spoken_of(document.context):
                yield _misprinted(text, start, match, document)
            continue
        if (document.year, document.number) != (match[2], match[3]) or not spoken_of(document.context):
            continue
        if document.replaced_by and issuer == document.issuer:
            yield _replaced(start, match.end(), document)
        elif issuer != document.issuer and issuer.startswith("国"):
            yield _misprinted(text, start, match, document)


def _misprinted(text: str, start: int, match: re.Match[str], document: CitableDocument) -> Mistake:
    written = text[start : match.end()]
    message = f"{document.titles[-1]}的文号是{document.citation}，这里写的是{written}"
    return Mistake(start, match.end(), message, document.citation)


def _issuer(words: str) -> str:
    """The issuing code at the end of a run of characters."""
    match = _compiled("国[办函发公开务院]{1,8}$").search(words)
    return match[0] if match else words


def _replaced(start: int, end: int, document: CitableDocument) -> Mistake:
    return Mistake(start, end, f"{document.citation}是2019年的试行格式，已由{FORMAT.citation}代替")
