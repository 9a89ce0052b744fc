"""NB101 and NB105: what is not there, what is not filled in; where it is said, what to write, the line the fix adds."""

import pytest
from complete import BASE, complete, findings_of
from mending import mended

from generator.findings import Finding

APPLICATIONS = "政府信息公开申请:\n  本年新收: 0\n  上年结转: 0\n  办理结果: 0\n  结转下年度: 0\n"


def _findings(text: str, *codes: str) -> list[Finding]:
    return [f for f in findings_of(text) if f.code in (codes or ("NB101", "NB102", "NB103", "NB104", "NB105"))]


def _without(key: str) -> str:
    return "\n".join(text for name, text in BASE.items() if name != key) + "\n"


@pytest.mark.parametrize("key", list(BASE))
def test_a_missing_entry_at_the_top_is_reported_at_the_start_of_the_file(key: str) -> None:
    (finding,) = _findings(_without(key))
    assert (finding.code, finding.span.line, finding.span.column) == ("NB101", 1, 1)
    assert f"缺少“{key}”" in finding.message
    assert finding.path == (key,)


@pytest.mark.parametrize("row", ["本年新收", "上年结转", "办理结果", "结转下年度"])
def test_a_missing_row_is_reported_at_the_table_and_its_fix_puts_it_in_the_order_of_the_form(row: str) -> None:
    whole = complete(APPLICATIONS)
    text = whole.replace(f"  {row}: 0\n", "")
    (finding,) = _findings(text)
    assert (finding.code, finding.span.line, finding.span.column, finding.span.end_column) == ("NB101", 1, 1, 9)
    assert "没有就写 0" in finding.hint
    assert mended(text, finding) == whole.replace(f"{row}: 0", f"{row}:")


def test_the_printed_label_is_named() -> None:
    (finding,) = _findings(complete(APPLICATIONS.replace("  本年新收: 0\n", "")))
    assert "（一、本年新收政府信息公开申请数量）" in finding.message


def test_the_line_goes_after_a_comment_and_after_what_stands_below_its_neighbour() -> None:
    rows = "  本年新收:\n    自然人: 1 # 网上提交\n  # 上年的在上年报告里\n  办理结果: {予以公开: {自然人: 1}}\n"
    text = complete("政府信息公开申请:\n" + rows + "  结转下年度: 0\n")
    (finding,) = _findings(text)
    assert mended(text, finding) == text.replace("网上提交\n", "网上提交\n  上年结转:\n")


@pytest.mark.parametrize(
    ("typed", "fixed"),
    [
        ("{行政复议: 0, 复议后起诉: 0}", "{行政复议: 0, 未经复议直接起诉: , 复议后起诉: 0}"),
        ("{未经复议直接起诉: 0, 复议后起诉: 0}", "{行政复议: , 未经复议直接起诉: 0, 复议后起诉: 0}"),
        (
            "{行政复议: 0, 未经复议直接起诉: {结果维持: 1}}",
            "{行政复议: 0, 未经复议直接起诉: {结果维持: 1}, 复议后起诉: }",
        ),
    ],
)
def test_a_table_on_one_line_is_completed_on_that_line(typed: str, fixed: str) -> None:
    text = complete(f"行政复议行政诉讼: {typed}\n")
    (finding,) = _findings(text)
    assert mended(text, finding) == complete(f"行政复议行政诉讼: {fixed}\n")
    (left,) = _findings(mended(text, finding))
    assert left.code == "NB105"


def test_all_that_is_missing_is_reported_at_once() -> None:
    text = complete("行政复议行政诉讼: {}\n主动公开政府信息: {}\n")
    assert {f.path for f in _findings(text)} == {
        *(("行政复议行政诉讼", key) for key in ("行政复议", "未经复议直接起诉", "复议后起诉")),
        *(
            ("主动公开政府信息", key)
            for key in ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
        ),
    }


@pytest.mark.parametrize("nothing", ["", "~", "null", " # 待填"])
def test_a_figure_that_is_written_but_empty_is_not_filled_in_yet(nothing: str) -> None:
    (finding,) = _findings(complete(APPLICATIONS.replace("本年新收: 0", f"本年新收: {nothing}")))
    assert (finding.code, finding.span.line) == ("NB105", 2)
    assert finding.message == "“本年新收”还没有填写"
    assert "没有就写 0" in finding.hint
    assert finding.fix is None


def test_an_empty_cell_is_named_with_its_row() -> None:
    (finding,) = _findings(complete(APPLICATIONS.replace("本年新收: 0", "本年新收: {自然人: }")))
    assert (finding.code, finding.message) == ("NB105", "“本年新收”的“自然人”还没有填写")
    assert finding.path == ("政府信息公开申请", "本年新收", "自然人")


@pytest.mark.parametrize(
    ("entries", "path"),
    [
        ("总体情况: {主动公开: }\n", ("总体情况", "主动公开")),
        ("总体情况:\n  主动公开: |\n\n  其他工作: 有\n", ("总体情况", "主动公开")),
        ("总体情况:\n", ("总体情况",)),
        ("机关:\n", ("机关",)),
        ("落款: {日期: }\n", ("落款", "日期")),
        ("其他需要报告的事项: {信息处理费: }\n", ("其他需要报告的事项", "信息处理费")),
        ("曾用名: [甲局, ]\n曾用名2: 1\n", ()),
        ("曾用名: [甲局, ~]\n", ("曾用名", 1)),
    ],
)
def test_empty_places_of_every_kind(entries: str, path: tuple[str | int, ...]) -> None:
    found = [f for f in _findings(complete(entries)) if f.code == "NB105"]
    assert [f.path for f in found] == ([path] if path else [])


def test_an_entry_whose_text_is_two_quotes_is_filled_in() -> None:
    assert _findings(complete("其他需要报告的事项: {信息处理费: 0, 无其他需要报告的事项: ''}\n")) == []


@pytest.mark.parametrize("place", ["机关", "年度", "标题", "引言", "落款", "总体情况", "存在的主要问题及改进情况"])
def test_a_dash_is_0_only_where_0_may_stand(place: str) -> None:
    text = complete(f"{place}: -  # 待定\n")
    finding = next(f for f in findings_of(text) if f.code == "NB003")
    assert finding.message == "这里只写了“-”。"
    assert "0" not in finding.hint
    assert mended(text, finding).startswith(f"{place}:   # 待定\n")
    assert {f.code for f in findings_of(mended(text, finding))} == {"NB105"}


@pytest.mark.parametrize("place", ["行政复议", "结果维持", "总计", "行政许可", "信息处理费"])
def test_a_dash_where_0_may_stand(place: str) -> None:
    before = {"结果维持": "行政复议行政诉讼:\n  行政复议:\n    ", "行政许可": "主动公开政府信息:\n  "}
    before |= {"总计": before["结果维持"], "信息处理费": "其他需要报告的事项:\n  "}
    text = complete(f"{before.get(place, '行政复议行政诉讼:' + chr(10) + '  ')}{place}: -\n")
    finding = next(f for f in findings_of(text) if f.code == "NB003")
    assert finding.message.startswith("没有的，要写数字 0")
    assert f"{place}: 0\n" in mended(text, finding)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("总体情况",), "总体情况: {}"),
        (("总体情况", "监督保障"), "总体情况:\n  概述: 一年的工作。\n  监督保障: { }"),
        (("存在的主要问题及改进情况",), "存在的主要问题及改进情况: {}"),
        (("其他需要报告的事项",), "其他需要报告的事项: {}"),
        (("其他需要报告的事项", "信息处理费"), "其他需要报告的事项:\n  信息处理费: {}"),
        (("其他需要报告的事项", "建议提案"), "其他需要报告的事项:\n  信息处理费: 0\n  建议提案: {}"),
        (("落款",), "落款: {}"),
        (("排版",), "排版: { }  # 待定"),
    ],
)
def test_empty_braces_in_the_place_of_text_or_fields_say_nothing(path: tuple[str, ...], text: str) -> None:
    (finding,) = _findings(complete(text + "\n"))
    assert (finding.code, finding.path) == ("NB105", path)
    assert "还没有填写" in finding.message
