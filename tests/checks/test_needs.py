"""The words that a pattern needs: told by characters first, and never wrong about a text."""

import re
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks.disclosure.abolished import BODIES, BODY_WORDS
from generator.checks.prose.draft_marks import MARKS
from generator.checks.prose.namings import NAMINGS
from generator.checks.prose.needs import Sieve, grams
from generator.checks.prose.placeholders import LEFT_KINDS

CHARACTERS = "申请公开县局 1a"
WORDS = st.lists(st.text(CHARACTERS, min_size=1, max_size=3), min_size=1, max_size=4)


@given(st.lists(WORDS, max_size=5), st.text(CHARACTERS, max_size=30), st.data())
def test_a_sieve_leaves_in_order_what_any_word_of_it_allows(
    kinds: list[list[str]], text: str, data: st.DataObject
) -> None:
    """Of the whole text, and of each part of it by the words of the whole."""
    sieve = Sieve((words, index) for index, words in enumerate(kinds))
    there = sieve.words_in(text, grams(text))
    part = text[: data.draw(st.integers(0, len(text)))]
    for some in (text, part):
        assert list(sieve.kinds_by(there, some)) == _allowed(kinds, some)


@given(st.lists(WORDS, max_size=5), st.text(CHARACTERS, max_size=30))
def test_more_grams_than_a_text_has_let_nothing_more_through(kinds: list[list[str]], text: str) -> None:
    sieve = Sieve((words, index) for index, words in enumerate(kinds))
    there = sieve.words_in(text, grams(text + CHARACTERS))
    assert list(sieve.kinds_by(there, text)) == _allowed(kinds, text)


def _allowed(kinds: list[list[str]], text: str) -> list[int]:
    return [index for index, words in enumerate(kinds) if any(word in text for word in words)]


@pytest.mark.parametrize("pattern", [body.old for body in BODIES])
@given(data=st.data())
def test_every_abolished_body_has_a_word_that_it_needs(pattern: str, data: st.DataObject) -> None:
    anywhere = re.sub(r"\(\?<?[=!][^()]*\)", "", pattern)
    name = data.draw(st.from_regex(anywhere, fullmatch=True))
    assert any(word in name for word in BODY_WORDS)


PATTERNS = [
    *((kind.pattern, needed) for needed, kind in LEFT_KINDS),
    *((pattern, needed) for needed, pattern, _ in MARKS),
    *((pattern, needed) for _, needed, pattern in NAMINGS),
]


@pytest.mark.parametrize(("pattern", "needed"), PATTERNS, ids=lambda value: str(value)[:30])
@settings(max_examples=30, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_a_pattern_finds_holds_a_word_that_it_needs(
    pattern: str, needed: Iterable[str], data: st.DataObject
) -> None:
    plain = re.sub(r"\(\?<?![^()]*(?:\([^()]*\)[^()]*)*\)", "", pattern)
    plain = re.sub(r"\(\?<?=", "(?:", plain)  # what must stand beside it stands in the text as well
    text = data.draw(st.from_regex(plain, fullmatch=True))
    assert any(word in text for word in needed)
