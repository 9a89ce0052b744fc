"""Everything that is counted, as (thing, deed, number, unit, year, role), whatever the tables hold."""

import pytest
from complete import complete, report_of

from generator.checks.disclosure.sentences.counted import Counted, Role, counted


def _counted(text: str, topic: str = "主动公开") -> tuple[Counted, ...]:
    return counted(report_of(complete(f"总体情况:\n  {topic}: |\n    {text}\n")))


@pytest.mark.parametrize(
    ("text", "thing", "deed", "value", "unit"),
    [
        ("运营政务新媒体3个。", "政务新媒体", "have", 3, "个"),
        ("我局现有政务新媒体2个。", "政务新媒体", "have", 2, "个"),
        ("举办政务公开培训2期。", "政务公开培训", "hold", 2, "期"),
        ("全年主动公开各类政府信息1208条。", "信息", "publish", 1208, "条"),
        ("我局共发布信息1280条。", "信息", "publish", 1280, "条"),
        ("建有3个政务新媒体。", "政务新媒体", "have", 3, "个"),
        ("召开新闻发布会4场。", "新闻发布会", "hold", 4, "场"),
    ],
)
def test_what_is_counted_is_named_by_its_noun(text: str, thing: str, deed: str, value: int, unit: str) -> None:
    (found,) = _counted(text)
    assert (found.thing, found.deed, found.number.value, found.unit) == (thing, deed, value, unit)
    assert found.role is Role.LEVEL


def test_a_change_a_share_and_a_part_are_told_apart() -> None:
    found = _counted("发布信息30条，同比下降25%，较上年减少10条，其中政策类20条，占66.7%。")
    assert [(c.role, c.rises) for c in found] == [
        (Role.LEVEL, 0),
        (Role.CHANGE, -1),
        (Role.CHANGE, -1),
        (Role.PART, 0),
        (Role.SHARE, 0),
    ]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023年发布信息30条。", 2023),
        ("全年发布信息30条。", 2023),
        ("2022年发布信息30条。", 2022),
        ("上年发布信息30条。", 2022),
        ("一季度发布信息30条。", None),
        ("下一步，将发布信息30条。", None),
        ("近三年发布信息30条。", None),
    ],
)
def test_the_year_a_count_holds_for(text: str, year: int | None) -> None:
    (found,) = _counted(text)
    assert found.year == year


def test_ways_areas_and_bodies_narrow_a_count() -> None:
    keys = [
        _counted(text)[0].key
        for text in (
            "全年公开信息20条。",
            "通过县政府网站公开信息20条。",
            "依托县政府网站，公开信息20条。",
            "围绕重点领域，公开信息20条。",
            "全县公开信息20条。",
        )
    ]
    assert len({key[3] for key in keys}) >= 4
    assert keys[0][:3] == keys[1][:3]


def test_a_number_that_a_table_holds_keeps_its_readings_and_stands_at_its_numeral() -> None:
    text = "全年收到政府信息公开申请 16 件。"
    (found,) = _counted(text, "依申请公开")
    assert found.targets[0].code == "NB301"
    assert text[slice(*found.origin)] == "16"
