import pytest
from make_report import found, preface

from generator.checks.nb506_personal_data import RULE


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("电话13812345678。", "手机"),
        ("电话138-1234-5678。", "手机"),
        ("电话138 1234 5678。", "手机"),
        ("+86 13812345678", "手机"),
        ("身份证号11010519491231002X。", "身份证"),
        ("身份证号11010519491231002x。", "身份证"),
        ("身份证号110105491231002。", "身份证"),
        ("账号4111111111111111。", "银行卡"),
        ("卡号6222 0212 3456 7890 128。", "银行卡"),
    ],
)
def test_numbers_of_persons(text: str, what: str) -> None:
    (finding,) = found(RULE, preface(text))
    assert what in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "身份证号110105194912310021。",
        "电话0398-2260113。",
        "12345热线。",
        "见http://x.cn/13812345678/t20220208_80613.html",
        "金额13812345678元。",
        "统一社会信用代码91410300MA3X1234X5。",
        "邮编223100，电话0517-87222589。",
        "编号20231234567890123。",
        "电话：037912345678。",
        "热线4008123456。",
        "电话138****5678。",
        "账号4111111111111112。",
    ],
)
def test_other_numbers(text: str) -> None:
    assert found(RULE, preface(text)) == []


def test_the_message_does_not_repeat_the_number() -> None:
    (finding,) = found(RULE, preface("请拨打13812345678联系。"))
    assert "13812345678" not in finding.message
    assert (finding.span.line, finding.span.column, finding.span.end_column) == (3, 6, 17)
