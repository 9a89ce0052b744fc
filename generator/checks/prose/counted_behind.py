"""A list with its count behind it: 网站、公众号、公开栏三个平台.

Where such a list begins is never marked, so a count that is too high is judged (an item is missing), and one that is
too low only where a word opens the list. A list that ends in 等, or an item that is itself several, is let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.prose.counts import Announced
from generator.han.numerals import chinese_number
from generator.han.patterns import HAN

_HEAD = (
    r"(?<![\d.第十一二三四五六七八九两])(\d{1,2}|十[一二]|[二三四五六七八九十两])\s*"
    rf"((?:个|大类|大|类|种|项){HAN}{{0,4}}|公开)"
)
_CLAUSE = "，。；：！？\n,;:（）()"
_LONGEST = 14
"""Characters of an item; a longer one is a clause of its own."""
_OPENS = "依托|通过|利用|采用|采取|运用|包括|包含|开设|借助|涵盖|分为"
_VERB_END = (
    "设置|设立|开设|公布|发布|印发|开展|举办|建立|共|新增|增设|打造|建成|形成|完成|制定|召开"
    "|组织|配备|成立|达|超|增加|公开|更新"
    "|办理|收到|整改|梳理|选取|编制|推出|制作|开通|建|设|立|办|制|发|出|成|备|近|约|余|这|以上"
    "|上述|的|了|在|对|从|按|为|是|有"
    "|由|于|(?<![安健])全|以|用|和|与|及|各|分|前|后|其他|其中|另|又|每|任|获得|获|评|确定|明确|做好|抓好|落实|推进|修订|解决"
)
_SEVERAL = re.compile(r"[一二两三四五六七八九十\d《“等的]|以及")


@cache
def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def counted_behind(text: str) -> Iterator[Announced]:
    """Every count behind a list, with how many the list names."""
    if "、" not in text:
        return
    for head in _re(_HEAD).finditer(text):
        start = max(text.rfind(mark, 0, head.start()) for mark in _CLAUSE) + 1
        items = text[start : head.start()].split("、")
        if len(items) < 2 or not _is_list(items):
            continue
        said = int(head[1]) if head[1].isdecimal() else chinese_number(head[1]) or 0
        joined = len(_re("[和与及]").findall(items[-1]))
        too_low = said < len(items) and _re(_OPENS).match(items[0])
        if said > len(items) + joined or too_low:
            yield Announced(head.start(1), head.start(1) + _shown(head), said, len(items) + joined)


def _is_list(items: list[str]) -> bool:
    whole = all(0 < len(item.strip()) <= _LONGEST and not _SEVERAL.search(item) for item in items)
    return whole and not _re(f"(?:{_VERB_END})$").search(items[-1])


def _shown(head: re.Match[str]) -> int:
    """How much is pointed at: the count, its classifier, and the noun up to a particle or a verb."""
    noun = _re(
        r"(?:个|大类|大|类|种|项)?(?:重点|公开)?(?:平台|渠道|形式|环节|任务|事项|栏目|专栏|方面"
        r"|措施|制度|板块|窗口|内容|信息|清单|公开)?"
    ).match(head[2])
    return len(head[0]) - len(head[2]) + (noun.end() if noun else 0)
