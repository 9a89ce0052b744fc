"""Frames whose words stand apart (不归本机关掌握, 以公开申请形式进行信访), read as the one word that they come to."""

from __future__ import annotations

from functools import cache

from generator.checks.disclosure.sentences.dictionary import lexicon
from generator.checks.disclosure.sentences.lexicon import Act, Part, Sense, Word
from generator.checks.disclosure.sentences.number_context import CONCEPTS, REASONS
from generator.checks.disclosure.sentences.phrase_words import APPLICATIONS
from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import Path


def framed(words: list[Word], edition: Edition) -> list[Word]:
    """The words, each frame in them as one word or none."""
    if not any(word.text in _BEGINNINGS or word.sort is Sense.OUTCOME for word in words):
        return words
    for begins, read in _FRAMES:
        at = next((at for at, word in enumerate(words) if begins(word)), None)
        if at is not None:
            words = read(words, at, edition)
    return words


def _reason(words: list[Word], at: int, edition: Edition) -> list[Word]:
    """因需延期、征求意见等原因结转 is 结转: a reason that says 原因 at its end narrows nothing."""
    end = next((end for end in range(len(words) - 1, at, -1) if words[end].text in _ENDS_REASON), None)
    if end is None or not any(word.sort in CONCEPTS for word in words[end + 1 :]):
        return words
    return [*words[:at], *words[end + 1 :]]


_ENDS_REASON = frozenset({"原因", "缘故"})


def _same_applicants(words: list[Word], at: int, edition: Edition) -> list[Word]:
    """律师事务所等法律服务机构 is 法律服务机构."""
    if not 0 < at < len(words) - 1 or words[at + 1].sort is not Sense.APPLICANT:
        return words
    same = words[at - 1].sort is Sense.APPLICANT and words[at - 1].value == words[at + 1].value
    return [*words[: at - 1], *words[at + 1 :]] if same else words


def _not_held(words: list[Word], at: int, edition: Edition) -> list[Word]:
    """不归本机关掌握, 不属于我局制作: whoever else holds it, this office has none."""
    rest = words[at + 1 : at + 5]
    own = next((i for i, word in enumerate(rest) if word.sort is Sense.SELF), None)
    if own is None or own + 1 >= len(rest) or rest[own + 1].text not in _HOLDING:
        return words
    if not all(word.text in _BELONGING for word in rest[:own]):
        return words
    end = at + own + 3
    while end + 1 < len(words) and words[end].sort is Sense.JOINED and words[end + 1].text in _HOLDING:
        end += 2  # 制作或者保存
    held = lexicon(edition).get(_NOT_HELD)
    return [*words[:at], *([held] if held else []), *words[end:]]


_NOT = frozenset({"不", "非", "并不", "并非", "不归", "不由", "不是", "不属于", "不属", "不在"})
_BELONGING = frozenset({"归", "由", "属于", "属", "是", "为", "在"})
_HOLDING = frozenset({"掌握", "制作", "保存", "获取", "持有", "产生", "保管"})
_NOT_HELD = "未制作"
"""The word of the dictionary that such a frame comes to."""


def _petition(words: list[Word], at: int, edition: Edition) -> list[Word]:
    """以公开申请形式进行信访、投诉 is a petition in an application's dress."""
    end = next((end for end in range(at + 1, len(words)) if words[end].text in _PETITIONS), None)
    if end is None or not any(_is_application(word) for word in words[at:end]):
        return words
    if not any(word.text in _DRESS for word in words[at:end]):
        return words
    while end + 1 < len(words) and (words[end + 1].text in _PETITIONS or words[end + 1].sort is Sense.JOINED):
        end += 1
    petition = lexicon(edition).get(_PETITION)
    return [*words[:at], *([petition] if petition else []), *words[end + 1 :]]


_PETITIONS = frozenset({"信访", "投诉", "举报", "信访投诉", "信访事项", "诉求"})
_DRESS = frozenset({"形式", "方式", "名义", "名义上", "的名义"})
_PETITION = "信访类申请"


def _is_application(word: Word) -> bool:
    return word.sort is Sense.SUBJECT and bool(word.value.path == APPLICATIONS)


def _corrected_by_reviewer(words: list[Word], at: int, edition: Edition) -> list[Word]:
    """信息公开答复被复议机关纠正 names the cases itself."""
    row = rows_of_cases(edition)[0]
    named = any(word.sort is Sense.SUBJECT and word.value.path[0] == keys.REVIEWS for word in words)
    own = any(word.sort is Sense.QUALIFIER or word.value is Act.ANSWERED for word in words[:at])
    return words if named or not own else [*words[:at], Word(Sense.SUBJECT, Part(row), ""), *words[at:]]


def _without_review(words: list[Word], at: int, edition: Edition) -> list[Word]:
    """未经复议、直接向法院起诉 is 直接向法院起诉."""
    review, suits, after_review = rows_of_cases(edition)
    subjects = [i for i, word in enumerate(words) if i > at and word.sort is Sense.SUBJECT]
    if len(subjects) < 2 or words[subjects[0]].value.path != review or not words[at + 1].text.startswith("经"):
        return words
    suit = words[subjects[1]].value.path
    direct = suit[0] == keys.REVIEWS and suit not in {review, suits, after_review}
    plain = all(word.sort is Sense.NEUTRAL for word in words[at + 1 : subjects[0]])
    return [*words[:at], *words[subjects[0] + 1 :]] if direct and plain else words


@cache
def rows_of_cases(edition: Edition) -> tuple[Path, Path, Path]:
    """The rows of table 4: 行政复议, both of 行政诉讼 together, and the second of these, which follows the first."""
    joint = next(sums for part, sums in edition.joint_sums if part.key == keys.REVIEWS)
    table = edition.find((keys.REVIEWS,))
    reviews = [item.key for item in table.children if (item.key,) not in joint.rows] if table else [""]
    return (keys.REVIEWS, reviews[0]), (keys.REVIEWS, joint.key), (keys.REVIEWS, *joint.rows[-1])


_FRAMES = (
    (lambda word: word.text in REASONS, _reason),
    (lambda word: word.text == "等", _same_applicants),
    (lambda word: word.text in _NOT, _not_held),
    (lambda word: word.text == "以", _petition),
    (lambda word: word.sort is Sense.OUTCOME and "复议机关" in word.text, _corrected_by_reviewer),
    (lambda word: word.text == "未", _without_review),
)
"""What a frame begins with (or what parts it), and how it is read."""
_BEGINNINGS = REASONS | _NOT | {"等", "以", "未"}
"""Of all these one stands in a frame, but for an outcome's: told at once, since most words are in none."""
