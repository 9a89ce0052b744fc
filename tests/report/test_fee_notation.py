"""信息处理费 as a field is read like every figure: 0, three figures, or a sentence; notation is named."""

import pytest
from complete import complete, findings_of, report_of
from fees import fee
from mending import mended

from generator.findings import Finding
from generator.report.model import SentenceFigures

PART = "其他需要报告的事项"
CODES = {"NB003", "NB101", "NB102", "NB103", "NB104", "NB105"}


def _text(value: str) -> str:
    return complete(f"{PART}:\n  信息处理费: {value}\n")


def _errors(value: str) -> list[Finding]:
    return [finding for finding in findings_of(_text(value)) if finding.code in CODES]


def _fee(text: str) -> SentenceFigures | None:
    return report_of(text).narratives[PART].entries[0].sentence_figures


@pytest.mark.parametrize(
    "typed",
    ["/", "无", "零", "—", "没有", "0元", "０", "'0'", "0件，0元", "0件、0元、0元", "收费通知0件，实收0元", "无。",
     "|\n    /", "'/'"],
)  # fmt: skip
def test_none_is_written_0(typed: str) -> None:
    (finding,) = _errors(typed)
    assert finding.code == "NB103"
    assert finding.fix
    assert finding.fix.mechanical
    assert _fee(_text(typed)) == fee(None, None, None), "until it is"
    after = mended(_text(typed), finding)
    assert "信息处理费: 0\n" in after
    assert _fee(after) == fee(0, 0, 0)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("500", "收费通知金额: 500"),
        ("500元", "收费通知金额: 500"),
        ("三百元", "收费通知金额: 300"),
        ("￥500", "收费通知金额: 500"),
        ("1,200元", "收费通知金额: 1200"),
        ("1，200元", "收费通知金额: 1200"),
        ("0.05万元", "收费通知金额: 500"),
        ("1件，500元", "收费通知件数: 1, 收费通知金额: 500"),
        ("2件 300元", "收费通知件数: 2, 收费通知金额: 300"),
        ("收费通知1件，金额500元，实收400元", "收费通知件数: 1, 收费通知金额: 500, 实际收取金额: 400"),
        ("1件", "收费通知件数: 1"),
    ],
)
def test_what_was_charged_wants_its_three_figures_and_none_is_made_up(typed: str, left: str) -> None:
    (finding,) = _errors(typed)
    assert finding.code == "NB103"
    assert finding.fix
    assert not finding.fix.mechanical
    assert left in finding.fix.edits[0].text
    after = mended(_text(typed), finding)
    missing = [f for f in findings_of(after) if f.code == "NB105"]
    assert len(missing) == 3 - left.count(":"), "what is not known is still to be filled in"


@pytest.mark.parametrize("typed", ["约500元", "500余元", "有", "-500", "1件，约500元"])
def test_what_is_no_exact_figure_has_no_fix(typed: str) -> None:
    (finding,) = _errors(typed)
    assert finding.code in {"NB103", "NB104"}
    assert finding.fix is None
    assert _fee(_text(typed)) == fee(None, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年，本机关未收取信息处理费。",
        "|\n    2023年度没有收取信息处理费。",
        "全年发出收费通知1件，总金额500元，实际收取500元，已全部上缴国库。",
    ],
)
def test_a_sentence_is_text(sentence: str) -> None:
    assert _errors(sentence) == []
    assert report_of(_text(sentence)).narratives[PART].entries[0].paragraphs


def test_with_notices_both_amounts_are_wanted() -> None:
    findings = _errors("{收费通知件数: 1}")
    assert [(f.code, f.path[-1]) for f in findings] == [("NB101", "收费通知金额"), ("NB101", "实际收取金额")]
    assert _fee(_text("{收费通知件数: 1}")) == fee(1, None, None)
    (finding,) = _errors("{收费通知件数: 2, 收费通知金额: 300.5}")
    assert finding.path == (PART, "信息处理费", "实际收取金额")
    assert [f.code for f in findings_of(mended(_text("{收费通知件数: 2, 收费通知金额: 300.5}"), finding))] == ["NB105"]
    assert _errors("{收费通知件数: 1, 收费通知金额: 100, 实际收取金额: 0}") == []
    assert _errors("{收费通知件数: 0}") == []
    assert _errors("\n    标题: 收费情况\n    收费通知件数: 3\n    收费通知金额: 5\n")[0].path[-1] == "实际收取金额"


@pytest.mark.parametrize(
    "typed", ["1件500元", "1/500", "500¹元", "3件1500元1200元", "（500）", "1件/500元", "500~600元", "500①", "500元*"]
)
def test_figures_strung_together_are_no_sentence(typed: str) -> None:
    (finding,) = _errors(typed)
    assert finding.code in {"NB103", "NB104"}
    assert finding.fix is None or not finding.fix.mechanical, "which of the three figures it is takes a person"
