"""The sentence that docs/architecture.md follows through all stages means what is told there."""

import re

from conftest import ROOT

from generator.checks.disclosure.sentences.statements import sentences_of
from generator.pipeline.checking import check_file

TABLE = """
政府信息公开申请:
  本年新收: {自然人: 17}
  上年结转: 0
  办理结果: {予以公开: {自然人: 16}}
  结转下年度: {自然人: 1}
"""


def told() -> str:
    """The entry, as the page has it."""
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    found = re.search(r"## One sentence.*?`(依申请公开: [^`]+)`", page, re.DOTALL)
    assert found
    return found[1]


def test_each_number_is_taken_as_the_page_says() -> None:
    text = f"机关: 青川县水利局\n年度: 2023\n总体情况:\n  {told()}\n{TABLE}"
    checked = check_file("青川.yaml", data=text.encode())
    assert checked.report is not None
    [sentence] = sentences_of(checked.report)
    meant = [one for said in sentence.said for one in said.meant]
    assert [
        (int(one.number.value), [target.code for target in one.targets], [word.sort.name for word in one.words])
        for one in meant
    ] == [
        (16, ["NB301"], ["THIS_YEAR", "TOGETHER", "ACT", "SUBJECT"]),
        (4, [], ["COMPARED", "LAST_YEAR", "CHANGED"]),
        (9, [], ["PART_OF", "CHANNEL"]),
        (15, ["NB302"], ["ACT"]),
        (1, ["NB303"], ["CARRIED"]),
    ]
    found = [(f.code, f.span.column, f.span.end_column) for f in checked.findings if f.code.startswith("NB30")]
    assert found == [("NB301", 23, 25), ("NB302", 45, 47)]
