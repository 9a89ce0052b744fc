"""核对单: what it says of the text's numbers is true, also where a figure is not known."""

import pytest
from complete import complete, report_of

from generator.checks.disclosure.sentences.agreements import Agreement, resting_numbers

TEXT = """机关: 某某区水利局
年度: 2023
政府信息公开申请:
  本年新收: {{自然人: {persons}, 商业企业: 2}}
  上年结转: 0
  办理结果: {{予以公开: {{自然人: 8, 商业企业: 2}}, 部分公开: {{自然人: 1}}}}
  结转下年度: 0
总体情况:
  主动公开: 逐月更新。
  依申请公开: {said}
  政府信息管理: 逐篇审核。
  政府信息公开平台建设: 栏目按时更新。
  监督保障: 列入考核。
"""


def _numbers(said: str, persons: str = "9") -> list[tuple[str, Agreement | None]]:
    report = report_of(complete(TEXT.format(said=said, persons=persons)))
    return [(number.excerpt, number.agreement) for number in resting_numbers(report)]


@pytest.mark.parametrize(
    ("said", "persons", "agreement"),
    [
        ("本机关新收政府信息公开申请11件。", "9", Agreement.EQUAL),
        ("本机关新收政府信息公开申请十一件。", "9", Agreement.EQUAL),
        ("本机关新收政府信息公开申请12件。", "9", Agreement.UNLIKE),
        ("本机关新收政府信息公开申请约10件。", "9", Agreement.POSSIBLE),
        ("本机关新收政府信息公开申请10余件。", "9", Agreement.POSSIBLE),
        ("本机关新收政府信息公开申请11件。", "十八", Agreement.UNKNOWN),
        ("本机关新收政府信息公开申请11件。", "", Agreement.UNKNOWN),
    ],
)
def test_equal_is_said_of_what_is_equal_alone(said: str, persons: str, agreement: Agreement) -> None:
    assert [found for _, found in _numbers(said, persons)] == [agreement]


@pytest.mark.parametrize("said", ["每一件都登记。", "避免一件多头答复。", "杜绝一件超期。", "任何一件都有登记。"])
def test_any_one_is_no_number(said: str) -> None:
    assert _numbers(said) == []


@pytest.mark.parametrize("said", ["签订合同一份。", "收到来信一件。", "另一件还在办理。", "避免三起纠纷。"])
def test_one_that_may_count_stays(said: str) -> None:
    assert len(_numbers(said)) == 1
