"""Two figures that were not read are not the same figure."""

from complete import complete, report_of

from generator.comparing.comparing import compare

ROW = "政府信息公开申请: {{本年新收: {{自然人: 34, {}}}, 上年结转: 0, 办理结果: 0, 结转下年度: 0}}\n"


def test_unread_on_both_sides_is_never_called_the_same() -> None:
    before, after = (report_of(complete(ROW.format(cells))) for cells in ("法人: 12", "法人: 19"))
    comparison = compare(before, after)
    assert not comparison.same
    assert {pair.path[-1] for pair in comparison.figures} >= {"商业企业", "总计"}
    assert all(pair.path[-1] != "自然人" for pair in comparison.figures)
    assert all(pair[-2:] == (None, None) for pair in comparison.figures)


def test_what_was_read_is_compared_as_ever() -> None:
    report = report_of(complete(ROW.format("其他: 2")))
    assert compare(report, report).same
