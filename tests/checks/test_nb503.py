from rule_trials import found, preface

from generator.checks.nb503_placeholder import RULE
from generator.findings import Span


def test_what_is_left_is_quoted_where_it_stands() -> None:
    (finding,) = found(RULE, preface("全年公开信息XX条。"))
    assert "“XX”" in finding.message
    assert finding.span == Span(3, 9, 3, 11)


def test_names_and_headings_too() -> None:
    entries = "机关: 某某县水利局\n总体情况:\n  ××公开情况: 已公开。\n"
    assert [f.path for f in found(RULE, entries)] == [("机关",), ("总体情况", "××公开情况")]
