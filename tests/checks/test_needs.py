"""The words that a pattern needs: told by characters first, and never wrong about a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.disclosure.abolished import BODIES, BODY_WORDS
from generator.checks.prose.needs import Needs, Sieve, characters

CHARACTERS = "申请公开县局 1a"


@given(st.lists(st.text(CHARACTERS, min_size=1, max_size=3), max_size=4), st.text(CHARACTERS, max_size=30))
def test_needs_are_met_where_one_of_the_words_stands(words: list[str], text: str) -> None:
    assert Needs(words).met_by(text, characters(text)) == any(word in text for word in words)


@given(st.text(CHARACTERS, min_size=1, max_size=30), st.data())
def test_characters_of_the_whole_paragraph_say_the_same_of_its_sentence(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(text)))
    words = ("申", "公开", "县局", "1a")
    assert Needs(words).met_by(text[:end], characters(text)) == any(word in text[:end] for word in words)


WORDS = st.lists(st.text(CHARACTERS, min_size=1, max_size=3), min_size=1, max_size=4)


@given(st.lists(WORDS, max_size=5), st.text(CHARACTERS, max_size=30))
def test_a_sieve_leaves_in_order_what_any_word_of_it_allows(kinds: list[list[str]], text: str) -> None:
    allowed = [index for index, words in enumerate(kinds) if any(word in text for word in words)]
    sieve = Sieve((words, index) for index, words in enumerate(kinds))
    assert sieve.possible(text, characters(text)) == allowed


@pytest.mark.parametrize("pattern", [body.old for body in BODIES])
@given(data=st.data())
def test_every_abolished_body_has_a_word_that_it_needs(pattern: str, data: st.DataObject) -> None:
    anywhere = re.sub(r"\(\?<?[=!][^()]*\)", "", pattern)
    name = data.draw(st.from_regex(anywhere, fullmatch=True))
    assert BODY_WORDS.met_by(name, characters(name))
