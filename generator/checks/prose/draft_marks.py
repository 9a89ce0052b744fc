"""What shows that a text is not finished: draft marks, blanks of the official form, notes to a colleague."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.prose.needs import Sieve
from generator.checks.prose.placeholders import Leftover
from generator.checks.prose.remembering import remembered
from generator.han.patterns import HAN

_DRAFT = (
    r"(?:公开)?征求意见稿|送审稿|报审稿|报批稿|送阅稿|审议稿|审定稿|审核稿|审阅稿|会签稿|修改稿|修订稿|讨论稿|代拟稿"
    r"|未定稿|校对稿|报送稿|定稿|终稿|样稿|清样|初稿|草稿|草案|第?[一二三四五六七八九十0-9]{1,2}稿|(?:修改|修订|最终|审定|初)版"
)
_VERSION = r"[^（(【〔［）)】〕］]{0,10}(?:稿|版)|(?:版本?|[Vv]|[Vv]er\.?)\s*\d[\d.]*"
"""What a title says in brackets of its own version, whatever it is called."""
_OPEN, _CLOSE = r"（(【\[〔［", r"）)】\]〕］"
_ABOUT_THIS = r"本稿|此稿|本报告|本文|本部分|这一稿"
_ITSELF = r"(?:^|(?<=[。；！？]))\s*(?:本稿|此稿|这一稿|以上|本报告|本文)(?:系|为|是)(?:\s*第?[^，。；]{0,4}?)?"
_UNITS = "余?(?:条|件|次|篇|份|个|项|期|场|人次|人|万条|万次|万元|元)"
_NOTE_DO = "补充|充实|核实|核对|核准|修改|完善|确认|更新|提供|填写?|润色|斟酌|调整|删减?|加上|补上|写清|细化"
_DRAFT_WORDS = (
    *(f"{before}稿" for before in "见审批阅议定核签改订论拟对送终样初草一二三四五六七八九十0123456789"),
    *("草案", "清样", "修改版", "修订版", "最终版", "审定版", "初版"),
)
"""Of a draft mark one of these must stand in it."""
_HERE = ("此段", "本段", "这段", "此处", "这里", "此数", "该数据", "以上数据")
_BRACKETED = "此处 这里 该数 此数 这个数 数据 以上 本段 上述 根据 按 结合 请"
_NOTES = tuple(f"{mark}{word}" for mark in "（(" for word in (*_BRACKETED.split(), " ", "\u3000", "\xa0", "\t"))

_DRAFT_CHARACTERS = frozenset("稿案样版Vv")
"""No heading without one of these holds a draft mark."""

Mark = tuple[str | tuple[str, ...], str, str]

MARKS: tuple[Mark, ...] = (
    (
        _DRAFT_WORDS,
        rf"(?<=年度报告)\s*[{_OPEN}]\s*(?:{_DRAFT})[^{_CLOSE}。]{{0,20}}[{_CLOSE}](?!\s*》)"
        rf"|(?<=年度报告)\s*(?:{_DRAFT})(?=[\s。；，]*$)",
        "草稿的记号",
    ),
    (
        _DRAFT_WORDS,
        rf"(?:(?<=^)|(?<=[。；！？]))\s*[{_OPEN}][^{_OPEN}{_CLOSE}。]{{0,12}}(?:{_DRAFT})[^{_OPEN}{_CLOSE}。]{{0,20}}[{_CLOSE}]"
        r"(?!\s*(?:的|等|公开|征求|解读|修改|说明|》))"
        rf"|[{_OPEN}][^{_OPEN}{_CLOSE}。]{{0,8}}(?:{_ABOUT_THIS})[^{_OPEN}{_CLOSE}。]{{0,12}}(?:{_DRAFT})"
        rf"[^{_OPEN}{_CLOSE}。]{{0,20}}[{_CLOSE}]",
        "草稿的记号",
    ),
    (
        _DRAFT_WORDS,
        rf"(?<=本报告)\s*[{_OPEN}]\s*(?:{_DRAFT})[^{_CLOSE}。]{{0,20}}[{_CLOSE}]|{_ITSELF}(?:{_DRAFT})(?=[，。；！,\s]|$)",
        "草稿的记号",
    ),
    (
        tuple(mark + word for mark in "（(【[〔［" for word in ("文字", "文本", " ", "\u3000")),
        rf"[{_OPEN}][ \u3000]*(?:文字|文本)(?:描述|叙述|说明|表述)(?:部分)?\s*[{_CLOSE}]",
        "空白格式的说明",
    ),
    ("NnＮｎ", rf"(?<![A-Za-z0-9+＋“\"'.\-])[NnＮｎ](?=\s*{_UNITS}(?!例))", "没有填的数"),
    ("●○◯◎△▲■□◇◆☆★", rf"(?<={HAN})\s*[●○◯◎△▲■□◇◆☆★]+(?=\s*{_UNITS}(?!例))", "没有填的数"),
    (
        " \u3000\xa0",
        rf"(?<={HAN})[ \u3000\xa0]+(?=(?:{_UNITS})(?:[，。；、,;）)：]|$))"
        rf"|(?<=[开布到理共增计发复应回传])[ \u3000\xa0]{{2,}}(?={_UNITS}(?!例))",
        "没有填的数",
    ),
    (" \u3000\xa0", r"(?<=年)[ \u3000\xa0]+月[ \u3000\xa0]*日|(?<=月)[ \u3000\xa0]+日", "没有填的日期"),
    (
        "【[［",
        rf"[【\[［][^】\]］。]{{0,30}}(?:再|请|待|需|需要|麻烦|还要|应当?|建议)[^】\]］。]{{0,12}}(?:{_NOTE_DO})[^】\]］]{{0,40}}[】\]］]"
        r"|[【\[［][^】\]］]{0,30}(?:待核实?|存疑|待领导|待定|数据待|是否(?:保留|删除|合适))[^】\]］]{0,40}[】\]］]",
        "给同事的话",
    ),
    (
        ("批注", "用户", "Administrator", "lenovo"),
        rf"[{_OPEN}]\s*(?:批注|微软用户|用户|Administrator|lenovo)\s*(?:[^\W\d_]{{0,4}}\d+)?\s*[：:]?[^{_CLOSE}]{{0,60}}[{_CLOSE}]",
        "批注",
    ),
    (
        ("此段", "这段", "本段", "此处", "这里"),
        rf"(?:此段|这段|本段|此处|这里)(?:文字|内容|数据)?(?:还|仍)?(?:请|需|待)[^，。；]{{0,10}}(?:{_NOTE_DO})[^，。；]{{0,6}}",
        "给同事的话",
    ),
    (
        ("本段由", "此段由", "此处由", "这里由", "该段由"),
        rf"[（(](?:[本此该]段|此处|这里)由[^）)。]{{1,12}}(?:{_NOTE_DO})[^）)。]{{0,4}}[）)]",
        "给同事的话",
    ),
    (
        _HERE,
        rf"(?:^|(?<=[。；]))请[^，。；]{{1,12}}(?:{_NOTE_DO})[^，。；]{{0,6}}(?:此段|本段|这段|此处|这里|此数|该数据|以上数据)",
        "给同事的话",
    ),
    (
        (*_NOTES, "数据待", "数字待"),
        rf"[（(](?:此处|这里|[该此]数|这个数|数据|以上|本段|上述)[^）)。]{{0,14}}(?:待|请|需|再)[^）)。]{{0,14}}[）)]"
        rf"|[（(](?:根据|按照?|结合)[^）)。]{{0,10}}(?:填写?|写|补充)[^）)。]{{0,6}}[）)]"
        rf"|[（(][ \t\u3000\xa0]*请[^）)。]{{1,14}}(?:{_NOTE_DO})[^）)。]{{0,14}}[）)]"
        rf"|数(?:据|字)待(?:核实?|定|补充?|更新)(?!{HAN}*(?:的|后))",
        "给同事的话",
    ),
)
"""Characters or words of which one must occur, the pattern, what it finds."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def unfinished_sieve() -> Sieve[Mark]:
    """The marks that may stand in a text: in most there is none."""
    return Sieve((mark[0], mark) for mark in MARKS)


@remembered
def unfinished(text: str, marks: tuple[Mark, ...]) -> Iterator[Leftover]:
    """Every one of these marks in a paragraph, none inside another; 《》 holds the title of something else."""
    taken: set[int] = set()
    quoted = _quoted(text) if "《" in text else ()
    for _, pattern, what in marks:
        for match in _compiled(pattern).finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip()) if match[0].strip() else match.start()
            inside = any(first <= start < last for first, last in quoted)
            if not inside and taken.isdisjoint(range(start, match.end())):
                taken.update(range(start, match.end()))
                yield Leftover(start, match.end(), what)


def draft_in_title(line: str, of_report: bool) -> Iterator[Leftover]:
    """A draft mark in a printed heading, in the report's own title any version, with the brackets around it."""
    if _DRAFT_CHARACTERS.isdisjoint(line):
        return
    taken = -1
    marks = rf"[{_OPEN}]?\s*(?:{_DRAFT})[^{_CLOSE}]{{0,12}}[{_CLOSE}]|(?:{_DRAFT})\s*$"
    for pattern in (marks, rf"[{_OPEN}]\s*(?:{_VERSION})\s*[{_CLOSE}]\s*$") if of_report else (marks,):
        for match in _compiled(pattern).finditer(line):
            if match.start() > taken:
                taken = match.end()
                yield Leftover(match.start(), match.end(), "草稿的记号")


def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _compiled(r"《[^》]*》").finditer(text))
