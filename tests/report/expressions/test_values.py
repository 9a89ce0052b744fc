"""What names print."""

from decimal import Decimal

import pytest
from fees import fee

from generator.report.expressions import Context, LastYearState, context_of
from generator.report.expressions.catalogue import FUNCTIONS, names, value_of
from generator.report.expressions.names import ColumnSum, name_table
from generator.report.model import Figures, Narrative, NarrativeEntry

APPLICATIONS = "政府信息公开申请"
REFUSED = (APPLICATIONS, "办理结果", "不予公开")


def test_a_row_prints_its_total_by_short_and_full_name(bench):
    total = str(bench.cell(APPLICATIONS, "本年新收"))
    for name in ("本年新收", "本年新收.总计", "政府信息公开申请.本年新收", " 本年新收 . 总计 "):
        assert bench.prints(name) == total


def test_a_cell_prints_the_cell(bench):
    assert bench.prints("本年新收.自然人") == str(bench.cell(APPLICATIONS, "本年新收", column=0))
    assert bench.prints("行政规范性文件.现行有效") == str(bench.cell("主动公开政府信息", "行政规范性文件", column=2))
    assert bench.prints("行政许可") == str(bench.cell("主动公开政府信息", "行政许可", column=0))


def test_a_group_prints_its_sum_and_its_sum_for_one_kind(bench):
    rows = [values for path, values in bench.context.figures.rows.items() if path[:3] == REFUSED]
    assert len(rows) == 8
    assert bench.prints("办理结果.不予公开") == bench.prints("不予公开") == str(sum(r[-1] for r in rows))
    assert bench.prints("不予公开.自然人") == bench.prints("不予公开.总计.自然人") == str(sum(r[0] for r in rows))


def test_all_results_add_up(bench):
    rows = [values for path, values in bench.context.figures.rows.items() if path[:2] == REFUSED[:2]]
    assert len(rows) == 21
    assert bench.prints("办理结果") == bench.prints("办理结果.总计") == str(sum(r[-1] for r in rows))
    assert bench.prints("办理结果.总计.科研机构") == str(sum(r[2] for r in rows))


def test_a_row_of_that_key_goes_before_the_group_s_column(bench):
    others = [v for path, v in bench.context.figures.rows.items() if path[2:3] == ("其他处理",)]
    assert bench.prints("其他处理.其他") == str(bench.cell(APPLICATIONS, "办理结果", "其他处理", "其他"))
    assert bench.prints("其他处理.总计.其他") == str(sum(r[5] for r in others))
    assert bench.prints("其他处理.其他.其他") == str(others[2][5])


def test_litigation_is_both_rows_together(bench):
    direct, after = (bench.context.figures.rows["行政复议行政诉讼", key] for key in ("未经复议直接起诉", "复议后起诉"))
    assert bench.prints("行政诉讼") == str(direct[-1] + after[-1])
    assert bench.prints("行政诉讼.结果维持") == str(direct[0] + after[0])


def test_agency_and_year(bench):
    assert bench("{{机关}}{{年度}}年，上年是{{ 年度 - 1 }}年、{{ 上年.年度 }}年").paragraph.text == (
        "甲市乙局2023年，上年是2022年、2022年"
    )


def test_money_prints_as_typed_but_is_rounded_once_it_is_computed_with(bench):
    assert bench.prints("行政事业性收费") == bench.prints("(行政事业性收费)") == "12.3450"
    assert bench.prints("行政事业性收费 + 0") == "12.35"


def test_fee_figures(bench):
    assert bench.prints("信息处理费.收费通知件数") == bench.prints("收费通知件数") == "3"
    assert bench.prints("收费通知金额") == "120.50"
    assert bench.prints("其他需要报告的事项.信息处理费.实际收取金额") == "0"


def test_fee_not_given_as_figures(bench):
    part, finding = bench.with_(sentence_figures={}).refuses("信息处理费.实际收取金额")
    assert part == "信息处理费.实际收取金额"
    assert "没有写成数" in finding.message


def test_last_year(bench):
    last = bench.context.last_year
    assert bench.prints("上年.本年新收") == str(bench.cell(APPLICATIONS, "本年新收", of=last.figures))
    assert bench.prints("上年.机关") == "甲市乙局"


def test_last_year_s_fee(bench):
    part, finding = bench.refuses("上年.收费通知件数")
    assert part == "上年.收费通知件数"
    assert "没有写成数" in finding.message
    entry = NarrativeEntry("信息处理费", "", (), "信息处理费", sentence_figures=fee(9, Decimal(1), Decimal(1)))
    last = bench.context.last_year
    with_fee = type(last)(last.edition, last.agency, 2022, last.figures, last.places, {"六": Narrative((entry,))})
    assert bench.with_(last_year=with_fee).prints("上年.收费通知件数") == "9"


def test_no_last_year_s_report_is_set(bench):
    alone = bench.with_(last_year=None, last_year_state=LastYearState.NONE)
    for expression, part in (("上年.本年新收", "上年.本年新收"), ("较上年(本年新收, '件')", "本年新收")):
        offending, finding = alone.refuses(expression)
        assert offending == part
        assert "没有写上年报告" in finding.message
        assert "上年报告: 文件名" in finding.hint


@pytest.mark.parametrize("state", [LastYearState.UNREADABLE, LastYearState.INSIDE])
def test_last_year_is_unknown(bench, state):
    unknown = bench.with_(last_year=None, last_year_state=state)
    assert unknown.prints("上年.本年新收") == "？"
    assert unknown.prints("较上年(本年新收, '件')") == "？"
    assert unknown.prints("增减幅(本年新收, 上年.本年新收)") == "？"
    assert unknown.prints("上年.收费通知件数") == "？"
    assert unknown.refuses("上年.没有的")[0] == "上年.没有的"


def test_an_unknown_figure_poisons_quietly(bench):
    rows = dict(bench.context.figures.rows)
    rows[APPLICATIONS, "本年新收"] = (None, 1, 2, 3, 4, 5, None)
    holed = bench.with_(figures=Figures(rows, {}), agency=None, year=None)
    for expression in ("本年新收", "本年新收.自然人 + 1", "-本年新收", "占比(本年新收, 办理结果)", "机关", "年度 - 1"):
        assert holed.prints(expression) == "？"
    assert holed.prints("较上年(本年新收, '件')") == holed.prints("汉字(本年新收.自然人)") == "？"
    assert holed.prints("本年新收.商业企业") == "1"


def test_a_figure_that_is_missing_altogether_is_unknown(bench):
    assert bench.with_(figures=Figures({}, {})).prints("不予公开") == "？"


def test_an_unknown_figure_hides_no_mistake(bench):
    empty = bench.with_(figures=Figures({}, {}))
    assert empty.refuses("本年新收 / 0")[0] == "0"
    assert empty.refuses("本年新收 + 没有的")[0] == "没有的"


def test_every_name_by_any_of_its_endings(bench):
    table = name_table(bench.edition)
    for name in table.every:
        if not isinstance(name.meaning, ColumnSum):
            continue
        cells = [bench.context.figures.rows[path][name.meaning.column] for path in name.meaning.rows]
        expected = str(sum(cells)) if len(cells) > 1 else str(cells[0])
        assert bench.prints(name.full) == bench.prints(table.shortest(name)) == expected


def test_every_row_column_and_figure_of_the_form_has_a_name(bench):
    full = {name.path for name in name_table(bench.edition).every}
    assert set(bench.context.figures.rows) <= full
    assert {(APPLICATIONS, "本年新收", key) for key in ("自然人", "其他", "总计")} <= full


def test_names_for_the_editor(bench):
    catalogue = names(bench.edition)
    assert catalogue["本年新收"] == "政府信息公开申请 › 本年新收（件）"
    assert catalogue["行政事业性收费"].endswith("（万元）")
    assert not {"自然人", "规章", "信息处理费", "办理结果.总计"} & set(catalogue)
    assert all(value_of(name, bench.context) is not None for name in catalogue)


def test_value_of(bench):
    assert value_of(" 上年.年度 ", bench.context) == "2022"
    assert value_of("没有的", bench.context) is None
    assert value_of("  ", bench.context) is None


def test_context_of_a_finished_report(bench):
    last = bench.context.last_year
    context = context_of(last)
    assert context == Context(last.edition, last.figures, "甲市乙局", 2022)
    assert context_of(type(last)(last.edition, None, None, last.figures, last.places, last_year_file="x")) == Context(
        last.edition, last.figures, last_year_state=LastYearState.UNREADABLE
    )


def test_signatures():
    assert [f.signature for f in FUNCTIONS] == [
        "增减(a, b, 单位='')",
        "较上年(a, 单位='')",
        "增减幅(a, b)",
        "占比(a, b, 位数=2)",
        "汉字(n)",
    ]
