"""Braces: what is an expression, what was meant as one, what is ordinary text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text",
    [
        "没有大括号",
        "{",
        "}",
        "{abc}",
        "{}",
        "{ }",
        "a{1}b",
        "{% if x %}",
        "{# 注 #}",
        "｛一｝",
        "{机 关}",
        "{1+1}",
        "{增减}",
    ],
)
def test_ordinary_text_stays(bench, text):
    outcome = bench(text)
    assert (outcome.paragraph.text, outcome.findings) == (text, [])


@pytest.mark.parametrize(
    ("text", "wrong", "mended"),
    [
        ("共{{}}件", ["{{}}"], None),
        ("共{{   }}件", ["{{   }}"], None),
        ("共｛｛ 本年新收 ｝｝件", ["｛｛ 本年新收 ｝｝"], "共{{ 本年新收 }}件"),
        ("共｛｛ 本年新收 }}件", ["｛｛"], "共{{ 本年新收 }}件"),
        ("共{{ 本年新收 ｝｝件", ["｝｝"], "共{{ 本年新收 }}件"),
        ("共{{{ 本年新收 }}}件", ["{{{ 本年新收 }}}"], "共{{ 本年新收 }}件"),
        ("共{{ 本年新收 }}}}件", ["}}}}"], "共{{ 本年新收 }}件"),
        ("共{{ 本年新收件", ["{{"], "共{{ 本年新收 }}件"),
        ("共{{ 本年新收 件", ["{{"], "共{{ 本年新收 }} 件"),
        ("共{{本年新收，下年", ["{{"], "共{{本年新收 }}，下年"),
        ("共{{ 本年新收 } 件", ["{{"], "共{{ 本年新收 }} 件"),
        ("共{{ 较上年(本年新收, '件')，下年", ["{{"], "共{{ 较上年(本年新收, '件') }}，下年"),
        ("共｛｛ 本年新收 }件", ["｛｛"], "共{{ 本年新收 }}件"),
        ("共 本年新收 }}件", ["}}"], "共 {{ 本年新收 }}件"),
        ("共{ 本年新收 }}件", ["}}"], "共{{ 本年新收 }}件"),
        ("共{{ {{ 本年新收 }}件", ["{{"], None),
        ("共}}件", ["}}"], None),
        ("共{本年新收}件", ["{本年新收}"], "共{{ 本年新收 }}件"),
        ("｛年度｝年", ["｛年度｝"], "{{ 年度 }}年"),
        ("{ 较上年(本年新收, '件') }", ["{ 较上年(本年新收, '件') }"], "{{ 较上年(本年新收, '件') }}"),
        ("{上年.本年新收}和{机关}", ["{上年.本年新收}", "{机关}"], "{{ 上年.本年新收 }}和{{ 机关 }}"),
    ],
)
def test_meant_as_an_expression(bench, text, wrong, mended):
    outcome = bench(text)
    assert outcome.wrong == wrong
    assert {f.code for f in outcome.findings} == {"NB106"}
    assert all(f.hint for f in outcome.findings)
    if mended is None:
        assert outcome.mended == text
    else:
        assert outcome.mended == mended
        assert bench(mended).findings == []


def test_an_ambiguous_name_in_single_braces_is_a_mistake_too(bench):
    assert bench("{自然人}").wrong == ["{自然人}"]


def test_a_sound_expression_among_lone_braces_is_carried_out(bench):
    outcome = bench("{{ {{ 本年新收 }} }}")
    assert outcome.wrong == ["{{", "}}"]
    assert outcome.paragraph.text == f"{{{{ {bench.prints('本年新收')} }}}}"


def test_the_rest_of_a_line_full_of_faults_is_left_alone(bench):
    outcome = bench("{{}}" * 200 + "{{ 本年新收 }}")
    assert len(outcome.findings) == 50
    assert outcome.paragraph.text == "？" * 50 + "{{}}" * 150 + "{{ 本年新收 }}"


@given(st.text(st.sampled_from("{}｛｝ 本年新收'(+1𠮷"), max_size=30))
def test_text_outside_of_expressions_is_never_lost(bench, text):
    outcome = bench(f"甲{text}乙")
    paragraph = outcome.paragraph
    ends = [piece.start for piece in paragraph.pieces[1:]] + [len(paragraph.text)]
    kept = [
        paragraph.text[piece.start : end]
        for piece, end in zip(paragraph.pieces, ends, strict=True)
        if not piece.computed
    ]
    rest = outcome.text
    for part in kept:
        _, found, rest = rest.partition(part)
        assert found
    if outcome.findings:
        assert all(f.span.end_column <= 5 + len(outcome.text) for f in outcome.findings)
