from rule_trials import found, preface

from generator.checks.nb509_count_and_list import RULE

PARTS = (
    "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、"
    "存在的主要问题及改进情况"
)


def test_the_missing_part_is_named() -> None:
    (finding,) = found(RULE, preface(f"本报告包括{PARTS}六部分。"))
    assert "其他需要报告的事项" in finding.message
