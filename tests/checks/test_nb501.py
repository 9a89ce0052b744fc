from rule_trials import found, topic

from generator.checks.nb501_other_year import RULE
from generator.findings import Span


def test_the_title() -> None:
    (finding,) = found(RULE, "标题: 清河县水利局2022年政府信息公开工作年度报告\n")
    assert "2022" in finding.message
    assert "2023" in finding.message
    assert finding.path == ("标题",)
    assert found(RULE, "标题: 清河县水利局2023年政府信息公开工作年度报告\n") == []


def test_place_message_and_no_fix() -> None:
    (finding,) = found(RULE, topic("严格登记。2022年，我局共收到政府信息公开申请3件。"))
    assert finding.span == Span(4, 10, 4, 15)
    assert "“2022年”" in finding.message
    assert "2023" in finding.message
    assert "{{ 年度 }}" in finding.hint
    assert finding.fix is None
