import pytest
from make_report import found, part_five, preface, topic

from generator.checks.nb501_other_year import RULE
from generator.findings import Span


@pytest.mark.parametrize(
    "text",
    [
        "2022年，我局共收到政府信息公开申请3件。",
        "2022年度，县水利局受理申请2件，均已答复。",
        "截至2022年底，现行有效行政规范性文件12件。",
        "二〇二二年，本机关未收到申请。",
        "２０２２年，全局共公开信息120条。",
        "2024年，我局共收到申请3件。",
        "2022 年我局主动公开信息 345 条。",
        "2021年，本机关没有发生行政复议、行政诉讼。",
        "（二）依申请公开：2022年，我局收到申请1件。",
        "2022年，我局认真贯彻落实公开条例，各项工作平稳有序。",
    ],
)
def test_another_year_in_a_statement_about_the_years_work(text: str) -> None:
    assert len(found(RULE, topic(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局收到申请3件，比2022年增加1件。",
        "2022年，收到申请5件；2023年，收到申请8件。",
        "2022年收到的申请均已办结。",
        "根据《关于做好2022年政务公开工作的通知》要求，2023年收到3件。",
        "2024年，我局将继续做好依申请公开工作。",
        "按照2021年印发的格式公布，国办公开办函〔2021〕30号。",
        "2019年修订的条例施行以来，申请量逐年增加。",
        "“十四五”期间（2021—2025年），公开事项逐步扩大。",
        "截至2024年1月20日，上述申请均已答复。",
        "截至2023年底，共收到申请3件。",
        "2022年12月收到、2023年1月答复的申请计入上年结转。",
        "上年（2022年）结转1件。",
        "2022年同期收到2件。",
        "2022年，我局印发了公开办法。",
        "2021—2023年，我局共收到申请9件。",
        "近三年来，申请量保持平稳。",
    ],
)
def test_years_that_may_well_be_another(text: str) -> None:
    assert found(RULE, topic(text)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。", 2),
        ("统计时限为2022年1月1日至12月31日。", 1),
        ("统计期限为2023年1月1日至2022年12月31日。", 1),
        ("现将清河县水利局2022年度政府信息公开工作情况报告如下。", 1),
        ("统计期限为2023年1月1日至2023年12月31日。", 0),
        ("及时发布2022年政府信息公开工作年度报告。", 0),
        ("对2020年1月1日至2022年12月31日制发的文件进行清理。", 0),
        ("根据《关于编制公布2022年政府信息公开工作年度报告的通知》要求，编制本报告。", 0),
    ],
)
def test_the_period_and_the_report_itself(text: str, count: int) -> None:
    assert len(found(RULE, preface(text))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2022年，我局政府信息公开工作取得一定成效，但仍存在解读形式单一的问题。", 1),
        ("2022年存在的问题已整改完毕。", 0),
        ("针对2022年，我局公开工作仍存在的问题，逐项整改。", 0),
        ("2024年，一是加强培训，二是丰富解读。", 0),
        ("（二）2022 年问题改进情况。一是提高认识。", 0),
        ("2022年度，上级评估指出的问题已全部整改。", 0),
    ],
)
def test_part_five_may_speak_of_last_year(text: str, count: int) -> None:
    assert len(found(RULE, part_five(text))) == count


def test_the_title() -> None:
    (finding,) = found(RULE, "标题: 清河县水利局2022年政府信息公开工作年度报告\n")
    assert "2022" in finding.message
    assert "2023" in finding.message
    assert finding.path == ("标题",)
    assert found(RULE, "标题: 清河县水利局2023年政府信息公开工作年度报告\n") == []


def test_place_message_and_no_fix() -> None:
    (finding,) = found(RULE, topic("严格登记。2022年，我局共收到政府信息公开申请3件。"))
    assert finding.span == Span(4, 10, 4, 15)
    assert "“2022年”" in finding.message
    assert "2023" in finding.message
    assert "{{ 年度 }}" in finding.hint
    assert finding.fix is None
