"""Changes that can be asked for, each carried out and checked."""

from pathlib import Path

import pytest
from complete import findings_of, last_year
from pages import after, at, offered, page

from generator.editing.actions import actions, fix_all
from generator.editing.answers import ActionKind
from generator.editing.page import Page
from generator.findings import Span
from generator.form import edition_for

APPLICATIONS = """政府信息公开申请:
  本年新收: {自然人: 3}
  上年结转: 0
  办理结果:
    予以公开: {自然人: 2}
  结转下年度: {自然人: 1}
"""


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("  上年结转: 0", "  上年结转: ０", "结转: |０"),
        ("  上年结转: 0", "  上年结转：0", "结转|：0"),
        ("{自然人: 2}", "{自然人：2}", "自然人|：2"),
        ("{自然人: 2}", "{自然人: 2，其他: 0}", "2|，其"),
        ("{自然人: 2}", "｛自然人: 2｝", "公开: |｛自"),
        ("{自然人: 2}", "{自然人: 2件}", "自然人: |2件"),
        ("{自然人: 2}", "{公民: 2}", "{|公民"),
        ("  上年结转: 0", "  上年转结: 0", "  |上年转结"),
        ("    予以公开: {自然人: 2}", "    予以公开: {自然人: 2, 总计: 4}", "总计: |4"),
    ],
)
def test_a_slip_is_put_right_where_it_stands(right: str, wrong: str, place: str) -> None:
    shown = page(APPLICATIONS.replace(right, wrong))
    assert any(f.severity.value == "error" for f in shown.checked.findings)
    found = [one for one in offered(shown, place).values() if one.kind is ActionKind.FIX]
    mended = after(shown, found[0].edits)
    assert [f for f in findings_of(mended) if f.severity.value == "error"] == []
    assert found[0].findings[0].fix is not None


def test_all_of_a_kind_and_everything_at_once() -> None:
    shown = page(APPLICATIONS.replace("3}", "３}").replace("2}", "２}").replace("结转: 0", "结转：0"))
    found = offered(shown, "自然人: |３")
    alike = after(shown, found["改好全部 NB103（2 处）"].edits)
    assert "３" not in alike
    assert "２" not in alike
    assert "：0" in alike, "another kind is left"
    everything = fix_all(shown)
    assert everything is not None
    assert everything.kind is ActionKind.FIX_ALL
    assert after(shown, everything.edits) == page(APPLICATIONS).text
    assert fix_all(page(APPLICATIONS)) is None


def test_one_fix_brings_the_next_to_light() -> None:
    shown = page(APPLICATIONS.replace("上年结转: 0", "上年结转：０件"))
    everything = fix_all(shown)
    assert everything
    assert after(shown, everything.edits) == page(APPLICATIONS).text


def test_missing_rows_are_written_empty_in_the_order_of_the_form() -> None:
    shown = page("行政复议行政诉讼:\n  未经复议直接起诉: 0 # 没有\n\n年度: 2023")
    action = offered(shown, "未经复议|直接")["写上“行政复议行政诉讼”缺少的 2 项，待填写"]
    assert after(shown, action.edits).startswith(
        "行政复议行政诉讼:\n  行政复议:\n  未经复议直接起诉: 0 # 没有\n  复议后起诉:\n\n年度: 2023"
    )


def test_rows_of_a_group_in_braces_and_of_one_that_is_empty() -> None:
    shown = page(
        APPLICATIONS.replace("    予以公开: {自然人: 2}", "    无法提供: {没有现成信息需要另行制作: {自然人: 2}}")
    )
    action = offered(shown, "{没有|现成")["写上“无法提供”缺少的 2 项，待填写"]
    row = "{本机关不掌握相关政府信息: , 没有现成信息需要另行制作: {自然人: 2}, 补正后申请内容仍不明确: }"
    assert row in after(shown, action.edits)
    empty = page(APPLICATIONS.replace("    予以公开: {自然人: 2}", "    无法提供:"))
    action = offered(empty, "    无法|提供")["写上“无法提供”缺少的 3 项，待填写"]
    assert "    无法提供:\n      本机关不掌握相关政府信息:\n      没有" in after(empty, action.edits)


def test_an_empty_row_gets_its_cells() -> None:
    shown = page(APPLICATIONS.replace("上年结转: 0", "上年结转:"))
    action = offered(shown, "  上年|结转:")["写上“上年结转”缺少的 6 项，待填写"]
    assert "  上年结转: {自然人: , 商业企业: , " in after(shown, action.edits)


def test_kinds_of_applicants_that_are_0_are_left_out_of_a_row() -> None:
    assert not [title for title in offered(page(APPLICATIONS), "{自然|人: 3") if "缺少" in title]


def test_missing_parts_are_written_with_their_rows() -> None:
    shown = Page("例.yaml", "机关: 某局\n年度: 2023\n")
    [action] = [one for title, one in offered(shown, "机|关").items() if "缺少的部分" in title]
    text = after(shown, action.edits)
    required = [item.key for item in edition_for(None).items if item.required]
    assert [line.partition(":")[0] for line in text.split("\n") if line and line[0] != " "] == required
    assert {f.code for f in findings_of(text)} <= {"NB105", "NB504"}


def test_a_number_becomes_the_expression_that_gives_it() -> None:
    told = "总体情况:\n  依申请公开: |\n    全年共收到政府信息公开申请3件，予以公开二件，咨询3次。\n"
    shown = page(APPLICATIONS + told)
    first = after(shown, offered(shown, "申请|3件")["改为 {{ 本年新收 }}，从表中取数，以后随表变化"].edits)
    assert "申请{{ 本年新收 }}件" in first
    second = offered(shown, "公开|二件")["改为 {{ 汉字(予以公开) }}，从表中取数，以后随表变化"]
    assert "予以公开{{ 汉字(予以公开) }}件" in after(shown, second.edits)
    assert not [title for title in offered(shown, "咨询|3次") if "{{" in title]
    whole = Span(*at(shown.text, "|全年共"), *at(shown.text, "3次。|"))
    assert len([one for one in actions(shown, whole) if "{{" in one.title]) == 2


def test_a_number_that_contradicts_the_table_is_offered_by_its_finding_alone() -> None:
    shown = page(APPLICATIONS + "总体情况:\n  依申请公开: |\n    全年共收到政府信息公开申请5件。\n")
    found = [one for title, one in offered(shown, "申请|5件").items() if "{{" in title]
    assert [one.findings[0].code for one in found] == ["NB301"]


def test_braces_are_not_put_where_yaml_would_take_them_for_something_else() -> None:
    shown = page(APPLICATIONS + "总体情况:\n  依申请公开: 3件政府信息公开申请，全部受理。\n")
    found = [one for title, one in offered(shown, "公开: |3件").items() if "{{" in title]
    assert all("{{" not in after(shown, one.edits).split("依申请公开: ")[1][:2] for one in found)


def test_last_years_figures_for_an_empty_row(tmp_path: Path) -> None:
    (tmp_path / "上年.yaml").write_text(last_year(APPLICATIONS), encoding="utf-8")
    entries = "上年报告: 上年.yaml\n" + APPLICATIONS.replace("上年结转: 0", "上年结转:")
    shown = page(entries, path=str(tmp_path / "本年.yaml"))
    action = offered(shown, "  上年|结转:")["照上年报告填写“上年结转”：{自然人: 1}"]
    assert action.preferred
    assert [f.code for f in action.findings] == ["NB105"]
    assert "  上年结转: {自然人: 1}\n" in after(shown, action.edits)
    assert not [title for title in offered(shown, "  本年|新收:") if "照上年" in title]


def test_a_warning_is_silenced_above_its_entry_an_error_never() -> None:
    shown = page(APPLICATIONS + "总体情况:\n  依申请公开: |\n    全年共收到政府信息公开申请5件。\n")
    action = offered(shown, "申请|5件")["忽略“依申请公开”的 NB301，写明原因"]
    text = after(shown, action.edits)
    assert "  # nianbao: 忽略 NB301 因为（请写明原因）\n  依申请公开: |" in text
    assert {f.code for f in findings_of(text)} & {"NB301", "NB010"} == set()
    wrong = page(APPLICATIONS.replace("3}", "4}"))
    assert wrong.checked.findings
    assert not [title for title in offered(wrong, "  |结转下年度") if "忽略" in title]
