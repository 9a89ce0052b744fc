"""What is left over from a template: blanks to fill in, instructions of the form, comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from generator.checks.prose.mojibake import TELLTALE, garbled
from generator.checks.prose.needs import Sieve
from generator.checks.prose.program_leftovers import ERROR_VALUES, KINDS
from generator.checks.prose.remembering import remembered
from generator.han.patterns import HAN


class Leftover(NamedTuple):
    """``text[start:end]``, and what it is."""

    start: int
    end: int
    what: str


_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭郎鲁马方任袁柳史"
    "唐薛雷贺罗郝安常于傅齐康余顾孟黄穆萧尹姚邵汪毛米贝臧戴宋庞熊纪舒项祝董梁杜阮季贾江郭林钟徐"
    "邱骆高夏蔡田胡凌霍万柯卢莫丁邓洪石崔吉龚程陆翁荀曾叶刘龙"
)
_FILL_IN = "单位|机关|部门|名称|姓名|年份|数字|日期|填|请|此处|具体|地址|电话|网址|邮箱"

_BLANKS = "[ \\t\u3000\xa0]*"

_RULES: tuple[tuple[str | tuple[str, ...], str, str], ...] = (
    (
        "Xx×Ｘｘ",
        r"(?<![A-Za-z0-9Ａ-Ｚ])20[\dXxＸｘ×]?[XxＸｘ×]{1,2}(?=\s*年)"
        rf"|(?<![A-Za-z0-9{_SURNAMES}])[XxＸｘ×]{{2,}}(?![A-Za-z0-9])"
        rf"|(?<=[{_SURNAMES}])[XxＸｘ×]{{2,}}(?=[XxＸｘ×年月日省市县区镇乡局号路条件份])",
        "占位符",
    ),
    ("某", rf"(?<![{_SURNAMES}])某某+|某某(?=[省市县区镇乡局])", "占位符"),
    ("○〇●", r"(?<![一二三四五六七八九十〇○])[○〇●]{2,}", "占位符"),
    ("_＿", r"(?<![A-Za-z0-9_.@/])[_＿]{2,}(?![A-Za-z0-9_])", "没有填的空格"),
    ("*＊", r"(?<![\d*＊])[*＊]{3,}(?![\d*＊])", "占位符"),
    ("?？", r"[?？]+(?=\s*(?:件|条|份|宗|万?元|个|年|月|日))", "没有填的数"),
    (
        ("待填", "待补", "待核实", "待完善", "待确定", "待定", "（待", "(待", "【待", "[待"),
        r"待(?:填写?|补充|补|核实|完善|确定|定)(?=[）)】\]]|$)"
        rf"|[（(【\[]待[^）)】\]]{{0,6}}[）)】\]]|待填写?|(?<!等)待补充?(?!{HAN})",
        "待填的内容",
    ),
    ("TFB", r"(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])", "没有做完的记号"),
    (
        tuple(f"{mark}{end}" for mark, end in product("（(《“【〔[", "）)》”】〕] \t\u3000\xa0")),
        "|".join(
            rf"{re.escape(mark)}{_BLANKS}{re.escape(end)}"
            for mark, end in ("（）", "()", "《》", "“”", "【】", "〔〕", "[]")
        ),
        "空括号",
    ),
    (
        tuple(mark + word for mark in "（(【[<＜" for word in ("此处", "请", "填", "具体", *_FILL_IN.split("|"))),
        r"[（(【\[<＜](?:此处|请|填写|填入|具体)[^）)】\]>＞。]{0,20}[）)】\]>＞]"
        rf"|[【\[<＜](?:{_FILL_IN})[^】\]>＞。]{{0,16}}[】\]>＞]",
        "填写说明",
    ),
    ("（(", r"[（(](?:单位|机关|部门)(?:名称|全称)[）)]|[（(]网址[）)]", "填写说明"),
    (("部分以表格",), r"(?:该|本)部分以表格形式(?:报告|公布|公开|体现|呈现)", "格式的说明"),
    (("击此处",), r"[单点]击此处[^，。]{0,12}", "填写说明"),
    ("{", r"\{[%#][^}]*[%#]?\}?", "模板的记号"),
    ("<", r"<!--.*?(?:-->|$)", "注释"),
)
"""Characters or words of which one must occur, the pattern, what it finds."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Left(NamedTuple):
    """A kind of leftover: its pattern, what it is, and whether it is told only once in a paragraph."""

    pattern: str
    what: str
    once: bool = False


_COMMENT, _GARBLED = Left("", "以 # 开头的注释"), Left("", "乱码", once=True)
"""Kinds without a pattern: see :func:`_places`."""


LEFT_KINDS = (
    *((needed, Left(pattern, what)) for needed, pattern, what in _RULES),
    *((needed, Left(pattern, what, once=True)) for needed, pattern, what in KINDS),
)
"""Characters or words of which one must occur, and the kind of leftover that has a pattern."""


@cache
def sieve() -> Sieve[Left]:
    """What may be left over in a text: in most there is nothing."""
    return Sieve([("#＃", _COMMENT), *LEFT_KINDS, (TELLTALE, _GARBLED)])


@remembered
def leftovers(text: str, kinds: tuple[Left, ...]) -> Iterator[Leftover]:
    """Every leftover of these kinds in a text, none inside another; of a program's only the first of its kind."""
    taken: set[int] = set()
    told: set[str] = set()
    for kind in kinds:
        for start, end in _places(text, kind):
            if not taken.isdisjoint(range(start, end)):
                continue
            taken.update(range(start, end))
            if not (kind.once and kind.what in told):
                yield Leftover(start, end, kind.what)
            told.add(kind.what)


def _places(text: str, kind: Left) -> Iterable[tuple[int, int]]:
    if kind is _GARBLED:
        return garbled(text)
    if kind is _COMMENT:
        commented = text.startswith(("#", "＃")) and not text.startswith(ERROR_VALUES)
        return ((0, len(text)),) if commented else ()
    return (match.span() for match in _compiled(kind.pattern).finditer(text))
