"""The sentence in which a report names its own parts and says how many they are."""

from __future__ import annotations

import re
from functools import cache

from generator.checks.prose.counts import Announced
from generator.form import Edition

_WORDS = (
    "总体|概述|概况|综述|基本情况",
    "主动公开",
    "收到和处理|依申请|申请的?处理|申请情况",
    "复议|诉讼",
    "问题",
    "其他需要报告|其他(?:需要)?事项|需要报告的其他",
)
"""What a part is called by, however freely; in the order of the parts."""
_COUNT = {"三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
"""Numbers of parts that a contents sentence may say: the form has six, older ones up to eight."""


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(
        r"(?:报告|全文)[^。；]{0,12}?(?:包括|包含|由|分为|共分|共)(?:以下)?([^。"
        r"；]*?)([三四五六七八3-8])\s*(?:个|大)?(?:方面|部分|项内容)([^。]*)"
    )


def own_parts(text: str, edition: Edition) -> tuple[Announced, tuple[str, ...]] | None:
    """What the sentence announces and names, and the parts that it leaves out; None if there is no such sentence."""
    match = _sentence().search(text) if "部分" in text or "方面" in text or "项内容" in text else None
    if match is None:
        return None
    words = match[1] + match[3]
    named = [bool(re.search(pattern, words)) for pattern in _WORDS]
    if sum(named) < 3:
        return None
    missing = tuple(part.label for part, there in zip(edition.parts, named, strict=True) if not there)
    count = int(match[2]) if match[2].isdecimal() else _COUNT[match[2]]
    return Announced(match.start(2), match.end(2), count, sum(named)), missing
