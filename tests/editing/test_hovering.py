"""What is explained under the cursor, and what is shown between the text."""

from pathlib import Path

import pytest
from complete import last_year
from pages import at, page

from generator.editing.hints import hints
from generator.editing.hover import explain, hover, rule_page
from generator.editing.page import Page
from generator.form import edition_for
from generator.form.edition import walk
from generator.pipeline.catalogue import rules

APPLICATIONS = """政府信息公开申请:
  本年新收: {自然人: 14, 商业企业: 2}
  上年结转: {自然人: 1}
  办理结果:
    予以公开: {自然人: 12}
    部分公开: {商业企业: 2}
    总计: {自然人: 12}
  结转下年度:
    自然人: 3
"""


def told(shown: Page, mark: str) -> str:
    found = hover(shown, at(shown.text, mark))
    return found.markdown if found else ""


def test_an_entry_its_meaning_law_and_how_its_total_is_made() -> None:
    text = told(page(APPLICATIONS), "  本年|新收:")
    item = edition_for(None).find(("政府信息公开申请", "本年新收"))
    assert item is not None
    for part in (item.label, item.help, f"依据：{item.law}", "总计：自然人 14 ＋ 商业企业 2 ＝ 16"):
        assert part in text


def test_a_group_is_made_of_its_rows() -> None:
    assert "总计：予以公开 12 ＋ 部分公开 2 ＝ 14" in told(page(APPLICATIONS), "  办理|结果:")


def test_a_typed_total_tells_what_is_computed() -> None:
    assert "算出：予以公开 12 ＋ 部分公开 2 ＝ 14" in told(page(APPLICATIONS), "    总|计:")


def test_the_row_that_closes_the_balance_says_whether_it_does() -> None:
    assert "✓ 各列平衡" in told(page(APPLICATIONS), "  结转|下年度:")
    off = page(APPLICATIONS.replace("自然人: 3", "自然人: 4"))
    assert "✗ 不平：本年新收＋上年结转比右边自然人 少 1" in told(off, "  结转|下年度:")
    assert "勾稽关系" in told(off, "  结转|下年度:")


def test_a_figure_that_is_not_filled_in_is_not_guessed() -> None:
    text = told(page(APPLICATIONS.replace("自然人: 14", "自然人: ")), "  本年|新收:")
    assert "总计：自然人 ？ ＋ 商业企业 2 ＝ ？" in text


def test_last_years_figure_stands_beside_this_years(tmp_path: Path) -> None:
    (tmp_path / "上年.yaml").write_text(last_year(APPLICATIONS), encoding="utf-8")
    this = page("上年报告: 上年.yaml\n" + APPLICATIONS.replace("14", "20"), path=str(tmp_path / "本年.yaml"))
    assert "上年（2022）：16，本年：22" in told(this, "  本年|新收:")
    assert "上年（2022）：14，本年：20" in told(this, "{自然|人: 20")


def test_an_expression_its_value_and_where_its_names_lead() -> None:
    shown = page(APPLICATIONS + "引言: 收到{{ 本年新收 + 行政诉讼 }}件。")
    text = told(shown, "收到{{ 本|年新收")
    assert "印出 **16**" in text
    assert "- 政府信息公开申请 › 本年新收：自然人 14 ＋ 商业企业 2 ＝ 16" in text
    assert "› 行政诉讼：0" in text


def test_a_wrong_expression_tells_its_rule() -> None:
    text = told(page(APPLICATIONS + "引言: 收到{{ 本年新受 }}件。"), "{{ 本|年新受")
    assert "算不出来" in text
    assert "NB106" in text


def test_a_finding_tells_its_rule_with_examples() -> None:
    text = told(page(APPLICATIONS.replace("自然人: 3", "自然人: 4")), "政府信息公开|申请:")
    assert text.endswith(rule_page("NB201"))
    assert "这样不对：\n```yaml\n" in text


@pytest.mark.parametrize("entry", rules(), ids=lambda entry: entry.code)
def test_every_rule_has_its_page(entry: object) -> None:
    code = entry.code  # type: ignore[attr-defined]
    assert rule_page(code).startswith(f"**{code} ")


def test_every_place_of_the_form_is_explained() -> None:
    shown = page()
    for path, item in walk(edition_for(None).root):
        assert item.help in explain(shown, path)


def test_nothing_is_said_of_what_is_not_the_forms() -> None:
    shown = page("引言: 略\n# 注")
    assert told(shown, "# |注") == ""
    assert explain(shown, ("没有这个",)) == ""


def labels(shown: Page) -> dict[str, str]:
    found = hints(shown, 1, len(shown.lines))
    return {shown.line(h.position.line)[: h.position.column - 1].strip(): h.label for h in found}


def test_totals_of_rows_and_groups_in_any_style() -> None:
    found = labels(page(APPLICATIONS.replace("上年结转: {自然人: 1}", "上年结转: 0\n  注: 略")))
    assert found["本年新收: {自然人: 14, 商业企业: 2}"] == "总计 16"
    assert found["办理结果:"] == "总计 14"
    assert found["结转下年度:"] == "总计 3"
    assert not [line for line in found if line.startswith("上年结转")], "a 0 says itself what it comes to"


def test_a_groups_total_stands_behind_its_key_whatever_comment_follows() -> None:
    assert labels(page(APPLICATIONS.replace("办理结果:", "办理结果:  # 每件只计一次")))["办理结果:"] == "总计 14"


def test_a_total_that_is_not_known_yet_is_not_shown() -> None:
    found = labels(page(APPLICATIONS.replace("自然人: 14", "自然人: ")))
    assert not [line for line in found if line.startswith("本年新收")]
    assert found["办理结果:"] == "总计 14"


def test_rows_in_the_braces_of_a_group() -> None:
    found = labels(
        page(APPLICATIONS.replace("    部分公开: {商业企业: 2}", "    其他处理: {其他: {商业企业: 2}, 逾期不补正: 0}"))
    )
    assert found["其他处理: {其他: {商业企业: 2}"] == "总计 2"
    assert found["其他处理: {其他: {商业企业: 2}, 逾期不补正: 0}"] == "总计 2"


def test_the_balance_stands_on_the_last_line_of_its_row() -> None:
    assert labels(page(APPLICATIONS))["自然人: 3"] == "✓ 各列平衡"
    off = labels(page(APPLICATIONS.replace("自然人: 14", "自然人: 15")))
    assert off["自然人: 3"].endswith("自然人 多 1")
    unknown = labels(page(APPLICATIONS.replace("自然人: 14", "自然人: ")))
    assert unknown["自然人: 3"] == "还有数没有填，不能核对平衡"


def test_only_the_lines_that_are_seen() -> None:
    shown = page(APPLICATIONS)
    assert [hint.position.line for hint in hints(shown, 1, 2)] == [2]
    assert hints(Page("例.yaml", "- 不是年报"), 1, 9) == []
