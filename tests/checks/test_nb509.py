from collections.abc import Callable

import pytest
from rule_trials import found, preface, topic

from generator.checks.nb509_count_and_list import RULE
from generator.han.numerals import to_chinese

PARTS = (
    "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、"
    "存在的主要问题及改进情况"
)


def test_the_missing_part_is_named() -> None:
    (finding,) = found(RULE, preface(f"本报告包括{PARTS}六部分。"))
    assert "其他需要报告的事项" in finding.message


FORMS: dict[str, Callable[[int], str]] = {
    "一是": lambda at: f"{to_chinese(at)}是公开第几类信息",
    "（一）": lambda at: f"（{to_chinese(at)}）公开第几类信息",
    "（1）": lambda at: f"（{at}）公开第几类信息",
    "第一，": lambda at: f"第{to_chinese(at)}，公开第几类信息",
    "1.": lambda at: f"{at}.公开第几类信息",
}


@pytest.mark.parametrize("between", ["；", "\n"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("listed", [3, 9, 10, 11, 13, 20, 21])
@pytest.mark.parametrize("said", [0, 1, -1])
@pytest.mark.parametrize("write", [str, to_chinese])
def test_items_are_counted_however_many(
    between: str, form: str, listed: int, said: int, write: Callable[[int], str]
) -> None:
    """Beyond ten as well: a right count gives nothing, a wrong one is told with both numbers."""
    items = between.join(FORMS[form](at) for at in range(1, listed + 1))
    text = f"重点做好以下{write(listed + said)}个方面：{between if between != '；' else ''}{items}。"
    messages = [finding.message for finding in found(RULE, topic(text))]
    assert [f"有 {listed + said} 项" in m and f"是 {listed} 项" in m for m in messages] == [True] * bool(said)
