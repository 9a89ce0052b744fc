import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_report import found, preface

from generator.checks.nb513_punctuation import RULE
from generator.checks.prose.punctuation import slips


def mended(text: str) -> str:
    """The text after the edits of its certain slips."""
    marks = [mark for slip in slips(text) if slip.certain for mark in slip.marks]
    for mark in sorted(marks, reverse=True):
        text = text[: mark.start] + mark.right + text[mark.end :]
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("国办函【2020】109号", "国办函〔2020〕109号"),
        ("国办发[2021]5号。", "国办发〔2021〕5号。"),
        ("豫政办（2021）3号。", "豫政办〔2021〕3号。"),
        ("国办发〔2021]5号", "国办发〔2021〕5号"),
        ("公开信息,更新栏目。", "公开信息，更新栏目。"),
        ("公开, 规范。", "公开，规范。"),
        ("问题:解读少;更新慢。", "问题：解读少；更新慢。"),
        ("结束。。", "结束。"),
        ("甲，，乙。", "甲，乙。"),
        ("甲，。", "甲。"),
        ("落实“三审三校“制度。", "落实“三审三校”制度。"),
        ("（其中1件)。", "（其中1件）。"),
        ("(其中1件）。", "（其中1件）。"),
        ("甲。，乙。", "甲。，乙。"),
        ("按照《条例规定。", "按照《条例规定。"),
        ("条例》规定。", "条例》规定。"),
        ("共3件（其中1件。", "共3件（其中1件。"),
    ],
)
def test_a_slip_and_what_it_becomes(text: str, right: str) -> None:
    (finding,) = found(RULE, preface(text))
    assert mended(text) == right
    assert (finding.fix is None) == (text == right)
    if finding.fix:
        assert finding.fix.mechanical


@pytest.mark.parametrize(
    "text",
    [
        "（2021）豫0311行初12号。",
        "国办函〔2020〕109号",
        "时间8:30至17:00，比例1:3，金额1,234元。",
        "见http://a.cn/b,c;d。",
        "“三审三校”、“一事一审批”。",
        "1）加强学习；2）完善制度。",
        "《关于印发〈办法〉的通知》（试行）。",
        "“谁起草谁解读，应解读尽解读”。",
        "省略……。",
        "年份（2021）是5号。",
        "他说：“好。”",
        "A,B两类。",
        "（（一）甲）。",
        "面积(含公摊)。",
    ],
)
def test_punctuation_that_is_right(text: str) -> None:
    assert found(RULE, preface(text)) == []


def test_several_places_of_one_kind_are_one_finding() -> None:
    (finding,) = found(RULE, preface("甲,乙,丙。"))
    assert "2 处" in finding.message
    assert (finding.span.line, finding.span.column) == (3, 4)
    assert finding.fix is not None
    assert [(e.span.column, e.text) for e in finding.fix.edits] == [(4, "，"), (6, "，")]


@given(st.text("公开2号，。,;:“”《》（）()〔〕[]【】 ", max_size=40))
def test_mending_leaves_the_words_alone_and_ends(text: str) -> None:
    words = [c for c in text if c.isalnum()]
    once = mended(text)
    assert [c for c in once if c.isalnum()] == words
    for _ in range(4):
        once = mended(once)
    assert mended(once) == once
