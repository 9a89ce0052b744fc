"""While the text cannot be read, figures are told from the last state that could be, and only where they still hold."""

import re
import weakref
from itertools import pairwise
from pathlib import Path

from complete import complete, last_year
from hypothesis import given
from hypothesis import strategies as st
from pages import at

from generator.editing.completing import completions
from generator.editing.expressions import expressions
from generator.editing.figures import figure_at, has_total
from generator.editing.hints import hints
from generator.editing.hover import hover
from generator.editing.keeping import Kept
from generator.editing.outline import outline
from generator.editing.page import Page
from generator.editing.skeleton import below
from generator.form.model import Kind

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
TEXTS = [path.read_text(encoding="utf-8") for path in EXAMPLES]
ENTRIES = """引言: 全年收到申请{{ 本年新收 }}件，许可{{ 行政许可 }}件。
政府信息公开申请:
  本年新收: {自然人: 14, 商业企业: 2}
  上年结转: {自然人: 1}
  办理结果:
    予以公开: {自然人: 12}
    部分公开: {商业企业: 2}
  结转下年度:
    自然人: 3
"""
REPORT = complete(ENTRIES)


def edited(old: str, new: str, before: str = REPORT) -> Page:
    """The page after one edit that makes it unreadable."""
    assert before.count(old) == 1, old
    page = Page("例.yaml", before.replace(old, new), Page("例.yaml", before))
    assert page.report is None
    return page


def shown(page: Page) -> dict[str, str]:
    """Line of text → the hint on it."""
    found: dict[str, str] = {}
    for hint in hints(page, 1, len(page.lines)):
        line = page.line(hint.position.line).strip()
        found[line] = f"{found[line]} {hint.label}" if line in found else hint.label
    return found


def told(page: Page, mark: str) -> str:
    found = hover(page, at(page.text, mark))
    return found.markdown if found else ""


def test_rows_that_are_as_they_were_keep_their_totals() -> None:
    page = edited("  上年结转: {自然人: 1}", "  上年结")
    assert shown(page) == {
        "引言: 全年收到申请{{ 本年新收 }}件，许可{{ 行政许可 }}件。": "＝16 ＝0",
        "本年新收: {自然人: 14, 商业企业: 2}": "总计 16",
        "办理结果:": "总计 14",
        "予以公开: {自然人: 12}": "总计 12",
        "部分公开: {商业企业: 2}": "总计 2",
        "结转下年度:": "总计 3",
    }
    assert "总计：自然人 14 ＋ 商业企业 2 ＝ 16" in told(page, "  本年|新收:")
    assert "平衡" not in told(page, "  结转|下年度:"), "the balance is made of the row that is being typed"
    assert [one.detail for one in outline(page)[1].children] == ["16", "14", "3"]
    assert "印出 **16**" in told(page, "{{ 本年|新收 }}")
    items = {one.label: one.detail for one in completions(page, at(page.text, "许可{{ |"))}
    assert (items["本年新收"], items["上年结转"]) == ("16", "")


def test_what_is_made_of_a_changed_row_is_not_told() -> None:
    page = edited("    部分公开: {商业企业: 2}", "    部分公开: {商业企业: 2}\n    不予")
    found = shown(page)
    assert "办理结果:" not in found
    assert found["予以公开: {自然人: 12}"] == "总计 12"
    assert "总计" not in told(page, "  办理|结果:")


def test_a_row_typed_twice_has_no_total() -> None:
    page = edited("  上年结转: {自然人: 1}\n", "  上年结转: {自然人: 1}\n  本年新收: {自然人: 5}\n  上\n")
    assert "本年新收: {自然人: 14, 商业企业: 2}" not in shown(page)


def test_an_expression_whose_figure_was_changed_has_no_value() -> None:
    page = edited("本年新收: {自然人: 14, 商业企业: 2}", "本年新收: {自然人: 14, 商业企业: 3}\n  上")
    assert [found.source for found in expressions(page)] == ["行政许可"]
    assert "**" not in told(page, "{{ 本年|新收 }}件")


def test_a_figure_that_got_lost_is_not_taken_for_zero() -> None:
    before = REPORT.replace("    部分公开: {商业企业: 2}", "    不予处理: 0\n    其他处理:\n      其他: {自然人: 2}")
    text = before.replace("    其他处理:", " 3{#0， 其他处理:")
    for page in (Page("例.yaml", text), Page("例.yaml", text, Page("例.yaml", before))):
        assert page.report is not None
        assert figure_at(page.report, ("政府信息公开申请", "办理结果")) is None, "what was read of it lacks a row"
        assert "办理结果:" not in shown(page)
        assert "总计" not in told(page, "  办理|结果:")


def test_last_year_is_still_known(tmp_path: Path) -> None:
    (tmp_path / "上年.yaml").write_text(last_year(ENTRIES.partition("\n")[2]), encoding="utf-8")
    text = "上年报告: 上年.yaml\n" + REPORT.replace("14", "20")
    path = str(tmp_path / "本年.yaml")
    page = Page(path, text.replace("  上年结转: {自然人: 1}", "  上年结转: {自然人: 3}\n  上"), Page(path, text))
    assert page.report is None
    assert "上年（2022）：16，本年：22" in told(page, "  本年|新收:")
    assert told(page, "  上年|结转:").endswith("上年（2022）：1")
    page = Page(path, text.replace("报告: 上年.yaml", "报告: 另一年.yaml\n上年"), Page(path, text))
    assert page.report is None
    assert "上年（" not in told(page, "  本年|新收:")


def test_only_one_older_state_is_held() -> None:
    first = Page("例.yaml", REPORT)
    second = Page("例.yaml", REPORT + "# 一\n", first)
    assert second.sound is second
    broken = Page("例.yaml", REPORT + "甲: {", second)
    still = Page("例.yaml", REPORT + "甲: {乙: [", broken)
    assert broken.sound is still.sound is second
    assert second._before is None
    older = weakref.ref(second)
    del second, broken, still
    assert older() is None, "without waiting for the collector of circular garbage"


def sum_of(lines: str) -> int:
    """All the figures that stand in an entry, added up; a typed total is none of them."""
    return sum(map(int, re.findall(r"[:：]\s*(\d+)", re.sub(r"总计.*", "", lines))))


@given(
    st.sampled_from(TEXTS),
    st.lists(
        st.tuples(st.floats(0, 1), st.text(alphabet="{}：:，,'\"|#\n -年0 3", max_size=6), st.integers(0, 9)),
        min_size=1,
        max_size=3,
    ),
)
def test_whatever_is_typed_a_total_shown_is_that_of_its_lines(text: str, edits: list[tuple[float, str, int]]) -> None:
    states, untouched = [Page("例.yaml", text)], set(text.split("\n"))
    for share, typed, less in edits:
        offset = int(len(text) * share)
        text = text[:offset] + typed + text[offset + less :]
        states.append(Page("例.yaml", text, states[-1]))
    page = states[-1]
    if page.is_sound:
        return
    for branch in page.branches:
        report, item = page.figures(branch.path), page.edition.find(branch.path)
        known = all(page.edition.find(one.path) for one in below(branch))
        if report and known and item and item.kind in {Kind.ROW, Kind.GROUP} and not branch.in_braces:
            lines = "\n".join(page.lines[branch.span.line - 1 : branch.last_line])
            if has_total(item) and untouched.issuperset(lines.split("\n")):
                assert figure_at(report, branch.path) in {None, sum_of(lines)}, lines


@given(st.lists(st.sampled_from("甲乙丙"), max_size=8), st.lists(st.sampled_from("甲乙丙"), max_size=8))
def test_lines_that_are_kept_are_the_same_and_in_order(old: list[str], new: list[str]) -> None:
    kept = Kept(old, new)
    found = [(n, kept.lines(n, n)) for n in range(1, len(old) + 1)]
    places = [(n, lines[0]) for n, lines in found if lines]
    assert all(old[n - 1] == new[there - 1] for n, there in places)
    assert all(one[1] < other[1] for one, other in pairwise(places))
    if old == new:
        assert len(places) == len(old)
