from hypothesis import given
from hypothesis import strategies as st

from generator.cli.cells import padded, printable, wrapped
from generator.han.width import columns

TEXT = st.text(st.sampled_from("年报检查，。（）“”abc 12-\n"), max_size=60)


def test_wide_characters_take_two_cells_and_combining_marks_none():
    assert columns("ab") == 2
    assert columns("年报") == 4
    assert columns("：") == 2
    assert columns("é") == 1
    assert columns("𠮷") == 2


def test_padding_counts_cells():
    assert padded("年", 4) == "年  "


def test_lines_do_not_begin_with_a_closing_mark_nor_end_with_an_opening_one():
    assert wrapped("一二三四，五", 8) == ["一二三", "四，五"]
    assert wrapped("一二三（四）", 8) == ["一二三", "（四）"]


def test_words_and_options_stay_whole():
    assert wrapped("写 --last-year 文件", 12) == ["写", "--last-year", "文件"]


@given(TEXT, st.integers(min_value=6, max_value=40))
def test_wrapping_loses_nothing_but_spaces(text, cells):
    assert "".join("".join(wrapped(text, cells)).split()) == "".join(text.split())


@given(st.text(st.sampled_from("年报检查文件"), max_size=60), st.integers(min_value=2, max_value=40))
def test_wrapped_lines_fit(text, cells):
    assert all(columns(line) <= cells for line in wrapped(text, cells))


def test_control_characters_cannot_steer_the_terminal():
    assert printable("a\x1b[31m") == "a<U+001B>[31m"
    assert printable("a\u202eb") == "a<U+202E>b"
    assert printable("\t年") == "    年"
    assert printable("年　报") == "年　报"


def test_a_file_name_given_as_bytes_is_shown_as_the_text_it_is():
    assert printable("坏.yaml".encode().decode("ascii", "surrogateescape")) == "坏.yaml"
    assert printable("\udcff.yaml") == r"\xff.yaml"
