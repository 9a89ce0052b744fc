"""Names: blank is not filled in; quotes around a whole name are no part of it."""

from pathlib import Path

import pytest
from complete import complete, findings_of, last_year, report_of
from mending import mended

from generator.pipeline.checking import check_file


@pytest.mark.parametrize("blank", ["", "''", '""', "'　'", "' '", '"\\u200b"', "~", "|\n", "'\u00a0'"])
def test_an_agency_of_nothing_to_be_seen_is_not_filled_in(blank: str) -> None:
    text = complete(f"机关: {blank}")
    assert [(f.code, f.path) for f in findings_of(text) if f.code == "NB105"] == [("NB105", ("机关",))]
    assert report_of(text).agency is None


@pytest.mark.parametrize("entry", ["年度: ''", "落款: {机关: '', 日期: 2024-01-20}", "上年报告: ''", "曾用名: ['']"])
def test_other_names_just_the_same(entry: str) -> None:
    assert "NB105" in {f.code for f in findings_of(complete(entry))}


def test_a_figure_of_nothing_to_be_seen_is_not_filled_in() -> None:
    text = complete(
        "主动公开政府信息:\n  规章: ''\n  行政规范性文件: {本年制发: ' '}\n  行政许可: '　'\n  行政处罚: \"\"\n"
        "  行政强制: 0\n  行政事业性收费: ''\n"
    )
    assert [f.code for f in findings_of(text)] == ["NB105"] * 5


@pytest.mark.parametrize("quotes", ["‘’", "“”", "”“", "““", "「」", "『』", "＂＂", "``"])
def test_quotes_around_a_path_are_named_and_the_file_is_read(quotes: str, tmp_path: Path) -> None:
    (tmp_path / "去年.yaml").write_text(last_year(""), encoding="utf-8")
    text = complete(f"上年报告: '{quotes[0]}去年.yaml{quotes[1]}'").encode()
    findings = check_file(str(tmp_path / "今年.yaml"), data=text).findings
    assert {f.code for f in findings} == {"NB103", "NB406"}, "the two reports were compared"
    assert findings[0].message == f"“上年报告”外面不要加引号（{quotes}）：会当成名称的一部分"
    assert "上年报告: '去年.yaml'" in mended(text.decode(), findings[0])


@pytest.mark.parametrize(
    ("entry", "right"),
    [
        ("机关: “示例县司法局”", "机关: 示例县司法局"),
        ("机关: 「示例县司法局」", "机关: 示例县司法局"),
        ("曾用名: [“示例县法制办”, 甲]", "曾用名: [示例县法制办, 甲]"),
        ("落款: {机关: “示例县司法局”, 日期: 2024-01-20}", "落款: {机关: 示例县司法局, 日期: 2024-01-20}"),
        ("统计范围: “本机关”", "统计范围: 本机关"),
    ],
)
def test_quotes_around_other_names(entry: str, right: str) -> None:
    text = complete(entry)
    findings = [f for f in findings_of(text) if f.code in {"NB003", "NB103"}]
    assert [f.code for f in findings] == ["NB103"]
    assert right in mended(text, findings[0])


def test_quotes_inside_a_name_stay() -> None:
    report = report_of(complete("机关: 示例县“放管服”改革办公室"))
    assert report.agency == "示例县“放管服”改革办公室"


@pytest.mark.parametrize("name", ["''", "' '", "/", "'-'", "无", "0", "。", "—", "(1)", "“”"])
def test_an_agency_without_a_name_is_not_filled_in(name: str) -> None:
    text = complete(f"机关: {name}")
    assert [f.code for f in findings_of(text) if f.path == ("机关",)] == ["NB105"]
