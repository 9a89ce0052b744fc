"""Completion, hover and explanations as calls: what the language server says, as plain data."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk.calling import asked

from generator.editing.answers import Position
from generator.editing.completing import completions
from generator.editing.hover import hover, rule_page
from generator.editing.page import Page

TEXT = (Path(__file__).parents[2] / "examples" / "温县人民政府办公室-2023.yaml").read_text("utf-8")
PATH = "温县人民政府办公室-2023.yaml"


def test_completions_are_the_editors_without_places_to_visit() -> None:
    text = "机关: 甲局\n年度: 2024\n政府信息公开申请:\n  \n"
    answer = asked("complete", text=text, path="a.yaml", line=4, column=3)["completions"]
    there = completions(Page("a.yaml", text), Position(4, 3))
    assert [one["label"] for one in answer] == [one.label for one in there] != []
    assert not any("$" in one["text"] for one in answer)
    received = next(one for one in answer if one["label"].startswith("本年新收"))
    assert "bnxs" in received["find"]
    assert received["span"] == [4, 3, 4, 3]


def test_names_are_completed_in_an_expression() -> None:
    text = TEXT.replace("总体情况:\n", "总体情况:\n  另有: 共{{ 予\n", 1)
    line = text[: text.index("共{{ 予")].count("\n") + 1
    answer = asked("complete", text=text, path=PATH, line=line, column=len("  另有: 共{{ 予") + 1)
    assert any("予以公开" in one["label"] for one in answer["completions"])


def test_hover_says_what_the_editor_says() -> None:
    line = TEXT[: TEXT.index("  本年新收:")].count("\n") + 1
    there = hover(Page(PATH, TEXT), Position(line, 4))
    assert there
    answer = asked("hover", text=TEXT, path=PATH, line=line, column=4)
    assert answer == {"markdown": there.markdown, "span": list(there.span)}
    assert asked("hover", text=TEXT, path=PATH, line=99_999, column=1) == {"markdown": "", "span": []}


def test_a_place_and_a_rule_are_explained() -> None:
    place = ["政府信息公开申请", "本年新收"]
    assert "总计" in asked("explain", text=TEXT, path=PATH, place=place)["markdown"]
    assert asked("explain", text=TEXT, code="NB201")["markdown"] == rule_page("NB201")
    assert "没有这个代码" in asked("explain", text=TEXT, code="NB999")["refused"]


@pytest.mark.parametrize("text", ["", "机关: [", "\t", "a: {b", "总体情况:\n  主动公开: {{"])
def test_half_typed_texts_are_answered(text: str) -> None:
    for line in range(1, text.count("\n") + 3):
        for column in (1, 3, 40):
            assert "refused" not in asked("complete", text=text, path="a.yaml", line=line, column=column)
            assert "refused" not in asked("hover", text=text, path="a.yaml", line=line, column=column)
