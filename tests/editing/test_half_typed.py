"""Whatever stands in the file, every answer comes: half-typed, cut, mixed up, with rare characters."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.actions import actions, fix_all
from generator.editing.answers import Position
from generator.editing.completing import completions
from generator.editing.definition import definition, references
from generator.editing.formatting import formatted
from generator.editing.hints import hints
from generator.editing.hover import hover
from generator.editing.outline import folds, outline
from generator.editing.page import Page
from generator.findings import Span

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
TEXTS = [path.read_text(encoding="utf-8") for path in EXAMPLES]


def every_answer(text: str, at: Position) -> None:
    """Ask for everything at a place; an answer may be empty, it may not fail."""
    shown = Page("例.yaml", text)
    assert not shown.checked.trace, shown.checked.trace
    for completion in completions(shown, at):
        assert completion.span.line == at.line or not text
    hover(shown, at)
    for one in hints(shown, 1, len(shown.lines)):
        assert 1 <= one.position.line <= len(shown.lines)
    for action in actions(shown, Span.at(*at, 0)):
        assert action.edits, action.title
    fix_all(shown)
    definition(shown, at)
    references(shown, at, with_definition=True)
    assert all(fold.first < fold.last <= len(shown.lines) for fold in folds(shown))
    outline(shown)
    formatted(shown)


def place_in(text: str, offset: int) -> Position:
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


@given(st.sampled_from(TEXTS), st.floats(0, 1))
def test_a_report_typed_up_to_anywhere(text: str, share: float) -> None:
    cut = text[: int(len(text) * share)]
    every_answer(cut, place_in(cut, len(cut)))


@given(
    st.sampled_from(TEXTS), st.floats(0, 1), st.text(alphabet="{}：:，,'\"|#\n -𠮷年0", max_size=6), st.integers(0, 9)
)
def test_something_typed_or_taken_out_amid_it(text: str, share: float, typed: str, less: int) -> None:
    offset = int(len(text) * share)
    changed = text[:offset] + typed + text[offset + less :]
    every_answer(changed, place_in(changed, offset + len(typed)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "﻿机关: 某局",
        "\ud800",
        "- 甲\n- 乙: {",
        "{{{{{{",
        "{" * 200,
        "甲: " * 200,
        "机关: 某局\r\n年度: \r\n",
        "机关: 某局\r年度: ",
        "机关: \x00",
        "%YAML 1.2\n---\n机关: &a 某局\n曾用名: *a\n",
        "机关: 某局\n机关: 某局\n",
        "? 机关\n: 某局",
        "总体情况: {概述: |\n  字}",
        "机关:某局",
        "　机关: 某局",
    ],
)
def test_strange_texts(text: str) -> None:
    every_answer(text, Position(1, 1))
    every_answer(text, Position(text.count("\n") + 1, 3))
