"""The pinyin initials of the characters that the form's words are made of: 本年新收 is typed ``bnxs``.

A character with several readings has the one of the form's words: 重 as in 重复, 行 as in 行政, 曾 as in 曾用名.
"""

from __future__ import annotations

_BY_LETTER = {
    "a": "安按案",
    "b": "不保别办报本标比版补部",
    "c": "出处存成持曾查程重",
    "d": "到动单大定度当段独督的第",
    "e": "二额",
    "f": "份分反发复幅府废方服法罚范访费",
    "g": "个供公关各告国改构果概管规过",
    "h": "会合后和或护汇汉获",
    "j": "举件具减卷及奇家居建接机监禁纠经结继缴计较进金际",
    "k": "况可开款科",
    "l": "了六另律理立类落量",
    "m": "名密明没码秘",
    "n": "内年纳",
    "o": "偶",
    "p": "平排",
    "q": "七企全其区取强情期权求确请起",
    "r": "人仍容日然认",
    "s": "三上事商四实审尚属收数申社讼设诉述",
    "t": "他体台同填投提统通题",
    "w": "万五位务危围握文无未物稳维问",
    "x": "下信写小形性息效新相现续行许询需项",
    "y": "一业予于以依元印已引有用由益研要言议逾页",
    "z": "中主作再制占只在增字总掌政整止正注直知章组织置自账转这逐障执",
}
_INITIALS = {ord(character): letter for letter, characters in _BY_LETTER.items() for character in characters}


def initials(word: str) -> str:
    """The initials of a word; of names with dots (办理结果.予以公开) too. '' where a character's is not known."""
    found = word.translate(_INITIALS)
    is_han = not any(character.isascii() for character in word.replace(".", ""))
    return found if is_han and found.isascii() else ""
