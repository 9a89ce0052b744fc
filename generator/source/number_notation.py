"""The single looks at a wrongly typed figure: each knows one wrong notation and how to mend it (see `notation`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from generator.han.numerals import chinese_number
from generator.source.digits import half_width
from generator.source.figure_list import split_figures
from generator.source.money import MULTIPLES, money, plain_number
from generator.source.text import DIRECTION_MARK

_COUNT_UNITS = "件个宗条份起人次项例封篇部笔户家位"
_NOTHING = re.compile(
    r"无|没有?|[未暂][无有]|未(?:发生|收到|产生)|不涉及|无(?:此项|此情况|申请|内容)?|[/\\∕／]{1,2}|[—–－―─／-]{1,3}|N/?A|n/a|[Nn]one"
)
_LEFT_OPEN = re.compile(r"[未暂空缺]|空白|[·…]{1,3}")
"""May stand for none, or for what is still to come."""
_YES_NO = re.compile(r"yes|no?|y|true|false|on|off|[是否有√×✓]", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\u00ad\ufeff]")
"""What shows nothing. Direction controls are not among them: they change which figure is seen."""
_MARKS_AFTER = "、，。；;,：:.！!"
_PAIRS = (
    ("“", "”"),
    ("‘", "’"),
    ('"', '"'),
    ("'", "'"),
    ("（", "）"),
    ("(", ")"),
    ("[", "]"),
    ("【", "】"),
    ("｛", "｝"),
    ("「", "」"),
)
_QUOTES = "“‘\"'「"
"""Brackets may also mark a negative figure or a note."""
_ROUGH_BEFORE = re.compile(r"^(?:约|大约|近|将近|逾|超|超过|不到|至少|大概|差不多|＞|>|＜|<|≈|≥|≤|~)\s*(?=\d)")
_ROUGH_AFTER = re.compile(r"\d\s*(?:余|多|左右|上下|以上|以内|几|来)")
_WITH_UNIT = re.compile(rf"(.*\S)\s*(?:人次|[{_COUNT_UNITS}])")
_MULTIPLE = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([十百千万亿wWkK]{1,2})")
_TEN = "十"
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[,，'’ \u2009\xa0　][0-9]{3})+(?:\.[0-9]+)?")
_BLANK = re.compile("[ \\xa0　]")
"""Blanks that are typed, or pasted between cells; thin ones only stand within a figure."""
_THOUSANDTHS = 3
"""Digits behind a point that may as well close a group of thousands (1.000)."""
_LOOKALIKES = str.maketrans("OoОоlIｌ", "0000111")


class NumberNotation(NamedTuple):
    """What one look at a figure found: what is wrong, and the text with that mended (None: it takes a person).

    ``certain``: nobody can have meant another figure.
    """

    message: str
    mended: str | None
    hint: str = ""
    code: str = "NB103"
    certain: bool = True


def _invisible(text: str, kind: str, unit: str) -> NumberNotation | None:
    """Zero-width characters and spaces of other scripts around the figure."""
    if DIRECTION_MARK.search(text):
        return NumberNotation(
            "数字里有控制文字方向的字符，看到的与实际的可能不一样。", None, "请删去它，再核对这个数。"
        )
    cleaned = _INVISIBLE.sub("", text)
    if cleaned != text:
        return NumberNotation("数字里有看不见的字符。", cleaned)
    if text.strip() != text:
        return NumberNotation("数字前后有多余的空格（可能是全角空格）。", text.strip())
    return None


def _nothing(text: str, kind: str, unit: str) -> NumberNotation | None:
    """Words and strokes for none."""
    if _NOTHING.fullmatch(text):
        return NumberNotation("没有的，要写数字 0。", "0")
    return NumberNotation("没有的，要写数字 0。", "0", certain=False) if _LEFT_OPEN.fullmatch(text) else None


def _yes_no(text: str, kind: str, unit: str) -> NumberNotation | None:
    """Words for yes and no."""
    return NumberNotation("这里要写数字，不是“有”“无”“是”“否”。", None) if _YES_NO.fullmatch(text) else None


def _full_width(text: str, kind: str, unit: str) -> NumberNotation | None:
    """Full-width digits and points; other scripts' digits."""
    plain = half_width(text)
    return NumberNotation("数字和小数点要用半角。", plain) if plain != text else None


def _signed(text: str, kind: str, unit: str) -> NumberNotation | None:
    """A plus sign is left out; a minus sign cannot be right."""
    if re.match(r"[-−–—－]\s*\.?[0-9０-９]", text):
        return NumberNotation("不能是负数。", None, "请核对这个数；减少的数写在文字里。", "NB104")
    return NumberNotation("不要写加号。", text[1:].lstrip(), certain=False) if re.match(r"\+\s*[0-9]", text) else None


def _enclosed(text: str, kind: str, unit: str) -> NumberNotation | None:
    """Quotes and brackets of any kind around the figure."""
    for left, right in _PAIRS:
        if len(text) > 1 and text.startswith(left) and text.endswith(right):
            return NumberNotation("数字外面不要加引号或括号。", text[1:-1].strip(), certain=left in _QUOTES)
    return None


def _mark_after(text: str, kind: str, unit: str) -> NumberNotation | None:
    """Punctuation before or behind the figure."""
    trimmed = text.strip(_MARKS_AFTER + " ")
    if trimmed != text and trimmed and not re.match(r"[^0-9]*\.[0-9]", text):
        return NumberNotation("数字前后不要加标点。", trimmed, certain=text[0] not in ",，.。")
    return None


def _rough(text: str, kind: str, unit: str) -> NumberNotation | None:
    """About, nearly, more than."""
    if _ROUGH_BEFORE.match(text) or _ROUGH_AFTER.search(text):
        return NumberNotation("表里要写准确的数，不能写大概的数。", None, "请核实后写准确的数字，例如 18。")
    return None


def _leading_zero(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``012``, ``00``."""
    if re.fullmatch(r"0[0-9]+(?:\.[0-9]+)?", text, re.ASCII):
        return NumberNotation(
            "数字前面不要加 0。",
            text.lstrip("0") if text.strip("0.") and text.lstrip("0")[0] != "." else "0" + text.lstrip("0"),
        )
    return None


def _underscored(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``1_000``."""
    if re.fullmatch(r"[1-9][0-9]{0,2}(?:_[0-9]{3})+(?:\.[0-9]+)?", text, re.ASCII):
        return NumberNotation("数字里不要加下划线。", text.replace("_", ""))
    return None


def _grouped(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``1,234``, ``1 234``: separators of thousands. With blanks it may as well be two figures, or two lines."""
    if _GROUPED.fullmatch(text):
        joined = re.sub(r"[^0-9.]", "", text)
        return NumberNotation("数字里不要加千位分隔的逗号或空格。", joined, certain=not _BLANK.search(text))
    return None


def _clock(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``1:30``, ``3/4``, ``1-2``: a time, a fraction, a range."""
    if re.fullmatch(r"[0-9]+(?:\s*[:：/~～—–-]\s*[0-9]+)+", text, re.ASCII):
        return NumberNotation("这里只能写一个数。", None, "请写一个数字，例如 18；没有的写 0。")
    return None


def _programmers(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``0x1f``, ``0b1``, ``1e3``."""
    if re.fullmatch(r"0[xXoObB][0-9a-fA-F]+", text):
        return NumberNotation("要写平常的十进制数字。", None)
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?[eE]\+?[0-9]{1,2}", text, re.ASCII):
        return NumberNotation("不要用科学记数法。", plain_number(text), certain=False)
    return None


def _whole(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``3.0``, ``18.5`` for a count; ``.5`` and ``5.`` for an amount."""
    if kind == "amount" and re.fullmatch(r"\.[0-9]+", text, re.ASCII):
        return NumberNotation("小数点前要写 0。", "0" + text)
    if kind == "count" and re.fullmatch(r"[0-9]*\.[0-9]+", text, re.ASCII):
        whole, _, decimals = text.partition(".")
        if decimals.strip("0"):
            return NumberNotation("件数只能是整数。", None, "请写整数，例如 18。")
        return NumberNotation("件数是整数，不要写小数点。", whole, certain=len(decimals) != _THOUSANDTHS)
    return None


def _money(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``1.3万元``, ``300元``, ``￥300``: an amount typed with its unit."""
    amount = money(text) if kind == "amount" else None
    if amount is None:
        return None
    if not amount.multiple and not amount.yuan and unit != "万元":
        return NumberNotation("不要写货币符号。", amount.number)
    right = amount.in_unit(unit) if unit else None
    if right is None:
        return NumberNotation("只写数字，不写单位。", None, "请按表中的单位（元或者万元）换算后只写数字。")
    certain = amount.yuan or unit == "元"
    return NumberNotation(f"只写数字，不写单位；这里的单位是{unit}。", right, certain=certain)


def _with_unit(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``18件``."""
    match = _WITH_UNIT.fullmatch(text) if kind == "count" else None
    if match and match[1][-1] not in "余多来几":
        return NumberNotation("只写数字，不写单位。", match[1])
    return None


def _multiple(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``1.3万``, ``2千``."""
    match = _MULTIPLE.fullmatch(text)
    if match is None or match[2] not in MULTIPLES or match[2] == _TEN:
        return None  # nobody counts in tens behind digits: something was typed or read twice
    right = plain_number(str(Decimal(match[1]) * MULTIPLES[match[2]]))
    return NumberNotation("数字要写全。", right, certain=not match[2].isascii())


def _chinese(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``十八``, ``两百三十``."""
    core = text.removesuffix("元") if kind == "amount" else text
    value = chinese_number(core)
    return None if value is None else NumberNotation("要写阿拉伯数字。", str(value) + text[len(core) :])


def _lookalike(text: str, kind: str, unit: str) -> NumberNotation | None:
    """The letter O for 0, l for 1."""
    plain = text.translate(_LOOKALIKES)
    if plain != text and plain.isascii() and plain.isdigit():
        return NumberNotation("把字母当成了数字（O 和 0、l 和 1 很像）。", plain, certain=False)
    return None


def _percent(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``18%``."""
    if re.fullmatch(r"[0-9.]+\s*[%％‰]", text):
        return NumberNotation("这里要写数量，不是百分比。", None)
    return None


def _list(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``18 2 0 0``: several figures in one place."""
    if split_figures(text) is not None:
        return NumberNotation("这里只能写一个数，却写了好几个。", None, "一格一个数，例如 {自然人: 18, 商业企业: 2}。")
    return None


def _expression(text: str, kind: str, unit: str) -> NumberNotation | None:
    """``3+5``, ``=SUM(…)``, ``{{ … }}``."""
    if re.fullmatch(r"=.*|.*\{\{.*|[0-9]+(?:\s*[-+*×xX=]\s*[0-9]+)+", text):
        return NumberNotation("表里不能写算式。", None, "请把算好的数字写在这里；合计由程序计算，不用写。")
    return None


LOOKS: tuple[Callable[[str, str, str], NumberNotation | None], ...] = (
    _invisible, _nothing, _yes_no, _signed, _money, _full_width, _enclosed, _rough, _leading_zero, _underscored,
    _grouped, _list, _clock, _programmers, _whole, _mark_after, _with_unit, _multiple, _chinese, _lookalike, _percent,
    _expression,
)  # fmt: skip
"""Every wrong notation we know, in the order in which they are looked for."""
