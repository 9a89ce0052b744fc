from rule_trials import found, preface

from generator.checks.nb506_personal_data import RULE


def test_the_message_does_not_repeat_the_number() -> None:
    (finding,) = found(RULE, preface("请拨打13812345678联系。"))
    assert "13812345678" not in finding.message
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (3, 6, 17)
