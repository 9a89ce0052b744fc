"""A figure on a group's own line with its rows below, and rows that stand too far left: named at their cause."""

import pytest
from complete import complete, findings_of, report_of
from mending import mended

from generator.findings import Finding, Severity
from generator.fixes import carry_out
from generator.pipeline.checking import check_file

TABLE = "政府信息公开申请"
REFUSED = (TABLE, "办理结果", "不予公开")


def _table(results: str, text: str = "") -> str:
    return complete(f"{text}{TABLE}:\n  本年新收: 0\n  上年结转: 0\n  办理结果:\n{results}  结转下年度: 0\n")


def _done(text: str, finding: Finding, title: str) -> str:
    (fix,) = (fix for fix in (finding.fix, *finding.others) if fix and fix.title == title)
    assert not fix.mechanical
    return carry_out(text, [fix])[0]


@pytest.mark.parametrize("comment", ["", "  # 依法决定不予公开的"])
@pytest.mark.parametrize(
    "rows", [["重复申请: 0"], ["重复申请:", "要求提供公开出版物: 0"], ["重复申请: 0  # 说明", "", "# 说明", "逾期: 0"]]
)
def test_a_0_on_a_groups_line_with_empty_rows_below(comment: str, rows: list[str]) -> None:
    lines = "".join(f"      {row}\n" for row in rows)
    text = _table(f"    予以公开: 0\n    不予处理: 0{comment}\n{lines}    其他处理: 0\n")
    count = sum(":" in row for row in rows)
    (finding,) = (f for f in findings_of(text) if f.code == "NB003")
    assert (finding.span.line, finding.span.column) == (6, 11)
    assert finding.message.startswith(f"“不予处理”已经写了 0，下面又有 {count} 行")
    assert not [f for f in findings_of(text) if f.code in {"NB009", "NB103"}], "one mistake, one finding"
    after = _done(text, finding, f"删去下面 {count} 行")
    assert f"    不予处理: 0{comment}\n    其他处理: 0\n" in after
    assert findings_of(after) == []
    assert f"    不予处理: {comment}" in _done(text, finding, "删去这个 0")


@pytest.mark.parametrize("group", ["规章: 0", "行政规范性文件: 0 # 无", "规章: 无", "规章: 3"])
def test_rows_with_figures_are_never_offered_to_go(group: str) -> None:
    name, value = group.split(" #", maxsplit=1)[0].split(": ")
    text = complete(f"主动公开政府信息:\n  {group}\n    本年制发: 1\n    本年废止: 0\n    现行有效: 2\n  行政许可: 0\n")
    (finding,) = (f for f in findings_of(text) if f.code == "NB003")
    assert finding.message.startswith(f"“{name}”已经写了 {value}，下面又有 3 行")
    assert finding.others == ()
    assert "本年制发: 1" in _done(text, finding, f"删去这个 {value}")
    assert check_file("例.yaml", data=text.encode()).report is None, "which of the two holds, nobody knows"


def test_a_row_with_cells_and_groups_within_groups() -> None:
    text = complete(f"{TABLE}:\n  本年新收: 0\n    自然人: 3\n  上年结转: 0\n  办理结果: 0\n  结转下年度: 0\n")
    assert findings_of(text)[0].message.startswith("“本年新收”已经写了 0，下面又有 1 行")
    text = _table("").replace("  办理结果:\n", "  办理结果: 0\n    不予公开:\n      属于国家秘密: 0\n    其他处理: 0\n")
    assert findings_of(text)[0].message.startswith("“办理结果”已经写了 0，下面又有 3 行")


def test_an_entry_that_is_none_of_its_rows_was_indented_too_deep_as_before() -> None:
    text = complete(f"{TABLE}:\n  本年新收: 0\n  上年结转: 0\n    办理结果: 0\n  结转下年度: 0\n")
    (finding,) = findings_of(text)
    assert "缩进太多" in finding.message


@pytest.mark.parametrize("rows", [["予以公开: {自然人: 12}"], ["予以公开: 0", "部分公开: {商业企业: 1}"]])
@pytest.mark.parametrize("rest", [["不予公开: 0"], ["不予公开: 0", "无法提供: 0"]])
def test_a_row_that_stands_too_far_left_is_blamed_itself(rows: list[str], rest: list[str]) -> None:
    text = _table("".join(f"  {row}\n" for row in rows) + "".join(f"    {row}\n" for row in rest))
    (finding,) = (f for f in findings_of(text) if f.code in {"NB003", "NB102"})
    name = rows[0].split(":")[0]
    assert finding.span.line == 5
    assert finding.message.startswith(f"“{name}”")
    assert "“办理结果”" in finding.message
    after = mended(text, finding)
    assert after == _table("".join(f"    {row}\n" for row in (*rows, *rest)))
    assert report_of(text).figures == report_of(after).figures, "read as it was meant"


def test_a_row_in_the_middle_and_a_part_of_the_text() -> None:
    text = _table("    予以公开: 0\n  部分公开: 0\n    不予公开: 0\n")
    (finding,) = (f for f in findings_of(text) if f.code == "NB003")
    assert (finding.span.line, finding.message[:6]) == (6, "“部分公开”")
    text = complete("主动公开政府信息:\n规章: 0\n  行政规范性文件: 0\n  行政许可: 0\n")
    (finding,) = (f for f in findings_of(text) if f.code == "NB003")
    assert (finding.span.line, finding.message[:4]) == (2, "“规章”")


@pytest.mark.parametrize(
    ("part", "rows"),
    [
        (TABLE, ["本年新收: 0", "上年结转:", "办理结果: 0", "结转下年度: 0"]),
        ("行政复议行政诉讼", ["行政复议: 0", "未经复议直接起诉: 0", "复议后起诉: 0"]),
        ("其他需要报告的事项", ["信息处理费: 0"]),
    ],
)
def test_a_part_is_never_told_to_be_0(part: str, rows: list[str]) -> None:
    text = complete(f"{part}: 0\n" + "".join(f"  {row}\n" for row in rows))
    finding = findings_of(text)[0]
    assert finding.message.startswith(f"“{part}”已经写了 0，下面又有 {len(rows)} 行")
    assert f"{part}: 0" not in finding.hint, "that would be the next error, or be printed as text"
    assert finding.others == ()
    after = _done(text, finding, "删去这个 0")
    assert all(f.code == "NB105" for f in findings_of(after))


BALANCES = {"NB201", "NB301"}
TEXT = "总体情况:\n  依申请公开: 本年度共收到政府信息公开申请19件。\n"


@pytest.mark.parametrize("rows", [["自然人:"], ["自然人: 0", "商业企业:"], ["自然人:", "", "# 说明", "其他: 0"]])
@pytest.mark.parametrize("name", ["本年新收", "上年结转", "结转下年度"])
def test_a_0_over_a_row_that_is_not_filled_in_is_unknown(name: str, rows: list[str]) -> None:
    lines = "".join(f"    {row}\n" for row in rows)
    text = _table("    予以公开: {自然人: 19}\n", TEXT).replace(f"  {name}: 0\n", f"  {name}: 0\n{lines}")
    assert report_of(text).figures.row((TABLE, name))[-1] is None
    assert not {f.code for f in findings_of(text)} & (BALANCES if name == "本年新收" else {"NB201"})
    (finding,) = (f for f in findings_of(text) if f.code == "NB003")
    after = _done(text, finding, f"删去下面 {sum(':' in row for row in rows)} 行")
    assert report_of(after).figures.row((TABLE, name))[-1] == 0


def test_a_0_over_rows_that_all_say_0_is_0() -> None:
    text = _table("    予以公开: 0\n").replace("  上年结转: 0\n", "  上年结转: 0\n    自然人: 0\n    其他: 0\n")
    assert set(report_of(text).figures.row((TABLE, "上年结转"))) == {0}


@pytest.mark.parametrize(
    ("braces", "moved"),
    [
        ("{自然人: 16}", "{自然人: 16, 商业企业: 2, 其他: 1}"),
        ("{自然人: 16, 科研机构: 0,}  # 说明", "{自然人: 16, 科研机构: 0,商业企业: 2, 其他: 1}  # 说明"),
        ("{}", "{商业企业: 2, 其他: 1}"),
        ("{自然人: 16,\n    科研机构: 0}", "{自然人: 16,\n    科研机构: 0, 商业企业: 2, 其他: 1}"),
    ],
)
def test_cells_below_a_row_in_braces(braces: str, moved: str) -> None:
    text = _table("    予以公开: {自然人: 19}\n", TEXT)
    text = text.replace("  本年新收: 0\n", f"  本年新收: {braces}\n    商业企业: 2\n\n    其他: 1\n")
    (finding,) = (f for f in findings_of(text) if f.code in {"NB003", "NB102"})
    assert finding.message.startswith("“本年新收”已经写在花括号里，下面又有 2 行")
    assert set(report_of(text).figures.row((TABLE, "本年新收"))) == {None}
    assert not {f.code for f in findings_of(text)} & BALANCES
    assert f"  本年新收: {moved}\n  上年结转" in _done(text, finding, "移到花括号里")


@pytest.mark.parametrize(
    "below", ["自然人: 2", "商业企业: 2件", "商业企业: 2\n    商业企业: 3", "商业企业:", "商业企业: 2\n    备注"]
)
def test_cells_below_that_say_two_things_are_not_moved(below: str) -> None:
    text = _table("    予以公开: {自然人: 19}\n").replace(
        "  本年新收: 0\n", f"  本年新收: {{自然人: 16}}\n    {below}\n"
    )
    finding = next(f for f in findings_of(text) if f.code == "NB003")
    assert finding.message.startswith("“本年新收”已经写在花括号里")
    assert finding.fix is None


def test_a_group_in_braces_with_more_of_its_rows_below() -> None:
    text = _table("    不予公开: {属于国家秘密: {自然人: 1}}\n      属于行政执法案卷: 0\n    其他处理: 0\n")
    finding = next(f for f in findings_of(text) if f.code == "NB003")
    assert finding.message.startswith("“不予公开”已经写在花括号里，下面又有 1 行")
    assert report_of(text).figures.row((*REFUSED, "属于国家秘密"))[-1] is None


@pytest.mark.parametrize("stray", ["商业企业", "公民", "其他"])
def test_a_cell_that_stands_in_no_row_leaves_all_rows_around_it_unknown(stray: str) -> None:
    text = _table("    予以公开: {自然人: 19}\n", TEXT)
    text = text.replace("  上年结转: 0\n", f"  {stray}: 3\n  上年结转: 0\n")
    assert [f.code for f in findings_of(text) if f.severity is Severity.ERROR] == ["NB102"]
    assert report_of(text).figures.row((TABLE, "本年新收"))[-1] is None
    assert not {f.code for f in findings_of(text)} & BALANCES
