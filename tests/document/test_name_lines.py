"""Long names break by meaning and in balance, never inside a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.measuring import width
from generator.document.name_lines import name_lines

MOST = 19


@pytest.mark.parametrize(
    "lines",
    [
        "北京市规划和自然资源委员会|经济技术开发区分局",
        "国家税务总局|积石山保安族东乡族撒拉族自治县税务局",
        "内蒙古自治区锡林郭勒盟|正镶白旗人力资源和社会保障局|劳动保障监察综合行政执法大队",
        "广西壮族自治区防城港市|上思县市场监督管理局",
        "湖北省恩施土家族苗族自治州|鹤峰县住房和城乡建设局",
        "青海省黄南藏族自治州|河南蒙古族自治县城乡建设局",
        "甘肃省酒泉市肃北蒙古族自治县|马鬃山镇人民政府",
        "上海市浦东新区市场监督管理局|自由贸易试验区分局",
        "重庆市彭水苗族土家族自治县|规划和自然资源局",
        "新疆生产建设兵团第一师阿拉尔市|农业农村和水利局",
        "双江拉祜族佤族布朗族傣族自治县|市场监督管理局",
        "广东省广州市黄埔区人民政府、|广州开发区管理委员会办公室",
        "昆明滇池国家旅游度假区管理委员会|文化旅游和商务投资促进局",
        "中国（河南）自由贸易试验区|郑州片区管理委员会综合协调局",
        "三门峡市城乡一体化示范区|党工委管委会办公室",
    ],
)
def test_lines_end_behind_a_place_or_an_organ(lines: str) -> None:
    assert name_lines(lines.replace("|", ""), MOST) == tuple(lines.split("|"))


@given(st.text("省市县区自治州委员会局分局办公室甲乙丙和、（）", min_size=1, max_size=60))
def test_nothing_is_lost_and_no_line_is_too_wide(name: str) -> None:
    lines = name_lines(name, MOST)
    assert "".join(lines) == name
    assert all(width(line) <= MOST for line in lines) or "（" in name or "）" in name or "、" in name


@given(st.text("省市县区局厅甲乙丙丁", min_size=20, max_size=38))
def test_no_line_is_a_scrap(name: str) -> None:
    assert min(width(line) for line in name_lines(name, MOST)) >= 3


def test_a_name_without_end_takes_no_time() -> None:
    assert "".join(name_lines("市县" * 500, MOST)) == "市县" * 500
