"""The names by which a text calls its own agency: where it says who reports, whom to ask, who received applications."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.prose.needs import Sieve
from generator.checks.prose.remembering import remembered
from generator.form.names import SUBJECT_PATTERN
from generator.han.patterns import HAN


class Naming(NamedTuple):
    """``text[start:end]`` of a passage, a name by which the report calls its agency."""

    name: str
    start: int
    end: int


_NAME = r"([^，。；：、！？《》“”（）()\[\]〔〕\d\s]{2,30}?)"
_WHEN = (
    r"(?:(?:20\d{2}\s*年度?|本年度?|今年|去年|上年|全年|一年来|年内|年底|同期|当年|期间|其间|同时|此外|另外|据统计|经统计|截至目前|目前)"
    r"[，,]?\s*)*"
)
_HOW = r"(?:共计|总共|累计|全年|本年度|年内|均|共|总计|依法|及时|没有|尚未|并未|从未|未|无|新)*"
_VERBS = "收到|受理|接收|接到|收取|产生|发生"
_GENERAL_VERBS = "认真|深入|严格|坚持|积极|切实|全面|高度|不断|持续|始终|扎实"

REPORTS, CONTACT, RECEIVES, WORKS, DOES, BESIDE = range(6)
"""What a naming is about: who reports, whom to ask, who received or charged, whose work is told, who did
something that may well be told of others, which body of the same place or rank a sentence is told of."""

_OPENS = r"(?:)\s*"
"""Where a sentence begins: such a pattern is tried there alone."""

_TOTALS = (
    r"(?:20\d{2}\s*年度?|全年|本年度|共计?|累计|总共)*(?:主动)?(?:公开|发布)(?:各类|政府|政务|有关|相关)*信息"
    r"(?:共计?|累计|总计)?\s*\d"
)
_SETS_UP = r"成立了?(?:政务|(?:政府)?信息)公开"
"""All that a body made public, and who sees to it there, only its own report tells."""

_NO_PARTNER = "(?!会同|联合|配合|协助|根据|按照|在|由|经|与|对|向|为|我|本|全|各)"
NAMINGS = (
    (
        REPORTS,
        ("现将", "现公布", "现发布", "现向"),
        rf"现(?:将|公布|发布|向社会公布){_NAME}\s*(?:20\d{{2}}\s*年度?)?\s*{SUBJECT_PATTERN}",
    ),
    (
        REPORTS,
        ("编制", "制作", "撰写", "起草"),
        rf"(?:本(?:年度)?报告|报告|本年报)(?:系|是)?由{_NAME}"
        r"(?:(?:根据|依据|依照|按照)[^，。；]{0,40}?)?(?:负责|牵头)?(?:编制|制作|撰写|起草)",
    ),
    (REPORTS, ("以上",), rf"以上(?:为|是){_NAME}\s*(?:20\d{{2}}\s*年度?)?\s*{SUBJECT_PATTERN}"),
    (CONTACT, ("联系", "咨询", "垂询", "致电"), rf"[请可](?:直接)?(?:联系|咨询|垂询|致电){_NAME}(?=[，。；（(：:]|$)"),
    (CONTACT, ("联系", "反映", "咨询", "垂询"), rf"[请可](?:直接)?[与和同向]{_NAME}(?:取得)?(?:联系|反映|咨询|垂询)"),
    (
        WORKS,
        tuple(end + mark for end in "年度来" for mark in "，,"),
        rf"(?:20\d{{2}}\s*年度?|一年来|本年度)[，,]\s*{_NAME}(?={_GENERAL_VERBS})",
    ),
    (
        WORKS,
        tuple(_GENERAL_VERBS.split("|")),
        rf"{_OPENS}{_NAME}(?:20\d{{2}}\s*年度?|本年度|全年)[，,]?(?={_GENERAL_VERBS})",
    ),
    (
        BESIDE,
        (*_GENERAL_VERBS.split("|"), "通过", "依托", "利用", "信息", "成立"),
        rf"{_OPENS}{_WHEN}我?({_NO_PARTNER}(?:{HAN}{{2,5}}?)?[县区市旗]{HAN}{{2,14}}?(?:局|委员会|委)"
        rf"|{HAN}{{2,6}}[县区市旗](?:人民)?政府"
        rf"|{HAN}{{2,8}}?(?:镇|乡|街道)(?:人民政府|政府|办事处)?)"
        rf"(?={_GENERAL_VERBS}|{_TOTALS}|{_SETS_UP}|(?:通过|依托|利用)[^，。；]{{1,14}}?(?:主动公开|公开|发布))",
    ),
)
"""Kind, words of which one must occur, pattern with the name as its first group. BESIDE: a sentence begins with a body
of the same place (县水利局) or with a town."""
_OPENNESS = (
    "政务公开|(?<=政府)信息公开|公开为常态|主动公开|贯彻落实条例"
    "|(?:做好|推进|加强|落实|抓好|深化|贯彻|重视|执行|开展|规范)(?:信息)?(?:公开|发布)"
)
_FOR_OTHERS = (
    "指导|督促|督导|督办|通报|培训|全[县区市旗]|各(?:单位|部门|乡镇|镇|街道|科室|股室)|审核结果|反馈|移交|推送至|转我"
)
"""What a body does for the others, or for openness in the whole place: any of their reports may tell it."""
_ITS_OWN, _OURS = "本(?:局|委|单位|机关)", "我(?:局|委|单位|机关|镇|乡|街道|办)"
_SUBJECT = _WHEN + _NAME + _HOW + "$"
_DOER = rf"\s*{_WHEN}{_NAME}(?:(?:20\d{{2}}\s*年度?|全年|本年度?)[，,]?)?{_HOW}$"
_OBJECT = r"[^。；，]{0,24}(?:申请|处理费|复议|诉讼)"
_DEEDS = "(?:主动公开|公开|发布|制发|印发|召开|组织|开展|举办|公布|更新|编制|制定)(?!的)"

_DID = _DEEDS + r"(?:(?:各类|政府|政务|有关)*(?:信息|公告|文件|动态|政策|解读)[^，。；]{0,8}\d|[^，。；]{0,12}\d)"
_TELEPHONE = r"电话|热线|[（(]?0\d{2,3}[-—－]?\d{7}"
"""With a telephone a place to ask is given, whoever it belongs to."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def naming_sieve() -> Sieve[tuple[int, str]]:
    """The kinds of namings with their patterns, by the words that they need."""
    return Sieve((needed, (kind, pattern)) for kind, needed, pattern in NAMINGS)


@remembered
def namings(text: str, kinds: tuple[tuple[int, str], ...], doings: bool) -> Iterator[tuple[int, Naming]]:
    """The namings of a text; those who did something only where they are judged (``doings``)."""
    for kind, pattern in kinds:
        for match in _matches(pattern, text):
            if _counts(kind, match):
                yield kind, Naming(match[1], *match.span(1))
    if doings:
        yield from _doers(text)
    for verb in _compiled(_VERBS).finditer(text):
        if _compiled(_OBJECT).match(text, verb.end()):
            start = _clause_start(text, verb.start())
            if subject := _compiled(_SUBJECT).match(text[start : verb.start()]):
                yield RECEIVES, Naming(subject[1], start + subject.start(1), start + subject.end(1))


def _matches(pattern: str, text: str) -> Iterable[re.Match[str]]:
    """All matches; of a pattern that opens a sentence those where one begins."""
    if not pattern.startswith(_OPENS):
        return _compiled(pattern).finditer(text)
    opening = _compiled(pattern)
    starts = [0, *[end.end() for end in _compiled("[。；]").finditer(text)]]
    return [match for start in starts if (match := opening.match(text, start))]


def _counts(kind: int, match: re.Match[str]) -> bool:
    """Whether what was found is a naming of its kind: beside a telephone stands whoever is to be asked."""
    if kind == CONTACT:
        return _compiled(_TELEPHONE).search(match.string, match.end(1), match.end(1) + 30) is None
    return kind != BESIDE or _tells_of_itself(match)


def _doers(text: str) -> Iterator[tuple[int, Naming]]:
    """Who did something that is counted: the deed is looked for first, and its doer at the head of its clause."""
    at = 0
    while deed := _compiled(_DID).search(text, at):
        at = deed.start() + 1
        clause = _clause_start(text, deed.start(), "。；，,：")
        for start in (_clause_start(text, max(0, clause - 1), "。；，,："), clause):  # 县水利局2024年，发布信息86条
            if doer := _compiled(_DOER).match(text, start, deed.start()):
                at = deed.end()
                yield DOES, Naming(doer[1], *doer.span(1))
                break


def _tells_of_itself(match: re.Match[str]) -> bool:
    """Whether a sentence that begins with a body's name speaks of its own openness, and not of what it did for us."""
    sentence = match.string[match.end(1) : match.end(1) + 80].partition("。")[0]
    if _compiled(_OURS).search(sentence):
        return False
    if _compiled(_ITS_OWN).search(sentence) or _compiled(f"{_TOTALS}|{_SETS_UP}").match(sentence):
        return True
    works = _compiled(_GENERAL_VERBS).match(sentence) and _compiled(_OPENNESS).search(sentence)
    return works is not None and not _compiled(_FOR_OTHERS).search(sentence)


def _clause_start(text: str, end: int, marks: str = "。；，,　") -> int:
    """Where the clause before ``end`` begins, looking back no further than a name and a date may reach."""
    first = max(0, end - 60)
    return max([text.rfind(mark, first, end) for mark in marks]) + 1 or first
