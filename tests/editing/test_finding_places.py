"""The outline, what folds, definitions and references."""

from pathlib import Path

from complete import complete, last_year
from pages import at, page

from generator.editing.answers import Location
from generator.editing.definition import definition, references
from generator.editing.outline import folds, outline
from generator.editing.page import Page

ENTRIES = """政府信息公开申请:
  本年新收: {自然人: 3}
  上年结转: 0
  办理结果:
    不予公开: {属于国家秘密: {自然人: 1}, 属于行政执法案卷: {自然人: 1}}
  结转下年度: {自然人: 1}
引言: |
  收到{{ 本年新收 }}件，自然人{{ 本年新收.自然人 }}件，不予公开{{ 不予公开.自然人 }}件，诉讼{{ 行政诉讼 }}件。
"""


def words(shown: Page, found: list[Location]) -> list[tuple[int, str]]:
    """Line and text of places in this file."""
    assert {place.file for place in found} <= {shown.path}
    return [(p.span.line, shown.line(p.span.line)[p.span.column - 1 : p.span.end_column - 1]) for p in found]


def test_the_outline_lists_entries_with_what_they_come_to() -> None:
    table = outline(page(ENTRIES))[0]
    assert (table.name, table.detail) == ("政府信息公开申请", "三、收到和处理政府信息公开申请情况")
    assert [(one.name, one.detail) for one in table.children] == [
        ("本年新收", "3"),
        ("上年结转", "0"),
        ("办理结果", "2"),
        ("结转下年度", "1"),
    ]
    [group] = table.children[2].children
    assert [(one.name, one.detail, one.children) for one in group.children] == [
        ("属于国家秘密", "1", ()),
        ("属于行政执法案卷", "1", ()),
    ]


def test_the_outline_of_half_typed_text() -> None:
    shown = Page(
        "例.yaml",
        "机关: 某局\n政府信息公开申请:\n  本年新收: {自然人: 3, 其\n  上年结\n"
        "  办理结果:\n    予以公开: {{\n引言: '没有关上",
    )
    symbols = outline(shown)
    assert [one.name for one in symbols] == ["机关", "政府信息公开申请", "引言"]
    assert [one.name for one in symbols[1].children] == ["本年新收", "办理结果"]


def test_every_part_of_the_outline_lies_in_what_is_around_it() -> None:
    stack = list(outline(page(ENTRIES)))
    while stack:
        one = stack.pop()
        assert one.span[:2] <= one.name_span[:2] <= one.name_span[2:] <= one.span[2:]
        for child in one.children:
            assert one.span[:2] <= child.span[:2]
            assert child.span[2:] <= one.span[2:], (one.name, child.name)
        stack += one.children


def test_entries_of_several_lines_and_runs_of_comments_fold() -> None:
    text = "# 一\n# 二\n机关: 某局\n总体情况:\n  概述: |\n    # 字\n    # 字\n  主动公开: 略 # 注\n# 三\n"
    found = [(one.first, one.last, one.is_comment) for one in folds(Page("例.yaml", text))]
    assert found == [(1, 2, True), (4, 8, False), (5, 7, False)]


def test_from_a_name_to_its_figure() -> None:
    shown = page(ENTRIES)
    assert words(shown, definition(shown, at(shown.text, "收到{{ 本|年新收"))) == [(2, "本年新收")]
    assert words(shown, definition(shown, at(shown.text, "{{ 本年新收.自|然人"))) == [(2, "自然人")]
    assert words(shown, definition(shown, at(shown.text, "{{ 不予|公开"))) == [(5, "自然人")] * 2
    litigation = words(shown, definition(shown, at(shown.text, "{{ 行政|诉讼")))
    assert [text for _, text in litigation] == ["未经复议直接起诉", "复议后起诉"]
    assert definition(shown, at(shown.text, "  收|到{{")) == []


def test_from_a_figure_to_all_names_that_depend_on_it() -> None:
    shown = page(ENTRIES)
    row = references(shown, at(shown.text, "  本|年新收: {"), with_definition=True)
    assert words(shown, row) == [(2, "本年新收"), (8, "本年新收"), (8, "本年新收.自然人")]
    cell = references(shown, at(shown.text, "  本年新收: {自|然人"), with_definition=False)
    assert words(shown, cell) == [(8, "本年新收"), (8, "本年新收.自然人")]
    inside = references(shown, at(shown.text, "属于国家|秘密"), with_definition=False)
    assert words(shown, inside) == [(8, "不予公开.自然人")]
    name = references(shown, at(shown.text, "收到{{ 本|年新收"), with_definition=False)
    assert words(shown, name) == [(8, "本年新收"), (8, "本年新收.自然人")]
    assert references(shown, at(shown.text, "机|关:"), with_definition=False) == []


def test_to_last_years_file(tmp_path: Path) -> None:
    (tmp_path / "上年.yaml").write_text(last_year(ENTRIES.split("引言", 1)[0]), encoding="utf-8")
    entries = "上年报告: 上年.yaml\n" + ENTRIES.replace("{{ 行政诉讼 }}", "{{ 上年.本年新收 }}")
    shown = page(entries, path=str(tmp_path / "本年.yaml"))
    file = str(tmp_path / "上年.yaml")
    [figure] = definition(shown, at(shown.text, "{{ 上年.本|年新收"))
    assert (figure.file, figure.span.line) == (file, 2)
    [whole] = definition(shown, at(shown.text, "上年报告: 上|年"))
    assert (whole.file, whole.span.line) == (file, 1)


def test_a_published_report_has_no_lines_to_lead_to(tmp_path: Path) -> None:
    (tmp_path / "上年.md").write_text("某局2022年政府信息公开工作年度报告\n", encoding="utf-8")
    shown = page("上年报告: 上年.md\n" + ENTRIES, path=str(tmp_path / "本年.yaml"))
    assert {one.span.line for one in definition(shown, at(shown.text, "上年报告: 上|年"))} <= {1}


def test_without_last_years_file_there_is_nowhere_to_go() -> None:
    shown = Page("例.yaml", complete("上年报告: 没有.yaml"))
    assert definition(shown, at(shown.text, "上年报告: 没|有")) == []
