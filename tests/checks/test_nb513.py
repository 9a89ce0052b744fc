from hypothesis import given
from hypothesis import strategies as st
from rule_trials import found, preface

from generator.checks.nb513_punctuation import RULE
from generator.checks.prose.punctuation import slips


def mended(text: str) -> str:
    """The text after the edits of its certain slips."""
    marks = [mark for slip in slips(text) if slip.certain for mark in slip.marks]
    for mark in sorted(marks, reverse=True):
        text = text[: mark.start] + mark.right + text[mark.end :]
    return text


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


def test_only_certain_slips_are_mended_and_that_mechanically() -> None:
    (certain,) = found(RULE, preface("公开, 规范。"))
    assert certain.fix is not None
    assert certain.fix.mechanical
    (doubtful,) = found(RULE, preface("按照《条例规定。"))
    assert doubtful.fix is None


HALF = """总体情况:
  主动公开: 及时更新栏目,发布解读.
  依申请公开: 依法登记,按期答复.
  政府信息管理: 逐篇审核,定期清理.
  监督保障: 组织培训,开展评议。。
"""


def test_a_text_in_half_width_throughout_is_told_once_and_mended_whole() -> None:
    findings = found(RULE, HALF)
    assert [f.message.partition("，")[0] for f in findings] == ["汉字之间用了半角标点", "标点重复“。。”"]
    assert "全文共 7 处，涉及 4 段" in findings[0].message
    assert findings[0].fix is not None
    assert len(findings[0].fix.edits) == 7


def test_a_few_paragraphs_in_half_width_are_told_one_by_one() -> None:
    assert len(found(RULE, HALF.replace("审核,", "审核，").replace("登记,", "登记，").replace("答复.", "答复。"))) == 4
