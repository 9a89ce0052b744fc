"""百分之九十五 is read as 95%, wherever percentages are read, and the finding points at the words."""

import pytest
from complete import complete, report_of
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.disclosure.sentences.normalizing import fold, percentage, with_percents
from generator.checks.registry import run
from generator.han.numerals import to_chinese

FIGURES = (
    "年度: 2023\n政府信息公开申请: {本年新收: {自然人: 20}, 上年结转: 0, 办理结果: {予以公开: {自然人: 18}}, "
    "结转下年度: {自然人: 2}}\n"
)


def _found(text: str, code: str) -> list[str]:
    source = complete(f"{FIGURES}总体情况:\n  依申请公开: {text}\n")
    lines = source.split("\n")
    spans = [f.span for f in run(report_of(source)).findings if f.code == code]
    return [lines[span.line - 1][span.column - 1 : span.end_column - 1] for span in spans]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("自然人申请18件，占全部申请的百分之八十五。", "NB313", "百分之八十五"),
        ("发布信息400条，其中主动公开380条，公开率为百分之九十八点五。", "NB313", "百分之九十八点五"),
        ("应公开信息400条，已公开380条，公开率百分之九十六。", "NB313", "百分之九十六"),
        ("收到申请20件，答复率百分之百。", "NB312", "答复率百分之百"),
        ("今年收到信函45封；发布图解45篇，较上年的40篇增长百分之二十。", "NB310", "百分之二十"),
    ],
)
def test_a_wrong_percentage_in_words_is_found(text: str, code: str, words: str) -> None:
    assert _found(text, code) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "自然人申请18件，占全部申请的百分之九十。",
        "发布信息400条，其中主动公开380条，公开率为百分之九十五。",
        "发布图解45篇，较上年的40篇增长百分之十二点五。",
        "重点领域信息公开率达百分之百。",
        "阅读量增长百分之二十几，占全部申请的百分之几尚未统计。",
    ],
)
def test_a_right_one_is_not(text: str) -> None:
    assert [code for code in ("NB310", "NB312", "NB313") if _found(text, code)] == []


@given(st.integers(0, 9999), st.sampled_from(["", "点五", "点零六"]))
def test_every_numeral_is_read_as_written(value: int, fraction: str) -> None:
    digits = {"": "", "点五": ".5", "点零六": ".06"}[fraction]
    assert percentage(to_chinese(value) + fraction) == f"{value}{digits}"


@given(st.text("百分之九十五点二%１ 申请，。", max_size=30))
def test_every_character_knows_where_it_stood(text: str) -> None:
    for read in (with_percents(text), fold(text)):
        for at in range(len(read.text)):
            start, end = read.origin(at, at + 1)
            assert 0 <= start < end <= len(text)
