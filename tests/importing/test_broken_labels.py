"""A row's label that the end of a line cuts behind a word that else makes another figure of what follows (逾, 约)."""

import pytest

from generator.importing.importing import import_published
from generator.pipeline.opening import open_report

ROW = ("政府信息公开申请", "办理结果", "其他处理", "逾期不补正")


def row(line: str) -> tuple[object, ...]:
    text = f"三、收到和处理政府信息公开申请情况\n（六）其他处理\n{line}\n期不补正、行政机关不再处理其政府信息公开申请\n"
    report = open_report("例.yaml", import_published("报告.txt", text.encode()).text.encode()).report
    assert report is not None
    return report.figures.rows[ROW]


@pytest.mark.parametrize("label", ["1.申请人无正当理由逾", "（1）申请人无正当理由 逾"])
def test_the_figures_behind_a_cut_label_are_exact(label: str) -> None:
    assert row(f"{label} 11 0 2 0 0 0 13") == (11, 0, 2, 0, 0, 0, 13)


@pytest.mark.parametrize("figure", ["逾11", "约11", "逾 11"])
def test_a_figure_that_is_not_exact_stays_unread(figure: str) -> None:
    assert row(f"1.申请人无正当理由逾期不补正 {figure} 0 2 0 0 0 13")[0] is None
