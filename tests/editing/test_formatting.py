"""Formatting aligns the tables and changes nothing else: values, text and comments stay, character for character."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pages import after, page

from generator.editing.formatting import formatted
from generator.editing.page import Page

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))

UGLY = """主动公开政府信息:
  # 本年没有规章
  规章: { 本年制发:  0,本年废止: 0 , 现行有效: 0}   # 规章
  行政规范性文件:   {本年制发: 5, 本年废止: 0, 现行有效: 27} # 文件
  行政许可:    0
  行政处罚: 12   # 处罚

  行政强制: 0
  行政事业性收费:  1.50
"""
NEAT = """主动公开政府信息:
  # 本年没有规章
  规章:           {本年制发: 0, 本年废止: 0, 现行有效: 0}   # 规章
  行政规范性文件: {本年制发: 5, 本年废止: 0, 现行有效: 27}  # 文件
  行政许可:       0
  行政处罚:       12                                        # 处罚

  行政强制:       0
  行政事业性收费: 1.50
"""


REST = """政府信息公开申请: {本年新收: 0, 上年结转: 0, 办理结果: 0, 结转下年度: 0}
行政复议行政诉讼: {行政复议: 0, 未经复议直接起诉: 0, 复议后起诉: 0}
"""
UGLY, NEAT = UGLY + REST, NEAT + REST


def neat(shown: Page) -> str:
    return after(shown, formatted(shown))


def test_figures_and_notes_stand_under_one_another() -> None:
    assert neat(page(UGLY)) == page(NEAT).text


def test_what_is_neat_is_left_alone() -> None:
    assert formatted(page(NEAT)) == ()


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\n"])
def test_line_breaks_stay(line_break: str) -> None:
    shown = Page("例.yaml", page(UGLY).text.replace("\n", line_break))
    text = neat(shown)
    assert text == (page(NEAT).text if line_break != "\r" else page(UGLY).text).replace("\n", line_break)


@pytest.mark.parametrize("slip", ["  行政强制：0", "  行政强制: {", "\t行政强制: 0", "  行政许可: 0"])
def test_a_file_with_a_slip_is_not_touched(slip: str) -> None:
    assert formatted(page(UGLY.replace("  行政强制: 0", slip))) == ()


def test_what_stands_in_quotes_or_on_several_lines_stays_as_typed() -> None:
    entries = UGLY.replace("12  ", "'12'").replace(
        "{ 本年制发:  0,本年废止: 0 , 现行有效: 0}", "{ 本年制发:  0,\n    本年废止: 0}"
    )
    text = neat(page(entries))
    assert "'12'" in text
    assert "{ 本年制发:  0,\n    本年废止: 0}" in text


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_say_the_same_afterwards(example: Path) -> None:
    shown = Page(str(example), example.read_text(encoding="utf-8"))
    text = neat(shown)
    again = Page(str(example), text)
    assert formatted(again) == ()
    assert again.report is not None
    assert shown.report is not None
    assert again.report.figures == shown.report.figures
    assert again.report.narratives.keys() == shown.report.narratives.keys()
    assert said(again) == said(shown)


def said(shown: Page) -> tuple[object, ...]:
    """Words and comments, line by line, without the spaces that formatting may move; text with them."""
    texts = {n for b in shown.branches if b.holds_text for n in range(b.span.line + 1, b.last_line + 1)}
    return tuple(line if number in texts else "".join(line.split()) for number, line in enumerate(shown.lines, 1))


SPACES = st.integers(1, 4).map(" ".__mul__)


@given(
    gaps=st.lists(SPACES, min_size=12, max_size=12),
    note=st.sampled_from(["", " # 注", "  # 规章: {自然人: 1}"]),
    text=st.text(alphabet="字 {}:#，、𠮷\t'\"|-", max_size=12).map(str.strip),
)
def test_spaces_are_all_that_ever_changes(gaps: list[str], note: str, text: str) -> None:
    a, b, c, d, e, f, *_ = gaps
    shown = page(
        f"政府信息公开申请:\n  本年新收:{a}{{自然人:{b}3,{c}其他: 1}}{note}\n  上年结转:{d}0{note}\n"
        f"  办理结果:\n    予以公开:{e}{{自然人: 2}}\n    部分公开:{f}0\n  结转下年度: {{自然人: 1, 其他: 1}}\n"
        f"引言: |\n  字  {text}\n"
    )
    assume(shown.tree.root is not None)
    again = Page("例.yaml", neat(shown))
    assert formatted(again) == ()
    assert said(again) == said(shown)
    assert [f.code for f in again.checked.findings] == [f.code for f in shown.checked.findings]
    assert "  上年结转: 0" in again.text
