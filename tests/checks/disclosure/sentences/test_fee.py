"""NB308: where a contradiction about 信息处理费 is pointed at (the sentences themselves are in tests/corpus)."""

from complete import complete, report_of

from generator.checks.disclosure.nb308_fee import RULE


def test_more_collected_than_asked_names_both_figures() -> None:
    fee = "{收费通知件数: 1, 收费通知金额: 50, 实际收取金额: 70.5}"
    (finding,) = RULE.check(report_of(complete(f"其他需要报告的事项:\n  信息处理费: {fee}\n")))
    assert "70.5" in finding.message
    assert finding.path[-1] == "实际收取金额"
    assert finding.related[0].path[-1] == "收费通知金额"


def test_money_without_a_notice_stands_at_the_notices() -> None:
    (finding,) = RULE.check(
        report_of(complete("其他需要报告的事项:\n  信息处理费: {收费通知金额: 50, 实际收取金额: 50}\n"))
    )
    assert finding.path[-1] == "收费通知件数"
