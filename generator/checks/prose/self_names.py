"""Whether a name by which a text calls itself is the agency's, or another body's that may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.prose.namings import (
    BESIDE,
    CONTACT,
    DOES,
    RECEIVES,
    REPORTS,
    WORKS,
    Naming,
    naming_sieve,
    namings,
)
from generator.checks.prose.passages import Passage, passages, whole_text
from generator.checks.prose.sentences import without_titles
from generator.han.patterns import HAN
from generator.report.agencies import in_region_of, is_named, kind_of_town, last_region, own_names, plain
from generator.report.model import Report

_OF_PLACE = rf"[县区市旗]{HAN}{{2,14}}(?:局|委员会|委)$"

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
_NOT_NAMES = "的|了|等|对|向|被|单位|部门|机关|申请人|群众|法院|机构|通过|转来|报请|提请|起草|报送|呈报|公民|企业"
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
    words = naming_sieve().words_in(*whole_text(report))
    for passage in passages(report):
        kinds = naming_sieve().kinds_by(words, passage.text)
        for kind, found in namings(without_titles(passage.text), kinds, judged):
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
    match = _compiled(rf"(.+(?:局|委员会|厅|政府)){HAN}{{0,8}}(?:股|科|室|处)$").match(name)
    return match[1] if match else name


def _opens_with_year(text: str, found: Naming) -> bool:
    """Whether a body of the same place stands right behind the year: 2024年，县财政局共收到…."""
    of_place = _compiled(_OF_PLACE).match(found.name) is not None
    return of_place and _compiled("年度?[，,]?\\s*$").search(text, max(0, found.start - 4), found.start) is not None


def _is_beside(name: str, _kind: int, _report: Report, own: tuple[str, ...]) -> bool:
    """Whether a body of the same place that opens a sentence is the agency itself, or of another rank."""
    if any(is_named(name, known) for known in own):
        return True
    if name.endswith("政府") and not kind_of_town(name):  # above the agency, or another of its rank
        return not (own[0].endswith("政府") and _is_of_other_place(name, own))
    return not _of_one_rank(name, own[0])


def _of_one_rank(name: str, own: str) -> bool:
    """Whether both are towns, or both bureaus or commissions: what one tells of itself no other tells."""
    towns = [bool(kind_of_town(each)) for each in (name, own)]
    return all(towns) or (not any(towns) and name[-1] == own[-1])


def _is_elsewhere(name: str, own: tuple[str, ...]) -> bool:
    """Whether a name is of the same kind or in another region of the same rank: what only a copied text tells of."""
    same_kind = len(name) > 3 and bool(last_region(name)) and name[-1] == own[0][-1]
    return same_kind or _is_of_other_place(name, own)


def _is_of_other_place(name: str, own: tuple[str, ...]) -> bool:
    region = last_region(name)
    mine = [last_region(known) for known in own if last_region(known)]
    return len(region) > 1 and bool(mine) and all(_differ(region, known) for known in mine)


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
