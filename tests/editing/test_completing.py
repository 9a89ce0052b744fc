"""What is offered while typing."""

import re
from datetime import date
from pathlib import Path

import pytest
from complete import complete, last_year
from pages import cursor, labels

from generator.editing.completing import completions
from generator.form import edition_for
from generator.form.edition import walk
from generator.form.model import FIGURES, Kind
from generator.report.expressions.catalogue import FUNCTIONS, names

EDITION = edition_for(None)
ROW = "{自然人: $1, 商业企业: $2, 科研机构: $3, 社会公益组织: $4, 法律服务机构: $5, 其他: $6}"


def text_of(text: str, label: str, path: str = "例.yaml") -> str:
    return next(one.text for one in completions(*cursor(text, path)) if one.label == label)


def test_all_entries_of_an_empty_file_in_the_order_of_the_form() -> None:
    found = labels("¦")
    assert found[0] == "整份报告"
    assert [label for label in found[1:] if not label.endswith("…")] == [item.key for item in EDITION.items]


def test_the_whole_report_holds_every_required_entry_and_no_figure() -> None:
    text = text_of("¦", "整份报告")
    assert [line.partition(":")[0] for line in text.split("\n") if line[0] != " "] == [
        item.key for item in EDITION.items if item.required
    ]
    assert "  规章: {本年制发: $" in text
    assert ": 0" not in text


def test_a_comment_behind_the_key_above_changes_nothing() -> None:
    text = "政府信息公开申请:\n  办理结果:  # 每件只计一次\n    ¦"
    assert labels(text) == labels(text.replace("  # 每件只计一次", ""))
    assert "予以公开" in labels(text)


def test_what_is_written_is_not_offered_again() -> None:
    text = "行政复议行政诉讼:\n  行政复议: 0\n  ¦\n  复议后起诉: 0\n"
    assert labels(text) == ["未经复议直接起诉", "未经复议直接起诉 …", "注"]


def test_a_topic_under_one_of_its_variants_is_written() -> None:
    topic = next(t for part in EDITION.narratives for t in part.children if t.variants)
    part = next(part for part in EDITION.narratives if topic in part.children)
    assert topic.key in labels(f"{part.key}:\n  ¦")
    assert topic.key not in labels(f"{part.key}:\n  {topic.variants[0]}: 0\n  ¦")


def test_a_row_comes_whole_with_empty_cells() -> None:
    assert text_of("政府信息公开申请:\n  上¦", "上年结转 …") == f"上年结转: {ROW}"
    assert text_of("政府信息公开申请:\n  上年结转: ¦", "按申请人类别填写") == ROW
    assert text_of("政府信息公开申请:\n  上年结转: ¦", "0（没有）") == "0"


def test_right_behind_a_colon_the_blank_comes_along() -> None:
    assert text_of("政府信息公开申请:\n  上年结转:¦", "按申请人类别填写") == f" {ROW}"
    assert text_of("政府信息公开申请:\n  上年结转: {自然人:¦}", "0（没有）") == " 0"
    assert text_of("总体情况:\n  主动公开:¦", "| 写文字") == " |\n  $0"
    assert text_of("政府信息公开申请:¦", "三、全部各项").startswith("\n")


def test_in_braces_everything_stays_on_the_line() -> None:
    text = "政府信息公开申请:\n  办理结果: {予以公开: 0, ¦}"
    assert text_of(text, "部分公开 …") == f"部分公开: {ROW}"
    assert all("\n" not in one.text for one in completions(*cursor(text)))


def test_a_group_comes_with_a_line_for_each_row() -> None:
    text = text_of("政府信息公开申请:\n  办理结果:\n    ¦", "无法提供 …")
    assert text.split("\n") == [
        "无法提供:",
        "  本机关不掌握相关政府信息: $1",
        "  没有现成信息需要另行制作: $2",
        "  补正后申请内容仍不明确: $3",
    ]


def test_text_is_set_up_under_a_bar() -> None:
    assert text_of("总体情况:\n  ¦", "主动公开") == "主动公开: |\n  $0"
    assert text_of("总体情况:\n  主动公开: ¦", "| 写文字") == "|\n  $0"


def test_no_figure_is_ever_put_in_unasked() -> None:
    for path, item in walk(EDITION.root):
        if item.kind in {*FIGURES, Kind.ROW, Kind.GROUP, Kind.SENTENCE} and len(path) == 2:
            text = f"{path[0]}:\n  {path[1]}: ¦"
            assert {one.label for one in completions(*cursor(text)) if re.search(r"(?<!\$)\b0", one.text)} <= {
                "0（没有）"
            }, path


def test_a_key_that_has_its_colon_is_renamed_alone() -> None:
    [one] = [c for c in completions(*cursor("行政复议行政诉讼:\n  行政¦复义: 0")) if c.label == "行政复议"]
    assert (one.text, one.span.column, one.span.end_column) == ("行政复议", 3, 7)


def test_choices_days_and_years() -> None:
    assert labels("统计范围: ¦") == ["本机关", "汇总"]
    assert labels("排版: {页码: ¦}") == ["居中", "奇偶分置"]
    assert labels("年度: ¦") == [str(date.today().year - 1)]
    assert date.today().isoformat() in labels("落款: ¦")


def test_every_name_and_function_with_its_value() -> None:
    entries = (
        "政府信息公开申请: {本年新收: {自然人: 3}, 上年结转: 0, 办理结果: 0, 结转下年度: {自然人: 3}}\n引言: 共{{ ¦"
    )
    found = {one.label: one for one in completions(*cursor(complete(entries)))}
    assert set(found) == {*names(EDITION), *(function.signature for function in FUNCTIONS)}
    assert found["本年新收"].detail == "3"
    assert found["机关"].detail == "示例县人民政府办公室"
    assert found["本年新收"].text == "本年新收 }}"
    assert "件" in found["本年新收"].markdown
    assert found["增减(a, b, 单位='')"].text == "增减(${1:a}, ${2:b}, '${3:件}') }}"


@pytest.mark.parametrize(
    ("line", "text", "word"),
    [
        ("引言: 共{{¦", " 本年新收 }}", ""),
        ("引言: 共{{ 本年¦", "本年新收 }}", "本年"),
        ("引言: 共{{ 本年¦ }}件", "本年新收", "本年"),
        ("引言: 共{{ 本年¦件，又{{ 年度 }}", "本年新收 }}", "本年"),
        ("引言: 共{{ 占比(不予公开.自¦", "本年新收 }}", "不予公开.自"),
        ("引言: |\n  共｛｛本¦", " 本年新收 }}", "本"),
    ],
)
def test_the_word_before_the_cursor_is_replaced_and_the_expression_closed(line: str, text: str, word: str) -> None:
    [one] = [c for c in completions(*cursor(line)) if c.label == "本年新收"]
    assert one.text == text
    assert one.span.end_column - one.span.column == len(word)


@pytest.mark.parametrize("line", ["引言: 共{{ 年度 }}¦", "引言: 共¦{{ 年度 }}", "引言: |\n  本年¦"])
def test_outside_of_expressions_text_is_left_alone(line: str) -> None:
    assert "本年新收" not in labels(line)


def test_last_years_names_and_figures(tmp_path: Path) -> None:
    row = "政府信息公开申请: {本年新收: {自然人: 2}, 上年结转: 0, 办理结果: 0, 结转下年度: {自然人: 2}}"
    (tmp_path / "上年.yaml").write_text(last_year(row), encoding="utf-8")
    front = "上年报告: 上年.yaml\n政府信息公开申请:\n  本年新收: 0\n  上年结转: %s\n引言: %s\n"
    path = str(tmp_path / "本年.yaml")
    found = {one.label: one for one in completions(*cursor(complete(front % ("0", "共{{ 上年.¦")), path))}
    assert found["上年.本年新收"].detail == "2"
    assert found["上年.本年新收"].span.end_column - found["上年.本年新收"].span.column == len("上年.")
    [first, *_] = completions(*cursor(complete(front % ("¦", "略")), path))
    assert (first.label, first.text, first.detail) == ("{自然人: 2}", "{自然人: 2}", "照上年报告结转")


def test_files_for_last_years_report(tmp_path: Path) -> None:
    for name in ("某局-2022.yaml", "某局-2021.docx", "别的.xlsx", ".隐藏.yaml", "本年.yaml"):
        (tmp_path / name).touch()
    (tmp_path / "往年").mkdir()
    (tmp_path / "往年" / "某局-2020.yaml").touch()
    path = str(tmp_path / "本年.yaml")
    text = complete("上年报告: ¦")
    assert [one.label for one in completions(*cursor(text, path))] == ["某局-2022.yaml", "某局-2021.docx", "往年/"]
    inside = [one.text for one in completions(*cursor("上年报告: 往年/某¦", path))]
    assert inside == ["往年/某局-2020.yaml"]
    assert completions(*cursor("上年报告: 没有/¦", path)) == []
