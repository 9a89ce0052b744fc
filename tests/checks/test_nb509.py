import pytest
from make_report import found, preface

from generator.checks.nb509_count_and_list import RULE

PARTS = (
    "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、"
    "存在的主要问题及改进情况"
)


@pytest.mark.parametrize(
    ("text", "said", "listed"),
    [
        ("重点做好以下三个方面：一是公开预算决算；二是公开惠民政策。", 3, 2),
        (f"本报告包括{PARTS}六部分。", 6, 5),
        ("公开内容分为7大类：机构职能、政策文件、财政信息、规划计划、人事信息。", 7, 5),
        ("存在两个问题：一是更新慢；二是解读少；三是渠道窄。", 2, 3),
        ("主要有3个方面的问题。一是更新慢。二是解读少。", 3, 2),
        ("采取四项措施：（一）加强学习；（二）完善制度；（三）强化考核。", 4, 3),
        ("开设5个专栏：惠企政策、就业服务、社会救助、环境保护。", 5, 4),
        ("从以下4个方面改进：\n一是加强学习。\n二是完善制度。\n三是强化考核。", 4, 3),
    ],
)
def test_a_count_that_its_list_contradicts(text: str, said: int, listed: int) -> None:
    (finding,) = found(RULE, preface(text))
    assert f"{said} 项" in finding.message
    assert f"{listed} 项" in finding.message
    assert finding.span.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "重点做好以下两个方面：一是公开预算决算；二是公开惠民政策。",
        f"本报告包括{PARTS}和其他需要报告的事项等六个部分。",
        f"本报告包括{PARTS}和其他需要报告的事项。",
        f"共有六个部分：{PARTS}、其他需要报告的事项。",
        "我办将重点做好以下几方面工作：一是甲。二是乙。三是丙。",
        "公开教育、医疗、就业等7大类信息。",
        "全年培训2次，一是面向联络员，二是面向新进人员。",
        "公开信息分为3类：机构职能、政策文件和财政信息。",
        "新增3个栏目，一是惠企专栏；二是就业专栏。",
        "全年公开5类信息。一是加强审核。二是加强培训。",
        "从以下3个方面改进：\n一是加强学习。\n二是完善制度。\n三是强化考核。",
        "严格落实“三审三校”制度。",
        "推进3项工作：一是甲，抓好两个环节；二是乙；三是丙。",
        "存在以下问题：一是甲。二是乙。下一步从三个方面改进：一是丙。二是丁。三是戊。",
    ],
)
def test_lists_that_agree_or_are_not_surely_the_list(text: str) -> None:
    assert found(RULE, preface(text)) == []


def test_the_missing_part_is_named() -> None:
    (finding,) = found(RULE, preface(f"本报告包括{PARTS}六部分。"))
    assert "其他需要报告的事项" in finding.message
