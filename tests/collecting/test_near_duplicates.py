"""NB408: copies are found, with a few changes too; what everybody writes alike is not; order does not matter."""

import random
import re

import pytest
from complete import complete, findings_of, report_of
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.collecting_codes import COLLECTING_CODES, CollectingCode, Text
from generator.collecting.near_duplicates import SAME_TEXT, SHORTEST, alike
from generator.collecting.records import Filed, FiledPassage
from generator.collecting.similarity_text import own_words
from generator.findings import Severity
from generator.report.likeness import NEARLY, nearness

WATER = (
    "示例县水利局建立信息公开台账，起草文件时同步确定公开属性，办公室逐篇登记、逐篇审核，涉密和敏感内容由分管负责人把关，"
    "年底对网站上的文件集中清理一次，共清理18件，废止的及时标注并移出目录。"
)
ROADS = (
    "农村公路养护计划、施工占道和公交线路调整的信息提前七天发布，超限检查点的位置和开放时间在网站上可以查到，"
    "春运期间每天更新客运班次，投诉电话由值班室负责接听并当日回复。"
)


def filed(agency: str, *texts: str, topic: str = "政府信息管理", former: tuple[str, ...] = ()) -> Filed:
    passages = tuple(FiledPassage("总体情况", topic, topic, tuple(text.split("\n"))) for text in texts)
    return Filed(f"{agency}.yaml", 0, agency, 2023, former, passages=passages)


def test_both_are_told_who_the_other_is_where_and_how_it_begins() -> None:
    found = alike([filed("示例县水利局", WATER), filed("示例县林业局", WATER), filed("示例县交通运输局", ROADS)])
    assert set(found) == {"示例县水利局.yaml", "示例县林业局.yaml"}
    [problem] = found["示例县林业局.yaml"]
    assert problem.severity is Severity.WARNING
    assert problem.code == SAME_TEXT
    assert problem.place == "一、总体情况“政府信息管理”"
    assert "示例县水利局" in problem.message
    assert "示例县林业局" not in problem.message.partition("开头")[0]
    assert f"“{WATER[:20]}" in problem.message
    assert problem.advice


@pytest.mark.parametrize(
    "copy",
    [
        WATER.replace("示例县水利局", "示例县林业局"),
        WATER.replace("示例县水利局", "我局").replace("18", "十七"),
        WATER.replace("示例县水利局", "林业局"),
        WATER.replace("逐篇登记、", "").replace("集中清理一次", "集中清理"),
        WATER.replace("，涉密", "，\n涉密"),
        WATER + "2023年，示例县林业局未收到政府信息公开申请，未发生行政复议、行政诉讼。",
    ],
    ids=["name", "we", "short name", "a few words", "paragraphs", "none of it"],
)
def test_a_copy_with_small_changes_is_one(copy: str) -> None:
    assert len(alike([filed("示例县水利局", WATER), filed("示例县林业局", copy)])) == 2


def test_an_agency_by_its_former_name_is_the_agency() -> None:
    old = WATER.replace("示例县水利局", "示例县水务和湖泊管理局").replace("办公室逐篇", "示例县水务和湖泊管理局逐篇")
    new = old.replace("示例县水务和湖泊管理局", "示例县林业局")
    texts = [own_words([text], names) for text, names in ((old, ["示例县水利局"]), (new, ["示例县林业局"]))]
    assert texts[0] != texts[1]
    assert own_words([old], ["示例县水利局", "示例县水务和湖泊管理局"]) == texts[1]


@pytest.mark.parametrize(
    "text",
    [
        "2023年，本机关未收取政府信息公开信息处理费。",
        "全年及时更新网站栏目，安排专人负责，每月检查一次链接，发现问题当天改正。",
        "工作纳入年度考核，没有发生责任追究。",
        "根据《中华人民共和国政府信息公开条例》，现公布2023年政府信息公开工作年度报告。本报告由总体情况、主动公开政府信息情况、"
        "收到和处理政府信息公开申请情况、行政复议行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。"
        "所列数据的统计期限自2023年1月1日起，至12月31日止。报告的电子版可以在县政府网站下载。",
        "2023年，本机关未收到政府信息公开申请，上年没有结转的申请。未发生因政府信息公开引起的行政复议、行政诉讼，"
        "也没有收到不予公开、无法提供和其他处理的申请；本机关不存在应当收取信息处理费的情况。",
    ],
)
def test_what_everybody_writes_is_no_copy(text: str) -> None:
    assert alike([filed("示例县水利局", text), filed("示例县林业局", text)]) == {}


def test_a_paragraph_of_a_longer_text_is_found_too_and_a_passage_is_named_once() -> None:
    undivided = filed("示例县林业局", f"（一）主动公开。{ROADS[:30]}另外的话。\n{WATER}\n{ROADS[30:]}", topic="")
    found = alike([filed("示例县水利局", WATER), undivided])
    assert [problem.place for problem in found["示例县林业局.yaml"]] == ["一、总体情况"]
    assert "开头是“示例县水利局建立" in found["示例县林业局.yaml"][0].message
    both = f"{ROADS}\n{WATER}"
    again = alike([filed("示例县水利局", both), filed("示例县林业局", both), filed("示例县交通运输局", ROADS)])
    assert [len(problems) for problems in again.values()] == [1, 1, 1]
    assert "示例县水利局" in again["示例县交通运输局.yaml"][0].message
    assert (
        f"与示例县林业局的文字几乎相同（单位名称、数字和年份不计），开头是“{ROADS[:20]}"
        in again["示例县水利局.yaml"][0].message
    )


def test_one_agency_does_not_copy_itself() -> None:
    twice = filed("示例县水利局", WATER, WATER)
    assert alike([twice, twice._replace(file="水利局（修改稿）.docx")]) == {}


def test_a_text_that_many_have_names_a_few_and_counts_the_rest() -> None:
    agencies = [f"示例县{name}局" for name in "甲乙丙丁戊己"]
    found = alike([filed(agency, WATER) for agency in agencies])
    assert len(found) == 6
    for agency in agencies:
        [problem] = found[f"{agency}.yaml"]
        named = [other for other in agencies if other in problem.message]
        assert len(named) == 3
        assert agency not in named
        assert "等5个单位" in problem.message


def _varied(text: str, changes: int, dice: random.Random) -> str:
    letters = list(text)
    for _ in range(changes):
        letters[dice.randrange(len(letters))] = dice.choice("春夏秋冬晨昏")
    return "".join(letters)


@given(seed=st.integers(0, 10**6), changes=st.integers(0, 4))
def test_nothing_that_is_near_is_missed_nothing_else_named_and_order_does_not_matter(seed: int, changes: int) -> None:
    dice = random.Random(seed)
    texts = ["".join(dice.choices("山水田林湖草路桥学校医院粮棉油电", k=120)) + "。" for _ in range(12)]
    reports = [filed(f"示例县{i}号处", text) for i, text in enumerate(texts)]
    copy = filed("示例县工信厅", _varied(texts[3], changes, dice))
    found = alike([*reports, copy])
    assert set(found) == {"示例县3号处.yaml", "示例县工信厅.yaml"}
    dice.shuffle(reports)
    assert alike([copy, *reports]) == found


def test_a_phrase_that_hundreds_have_hides_no_copy() -> None:
    dice = random.Random(1)
    phrase = "坚持依法公开、及时公开、准确公开，不断提高工作质量和水平，"
    texts = [phrase + "".join(dice.choices("山水田林湖草路桥学校医院粮棉油电", k=100)) for _ in range(200)]
    reports = [filed(f"示例县{i}号处", text) for i, text in enumerate(texts)]
    found = alike([*reports, filed("示例县工信厅", texts[150])])
    assert set(found) == {"示例县150号处.yaml", "示例县工信厅.yaml"}


def of_example(text: Text) -> Filed:
    report = report_of(complete(f"机关: {text.agency}\n{text.entries}"))
    entries = report.narratives["总体情况"].entries
    passages = [FiledPassage("总体情况", e.topic, e.heading, tuple(p.text for p in e.paragraphs)) for e in entries]
    return Filed(f"{text.agency}.yaml", 0, text.agency, 2023, passages=tuple(passages))


@pytest.mark.parametrize("code", COLLECTING_CODES, ids=lambda code: code.code)
def test_the_catalogues_examples_do_what_they_say(code: CollectingCode) -> None:
    for text in (*code.fails, *code.passes):
        found = findings_of(complete(f"机关: {text.agency}\n{text.entries}"))
        assert [finding for finding in found if finding.severity is Severity.ERROR] == []
    wrong = [problem for found in alike([*map(of_example, code.fails)]).values() for problem in found]
    assert [problem.code for problem in wrong] == [code.code] * len(code.fails)
    assert {problem.severity for problem in wrong} == {code.severity}
    assert alike([*map(of_example, code.passes)]) == {}


def test_the_texts_of_these_tests_are_long_enough_and_no_nearer_than_they_should() -> None:
    water, roads = own_words([WATER], ["示例县水利局"]), own_words([ROADS], ["示例县交通运输局"])
    assert min(len(water), len(roads)) >= SHORTEST
    assert nearness(water, roads) is None
    assert nearness(water, water) == 1 > NEARLY
    assert not re.search(r"\d", water)
