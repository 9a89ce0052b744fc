from rule_trials import found, preface

from generator.checks.disclosure.nb508_citation import RULE


def test_its_fix_is_for_a_person_to_accept() -> None:
    (finding,) = found(RULE, preface("根据国办发〔2021〕30号规定的年度报告格式编制。"))
    assert (finding.span.column, finding.span.end_column) == (5, 17)
    assert finding.fix is not None
    assert not finding.fix.mechanical
    assert [edit.text for edit in finding.fix.edits] == ["国办公开办函〔2021〕30号"]
