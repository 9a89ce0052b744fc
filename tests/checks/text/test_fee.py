"""NB308: 信息处理费 in figures and in text."""

import pytest
from complete import complete, report_of

from generator.checks.nb308_fee import RULE
from generator.findings import Finding

UNPAID = (
    "政府信息公开申请: {本年新收: {自然人: 2}, 上年结转: 0, "
    "办理结果: {其他处理: {逾期未缴费: {自然人: 2}}}, 结转下年度: 0}\n"
)


def _found(fee: str, text: str = "", before: str = "") -> list[Finding]:
    overview = f"总体情况:\n  依申请公开: |\n    {text}\n" if text else ""
    return list(RULE.check(report_of(complete(f"{before}{overview}其他需要报告的事项:\n  信息处理费: {fee}\n"))))


def _text(words: str) -> list[Finding]:
    return _found(f"|\n    {words}")


def test_more_collected_than_asked() -> None:
    (finding,) = _found("{收费通知件数: 1, 收费通知金额: 100, 实际收取金额: 120.5}")
    assert "120.5" in finding.message
    assert finding.path[-1] == "实际收取金额"
    assert finding.related[0].path[-1] == "收费通知金额"


def test_money_without_a_notice() -> None:
    (finding,) = _found("{收费通知金额: 100, 实际收取金额: 100}")
    assert finding.path[-1] == "收费通知件数"


@pytest.mark.parametrize("fee", ["0", "{收费通知件数: 3, 收费通知金额: 300, 实际收取金额: 200}"])
def test_figures_that_agree_are_let_be(fee: str) -> None:
    assert _found(fee) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年未收取信息处理费。", 1),
        ("本年度没有产生政府信息公开信息处理费。", 1),
        ("收取信息处理费200元。", 0),
        ("收取信息处理费300元。", 1),
        ("发出信息处理费收费通知3件，总金额300元，实际收取200元。", 0),
        ("发出信息处理费收费通知2件，总金额400元，实际收取200元。", 2),
        ("2022年未收取信息处理费。", 0),
        ("申请人逾期未缴纳信息处理费的，不再处理。", 0),
        ("收取行政事业性收费300元。", 0),
    ],
)
def test_text_elsewhere_against_the_figures(text: str, found: int) -> None:
    fee = "{收费通知件数: 3, 收费通知金额: 300, 实际收取金额: 200}"
    assert len(_found(fee, text)) == found


def test_none_collected_agrees_with_zero() -> None:
    assert _found("0", "2023年，本机关未收取信息处理费。") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("发出信息处理费收费通知3件，总金额300元，实际收取200元。", 0),
        ("发出信息处理费收费通知3件，总金额200元，实际收取300元。", 1),
        ("本年度未收取信息处理费。其中一季度收取信息处理费100元。", 0),
        ("本年度未收取信息处理费，全年收取信息处理费100元。", 1),
        ("全年收取政府信息公开信息处理费0元。", 0),
    ],
)
def test_text_alone(text: str, found: int) -> None:
    assert len(_text(text)) == found


def test_applications_dropped_for_not_paying_need_a_notice() -> None:
    (finding,) = _found("0", before=UNPAID)
    assert "逾期未缴费" in finding.message
    assert _found("{收费通知件数: 2, 收费通知金额: 60, 实际收取金额: 0}", before=UNPAID) == []
    assert _found("|\n    未收取信息处理费。", before=UNPAID) == []
