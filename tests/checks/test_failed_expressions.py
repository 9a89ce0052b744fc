"""A failed expression is one figure that is not known: no rule reads its signs and names as text."""

import pytest
from complete import complete, findings_of, report_of
from mending import mended

from generator.fixes import carry_out, mechanical


@pytest.mark.parametrize(
    "expression",
    [
        "增减幅(本年新收, 上年.本年新收)",
        "增减(本年新收，上年.本年新收,'件')",
        "占比(没有的, 本年新收)",
        "本年新收 + 待填写",
        "行政许可决定 12件, 行政处罚",
        "予以公开 * XX",
        "1 / 0",
        "（）",
        "某某(3)",
        "没有的：'2019年'",
        "20XX年",
    ],
)
def test_only_the_mistake_itself_is_told(expression: str) -> None:
    failed = f"{{{{ {expression} }}}}"
    text = complete(f"引言: |\n  全年收到政府信息公开申请{failed}件，行政许可{failed}件。\n")
    findings = findings_of(text)
    assert {finding.code for finding in findings} == {"NB106"}
    assert report_of(text).preface[0].text == "全年收到政府信息公开申请？件，行政许可？件。"
    after, _ = carry_out(text, mechanical(findings))
    assert after == text or all(finding.fix and finding.code == "NB106" for finding in findings)


def test_beside_it_everything_is_read_as_ever() -> None:
    text = complete("引言: |\n  收到{{ 没有的, 名称 }}件,全部答复。\n")
    (finding,) = (f for f in findings_of(text) if f.code == "NB513")
    assert mended(text, finding) == text.replace("件,", "件，"), "the comma in the expression stays"
