"""What kind of body a report speaks of itself as: 我镇 or 本委 in a bureau's report was copied from another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.checks.prose.needs import Grams
from generator.checks.prose.remembering import remembered

_KINDS = {
    "局": ("局", "分局", "总局"),
    "厅": ("厅",),
    "委": ("委员会", "管委会", "委"),
    "办": ("办公室", "办公厅", "办事处", "管理办", "办"),
    "镇": ("镇人民政府", "镇政府", "镇"),
    "乡": ("乡人民政府", "乡政府", "乡"),
    "街道": ("街道办事处", "街道", "街道办"),
    "管委会": ("管理委员会", "管委会"),
    "中心": ("中心",),
    "院": ("院",),
    "校": ("学校", "大学", "中学", "小学", "学院", "校"),
    "馆": ("馆",),
    "公司": ("公司",),
    "社区": ("社区", "居委会", "居民委员会"),
    "村": ("村", "村委会", "村民委员会"),
    "区": (),
}
"""Every word for oneself, and how the names of such bodies end; the region's words (我县) stand elsewhere."""
_WORD = (
    r"(?<![基成根文版资原剧日样标书课])(?:我|本)(管委会|街道|中心(?!城|组|校|任务|工作|环节|区域"
    r"|思想|小学)|公司|社区|局(?!部|面|势)"
    r"|厅|委(?!托|员|派|屈|任)|镇(?!域)|乡(?!村|镇|土|亲|音)|校(?!验|正|对|准|核|园|区)|院|馆|村(?!级|民)"
    r"|办(?!理|公|事|法|好|结|件|案|学|税|证|实|文|会|班|电|社|主)|区(?!域|间|别|块|分))"
)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(_WORD)


def may_be_foreign(there: Grams, own: tuple[str, ...]) -> bool:
    """Whether a text of these grams may speak of itself as another kind of body: cheap, and most do not."""
    return not _foreign_pairs(own).isdisjoint(there)


@lru_cache(maxsize=8)
def _foreign_pairs(own: tuple[str, ...]) -> Grams:
    """How words for oneself begin that do not fit the names."""
    return frozenset(mine + kind[0] for mine in "我本" for kind in _KINDS.keys() - kinds_of(own))


@remembered
def foreign_kinds(text: str, own: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Each 我镇, 本委 … that no body with these names would write of itself; nothing where its own kind is unknown."""
    allowed = kinds_of(own)
    if not allowed:
        return
    for match in _word().finditer(text):
        if match[1] == "区" and (match[0][0] == "本" or any(word in name for name in own for word in ("区", "旗"))):
            continue
        if match[1] not in allowed:
            yield match


@lru_cache(maxsize=8)
def kinds_of(names: tuple[str, ...]) -> frozenset[str]:
    """The words for itself that fit the ends of an agency's names; a government's office works for it (我办)."""
    plain = [re.sub(r"[（(][^（）()]*[）)]$", "", "".join(name.split())) for name in names]
    found = {kind for name in plain for kind, ends in _KINDS.items() if ends and name.endswith(ends)}
    if any(name.endswith(("政府", "街道办事处", "管委会", "管理委员会")) for name in plain):
        found |= {"办"}
    if any(name.endswith(("管委会", "管理委员会", "开发区", "新区", "示范区", "实验区", "园区")) for name in plain):
        found |= {"区", "委", "管委会", "办"}
    if any(name.endswith(("中心", "公司", "馆", "院", "校", "大学", "学院")) for name in plain):
        found |= {"校", "院", "馆", "中心", "公司"}
    return frozenset(found)
