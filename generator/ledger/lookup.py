"""Cells looked up in the tables of words: as wholes, never as parts (不予公开 contains 公开)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.form import keys
from generator.form.edition import Edition, key_form, newest, rows_of
from generator.form.ledger_words.kinds import AGENT_WORDS, COLLECTIVE, KIND_WORDS, KINDS, SUGGESTIONS
from generator.form.ledger_words.outcomes import OUTCOME_WORDS
from generator.form.ledger_words.word import KindWord, Nature, OutcomeWord
from generator.source.digits import half_width

_NUMBERS = re.compile(r"[0-9]+[.．、]|[（(][一二三四五六七八九十]+[)）]")
_MARKS = re.compile(r"[\s\-—–_/·|>→、，。；：,.;:“”\"'（）()《》【】\[\]]+")
_BETWEEN = re.compile(r"[；;、，,/+＋&\n]+|以及|及|和|并|同时")
_BRACKETED = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
_ANYBODY = "××"
_LONGEST_SHOWN = 12
"""Characters of a value that may be shown though no table of words knows it."""
_FROM_FORM = "30号表内原文"


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A cell for comparing: one width, without numbering, blanks and punctuation."""
    return _MARKS.sub("", key_form(_NUMBERS.sub("", half_width(text))))


def outcome_word(text: str) -> OutcomeWord | None:
    """What a whole cell of the outcome's column means."""
    wanted = plain(text)
    found = _outcomes().get(wanted)
    return found or next((word for pattern, word in _patterns() if pattern.fullmatch(wanted)), None)


def outcome_words_in(text: str) -> tuple[OutcomeWord, ...]:
    """The words of a cell with several; empty unless each part of it is one."""
    parts = [part for part in _BETWEEN.split(text) if plain(part)]
    words = [outcome_word(part) for part in parts]
    return tuple(word for word in words if word) if len(parts) > 1 and all(words) else ()


def kind_word(text: str) -> KindWord | None:
    """What a whole cell of the kind's column means."""
    return _kinds().get(plain(text))


def suggested_kind(name: str) -> str:
    """The kind that an applicant's name suggests to a person who is asked; '' for none."""
    if any(word in name for word in AGENT_WORDS):
        return ""
    bare = _BRACKETED.sub("", name).strip()
    return next((kind for ending, kind in SUGGESTIONS if bare.endswith(ending)), "")


def may_be_shown(text: str) -> bool:
    """Whether a value of the ledger may leave it: made of the tables' words, or short and without digits."""
    if outcome_word(text) or kind_word(text) or outcome_words_in(text):
        return not _ANYBODY_PATTERN.search(plain(text))
    return len(text) <= _LONGEST_SHOWN and not any(char.isdigit() for char in text) and "\n" not in text


def result_place(answer: str, edition: Edition | None = None) -> str:
    """The place below 办理结果 that an answer names by the form's keys, whole or by its last one; '' for none."""
    wanted = plain(answer.removeprefix(f"{keys.RESULTS}."))
    found = {place for place in _places(edition or newest()) if wanted in (plain(place), plain(place.split(".")[-1]))}
    whole = {place for place in found if plain(place) == wanted}
    return next(iter(whole or found)) if len(whole or found) == 1 else ""


@cache
def _places(edition: Edition) -> tuple[str, ...]:
    return tuple(".".join(path) for path, _ in rows_of(edition.root.at((keys.APPLICATIONS, keys.RESULTS))))


@cache
def _outcomes() -> dict[str, OutcomeWord]:
    """By plain cell: the form's own words, then those of the table, which say more where both have one."""
    results = newest().root.at((keys.APPLICATIONS, keys.RESULTS))
    found: dict[str, OutcomeWord] = {}
    for path, item in rows_of(results):
        place = ".".join(path)
        nature = Nature.AFTER_SUPPLEMENT if "补正后" in place else Nature.RESULT
        word = OutcomeWord((item.label,), (place,), nature, item.law, _FROM_FORM, item.label)
        above = results.at(path[:-1])
        names = (item.key, item.label, *item.variants)
        for name in (*names, *(f"{above.key}{plain(one)}" for one in names if len(path) > 1)):
            found.setdefault(plain(name), word)
    return found | {plain(one): word for word in OUTCOME_WORDS for one in word.writings if _ANYBODY not in one}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], OutcomeWord], ...]:
    """Words with a body's name in them."""
    with_body = [(one, word) for word in OUTCOME_WORDS for one in word.writings if _ANYBODY in one]
    return tuple((re.compile(plain(one).replace(_ANYBODY, ".{1,30}")), word) for one, word in with_body)


_ANYBODY_PATTERN = re.compile("(?:告知向|转送).{1,30}(?:申请|办理)")


@cache
def _kinds() -> dict[str, KindWord]:
    found = {plain(one): word for word in KIND_WORDS for one in word.writings}
    for collective in COLLECTIVE:
        for kind in KINDS[1:]:
            found[plain(f"{collective}{kind}")] = KindWord((kind,), (kind,), _FROM_FORM, f"{collective}（{kind}）")
    return found
