"""Single anomalies of published tables, each in an otherwise plain report: what is read, and what is said about it."""

from __future__ import annotations

import pytest
from table_layouts import APPLICATIONS, PROACTIVE, REVIEWS, lines_of, page, tabbed

from generator.form import keys
from generator.importing.blocks import Cell, Paragraph, Published, Table
from generator.importing.importing import understand
from generator.importing.outcome import Imported
from generator.pipeline.checking import check_file
from generator.pipeline.opening import open_report

ZERO = "0\t0\t0\t0\t0\t0\t0"


def report(**rows: str) -> str:
    """A page of zeros, with the figures behind the labels that begin with the given words in place of theirs."""
    tables = {
        **{(PROACTIVE.key, c.key): [0] * (len(c.children) or 1) for c in PROACTIVE.children},
        **{(REVIEWS.key, c.key): [0] * 5 for c in REVIEWS.children},
    }
    from table_layouts import application_rows

    tables |= {path: [0] * 7 for path, _, _ in application_rows()}
    text = page(lines_of(tables, tabbed))
    for label, figures in rows.items():
        lines = text.split("\n")
        at = next(n for n, line in enumerate(lines) if label in line and line[-1:].isdigit())
        head = lines[at][: lines[at].index(label)] + label + lines[at].split(label, 1)[1].split("\t")[0]
        lines[at] = f"{head}\t{figures}" if figures else ""
        text = "\n".join(line for line in lines if line)
    return text


def imported(text: str) -> Imported:
    from generator.importing.importing import import_published

    return import_published("报告.txt", text.encode())


def figures(found: Imported, *path: str) -> list[int | None]:
    opened = open_report("例.yaml", found.text.encode()).report
    assert opened is not None
    return [None if v is None else int(v) for v in opened.figures.rows[path]]


def said(found: Imported) -> str:
    return "\n".join(doubt.message for doubt in found.doubts)


APPLIED = (APPLICATIONS.key,)
RECEIVED = (APPLICATIONS.key, keys.RECEIVED)
RESULTS = (APPLICATIONS.key, keys.RESULTS)


def test_signs_for_none_are_zero_and_said() -> None:
    found = imported(report(一="3\t/\t-\t无\t—\t\\\t3"))
    assert figures(found, *RECEIVED) == [3, 0, 0, 0, 0, 0, 3]
    assert "印作“/”的格按 0 记" in said(found)


def test_empty_cells_are_zero_where_the_total_proves_it() -> None:
    found = imported(report(一="3\t\t\t\t\t\t3"))
    assert figures(found, *RECEIVED) == [3, 0, 0, 0, 0, 0, 3]
    assert "“商业企业、科研机构、社会公益组织、法律服务机构、其他”是空格，由总计证明是 0" in said(found)
    assert found.confidence[(*RECEIVED, "商业企业")] < 1


def test_an_empty_cell_that_nothing_proves_stays_empty() -> None:
    found = imported(report(一="3\t\t0\t0\t0\t0\t5"))
    assert figures(found, *RECEIVED)[:2] == [3, None]
    assert "不能证明是 0，留空" in said(found)
    codes = [f.path for f in check_file("例.yaml", data=found.text.encode()).findings if f.code == "NB105"]
    assert codes == [(*RECEIVED, "商业企业")]
    assert "总计: 5" in found.text


def test_empty_figures_of_table_two_stay_empty() -> None:
    found = imported(report(行政处罚="").replace("行政许可\t0", "行政许可\t"))
    assert figures(found, PROACTIVE.key, "行政许可") == [None]
    assert figures(found, PROACTIVE.key, "行政处罚") == [None]
    assert "“行政处罚”没有找到，留空" in said(found)


def test_words_in_brackets_become_a_note() -> None:
    found = imported(report(规章="22（其中修订16件）\t0\t30"))
    assert figures(found, PROACTIVE.key, keys.REGULATIONS) == [22, 0, 30]
    assert "记为22，括号里的话移到表下的注" in said(found)
    opened = open_report("例.yaml", found.text.encode()).report
    assert opened is not None
    assert [p.text for p in opened.notes[PROACTIVE.key]] == ["规章：其中修订16件"]


def test_thousands_full_width_and_units() -> None:
    found = imported(report(行政许可="１３，２８９", 行政处罚="1,131件", 行政事业性收费="7,730.28万元"))
    assert figures(found, PROACTIVE.key, "行政许可") == [13289]
    assert figures(found, PROACTIVE.key, "行政处罚") == [1131]
    assert "行政事业性收费: 7730.28" in found.text


def test_other_outcomes_as_one_row() -> None:
    text = report()
    start, end = text.index("（六）其他处理"), text.index("（七）总计")
    zero = imported(text[:start] + f"（六）其他处理\t{ZERO}\n" + text[end:])
    assert figures(zero, *RESULTS, keys.OTHER_OUTCOME) == [0] * 7
    assert "只印了一行，全是 0，3个小项都记 0" in said(zero)
    some = imported(text[:start] + "（六）其他处理\t4\t0\t0\t0\t0\t0\t4\n" + text[end:])
    assert figures(some, *RESULTS, keys.OTHER_OUTCOME, keys.OTHER) == [4, 0, 0, 0, 0, 0, 4]
    assert "全部记在“其他”" in said(some)
    assert some.confidence[(*RESULTS, keys.OTHER_OUTCOME, keys.OTHER, "自然人")] < 0.7


def test_subtotals_of_groups_are_not_rows() -> None:
    text = report().replace("（三）不予公开\t1.属于", "（三）不予公开\t2\t0\t0\t0\t0\t0\t2\n1.属于")
    found = imported(text.replace(f"1.属于国家秘密\t{ZERO}", "1.属于国家秘密\t2\t0\t0\t0\t0\t0\t2"))
    assert figures(found, *RESULTS, "不予公开", "属于国家秘密") == [2, 0, 0, 0, 0, 0, 2]


def test_a_printed_total_that_differs_is_kept() -> None:
    found = imported(report(一="3\t0\t0\t0\t0\t0\t4"))
    assert f"{keys.RECEIVED}: {{自然人: 3, 总计: 4}}" in found.text
    assert "NB202" in {f.code for f in check_file("例.yaml", data=found.text.encode()).findings}


def test_printed_sums_of_the_results_that_differ_are_kept() -> None:
    found = imported(report(**{"（七）总计": "2\t0\t0\t0\t0\t0\t2"}))
    assert "    总计: {自然人: 2, 总计: 2}" in found.text


def test_heads_tell_where_a_row_with_empty_cells_stands() -> None:
    heads = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    cells = ("一、本年新收政府信息公开申请数量", "", "", "2", "", "", "", "2")
    found = understand(_around(Table(((Cell("项目"), *map(Cell, heads)), tuple(map(Cell, cells))))))
    assert figures(found, *RECEIVED) == [0, 0, 2, 0, 0, 0, 2]


def _around(table: Table) -> Published:
    return Published(
        (
            Paragraph("示例县甲局2023年政府信息公开工作年度报告"),
            Paragraph("一、总体情况"),
            Paragraph("全年工作平稳。"),
            Paragraph("三、收到和处理政府信息公开申请情况"),
            table,
        )
    )


def test_a_page_number_between_rows_is_no_figure() -> None:
    text = report(一="3\t0\t0\t0\t0\t0\t3").replace("二、上年结转", "- 3 -\n二、上年结转")
    assert figures(imported(text), *RECEIVED) == [3, 0, 0, 0, 0, 0, 3]


def test_digits_that_ran_together_are_cut_by_the_equations() -> None:
    found = imported(report(一="640020470", 四="1\t0\t0\t0\t0\t0\t1"))
    assert figures(found, *RECEIVED) == [64, 0, 0, 2, 0, 4, 70]
    assert "粘连在一起（640020470），按勾稽关系拆成64、0、0、2、0、4、70" in said(found)
    assert found.confidence[(*RECEIVED, "自然人")] == pytest.approx(0.8)


def test_ambiguous_digits_stay_empty() -> None:
    found = imported(report(行政规范性文件="693665"))
    assert figures(found, PROACTIVE.key, keys.NORMATIVE_DOCUMENTS) == [None] * 3
    assert "读法不止一种，留空" in said(found)


def test_a_surplus_cell_of_table_four() -> None:
    figures_row = "\t".join(["0"] * 14 + ["1", "1"])
    text = report().replace("\t".join(["0"] * 15), figures_row)
    found = imported(text)
    assert figures(found, REVIEWS.key, "复议后起诉") == [0, 0, 0, 1, 1]
    assert "印了16格" in said(found)


def test_table_four_in_labelled_rows() -> None:
    lines = ["行政复议\t1\t0\t0\t0\t1", "未经复议直接起诉\t0\t2\t0\t0\t2", "复议后起诉\t0\t0\t0\t3\t3"]
    text = report().replace("\t".join(["0"] * 15), "\n".join(lines))
    found = imported(text)
    assert figures(found, REVIEWS.key, "未经复议直接起诉") == [0, 2, 0, 0, 2]
    assert figures(found, REVIEWS.key, "复议后起诉") == [0, 0, 0, 3, 3]
