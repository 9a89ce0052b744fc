"""What was found in a text is kept: the next check finds the same, and only what depends on the text alone is kept."""

from collections.abc import Iterator

import pytest
from complete import complete, report_of

from generator.checks.prose.remembering import LONGEST, MOST_TEXTS, forget, remembered
from generator.checks.registry import run
from generator.report.model import Report


@pytest.fixture
def looked() -> list[str]:
    return []


def _finder(looked: list[str]):
    @remembered
    def places(text: str, mark: str) -> Iterator[int]:
        looked.append(text)
        yield from (at for at, char in enumerate(text) if char == mark)

    return places


def test_a_text_is_looked_through_once_for_the_same_question(looked: list[str]) -> None:
    places = _finder(looked)
    assert places("申请、答复、归档", "、") == places("申请、答复、归档", "、") == (2, 5)
    assert places("申请、答复、归档", "复") == (4,)
    assert looked == ["申请、答复、归档"] * 2


def test_long_texts_are_not_kept_and_the_oldest_go_first(looked: list[str]) -> None:
    places = _finder(looked)
    for _ in range(2):
        assert places("、" * (LONGEST + 1), "、") == tuple(range(LONGEST + 1))
    assert len(looked) == 2
    for number in range(MOST_TEXTS + 1):
        places(str(number), "、")
    looked.clear()
    places(str(MOST_TEXTS), "、")
    places("0", "、")
    assert looked == ["0"]


def test_all_is_forgotten_when_told(looked: list[str]) -> None:
    places = _finder(looked)
    places("申请", "、")
    forget()
    places("申请", "、")
    assert looked == ["申请"] * 2


FIGURES = "政府信息公开申请: {本年新收: {自然人: 16}, 上年结转: 0, 办理结果: {予以公开: {自然人: 16}}, 结转下年度: 0}\n"
TEXT = (
    "总体情况:\n  概述: 我局收到政府信息公开申请15件，全部办结,并于15个工作日内答复申请人。\n"
    "  监督保障: 一是培训。三是考核考核。\n"
)


def _report(head: str, text: str = TEXT) -> Report:
    return report_of(complete(f"{head}{FIGURES}{text}"))


@pytest.mark.parametrize(
    "other",
    [
        _report("机关: 示例县教育局\n年度: 2023\n"),
        _report("机关: 示例县卫生健康委员会\n年度: 2023\n"),
        _report("机关: 示例县人民政府\n年度: 2022\n统计范围: 汇总\n"),
        _report("机关: 示例县水利局\n年度: 2023\n", "\n\n" + TEXT),
    ],
    ids=["the same", "another kind of body", "a government, another year", "other lines"],
)
def test_a_report_with_the_same_text_is_judged_for_itself(other: Report) -> None:
    forget()
    alone = run(other).findings
    run(_report("机关: 示例县教育局\n年度: 2023\n"))
    assert run(other).findings == alone
    assert {"NB301", "NB513", "NB516"} <= {finding.code for finding in alone}
