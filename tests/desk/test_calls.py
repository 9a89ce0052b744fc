"""The calls of the clerk's page: what they answer, and that they never change a text by failing."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from desk.calling import asked, encoded

from generator.desk.calls import every_call
from generator.form import edition_for
from generator.form.edition import rows_of
from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.exporting import export_file

TABLE = "政府信息公开申请"
LAWSUITS = "行政复议行政诉讼"


@pytest.fixture(scope="module")
def new() -> str:
    """A new report."""
    return str(asked("new", year=2024, agency="青山县水利局")["text"])


@pytest.fixture(params=sorted((Path(__file__).parents[2] / "examples").glob("*.yaml")), ids=lambda file: file.stem)
def example(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_the_form_has_a_cell_for_every_figure_and_every_total() -> None:
    form = asked("form", year=2024)
    cells = [cell for part in form["parts"] if "grid" in part for row in part["grid"]["rows"] for cell in row]
    paths = {tuple(cell["path"]) for cell in cells if "path" in cell}
    wanted = {
        (table.key, *below, *name)
        for table in edition_for(2024).tables
        for below, row in rows_of(table)
        for name in ([(cell.key,) for cell in row.children] or [()])
    }
    assert paths == wanted
    assert [TABLE, "办理结果", "自然人"] in [cell.get("total") for cell in cells]
    assert [TABLE, "本年新收"] in [cell.get("total") for cell in cells]


def test_a_look_tells_what_stands_there(example: Path) -> None:
    text = example.read_text("utf-8")
    seen = asked("look", path=str(example), text=text)
    exported = json.loads(export_file(str(example), "json").content or b"")
    for place, typed in seen["values"].items():
        node: Any = exported
        for key in place.split("."):
            node = node.get(key) if isinstance(node, dict) else None
        if isinstance(node, int):
            assert typed == str(node), place
    assert seen["totals"][f"{TABLE}.办理结果"] == str(exported[TABLE]["办理结果"]["总计"]["总计"])
    assert all(balance == {"known": True, "off": "0"} for balance in seen["balances"].values())
    assert seen["counts"]["pending"] == seen["counts"]["error"] == 0


def test_a_new_report_is_filled_in_cell_by_cell_until_it_is_built(new: str, tmp_path: Path) -> None:
    text = new
    for table in (TABLE, "主动公开政府信息", "行政复议行政诉讼"):
        text = asked("fill_zeros", text=text, place=[table])["text"]
    for place in ([TABLE, "本年新收"], [TABLE, "上年结转"], [TABLE, "结转下年度"]):
        text = asked("fill_zeros", text=text, place=place)["text"]
    for row in ("规章", "行政规范性文件"):
        text = asked("set", text=text, place=["主动公开政府信息", row, "现行有效"], value="0")["text"]
    values = [[[TABLE, "本年新收", "自然人"], "3"], [[TABLE, "办理结果", "予以公开", "自然人"], "3"]]
    seen = asked("set_many", text=text, values=values)
    assert seen["balances"]["自然人"] == {"known": True, "off": "0"}
    assert seen["totals"][f"{TABLE}.办理结果"] == "3"
    text = seen["text"]
    for part, entries in seen["entries"].items():
        for entry in entries:
            place = [part, entry["key"]]
            value = "0" if entry["fee"] else "今年的工作做了，按期办结。"
            text = asked("set", text=text, place=place, value=value)["text"]
    seen = asked("look", text=text)
    assert seen["counts"]["pending"] == seen["counts"]["error"] == 0
    made = asked("build", text=text, form="docx")
    file = tmp_path / "年报.yaml"
    file.write_text(text, "utf-8")
    _, native = render_file(str(file), BuildOptions(formats=("docx",)))
    assert b64decode(made["data"]) == native, "the bytes are the command line's"
    assert made["name"] == "青山县水利局2024年政府信息公开工作年度报告.docx"


def test_what_is_not_filled_in_is_not_built(new: str) -> None:
    answer = asked("build", text=new, form="docx")
    assert answer["refused"] == "还有 45 处待填，没有生成"
    assert "草稿" in asked("build", text=new, form="docx", draft=True)["name"]


def test_zeros_leave_what_a_sentence_has_a_number_for(new: str) -> None:
    text = asked("set_text", text=new, place=["总体情况", "依申请公开"], value="全年收到申请12件，予以公开5件。")[
        "text"
    ]
    seen = asked("fill_zeros", text=text, place=[TABLE])
    assert [TABLE, "办理结果", "予以公开"] in [one["path"] for one in seen["left"]]
    assert all(one["place"] for one in seen["left"])


@pytest.mark.parametrize(
    ("sentence", "table", "left"),
    [
        ("全年制发规章2件，修订行政许可指南3份。", "主动公开政府信息", [["规章", "本年制发"]]),
        ("制定行政规范性文件六件。", "主动公开政府信息", [["行政规范性文件", "本年制发"]]),
        ("因政府信息公开被提起行政诉讼2件。", LAWSUITS, [["未经复议直接起诉"], ["复议后起诉"]]),
        ("行政许可7件。全年发生行政诉讼2件，行政复议3件。", LAWSUITS, [["行政复议"], ["复议后起诉"]]),
        ("共答复政府信息公开申请15件。", TABLE, [["办理结果", "予以公开"], ["办理结果", "其他处理", "其他"]]),
        ("不予公开8件，部分公开2件。", TABLE, [["办理结果", "不予公开", "属于国家秘密"], ["办理结果", "部分公开"]]),
    ],
)
def test_zeros_contradict_no_number_of_a_sentence(new: str, sentence: str, table: str, left: list[list[str]]) -> None:
    """Also where the rest of the row is not known yet, and where several rows make up what the number counts."""
    text = asked("set_text", text=new, place=["总体情况", "依申请公开"], value=sentence)["text"]
    text = asked("set", text=text, place=["主动公开政府信息", "行政许可"], value="5")["text"]
    stay = [one["path"][1:] for one in asked("fill_zeros", text=text, place=[table])["left"]]
    assert [place for place in left if place not in stay] == []


def test_zeros_fill_the_rest_of_what_a_sentence_adds_up(new: str) -> None:
    sentence = "共答复政府信息公开申请15件，其中予以公开9件，不予处理重复申请6件。"
    text = asked("set_text", text=new, place=["总体情况", "依申请公开"], value=sentence)["text"]
    seen = asked("fill_zeros", text=text, place=[TABLE])
    stay = [one["path"][2:] for one in seen["left"] if one["path"][1] == "办理结果"]
    assert stay == [["予以公开"], ["不予处理", "重复申请"]]
    assert [TABLE, "办理结果", "部分公开"] in seen["filled"]


def test_a_finding_is_mended_silenced_and_all_are_mended(new: str) -> None:
    seen = asked("set", text=new, place=["主动公开政府信息", "行政许可"], value="1,234件")
    found = next(one for one in seen["findings"] if one["code"] == "NB103")
    assert asked("act", text=seen["text"], number=found["number"])["values"]["主动公开政府信息.行政许可"] == "1234"
    assert asked("fix", text=seen["text"])["values"]["主动公开政府信息.行政许可"] == "1234"
    seen = asked("set_text", text=new, place=["总体情况", "主动公开"], value="公开了XX条信息。")
    found = next(one for one in seen["findings"] if one["code"] == "NB503")
    again = asked("silence", text=seen["text"], number=found["number"], reason="确实叫这个名称")
    assert "# nianbao: 忽略 NB503 因为确实叫这个名称" in again["text"]
    assert "NB503" not in [one["code"] for one in again["findings"]]
    pending = next(one for one in seen["findings"] if one["code"] == "NB105")
    assert "不能忽略" in asked("silence", text=seen["text"], number=pending["number"], reason="算了")["refused"]


def test_entries_are_added_moved_renamed_and_removed(new: str) -> None:
    seen = asked("add_entry", text=new, place=["总体情况"], key="政策解读")
    assert [entry["key"] for entry in seen["entries"]["总体情况"]][-1] == "政策解读"
    seen = asked("move", text=seen["text"], place=["总体情况", "政策解读"], by=-5)
    seen = asked("rename", text=seen["text"], place=["总体情况", "政策解读"], key="解读和回应")
    assert next(entry["key"] for entry in seen["entries"]["总体情况"]) == "解读和回应"
    seen = asked("remove", text=seen["text"], place=["总体情况", "解读和回应"])
    assert seen["text"] == new


def test_files_are_opened_by_their_kind(example: Path, tmp_path: Path) -> None:
    opened = asked("open", name=example.name, data=encoded(example))
    assert opened["text"] == example.read_text("utf-8")
    made = asked("build", text=opened["text"], path=str(example), form="html")
    back = asked("open", name=made["name"], data=made["data"])
    assert back["kind"] == "published"
    assert asked("look", text=back["text"])["agency"] == asked("look", text=opened["text"])["agency"]
    following = asked("next", name=made["name"], data=made["data"])
    assert asked("look", text=following["text"])["year"] == asked("look", text=opened["text"])["year"] + 1


def test_a_broken_text_is_told_and_left(new: str) -> None:
    broken = new.replace("年度: 2024", "年度：2024\n  {")
    seen = asked("look", text=broken)
    assert seen["text"] == broken
    assert "原文" in seen["refused"]
    assert "refused" in asked("set", text=broken, place=["机关"], value="甲")


@pytest.mark.parametrize("name", sorted(every_call()))
@pytest.mark.parametrize(
    "arguments", [{}, {"text": 3, "place": 7}, {"text": "", "place": [], "value": None, "data": "?"}]
)
def test_no_call_crashes(name: str, arguments: dict[str, Any]) -> None:
    answer = asked(name, **arguments)
    assert isinstance(answer, dict)
    assert answer


def test_there_is_no_other_call() -> None:
    assert "没有" in asked("rm")["refused"]
