"""The schema where most people will meet it: in the YAML language server, over stdio, offline."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from complete import complete

from generator.form import edition_for
from generator.form.scaffold import scaffold
from generator.resources import SCHEMA

pytestmark = pytest.mark.asyncio
Start = Callable[..., Any]

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
MODELINE = f"# yaml-language-server: $schema={Path(SCHEMA).name}\n"
APPLICATIONS = """政府信息公开申请:
  本年新收: {自然人: 3}
  上年结转: 0
  办理结果:
    予以公开: {自然人: 2}
  结转下年度: {自然人: 1}
"""
TABLE = edition_for(None).find(("政府信息公开申请",))


def report(applications: str = APPLICATIONS, **instead: str) -> str:
    return MODELINE + complete(applications, **instead)


async def test_clean_examples_draw_nothing(start: Start) -> None:
    editor = start()
    assert await editor.open(report()) == []
    for example in EXAMPLES:
        text = example.read_text(encoding="utf-8")
        assert "$schema=../schema/" in text.split("\n", 1)[0]
        assert await editor.write(text.replace("$schema=../schema/", "$schema=", 1)) == [], example.name


async def test_the_example_draws_nothing_where_it_stands(start: Start, client: Any) -> None:
    from lsp_editor import Editor

    editor = Editor(client, EXAMPLES[0])
    text = EXAMPLES[0].read_text(encoding="utf-8")
    assert await editor.open(text) == []
    found = await editor.write(text.replace("\n机关:", "\n机构:"))
    assert "机构" in [one.text for one in found], "the schema was found where the first line says"
    assert EXAMPLES[0].read_text(encoding="utf-8") == text


async def test_a_new_file_shows_what_is_not_filled_in(start: Start) -> None:
    editor = start()
    found = await editor.open(scaffold(2025, None, Path(SCHEMA).name))
    marked = {one.line for one in found}
    for line, text in enumerate(editor.text.split("\n"), 1):
        if text.startswith("  本年新收:"):
            assert line in marked
    assert all("空着表示还没有填写" in one.message or "null" not in one.message for one in found)


@pytest.mark.parametrize(
    ("right", "wrong", "text", "words"),
    [
        ("  上年结转: 0", "  上年转结: 0", "上年转结", "not allowed"),
        ("  上年结转: 0\n", "", "政府信息公开申请", "上年结转"),
        ("  上年结转: 0", "  上年结转: 3", "3", "不能只写一个数"),
        ("{自然人: 2}", "{自然人: 两件}", "两件", "写整数"),
        ("{自然人: 2}", "{自然人: -2}", "-2", "minimum of 0"),
        ("{自然人: 2}", "{公民: 2}", "公民", "公民、个人、群众、公民个人写“自然人”"),
        ("{自然人: 2}", "{自然人: 1, 律所: 1}", "律所", "写“法律服务机构”"),
        ("{自然人: 3}", "{自然人: }", "", "空着表示还没有填写"),
        ("\n年度: 2023", "\n年度: 2019", "2019", "minimum of 2021"),
        ("\n年度: 2023", "\n年度: 2023\n统计范围: 全县", "全县", "写 本机关 或者 汇总"),
    ],
)
async def test_misspelt_missing_and_mistyped_entries_are_marked(
    start: Start, right: str, wrong: str, text: str, words: str
) -> None:
    editor = start()
    await editor.open(report())
    found = await editor.replace(right, wrong)
    assert text in [one.text for one in found if words in one.message], found
    assert await editor.write(report()) == []


async def test_hover_gives_the_meaning_and_the_law(start: Start) -> None:
    editor = start()
    await editor.open(report())
    text = await editor.hover("  本年|新收:")
    assert "本年新收政府信息公开申请数量" in text
    assert TABLE.by_key["本年新收"].help in text
    assert f"依据：{TABLE.by_key['本年新收'].law}" in text


async def test_completion_offers_the_missing_entries_in_the_order_of_the_form(start: Start) -> None:
    editor = start()
    await editor.open(report("政府信息公开申请:\n  \n"))
    labels = [one.label for one in await editor.complete("申请:\n  |\n")]
    assert [label for label in labels if label in TABLE.by_key] == list(TABLE.by_key)
    await editor.write(report(APPLICATIONS.replace("  上年结转: 0\n", "  \n")))
    items = {one.label: one for one in await editor.complete("自然人: 3}\n  |\n")}
    assert set(items) & set(TABLE.by_key) == {"上年结转"}
    found = await editor.accept(items["上年结转"])
    assert [one for one in found if "空着表示还没有填写" in one.message], "no figure that nobody typed"


async def test_a_row_comes_with_empty_cells_and_0_by_name_only(start: Start) -> None:
    editor = start()
    await editor.open(report(APPLICATIONS.replace("上年结转: 0", "上年结转: ")))
    items = {one.label: one for one in await editor.complete("上年结转: |\n")}
    assert list(items) == ["按申请人类别填写", "0（没有）"]
    found = await editor.accept(items["按申请人类别填写"], "4")
    assert sum("空着表示还没有填写" in one.message for one in found) == len(TABLE.by_key["本年新收"].children) - 1
    assert "上年结转: \n    自然人: 4\n    商业企业: \n    科研机构: \n" in editor.text


async def test_choices_and_examples_are_offered(start: Start) -> None:
    editor = start()
    await editor.open(report(年度="年度: \n统计范围: "))
    assert [one.label for one in await editor.complete("统计范围: |")] == ["本机关", "汇总"]
    years = [one.label for one in await editor.complete("年度: |\n")]
    assert len(years) >= 2
    assert all(len(year) == 4 and year.isdigit() for year in years)


async def test_a_whole_report_is_written_by_one_snippet(start: Start) -> None:
    editor = start()
    await editor.open(MODELINE)
    [whole] = [one for one in await editor.complete("json\n|") if one.label == "整份报告"]
    await editor.accept(whole)
    assert ": 0\n" not in editor.text
    required = [item.key for item in edition_for(None).items if item.required]
    assert [line.partition(":")[0] for line in editor.text.split("\n") if line[:1] not in "# "] == required
