"""Whose report it is and of which year: never a heading, never 我局, never half a name; else empty with a doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.importing import import_published
from generator.importing.names import may_be_agency
from generator.importing.outcome import Imported
from generator.importing.titles import read_title

BODY = """
一、总体情况
{sentence}
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
"""
SENTENCE = "全年工作平稳有序，群众办事更加方便。"


def imported(front: str, sentence: str = SENTENCE, ending: str = "") -> Imported:
    text = front + BODY.format(sentence=sentence) + ending
    return import_published("报告.txt", text.encode())


def doubts_at(found: Imported, key: str) -> list[str]:
    return [doubt.message for doubt in found.doubts if doubt.path == (key,)]


@pytest.mark.parametrize(
    "front",
    [
        "某县教育局\n2023年政府信息公开工作年度报告",
        "正文\n某县教育局\n2023 年政府信息公开工作年度报告",
        "附件2\n某县教育局2023年度政府信息公开年度报告",
        "正  文\n2023年某县教育局政府信息公开工作\n年度报告",
        "某县教育局政府信息公开工作年度报告（2023年）",
        "某县教育局2023年政府信息公开工作年度报告\n某县教育局2023年政府信息公开工作年度报告",
        "某县教育局关于2023年政府信息公开工作情况的报告",
        "（送审稿）\n某县教育局二○二三年政府信息公开工作年度报告",
        "某县教育局２０２３年政府信息公开工作年度报告",
        "某县教育局二Ｏ二三年度政府信息公开工作年度报告",
    ],
)
def test_the_title_names_agency_and_year(front: str) -> None:
    found = imported(front)
    assert (found.agency, found.year) == ("某县教育局", 2023)
    assert doubts_at(found, "机关") == doubts_at(found, "年度") == []


@pytest.mark.parametrize(
    "front",
    [
        "2023年政府信息公开工作年度报告",
        "2023年政府信息公开工作年度报告\n2023年政府信息公开工作年度报告",
        "正文\n2023年政府信息公开工作年度报告",
        "附件\n（审议稿）\n2023年度政府信息公开工作年度报告",
        "现将我局2023年度政府信息公开工作情况报告如下：",
        "按照上级要求，现将本单位2023年政府信息公开工作报告公布如下：",
        "本机关2023年政府信息公开工作年度报告",
    ],
)
def test_what_is_no_name_is_none(front: str) -> None:
    found = imported(front)
    assert (found.agency, found.year) == (None, 2023)
    assert doubts_at(found, "机关") == ["没有找到机关名称，请填写"]
    assert "\n机关:\n" in found.text


@pytest.mark.parametrize(
    ("front", "agency"),
    [
        ("现向社会公布2023年河口镇人民政府信息公开工作年度报告。", "河口镇人民政府"),
        ("2023年河口镇人民政府信息公开工作年度报告", "河口镇人民政府"),
        ("2023年河口镇人民政府政府信息公开工作年度报告", "河口镇人民政府"),
        ("河口镇人民政府2023年信息公开工作年度报告", "河口镇人民政府"),
        ("本溪市某局2023年政府信息公开工作年度报告", "本溪市某局"),
        ("全椒县财政局2023年政府信息公开工作年度报告", "全椒县财政局"),
    ],
)
def test_a_name_is_not_cut(front: str, agency: str) -> None:
    assert imported(front).agency == agency


def test_a_signature_names_the_agency_where_the_title_does_not() -> None:
    parts = (
        "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n没有。\n六、其他需要报告的事项\n没有。\n"
    )
    found = imported("2023年政府信息公开工作年度报告", ending=f"{parts}某县教育局\n2024年1月18日\n")
    assert found.agency == "某县教育局"
    assert doubts_at(found, "机关") == ["标题里没有找到机关名称，取自落款"]


@pytest.mark.parametrize(
    ("front", "sentence"),
    [
        ("下面是我局 2023 年报告。", SENTENCE),
        ("统计期限为二〇二三年1月1日至12月31日。", SENTENCE),
        (
            "政府信息公开工作年度报告",
            "2023年，新建专栏两个。2023年，培训三次。与2022年相比，人员增加。2024年，继续努力。",
        ),
        ("政府信息公开工作年度报告", "二零二三年，我局工作平稳。"),
    ],
)
def test_the_year_is_found_elsewhere_with_a_doubt(front: str, sentence: str) -> None:
    found = imported(front, sentence)
    assert found.year == 2023
    assert len(doubts_at(found, "年度")) == 1


@pytest.mark.parametrize("sentence", ["2022年，新建专栏。2023年，培训三次。", SENTENCE])
def test_a_year_that_is_not_certain_stays_empty(sentence: str) -> None:
    found = imported("政府信息公开工作年度报告", sentence)
    assert found.year is None
    assert "\n年度:\n" in found.text


@pytest.mark.parametrize("above", ["附件1", "（送审稿）", "某办〔2024〕7号", "附件1\n（征求意见稿）"])
def test_what_stands_above_the_title_is_listed(above: str) -> None:
    found = imported(f"{above}\n某县教育局2023年政府信息公开工作年度报告")
    (said,) = doubts_at(found, "标题")
    assert all(line in said for line in above.split("\n"))
    assert f"# 存疑：{said}" in found.text


def test_a_page_around_the_title_is_not_listed_line_by_line() -> None:
    menu = "\n".join(f"栏目{name}" for name in "甲乙丙丁戊己庚辛壬癸")
    found = imported(f"{menu}\n附件1\n某县教育局2023年政府信息公开工作年度报告")
    assert doubts_at(found, "标题") == ["标题上面的文字没有导入：附件1"]


names = st.builds(
    str.__add__,
    st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=8),
    st.sampled_from(("县教育局", "镇人民政府", "市人民政府办公室", "街道办事处", "区残疾人联合会", "供水集团有限公司")),
)
years = st.sampled_from(("2023", "２０２３", "二〇二三", "二○二三", "二零二三", "二Ｏ二三"))
subjects = st.sampled_from(("政府信息公开工作年度报告", "政府信息公开年度报告", "政务公开工作报告"))


@given(names, years, st.sampled_from(("年", "年度")), subjects)
def test_name_and_year_in_either_order(name: str, year: str, unit: str, subject: str) -> None:
    for text in (f"{name}{year}{unit}{subject}", f"{year}{unit}{name}{subject}"):
        title = read_title(text)
        assert title is not None
        assert (title.agency, title.year) == (name, 2023)


@pytest.mark.parametrize(
    "text", ["正文", "我办", "本机关", "全市", "各部门", "附件1", "（送审稿）", "2023年报告", "现将"]
)
def test_what_is_never_an_agency(text: str) -> None:
    assert not may_be_agency(text)
