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
