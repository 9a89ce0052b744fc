"""A count announced in the text, and the items that then follow, where it is beyond doubt which they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.checks.prose.counted_behind import counted_behind
from generator.checks.prose.counts import Announced
from generator.checks.prose.needs import Sieve
from generator.checks.prose.remembering import remembered
from generator.han.numerals import chinese_number
from generator.han.patterns import HAN

_HAN = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
"""Numbers up to 99 in Chinese, the longest way to read them first."""
_COUNT = rf"(?<![\d.第一二三四五六七八九十百千两])(\d{{1,2}}|{_HAN}|两)\s*"
_NUMERALS = frozenset("0123456789一二三四五六七八九十两")
_UNIT = r"(?:个|大|项|条|点|类|种|方面|部分|举措|措施|问题|任务|环节)"
_BEFORE_ORDINALS = _COUNT + rf"(?:{_UNIT}[^，。；：:一]{{0,14}}[：:]|(?:个|大)?方面[^，。；：:一]{{0,8}}[，。]?)\s*$"
"""Before a colon anything may be counted; before a comma or full stop only 方面: 解决3个问题。一是… counts no list."""
_ORDINAL_FORMS = (
    (("一是", "一要"), rf"({_HAN})(?:是|要)"),
    (("（一", "(一", "（1", "(1"), rf"[（(]({_HAN}|\d{{1,2}})[）)]"),
    (("第一",), rf"第({_HAN})[，、：]"),
    (("1.", "1．", "1、"), r"(\d{1,2})[.．、](?!\d)"),
    (("①",), r"([①-⑳])"),
    (("首先",), "(首先|其次|再次|第三|最后)"),
)
"""How items are numbered: what the first one begins with, and the pattern of all."""
_SPOKEN = {"首先": 1, "其次": 2, "再次": 3, "最后": 0}
"""最后 is whatever comes next."""
_STARTS = "。；：，:;！？ 　\n"
_LIST_HEAD = (
    _COUNT + rf"(?:(?:个|大|项)?(?:大类|小类|类|种|方面|部分|栏目|专栏|专题)(?:{HAN}{{1,6}})?"
    rf"|(?:个|大|项|条|点|级|名|次|道|层){HAN}{{2,6}})$"
)
_LISTED_BEHIND = (
    _COUNT + rf"(?:个|类|种|项|家|处|部){HAN}{{0,8}}?[，,：:]?\s*分别(?:是|为)[：:]?([^。；：:，（(\d]{{4,200}})[。；]"
)
"""共3个，分别是甲、乙和丙。 What is listed has no number of its own."""
_LIST = r"[^。；：:（(]{4,200}[。；]"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def numbered_sieve() -> Sieve[str]:
    """How items are numbered, by how the first begins."""
    return Sieve(_ORDINAL_FORMS)


def announces_at_its_end(text: str) -> bool:
    """Whether a paragraph's last words promise a list that the next paragraphs may hold."""
    end = text[-40:]
    may_promise = "方面" in end or end.rstrip().endswith(("：", ":"))
    return may_promise and _compiled(_BEFORE_ORDINALS).search(end) is not None


@remembered
def announced(text: str, following: tuple[str, ...], forms: tuple[str, ...]) -> Iterator[Announced]:
    """Counts of a paragraph that its list contradicts or confirms; ``following`` are the paragraphs after it.

    They are wanted only where the paragraph :func:`announces_at_its_end`. ``forms``: how the items may be numbered.
    """
    yield from _by_ordinals(text, following, forms)
    yield from counted_behind(text)
    if "分别" in text and "、" in text:
        for match in _compiled(_LISTED_BEHIND).finditer(text):
            yield from _one_by_one(match)
    if "、" not in text or ("：" not in text and ":" not in text):
        return
    for colon in _compiled("[：:]").finditer(text):
        before = text[max(0, colon.start() - 14) : colon.start()]
        head = None if _NUMERALS.isdisjoint(before) else _compiled(_LIST_HEAD).search(before)
        items = head and _compiled(_LIST).match(text, colon.end())
        if head and items:
            yield from _by_marks(head, colon.start(), _bare(items[0][:-1]).split("、"))


def _by_ordinals(text: str, following: Sequence[str], forms: tuple[str, ...]) -> Iterator[Announced]:
    joined = "\n".join([text, *following]) if following else text
    for form in forms:
        found = ((_value(m[1]), m.start()) for m in _compiled(form).finditer(joined))
        places = [(value, at) for value, at in found if at == 0 or joined[at - 1] in _STARTS]
        for index, (value, start) in enumerate(places):
            if value != 1 or start > len(text) + 1:
                continue
            head = _compiled(_BEFORE_ORDINALS).search(joined[max(0, start - 40) : start])
            if head is None or _is_ordinal_item(head[0]) or _value(head[1]) < 2:
                continue
            at = max(0, start - 40) + head.start()
            listed = _run(places[index:])
            if at < len(text) and listed > 1:
                yield Announced(at, at + len(head[1]) + _unit_length(head), _value(head[1]), listed)


def _run(places: list[tuple[int, int]]) -> int:
    """How many items follow one another until the next list begins; 0 where a number is left out (NB516 says so)."""
    length = 0
    for value, _ in places:
        if value not in (length + 1, 0):
            return length if value == 1 else 0
        length += 1
    return length


def _by_marks(head: re.Match[str], colon: int, items: list[str]) -> Iterator[Announced]:
    """A list divided by 、 alone; 和 may join two items or stand within one, so both counts are right then."""
    if (
        len(items) < 2
        or any(len(item) > 14 or "，" in item or "《" in item for item in items)
        or items[-1].endswith("等")
    ):
        return
    most = sum(1 + len(_compiled("[和与及]").findall(item)) for item in items)
    count = _value(head[1])
    if not len(items) <= count <= most:
        yield Announced(colon - len(head[0]), colon, count, len(items))


def _one_by_one(match: re.Match[str]) -> Iterator[Announced]:
    items = match[2].split("、")
    most = sum(1 + len(_compiled("[和与及]").findall(item)) for item in items)
    count = _value(match[1])
    if len(items) > 1 and not items[-1].endswith("等") and not len(items) <= count <= most:
        yield Announced(match.start(1), match.end(1) + 1, count, len(items))


def _bare(items: str) -> str:
    return _compiled("^(?:即|分别(?:是|为)|包括|主要(?:是|有|包括)|一是)").sub("", items)


def _is_ordinal_item(head: str) -> bool:
    return "以上" in head or "分别" in head or "第" in head[:1]


def _unit_length(head: re.Match[str]) -> int:
    rest = head[0][len(head[1]) :]
    unit = _compiled(r"\s*(?:个|大|项|条|点|种)?(?:方面|部分|类|举措|措施|问题|任务|环节|工作)?").match(rest)
    return unit.end() if unit else 0


def _value(numeral: str) -> int:
    if numeral.isdecimal() and numeral.isascii():
        return int(numeral)
    if numeral in _SPOKEN:
        return _SPOKEN[numeral]
    return ord(numeral) - ord("①") + 1 if "①" <= numeral[0] <= "⑳" else chinese_number(numeral) or 0
