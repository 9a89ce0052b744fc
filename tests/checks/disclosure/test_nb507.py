from rule_trials import found, part_six, topic

from generator.checks.disclosure.nb507_applicant_named import RULE


def test_companies_elsewhere_are_fine() -> None:
    assert found(RULE, topic("由河南云图科技有限公司承担网站改版。", "政府信息公开平台建设")) == []
    assert found(RULE, topic("再次对接移动公司，就运营维护沟通。", "主动公开")) == []


def test_sentences_on_reconsideration_anywhere() -> None:
    assert len(found(RULE, part_six("行政复议1件，申请人为赵大海。"))) == 1


def test_a_line_that_ends_before_a_name_names_nobody() -> None:
    for line in ("自然人", "同一人", "当事人：", "申请人张", "申请人欧阳"):
        assert found(RULE, topic(f"申请人情况\n{line}\n法人或其他组织")) == []
    assert len(found(RULE, topic("申请人张三"))) == 1
