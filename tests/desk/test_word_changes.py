"""改稿 by calls: each change of the Word file is taken or left alone; figures only when they are asked for."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from desk.calling import asked, encoded
from desk.word_files import YAML, reworded, word
from docx.document import Document

from generator.editing.revising.revise import revise_file


def revised(data: str, text: str = YAML, **how: Any) -> dict[str, Any]:
    return asked("revise", text=text, path="年报.yaml", name="改稿.docx", data=data, **how)


def test_an_untouched_file_has_nothing_to_take() -> None:
    answer = revised(word(lambda document: None))
    assert answer["text"] == YAML
    assert answer["review"]["edits"] == answer["review"]["figures"] == answer["review"]["left"] == []
    assert answer["review"]["done"]


def test_each_edit_is_taken_alone_and_the_rest_stays_to_be_taken() -> None:
    data = word(reworded(("随办随发", "七日内发布"), ("照常维护", "按季检查")))
    first = revised(data)
    assert first["text"] == YAML, "nothing is taken unasked"
    assert [edit["place"] for edit in first["review"]["edits"]] == [
        "一、总体情况“主动公开”",
        "一、总体情况“政府信息公开平台建设”",
    ]
    pieces = first["review"]["edits"][0]["pieces"]
    assert ["随办随发", "七日内发布"] in pieces
    second = revised(data, take=[1])
    assert second["text"] == YAML.replace("照常维护", "按季检查")
    assert [edit["place"] for edit in second["review"]["edits"]] == ["一、总体情况“主动公开”"]
    third = revised(data, second["text"], take=[0])
    assert third["text"] == second["text"].replace("随办随发", "七日内发布")
    assert "# 股里起草" in third["text"]
    assert third["review"]["done"]


def test_all_edits_together_are_what_the_command_makes(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        reworded(("随办随发", "七日内发布"), ("逐件登记", "逐件登记、定期清理"))(document)
        paragraph = next(one for one in document.paragraphs if "举办开放日" in one.text)
        paragraph.insert_paragraph_before("新增一段，说明网上公示的做法。")
        gone = next(one for one in document.paragraphs if "没有提出异议" in one.text)
        gone._p.getparent().remove(gone._p)

    data = word(change)
    first = revised(data)
    taken = revised(data, take=[edit["number"] for edit in first["review"]["edits"]])
    yaml, file = tmp_path / "年报.yaml", tmp_path / "改稿.docx"
    yaml.write_text(YAML, "utf-8")
    file.write_bytes(b64decode(data))
    revise_file(str(yaml), str(file))
    assert taken["text"] == yaml.read_text("utf-8") != YAML
    assert taken["review"]["done"], taken["review"]


def test_figures_are_named_and_taken_only_when_asked() -> None:
    data = word(reworded(("收到申请7件", "收到申请8件")))
    first = revised(data)["review"]
    assert first["edits"] == [], "the number stands in an expression: it is a figure"
    assert [(one["before"], one["after"], one["gives_way"]) for one in first["expressions"]] == [("7", "8", False)]
    assert not first["done"]
    asked_for = revised(data, figures=True)
    assert asked_for["text"] == YAML
    assert [[old, new] for edit in asked_for["review"]["edits"] for old, new in edit["pieces"] if old != new] == [
        ["{{ 本年新收 }}", "8"]
    ]


def test_a_figure_of_a_table_is_named_with_its_place() -> None:
    def change(document: Document) -> None:
        table = document.tables[1]
        row = next(row for row in table.rows if "一、本年新收" in row.cells[0].text)
        cell = next(cell for cell in row.cells if cell.text.strip() == "5")
        cell.paragraphs[0].text = "6"

    review = revised(word(change))["review"]
    assert review["edits"] == []
    figure = next(one for one in review["figures"] if one["can_take"])
    assert (figure["place"], figure["before"], figure["after"]) == ("表三“本年新收”自然人", "5", "6")
    done = asked("set", text=YAML, path="年报.yaml", place=figure["path"], value=figure["after"])
    assert "本年新收: {自然人: 6, 商业企业: 2}" in done["text"]


def test_edits_that_hang_together_are_refused_one_by_one_and_a_wrong_number_too() -> None:
    data = word(reworded(("随办随发", "七日内发布")))
    assert "改动已经变了" in revised(data, take=[7])["refused"]
    assert "只读 Word" in asked("revise", text=YAML, path="年报.yaml", name="改.pdf", data=data)["refused"]
    assert "refused" in asked("revise", text=YAML, path="年报.yaml", name="改.docx", data=encoded(b"PK nothing"))


@pytest.mark.parametrize("broken", ["机关: [", "{{{", ""])
def test_a_text_that_cannot_be_read_is_refused_with_a_sentence(broken: str) -> None:
    answer = revised(word(lambda document: None), broken)
    assert "NB900" not in answer.get("refused", "")
    assert answer.get("refused") or answer["text"] == broken
