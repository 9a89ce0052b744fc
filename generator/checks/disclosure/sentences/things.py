"""What a number counts: the noun before or behind it, what was done to it, and what narrows it down."""

from __future__ import annotations

from generator.checks.disclosure.sentences.lexicon import Act, Sense, Word
from generator.han.parts_of_speech import ADJECTIVE, VERB

_DEEDS = {
    "publish": "推送 公开 发布 公布 主动公开 公开发布 发布更新 刊发 刊登",
    "hold": "举办 组织 开展 召开 举行 组织召开 组织开展 组织举办 召集",
    "receive": "收到 受理 接收 接到 收悉 接受 登记 收件 办理 处理 承办 处置 依法办理",
    "have": "运营 现有 共有 拥有 有 开通 建有 维护 管理 运行 运维 开设 设有",
}
"""Verbs that say the same of a thing, in plain text."""
DEED_OF = {verb: deed for deed, verbs in _DEEDS.items() for verb in verbs.split()}
_EMPTY = frozenset(
    "各类 各种 各项 有关 相关 政府 政务 全部 新 等 类 的 各 有效 动态 行政 原创 及 件 累计".split()  # noqa: SIM905
)
"""Words before a noun that leave it the same thing."""
_SAME_THING = {
    **dict.fromkeys(("政府信息", "政务信息", "政府信息公开", "信息公开"), "信息"),
    **dict.fromkeys(("政策解读材料", "解读材料", "政策解读稿件", "解读稿件"), "政策解读"),
}
OWN_BODY = frozenset({"局", "委", "办", "厅", "镇", "乡", "街道"})
"""Alone before a noun these say whose it is: the agency's own (局微信公众号)."""


_JOINS = frozenset({Sense.JOINED, Sense.PART_OF, Sense.RESPECTIVELY, Sense.COMPARED, Sense.CHANGED, Sense.NEGATION})
_NOUNS = frozenset({Sense.FOREIGN, Sense.SUBJECT, Sense.QUALIFIER, Sense.APPLICANT, Sense.CHANNEL, Sense.UNKNOWN})
_SILENT = frozenset({Sense.NEUTRAL, Sense.TOGETHER, Sense.STATES, Sense.SELF, Sense.THIS_YEAR, Sense.EACH})


def noun_of(before: list[Word], after: list[Word]) -> tuple[list[Word], str, list[Word]]:
    """The words that name the thing, the deed, and the rest before them."""
    following = leading_nouns(after)
    if following:
        deed, rest = _deed(before)
        return following, deed, rest
    nouns, rest = _nouns_at_the_end(before)
    if nouns or not before or before[-1].text not in DEED_OF:
        deed, rest = _deed(rest)
        return nouns, deed, rest
    nouns, rest = _nouns_at_the_end(before[:-1])  # 业务培训全年共举办4次: the thing stands first
    return nouns, DEED_OF[before[-1].text], rest


def _nouns_at_the_end(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """The nouns that the words end with, but for silent ones behind them; and what stands before."""
    at = len(words)
    while at and words[at - 1].sort in _SILENT:
        at -= 1
    stop = at
    while at and _is_noun(words[at - 1]):
        at -= 1
    return words[at:stop], words[:at]


def leading_nouns(words: list[Word]) -> list[Word]:
    """The nouns that the words begin with."""
    taken: list[Word] = []
    for word in words:
        if not _is_noun(word) and not (word.sort is Sense.NEUTRAL and word.text == "的"):
            break
        taken.append(word)
    return taken


def _is_noun(word: Word) -> bool:
    if word.sort is Sense.UNKNOWN:
        return word.value != VERB and word.text not in DEED_OF
    return word.sort in _NOUNS or (word.sort is Sense.NEUTRAL and word.text in _EMPTY)


def _deed(words: list[Word]) -> tuple[str, list[Word]]:
    """The verb right before the noun as a deed, and the words before it."""
    at = len(words)
    while at and words[at - 1].sort in _SILENT and words[at - 1].text not in DEED_OF:
        at -= 1
    if not at:
        return "", []
    last = words[at - 1]
    if last.sort is Sense.ACT or last.text in DEED_OF or (last.sort is Sense.UNKNOWN and last.value == VERB):
        return DEED_OF.get(last.text, "receive" if last.value is Act.RECEIVED else last.text), words[: at - 1]
    return "", words[:at]


def plain_thing(nouns: list[Word]) -> str:
    """The noun without what says nothing."""
    text = [word.text for word in nouns]
    while len(text) > 1 and (text[0] in _EMPTY or text[0] in OWN_BODY):
        text.pop(0)
    found = "".join(text)
    return _SAME_THING.get(found, found)


def narrows(word: Word) -> bool:
    """Whether a word before a noun makes what is counted less than all of it."""
    silent = word.sort in _SILENT and word.value != ADJECTIVE
    return not (silent or word.text in OWN_BODY or word.text in DEED_OF)
