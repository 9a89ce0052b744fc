"""A character typed twice at a seam of words, and two that are meant."""

import pytest

from generator.han.doubled_characters import doubled_characters


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("及时公布布保障房分配结果", 4),
        ("严格落实保密审审查制度", 7),
        ("在法定期限内答复复申请人", 8),
        ("业务能力力有待提升", 4),
        ("政务新媒体体管理", 5),
    ],
)
def test_one_of_two_characters_is_in_no_word(text: str, at: int) -> None:
    assert list(doubled_characters(text)) == [at]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "公开开发企业信用评价结果",
            "申请人人数较多",
            "办理结果果断公开",
            "监督督查考核",
            "政府府院联动",
            "服务务实高效",
        ),
        *(
            "层层落实",
            "扎扎实实推进",
            "切切实实为民",
            "实实在在办事",
            "条条审核",
            "件件有回音",
            "办件件件有着落",
            "事事公开",
        ),
        *("违法行为为12起", "18项项目", "我局局长", "整改改前改后", "其中中小企业", "信息息息相关", "毛毛雨", "公", ""),
    ],
)
def test_two_that_are_meant(text: str) -> None:
    assert list(doubled_characters(text)) == []
