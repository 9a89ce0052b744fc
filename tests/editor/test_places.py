"""Columns in characters and in the client's units: there and back, in every encoding that a client may ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from generator.editing.page import Page
from generator.editor.places import ClientPositions

UNITS = {
    types.PositionEncodingKind.Utf8: lambda text: len(text.encode("utf-8")),
    types.PositionEncodingKind.Utf16: lambda text: len(text.encode("utf-16-le")) // 2,
    types.PositionEncodingKind.Utf32: len,
}


def places(text: str, encoding: types.PositionEncodingKind) -> ClientPositions:
    return ClientPositions(Page("例.yaml", text), PositionCodec(encoding))


@pytest.mark.parametrize("encoding", UNITS)
@given(lines=st.lists(st.text(alphabet="年报𠮷𡈽é a:{}", max_size=8), min_size=1, max_size=3), end=st.booleans())
def test_there_and_back(encoding: types.PositionEncodingKind, lines: list[str], end: bool) -> None:
    text = "\n".join(lines) + ("\n机关:" if end else "")
    convert = places(text, encoding)
    for number, line in enumerate(lines, 1):
        for column in range(1, len(line) + 2):
            there = convert.position(number, column)
            assert (there.line, there.character) == (number - 1, UNITS[encoding](line[: column - 1]))
            assert convert.at(there) == (number, column)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_beyond_the_end_is_the_end(line_break: str) -> None:
    convert = places(f"机关: 某局{line_break}年度: {line_break}", types.PositionEncodingKind.Utf16)
    assert convert.at(types.Position(0, 99)) == (1, 7)
    assert convert.position(99, 1) == types.Position(2, 0)
    assert convert.position(2, 99) == types.Position(1, 4)
    assert convert.at(types.Position(2, 0)) == (3, 1)


def test_amid_a_rare_character_is_behind_it() -> None:
    assert places("𠮷县", types.PositionEncodingKind.Utf16).at(types.Position(0, 1)) == (1, 2)
