"""The names by which a text calls its own agency: where it says who reports, whom to ask, who received applications."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.checks.prose.needs import Sieve
from generator.checks.prose.passages import Passage, passages
from generator.checks.prose.remembering import remembered
from generator.checks.prose.sentences import without_titles
from generator.form.names import SUBJECT_PATTERN
from generator.report.agencies import in_region_of, is_named, last_region, own_names, plain
from generator.report.model import Report


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

_SELF = (
    (
        REPORTS,
        ("现将", "现公布", "现发布", "现向"),
        rf"现(?:将|公布|发布|向社会公布){_NAME}\s*(?:20\d{{2}}\s*年度?)?\s*{SUBJECT_PATTERN}",
    ),
    (
        REPORTS,
        ("编制", "制作", "撰写"),
        rf"(?:本(?:年度)?报告|报告|本年报)(?:系|是)?由{_NAME}"
        r"(?:(?:根据|依据|依照|按照)[^，。；]{0,40}?)?(?:负责|牵头)?(?:编制|制作|撰写|起草)",
    ),
    (REPORTS, ("以上",), rf"以上(?:为|是){_NAME}\s*(?:20\d{{2}}\s*年度?)?\s*{SUBJECT_PATTERN}"),
    (CONTACT, ("联系", "咨询", "垂询"), rf"[请可](?:直接)?(?:联系|咨询|垂询|致电){_NAME}(?=[，。；（(：:]|$)"),
    (CONTACT, ("联系", "反映", "咨询", "垂询"), rf"[请可](?:直接)?[与和同向]{_NAME}(?:取得)?(?:联系|反映|咨询|垂询)"),
    (
        WORKS,
        ("年，", "度，", "年,", "来，"),
        rf"(?:20\d{{2}}\s*年度?|一年来|本年度)[，,]\s*{_NAME}(?={_GENERAL_VERBS})",
    ),
    (
        WORKS,
        tuple(_GENERAL_VERBS.split("|")),
        rf"(?:^|(?<=[。；]))\s*{_NAME}(?:20\d{{2}}\s*年度?|本年度|全年)[，,]?(?={_GENERAL_VERBS})",
    ),
)
"""Kind, words of which one must occur, pattern with the name as its first group."""
_AT_START = rf"(?:^|(?<=[。；]))\s*{_WHEN}"
_TOTALS = (
    r"(?:20\d{2}\s*年度?|全年|本年度|共计?|累计|总共)*(?:主动)?(?:公开|发布)(?:各类|政府|政务|有关|相关)*信息"
    r"(?:共计?|累计|总计)?\s*\d"
)
_SETS_UP = r"成立了?(?:政务|(?:政府)?信息)公开"
"""All that a body made public, and who sees to it there, only its own report tells."""
_BESIDE = (
    rf"{_AT_START}我?([县区市旗][\u4e00-\u9fff]{{2,14}}?(?:局|委员会|委)"
    r"|[\u4e00-\u9fff]{2,8}?(?:镇|乡|街道)(?:人民政府|政府|办事处)?)"
    rf"(?={_GENERAL_VERBS}|{_TOTALS}|{_SETS_UP}|(?:通过|依托|利用)[^，。；]{{1,14}}?(?:主动公开|公开|发布))"
)
"""A sentence begins with a body of the same place (县水利局) or with a town."""
_OPENNESS = (
    "政务公开|(?<=政府)信息公开|公开为常态|主动公开|贯彻落实条例"
    "|(?:做好|推进|加强|落实|抓好|深化|贯彻|重视|执行|开展|规范)(?:信息)?公开"
)
_FOR_OTHERS = (
    "指导|督促|督导|督办|通报|培训|全[县区市旗]|各(?:单位|部门|乡镇|镇|街道|科室|股室)|审核结果|反馈|移交|推送至|转我"
)
"""What a body does for the others, or for openness in the whole place: any of their reports may tell it."""
_ITS_OWN, _OURS = "本(?:局|委|单位|机关)", "我(?:局|委|单位|机关|镇|乡|街道|办)"
_OF_PLACE = r"[县区市旗][\u4e00-\u9fff]{2,14}(?:局|委员会|委)$"
_TOWN = "(?:镇|乡|街道)(?:人民政府|政府|办事处)?$"
_SUBJECT = _WHEN + _NAME + _HOW + "$"
_OBJECT = r"[^。；，]{0,24}(?:申请|处理费|复议|诉讼)"
_DEEDS = "(?:主动公开|公开|发布|制发|印发|召开|组织|开展|举办|公布|更新|编制|制定)(?!的)"

_DID = _DEEDS + r"(?:(?:各类|政府|政务|有关)*(?:信息|公告|文件|动态|政策|解读)[^，。；]{0,8}\d|[^，。；]{0,12}\d)"
_DOING = rf"(?:^|(?<=[。；，,：]))\s*{_WHEN}{_NAME}(?:(?:20\d{{2}}\s*年度?|全年|本年度?)[，,]?)?{_HOW}{_DID}"
_TELEPHONE = r"电话|热线|[（(]?0\d{2,3}[-—－]?\d{7}"
"""With a telephone a place to ask is given, whoever it belongs to."""

_ENDINGS = (
    "局",
    "厅",
    "委",
    "委员会",
    "管委会",
    "办",
    "办公室",
    "办公厅",
    "政府",
    "署",
    "院",
    "中心",
    "办事处",
    "街道",
    "镇",
    "乡",
    "队",
    "处",
    "站",
)
_REGIONS = ("县", "区", "市", "旗", "州")
_OWN_KIND = rf"(?:我|本|各|该|全)(?:单位|机关|部门|{'|'.join((*_ENDINGS, *_REGIONS))})$"
"""今年我局, 期间我办公室: whatever stands before it, the text speaks of itself without a name."""
_GENERIC = (
    "^(?:会同|联合|配合|协助|我|本|全|各|该|辖|贵|其|有关|相关|区|县|市|省|州|镇|乡|局|办|委|街道|上级|两|以上"
    "|对|向|在|从|为|由|因|申请)"
)
_NOT_NAMES = "的|了|等|对|向|被|单位|部门|机关|申请人|群众|法院|机构|通过|转来|公民|企业"
_GOVERNMENTAL = ("政府", "政府办", "办公室", "办公厅", "镇", "乡", *_REGIONS)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def foreign_names(report: Report) -> Iterator[tuple[Passage, Naming]]:
    """The places where the text calls itself by a name that is none of the agency's."""
    own = own_names(report)
    if not own:
        return
    judged = not _of_government(report)
    for passage in passages(report):
        for kind, found in _namings(without_titles(passage.text), passage.chars, judged):
            beside = kind == BESIDE or (kind == RECEIVES and judged and _opens_with_year(passage.text, found))
            fine = _is_beside if beside else _is_fine
            if not fine(found.name, kind, report, own) and not passage.computed(found.start, found.end):
                yield passage, found


def is_foreign(name: str, report: Report) -> bool:
    """Whether a name given in full, as in the title or 落款, is none of the agency's."""
    own = own_names(report)
    return bool(own) and not any(is_named(name, known) for known in own)


def mentions(report: Report, name: str) -> list[tuple[Passage, int]]:
    """Every place outside 《》 where a name stands."""
    return [
        (passage, match.start())
        for passage in passages(report)
        if name in passage.text
        for match in re.finditer(re.escape(name), passage.text)
        if passage.text.count("《", 0, match.start()) == passage.text.count("》", 0, match.start())
    ]


@cache
def _sieve() -> Sieve[tuple[int, str]]:
    return Sieve((needed, (kind, pattern)) for kind, needed, pattern in _SELF)


@remembered
def _namings(text: str, chars: frozenset[str], doings: bool) -> Iterator[tuple[int, Naming]]:
    """The namings of a text; those who did something only where they are judged (``doings``)."""
    for kind, pattern in _sieve().possible(text, chars):
        for match in _compiled(pattern).finditer(text):
            if not (kind == CONTACT and _compiled(_TELEPHONE).search(text, match.end(1), match.end(1) + 30)):
                yield kind, Naming(match[1], *match.span(1))
    for match in _compiled(_BESIDE).finditer(text):
        if _tells_of_itself(text, match):
            yield BESIDE, Naming(match[1], *match.span(1))
    for match in _compiled(_DOING).finditer(text) if doings and _compiled(_DID).search(text) else ():
        yield DOES, Naming(match[1], *match.span(1))
    for verb in _compiled(_VERBS).finditer(text):
        if _compiled(_OBJECT).match(text, verb.end()):
            start = _clause_start(text, verb.start())
            if subject := _compiled(_SUBJECT).match(text[start : verb.start()]):
                yield RECEIVES, Naming(subject[1], start + subject.start(1), start + subject.end(1))


def _tells_of_itself(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence that begins with a body's name speaks of its own openness, and not of what it did for us."""
    sentence = text[match.end(1) : match.end(1) + 80].partition("。")[0]
    if _compiled(_OURS).search(sentence):
        return False
    if _compiled(_ITS_OWN).search(sentence) or _compiled(f"{_TOTALS}|{_SETS_UP}").match(sentence):
        return True
    works = _compiled(_GENERAL_VERBS).match(sentence) and _compiled(_OPENNESS).search(sentence)
    return works is not None and not _compiled(_FOR_OTHERS).search(sentence)


def _clause_start(text: str, end: int) -> int:
    """Where the clause before ``end`` begins, looking back no further than a name and a date may reach."""
    first = max(0, end - 60)
    return max(text.rfind(mark, first, end) for mark in "。；，,　") + 1 or first


def _is_fine(name: str, kind: int, report: Report, own: tuple[str, ...]) -> bool:
    """Whether a name is no name at all, or one that may stand there."""
    name = _without_section(name) if kind == CONTACT else name
    ending = name.endswith(_ENDINGS) or (kind != CONTACT and name.endswith(_REGIONS))
    if (
        not ending
        or _compiled(_GENERIC).match(name)
        or _compiled(_OWN_KIND).search(name)
        or name.endswith(own)
        or _compiled(_NOT_NAMES).search(name)
        or any(is_named(name, known) for known in own)
    ):
        return True
    of_government = _of_government(report)
    if kind == DOES:  # another body's doings are told of often enough: judged where it is one of another place
        return of_government or not _is_elsewhere(name, own)
    if kind == CONTACT:  # whom to ask: a government names the office that does the work
        return of_government and any(in_region_of(name, known) for known in own)
    if not of_government and plain(name).endswith(("政府", "政府办")):  # a department's superior, not itself
        return kind != REPORTS
    if kind == WORKS:  # a general statement: only a body of the same kind speaks in the agency's place
        return of_government or name[-1] != own[0][-1]
    return kind == RECEIVES and of_government and (not name.endswith(_GOVERNMENTAL) or _is_below(name, own[0]))


def _without_section(name: str) -> str:
    """The body that a section belongs to: 林业局政策法规股 → 林业局."""
    match = _compiled(r"(.+(?:局|委员会|厅|政府))[\u4e00-\u9fff]{0,8}(?:股|科|室|处)$").match(name)
    return match[1] if match else name


def _opens_with_year(text: str, found: Naming) -> bool:
    """Whether a body of the same place stands right behind the year: 2024年，县财政局共收到…."""
    of_place = _compiled(_OF_PLACE).match(found.name) is not None
    return of_place and _compiled("年度?[，,]?\\s*$").search(text, max(0, found.start - 4), found.start) is not None


def _is_beside(name: str, _kind: int, _report: Report, own: tuple[str, ...]) -> bool:
    """Whether a body of the same place that opens a sentence is the agency itself, or of another rank."""
    return any(is_named(name, known) for known in own) or not _of_one_rank(name, own[0])


def _of_one_rank(name: str, own: str) -> bool:
    """Whether both are towns, or both bureaus or commissions: what one tells of itself no other tells."""
    towns = [_compiled(_TOWN).search(each) is not None for each in (name, own)]
    return all(towns) or (not any(towns) and name[-1] == own[-1])


def _is_elsewhere(name: str, own: tuple[str, ...]) -> bool:
    """Whether a name is of the same kind or in another region of the same rank: what only a copied text tells of."""
    region = last_region(name)
    mine = [last_region(known) for known in own if last_region(known)]
    other_place = bool(region) and len(region) > 1 and bool(mine) and all(_differ(region, known) for known in mine)
    return other_place or (len(name) > 3 and bool(region) and name[-1] == own[0][-1])


def _differ(region: str, own: str) -> bool:
    """Whether two regions of one rank have different names (白云县, 清河县)."""
    return region[-1] == own[-1] and region not in own and own not in region


def _is_below(name: str, own: str) -> bool:
    """Whether a government or region may be one of those below the agency's own, listed one by one."""
    above, below = last_region(own), last_region(name)
    if name.endswith(("镇", "乡", "街道")) or not below:
        return not own.endswith(("镇人民政府", "乡人民政府"))
    return above.endswith(("市", "州", "省", "盟", "自治区"))


def _of_government(report: Report) -> bool:
    return _is_governmental(report.agency or "") or report.consolidated


def _is_governmental(agency: str) -> bool:
    return agency.endswith(("政府", "政府办公室", "政府办公厅", "管委会", "管理委员会", *_REGIONS))
