"""Slips of punctuation, each with the edits that put it right where that is beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Mark(NamedTuple):
    """Replace ``text[start:end]`` by ``right``."""

    start: int
    end: int
    right: str


class Slip(NamedTuple):
    """One kind of slip in one paragraph. ``marks`` are all its places (edits, if ``certain``); ``what`` names it."""

    what: str
    marks: tuple[Mark, ...]
    hint: str
    certain: bool = True


_HAN = "\u4e00-\u9fff〇"
_FULL = {",": "，", ";": "；", ":": "："}
_HALF = rf"(?<=[{_HAN}”》）])[ \u3000]*([,;:])[ \u3000]*(?=[{_HAN}“《（])"
_DOCUMENT = rf"(?<=[{_HAN}])\s*([\[【（(﹝［〔｛{{])\s*((?:19|20)\d\d)\s*年?([\]】）)﹞］〕｝}}])(?=\s*第?\s*\d{{1,4}}\s*号)"
_DOUBLED = r"([。，、；：])\1+|，。|、。|；。|：。|、，|，、|，；|；，|。，|。、|。；|：，|：；|？。|！。"
_STRONGEST = "。；：，、"
_CLOSING = {"”": "“", "》": "《", "）": "（", "〉": "〈", ")": "("}
_HALF_BRACKETS = {"(": "（", ")": "）"}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def slips(text: str) -> Iterator[Slip]:
    """All slips of a paragraph."""
    characters = set(text)
    if not characters.isdisjoint(",;:"):
        yield from _half_width(text)
    if "号" in characters:
        yield from _document_brackets(text)
    yield from _doubled(text)
    if not characters.isdisjoint("“”《》（）〈〉"):
        yield from _unpaired(text)


def _half_width(text: str) -> Iterator[Slip]:
    marks = tuple(Mark(*m.span(), _FULL[m[1]]) for m in _compiled(_HALF).finditer(text))
    if marks:
        written = "".join(dict.fromkeys(text[m.start : m.end].strip() for m in marks))
        right = "".join(dict.fromkeys(m.right for m in marks))
        yield Slip(f"汉字之间用了半角标点“{written}”", marks, f"请改为全角“{right}”。")


def _document_brackets(text: str) -> Iterator[Slip]:
    for match in _compiled(_DOCUMENT).finditer(text):
        if (match[1], match[3]) != ("〔", "〕"):
            marks = (Mark(*match.span(1), "〔"), Mark(*match.span(3), "〕"))
            yield Slip(
                f"文号里的年份用了“{match[1]}{match[3]}”",
                tuple(m for m in marks if text[m.start] != m.right),
                f"发文年份用六角括号：〔{match[2]}〕。",
            )


def _doubled(text: str) -> Iterator[Slip]:
    for match in _compiled(_DOUBLED).finditer(text):
        first, last = match[0][0], match[0][-1]
        certain = first == last or last == "。"
        right = last if certain else ""
        hint = f"请只留“{right}”。" if certain else f"请在“{first}”和“{last}”之间选一个。"
        yield Slip(f"标点重复“{match[0]}”", (Mark(*match.span(), right),), hint, certain)


def _unpaired(text: str) -> Iterator[Slip]:
    """Brackets and quotation marks without a partner; a half-width partner of （ or ） is put right."""
    open_marks: list[tuple[str, int]] = []
    for index, mark in enumerate(text):
        if mark in "“《（〈(":
            if mark == "“" and any(kind == "“" for kind, _ in open_marks):
                yield _second_opening(text, open_marks, index)
                open_marks = [pair for pair in open_marks if pair[0] != "“"]
                continue
            open_marks.append((mark, index))
        elif mark in _CLOSING:
            yield from _close(text, open_marks, index, mark)
    for mark, index in open_marks:
        if mark != "(":
            yield Slip(f"“{mark}”没有配对", (Mark(index, index + 1, mark),), "请补上另一半，或者删去。", certain=False)


def _second_opening(text: str, open_marks: list[tuple[str, int]], index: int) -> Slip:
    start = next(at for kind, at in open_marks if kind == "“")
    inside = text[start + 1 : index]
    short = len(inside) <= 12 and not _compiled("[。，；]").search(inside) and "”" not in text[index : index + len(inside) + 14]
    mark = (Mark(index, index + 1, "”"),)
    return Slip("后引号写成了前引号“", mark, "请改为后引号”。", certain=short)


def _close(text: str, open_marks: list[tuple[str, int]], index: int, mark: str) -> Iterator[Slip]:
    wanted = _CLOSING[mark]
    half = {"（": "(", "(": "（"}.get(wanted)
    for at in range(len(open_marks) - 1, -1, -1):
        kind, place = open_marks[at]
        if kind not in {wanted, half}:
            continue
        del open_marks[at:]
        if kind == half:
            wrong = place if text[place] in _HALF_BRACKETS else index
            right = _HALF_BRACKETS[text[wrong]]
            yield Slip("括号一半全角、一半半角", (Mark(wrong, wrong + 1, right),), f"请改为“{right}”。")
        return
    if mark not in {")", "）"} or not _numbers_an_item(text, index):
        if mark != ")":
            yield Slip(f"“{mark}”没有配对", (Mark(index, index + 1, mark),), "请补上另一半，或者删去。", certain=False)


def _numbers_an_item(text: str, index: int) -> bool:
    """Whether a closing bracket ends a number that begins an item: 1）, 一）."""
    return bool(_compiled(r"(?:^|[。；：，\s])(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])$").search(text[:index][-4:]))
