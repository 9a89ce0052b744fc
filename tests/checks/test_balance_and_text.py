"""NB201 without a culprit points at the balance as a whole, and at what the text says where that would mend it."""

import pytest
from complete import complete, findings_of

from generator.findings import Finding

TABLE = "政府信息公开申请"
TEXT = (
    "总体情况:\n  主动公开: 按时公开。\n  依申请公开: |\n    {}\n  政府信息管理: 逐篇审核。\n"
    "  政府信息公开平台建设: 按时更新。\n  监督保障: 纳入考核，组织评议，没有责任追究的情形。\n"
)


def _off(said: str, table: str) -> list[Finding]:
    text = complete(TEXT.format(said) + f"{TABLE}: {table}\n")
    return [finding for finding in findings_of(text) if finding.code == "NB201"]


def _table(received: str = "{自然人: 16}", granted: str = "{自然人: 11}", carried_out: str = "0") -> str:
    results = f"{{予以公开: {granted}, 部分公开: {{自然人: 4}}, 不予公开: 0, 无法提供: 0, 不予处理: 0, 其他处理: 0}}"
    return f"{{本年新收: {received}, 上年结转: 0, 办理结果: {results}, 结转下年度: {carried_out}}}"


def test_without_a_culprit_the_whole_balance_is_pointed_at() -> None:
    (finding,) = _off("按时答复。", _table())
    assert finding.path == (TABLE,)
    assert finding.span.line == 8
    assert "“自然人”" in finding.message
    assert [r.path[-1] for r in finding.related] == ["本年新收", "上年结转", "办理结果", "结转下年度"]


@pytest.mark.parametrize(
    ("said", "table", "words", "name"),
    [
        ("予以公开12件，部分公开4件。", _table(), "也是 12 就平了", "予以公开"),
        ("收到政府信息公开申请15件。", _table(), "也是 15 就平了", "本年新收"),
        ("收到政府信息公开申请16件，结转下年度办理1件。", _table(), "也是 1 就平了", "结转下年度"),
        ("部分公开5件。", _table(), "也是 5 就平了", "部分公开"),
    ],
)
def test_what_the_text_says_is_named_where_it_would_mend_it(said: str, table: str, words: str, name: str) -> None:
    (finding,) = _off(said, table)
    assert words in finding.hint
    assert name in finding.hint
    assert finding.related[-1].span.line == 4
    assert finding.fix is None, "which of the two is right, nobody here knows"


@pytest.mark.parametrize(
    "said",
    [
        "予以公开13件，部分公开4件。",
        "予以公开10件。",
        "予以公开约12件。",
        "办理政府信息公开申请16件以上。",
        "主动公开信息12条。",
    ],
)
def test_a_number_that_would_not_mend_it_is_not_named(said: str) -> None:
    (finding,) = _off(said, _table())
    assert "就平了" not in finding.hint


def test_two_columns_off_are_not_mended_by_one_number() -> None:
    findings = _off("予以公开12件。", _table("{自然人: 16, 其他: 2}", "{自然人: 11, 其他: 1}"))
    assert len(findings) == 2
    assert not any("就平了" in finding.hint for finding in findings)
