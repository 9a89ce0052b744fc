"""Slips of the hand put into a good report: how clerks write figures, keys and punctuation."""

import re
from collections.abc import Callable

from hypothesis import strategies as st
from source.injecting import SLIPS, Injector

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGITS = "零一二三四五六七八九"
_FIGURE = r"(?<!年度: )(?<=: )\d[\d.]*(?=[,}]|\s*$)"
_ZERO = r"(?<=: )0(?=[,}]|\s*$)"
_SMALL = r"(?<=: )\d{1,2}(?=[,}]|\s*$)"
_LARGE = r"(?<!年度: )(?<=: )\d{4,}(?=[,}]|\s*$)"
_HAN = "[\u4e00-\u9fff]"


def _each(pattern: str, change: Callable[[str], str]) -> Injector:
    """Every line with one match of the pattern changed."""

    def inject(line: str):
        for match in re.finditer(pattern, line):
            yield line[: match.start()] + change(match.group()) + line[match.end() :]

    return inject


def _chinese(number: str) -> str:
    tens, ones = divmod(int(number), 10)
    head = "十" if tens == 1 else f"{_DIGITS[tens]}十" if tens else ""
    return head + (_DIGITS[ones] if ones or not tens else "")


FIGURES: dict[str, Injector] = {
    "full-width digits": _each(_FIGURE, lambda n: n.translate(_FULL_WIDTH)),
    "unit": _each(_FIGURE, lambda n: f"{n}件"),
    "thousands": _each(_LARGE, lambda n: f"{n[:-3]},{n[-3:]}"),
    "full-width thousands": _each(_LARGE, lambda n: f"{n[:-3]}，{n[-3:]}"),
    "Chinese numeral": _each(_SMALL, _chinese),
    "none in words": _each(_ZERO, lambda _: "无"),
    "none as a stroke": _each(_ZERO, lambda _: "/"),
    "none as a dash": _each(_ZERO, lambda _: "-"),
    "decimal nought": _each(_FIGURE, lambda n: n if "." in n else f"{n}.0"),
    "space inside": _each(_LARGE, lambda n: f"{n[0]} {n[1:]}"),
    "Chinese quotes": _each(_FIGURE, lambda n: f"“{n}”"),
}
KEYS: dict[str, Injector] = {
    "numbered （一）": _each(r"^ *(?=[^\s#:]+:)", lambda indent: f"{indent}（一）"),
    "numbered 一、": _each(r"^ *(?=[^\s#:]+:)", lambda indent: f"{indent}一、"),
    "numbered 1.": _each(r"^ *(?=[^\s#:]+:)", lambda indent: f"{indent}1. "),
    "spoken 公民": _each("自然人(?=:)", lambda _: "公民"),
    "spoken 企业": _each("商业企业(?=:)", lambda _: "企业"),
    "spoken 律所": _each("法律服务机构(?=:)", lambda _: "律所"),
    "spoken 规范性文件": _each("行政规范性文件(?=:)", lambda _: "规范性文件"),
}
TEXT: dict[str, Injector] = {
    "文号 in square brackets": _each(r"〔\d+〕", lambda year: f"[{year[1:-1]}]"),
    "文号 in round brackets": _each(r"〔\d+〕", lambda year: f"（{year[1:-1]}）"),
    "ASCII comma": _each(f"(?<={_HAN})，(?={_HAN})", lambda _: ","),
    "ASCII semicolon": _each(f"(?<={_HAN})；(?={_HAN})", lambda _: ";"),
    "ASCII colon": _each(f"(?<={_HAN})：(?={_HAN})", lambda _: ":"),
    "doubled full stop": _each("。", lambda mark: mark * 2),
    "doubled comma": _each("，", lambda mark: mark * 2),
}
DAMAGES = {**SLIPS, **FIGURES, **KEYS, **TEXT}


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """The text with one to three slips, comments left alone."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        inject = DAMAGES[draw(st.sampled_from(sorted(DAMAGES)))]
        places = [
            (number, changed)
            for number, line in enumerate(lines)
            if not line.lstrip().startswith("#")
            for changed in inject(line)
        ]
        if places:
            number, changed = draw(st.sampled_from(places))
            lines[number] = changed
    return "\n".join(lines)
