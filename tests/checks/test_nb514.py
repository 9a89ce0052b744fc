from rule_trials import found, topic

from generator.checks.nb514_open_end import RULE


def test_lines_in_a_row_are_one_finding() -> None:
    (finding,) = found(RULE, topic("甲乙丙丁戊己庚辛壬，\n子丑寅卯辰巳午未申酉、\n及时更新。"))
    assert "2 段" in finding.message
    assert [r.span.line for r in finding.related] == [5]


def test_it_stands_at_the_line_that_breaks_off() -> None:
    (finding,) = found(RULE, topic("及时公开。\n全年共收到申请3件，均已答复"))
    assert finding.span.line == 5
