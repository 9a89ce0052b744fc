"""How wide text is: Han characters twice as wide, marks and what shows nothing without room."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.han.width import columns, columns_of, is_wide


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("", 0, 0),
        ("abc 12", 6, 6),
        ("年报2023", 8, 8),
        ("（一）", 6, 6),
        ("“年”", 4, 6),  # as wide as what surrounds them
        ("—…", 2, 4),
        ("e\u0301", 1, 1),
        ("\u200b\ufeff\u00ad", 0, 0),
        ("ｶﾅ", 2, 2),
        ("\U00020000", 2, 2),
    ],
)
def test_columns(text: str, narrow: int, wide: int) -> None:
    assert (columns(text), columns(text, ambiguous=2)) == (narrow, wide)


@given(st.text(), st.text(), st.sampled_from([1, 2]))
def test_a_line_is_as_wide_as_its_parts(one: str, other: str, ambiguous: int) -> None:
    assert columns(one + other, ambiguous=ambiguous) == columns(one, ambiguous=ambiguous) + columns(
        other, ambiguous=ambiguous
    )


@given(st.characters())
def test_what_is_wide_takes_two_columns_on_a_page(character: str) -> None:
    if unicodedata.category(character) not in ("Mn", "Me", "Cf"):
        assert columns_of(character, 2) == 1 + is_wide(character)
