"""Slips of punctuation, each with the edits that put it right where that is beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.checks.prose.remembering import remembered
from generator.checks.prose.slips import Correction, PunctuationSlip
from generator.checks.prose.strange_marks import blanks, foreign_quotes
from generator.han.patterns import HAN

_FULL = {",": "，", ";": "；", ":": "：", ".": "。", "!": "！", "?": "？"}
_BEHIND_TEXT = rf"(?<={HAN}|[”》）])"
_HALF = rf"{_BEHIND_TEXT}[ \u3000]*([,;:])[ \u3000]*(?={HAN}|[“《（])"
_HALF_END = rf"{_BEHIND_TEXT}([.!?])(?=$|{HAN}|[“《（])(?!\s*(?:中国|公司|网络|政务|公益|组织机构)(?!{HAN}))"
HALF_WIDTH = "汉字之间用了半角标点"
"""How the slip of half-width marks is told."""
_UNITS = "件条份次个宗篇期项元人万"
"""A question mark before one of these stands for a number (NB503)."""
_DOCUMENT = (
    rf"(?<={HAN})\s*([\[【（(﹝［〔｛{{])\s*((?:19|20)\d\d)\s*年?([\]】）)﹞］〕｝}}])(?=\s*第?\s*\d{{1,4}}\s*号)"
)
_DOUBLED = (
    rf"([。，、；：])\1+|(?<={HAN})\.{{3,}}(?=$|{HAN})|，。|、。|；。|：。|、，|，"
    r"、|，；|；，|。，|。、|。；|：，|，：|；：|：；|？。|！。"
)
_ADJACENT = r"[。，、；：？！.]{2}"
"""True of all that the pattern before fits, and quick to compile: hardly any text has it."""
_OPENING = {"“": "”", "《": "》", "〈": "〉", "（": "）", "(": "）"}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@remembered
def slips(text: str) -> Iterator[PunctuationSlip]:
    """All slips of a paragraph."""
    if _may_be_half_width(text):
        yield from _half_width(text)
    if "号" in text:
        yield from _document_brackets(text)
        yield from _document_numbers(text)
    yield from _doubled(text)
    yield from foreign_quotes(text)
    yield from blanks(text)
    yield from _together(_unpaired(text))


def _together(found: Iterator[PunctuationSlip]) -> Iterator[PunctuationSlip]:
    """Slips of one kind as one."""
    kinds: dict[tuple[str, bool], list[PunctuationSlip]] = {}
    for slip in found:
        kinds.setdefault((slip.what, slip.certain), []).append(slip)
    for same in kinds.values():
        yield same[0]._replace(marks=tuple(mark for slip in same for mark in slip.marks))


def _may_be_half_width(text: str) -> bool:
    """Whether a half-width mark stands behind what is no letter or digit: cheap, and most texts have none."""
    for mark in _FULL:
        at = text.find(mark, 1)
        while at > 0:
            if text[at - 1] in " \u3000" or text[at - 1] > "\u2000":
                return True
            at = text.find(mark, at + 1)
    return False


def _half_width(text: str) -> Iterator[PunctuationSlip]:
    found = [*_compiled(_HALF).finditer(text), *_compiled(_HALF_END).finditer(text)]
    marks = tuple(
        Correction(*m.span(), _FULL[m[1]])
        for m in found
        if not (m[1] == "?" and text[m.end() : m.end() + 1] in _UNITS and text[m.end() :])
    )
    for certain in (True, False):
        yield from _half_width_slip(text, tuple(m for m in marks if _is_certain(text, m) is certain), certain)


def _is_certain(text: str, mark: Correction) -> bool:
    """A full stop within a paragraph may have been meant as a comma."""
    return mark.right != "。" or mark.end == len(text)


def _half_width_slip(text: str, marks: tuple[Correction, ...], certain: bool) -> Iterator[PunctuationSlip]:
    if marks:
        written = "".join(dict.fromkeys(text[m.start : m.end].strip() for m in marks))
        right = "".join(dict.fromkeys(m.right for m in marks))
        yield PunctuationSlip(f"{HALF_WIDTH}“{written}”", marks, f"请改为全角“{right}”。", certain)


def _document_brackets(text: str) -> Iterator[PunctuationSlip]:
    for match in _compiled(_DOCUMENT).finditer(text):
        if (match[1], match[3]) != ("〔", "〕"):
            marks = (Correction(*match.span(1), "〔"), Correction(*match.span(3), "〕"))
            yield PunctuationSlip(
                f"文号里的年份用了“{match[1]}{match[3]}”",
                tuple(m for m in marks if text[m.start] != m.right),
                f"发文年份用六角括号：〔{match[2]}〕。",
            )


def _document_numbers(text: str) -> Iterator[PunctuationSlip]:
    """〔2023〕第5号, 〔2023〕05号: the number stands without 第 and without a leading 0 (GB/T 9704-2012, 7.2.5)."""
    for match in _compiled(r"[〔\[【（(［]\s*(?:19|20)\d\d\s*年?[〕\]】）)］]\s*(第\s*)?(0*)\d{1,4}\s*号").finditer(
        text
    ):
        if match[1] and _compiled(rf"{HAN}\s*$").search(text[: match.start()]):
            yield PunctuationSlip("文号里写了“第”", (Correction(*match.span(1), ""),), "文号的顺序号前不加“第”。")
        if match[2]:
            marks = (Correction(match.start(2), match.end(2) + 1, text[match.end(2)]),)
            yield PunctuationSlip("文号的顺序号编了虚位", marks, "顺序号不编虚位：01 写作 1。")
    for match in _compiled(r"〔((?:19|20)\d\d)年〕(?=\s*第?\s*\d{1,4}\s*号)").finditer(text):
        year = Correction(*match.span(1), match[1])
        yield PunctuationSlip("文号的括号里写了“年”", (year._replace(end=year.end + 1),), f"请改为〔{match[1]}〕。")


def _doubled(text: str) -> Iterator[PunctuationSlip]:
    if not _compiled(_ADJACENT).search(text):
        return
    for match in _compiled(_DOUBLED).finditer(text):
        first, last = match[0][0], match[0][-1]
        if first == ".":
            yield PunctuationSlip("省略号写成了“...”", (Correction(*match.span(), "……"),), "请改为“……”。")
            continue
        certain = last == "。" or match[0] == first * len(match[0])
        right = last if certain else ""
        hint = f"请只留“{right}”。" if certain else f"请在“{first}”和“{last}”之间选一个。"
        yield PunctuationSlip(f"标点重复“{match[0]}”", (Correction(*match.span(), right),), hint, certain)


def _unpaired(text: str) -> Iterator[PunctuationSlip]:
    """Brackets and quotation marks without a partner; a half-width partner of （ or ） is put right."""
    if _in_pairs("".join(_compiled("[“”《》（）〈〉()]").findall(text))):
        return
    waiting: dict[str, list[int]] = {"”": [], "》": [], "〉": [], "）": []}
    for match in _compiled("[“”《》（）〈〉()]").finditer(text):
        mark, index = match[0], match.start()
        if closing := _OPENING.get(mark):
            if mark == "“" and waiting[closing]:
                yield _second_opening(text, waiting[closing].pop(), index)
            else:
                waiting[closing].append(index)
        else:
            yield from _close(text, waiting, index, "）" if mark == ")" else mark)
    for index in sorted(index for left in waiting.values() for index in left):
        if text[index] != "(":
            yield _alone(text, index)


def _in_pairs(marks: str) -> bool:
    """Whether all brackets and quotes are in order, none of a kind within its own: true of most texts."""
    left = marks.replace("《》", "").replace("（）", "").replace("“”", "")
    return not left or not left.replace("《》", "").replace("（）", "")


def _second_opening(text: str, start: int, index: int) -> PunctuationSlip:
    """“ again before any ”: surely meant to close, if what stands between is a short term."""
    inside = text[start + 1 : index]
    closed_later = "”" in text[index : index + len(inside) + 14]
    short = len(inside) <= 12 and not _compiled("[。，；]").search(inside) and not closed_later
    return PunctuationSlip(
        "后引号写成了前引号“", (Correction(index, index + 1, "”"),), "请改为后引号”。", certain=short
    )


def _close(text: str, waiting: dict[str, list[int]], index: int, closing: str) -> Iterator[PunctuationSlip]:
    if waiting[closing]:
        start = waiting[closing].pop()
        if (text[start] == "(") != (text[index] == ")"):
            wrong = start if text[start] == "(" else index
            right = "（" if wrong == start else "）"
            yield PunctuationSlip(
                "括号一半全角、一半半角", (Correction(wrong, wrong + 1, right),), f"请改为“{right}”。"
            )
    elif text[index] != ")" and not (closing == "）" and _numbers_an_item(text, index)):
        yield _alone(text, index)


def _alone(text: str, index: int) -> PunctuationSlip:
    mark = text[index]
    return PunctuationSlip(
        f"“{mark}”没有配对", (Correction(index, index + 1, mark),), "请补上另一半，或者删去。", certain=False
    )


def _numbers_an_item(text: str, index: int) -> bool:
    """Whether a closing bracket ends a number that begins an item: 1）, 一）."""
    before = text[max(0, index - 4) : index]
    return bool(_compiled(r"(?:^|[。；：，\s])(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])$").search(before))
