"""Names of agencies: whether two mean the same body, whether a body is a government.

A short form is a name whose characters stand in the full name in that order (温县政府办 in 温县人民政府办公室), so no
table of abbreviations is needed; a region in front may be longer or shorter (洛阳市孟津区 and 孟津区).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.han.short_names import short_names, split_place
from generator.report.model import Report

_REGION = r"([\u4e00-\u9fff]{1,7}?(?:自治区|自治州|自治县|地区|省|市|州(?!市)|盟|县|区|旗))"
_NOT_REGIONS = {"城市", "都市", "超市", "社区"}


@cache
def _region() -> re.Pattern[str]:
    return re.compile(_REGION)


def is_government(report: Report) -> bool:
    """Whether the report is a government's (DESIGN: a name ending in 人民政府, or figures of all its agencies)."""
    return report.consolidated or (report.agency or "").endswith("人民政府")


def own_names(report: Report) -> tuple[str, ...]:
    """The names by which the text may call its agency."""
    return (*((report.agency,) if report.agency else ()), *report.former_names)


def same_agency(name: str, other: str) -> bool:
    """Whether two names mean one agency: equal but for spaces, 人民, the regions above, and a usual short name."""
    return any(a.endswith(b) or b.endswith(a) for a in _forms(name) for b in _forms(other))


@lru_cache(maxsize=256)
def _forms(name: str) -> tuple[str, ...]:
    """A name plain, and with the usual short names of its body (云溪县住建局)."""
    whole = plain(name)
    place, body = split_place(whole)
    return (whole, *(f"{place}{short}" for short in short_names(body)))


def is_named(name: str, own: str) -> bool:
    """Whether ``name`` in a text may mean the agency ``own``, a part of it, or the body it belongs to."""
    a, b = plain(name), plain(own)
    if not a or a in b or b in a or is_short_for(a, b) or same_agency(name, own):
        return True
    (regions_a, rest_a), (regions_b, rest_b) = _split(a), _split(b)
    if regions_a and regions_b and regions_a[-1] != regions_b[-1]:
        return rest_a == rest_b and _town().search(rest_a) is not None
    return rest_b in rest_a or is_short_for(rest_a, rest_b)


@cache
def _town() -> re.Pattern[str]:
    """A street, town or township; 城乡建设 and 乡村振兴 are none."""
    return re.compile("街道|镇(?![村域建])|(?<!城)乡(?![村镇建])")


def kind_of_town(name: str) -> str:
    """镇, 乡 or 街道, if the name is that of one or of its government; else ''."""
    match = _town_itself().search(name)
    return match[1] if match else ""


@cache
def _town_itself() -> re.Pattern[str]:
    return re.compile("(镇|乡|街道)(?:人民政府|政府|办事处)?$")


def in_region_of(name: str, own: str) -> bool:
    """Whether the body ``name`` belongs to the region of ``own`` (the county's own office for open government)."""
    regions, regions_own = _split(plain(name))[0], _split(plain(own))[0]
    return not regions or bool(regions_own and regions[-1] == regions_own[-1])


def last_region(name: str) -> str:
    """The smallest region that a name begins with (洛阳市孟津区… → 孟津区), or the name itself if it is one; or ''."""
    name = plain(name)
    regions, rest = _split(name)
    return rest if rest.endswith(("县", "区", "市", "旗", "州")) else regions[-1] if regions else ""


def without_regions(name: str) -> str:
    """A name without the regions in front of it (洛阳市孟津区教育局 → 教育局), plain."""
    return _split(plain(name))[1]


@cache
def plain(name: str) -> str:
    """A name without spaces, 人民政府 as 政府, 办公室 and 办公厅 as 办, 管理委员会 as 管委会."""
    name = "".join(name.split())
    for long, short in (("人民政府", "政府"), ("办公室", "办"), ("办公厅", "办"), ("管理委员会", "管委会")):
        name = name.replace(long, short)
    return name


def is_short_for(short: str, full: str) -> bool:
    """Whether the characters of ``short`` stand in ``full`` in that order."""
    rest = iter(full)
    return len(short) > 1 and all(character in rest for character in short)


@cache
def _split(name: str) -> tuple[tuple[str, ...], str]:
    """The regions that a name begins with, and the rest."""
    regions: list[str] = []
    while (match := _region().match(name)) and match[1] not in _NOT_REGIONS and match.end() < len(name):
        regions.append(match[1])
        name = name[match.end() :]
    return tuple(regions), name
