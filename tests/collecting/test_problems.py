"""Findings and doubts of one file as problems: placed in words, each thing said once."""

from __future__ import annotations

from complete import complete

from generator.collecting.records import ListedProblem
from generator.collecting.running.problems import problems_of
from generator.findings import WHOLE_FILE as HERE
from generator.findings import Finding, Severity, error
from generator.form import keys
from generator.importing.outcome import Doubt
from generator.pipeline.checking import Checked, check_file

DOCUMENTS = (keys.PROACTIVE, keys.NORMATIVE_DOCUMENTS)
REVIEWS = (keys.REVIEWS, "行政复议")


def doubt(path: tuple[str, ...], confidence: float = 0.5) -> Doubt:
    return Doubt(path, "印作“0 /”，读法不止一种", "第3行", "", confidence)


def finding(code: str, path: tuple[str, ...]) -> Finding:
    return error(code, "还没有填写", HERE, path=path, place="某处")


def problems(findings: list[Finding], *doubts: Doubt) -> list[ListedProblem]:
    return list(problems_of(Checked("a.docx", tuple(findings), doubts=doubts)))


def test_a_doubt_is_a_warning_with_its_place_in_the_source() -> None:
    [problem] = problems([], doubt(DOCUMENTS))
    assert problem.severity is Severity.WARNING
    assert problem.place == "表二“行政规范性文件”"
    assert problem.message == "印作“0 /”，读法不止一种（原文第3行）"


def test_what_arithmetic_has_proved_is_only_worth_a_look() -> None:
    [problem] = problems([], doubt(DOCUMENTS, 0.9))
    assert problem.severity is Severity.INFO


def test_what_was_left_empty_in_doubt_is_one_error_that_says_what_is_printed() -> None:
    [problem] = problems([finding("NB105", DOCUMENTS)], doubt(DOCUMENTS))
    assert problem.severity is Severity.ERROR
    assert "读法不止一种" in problem.message


def test_an_error_says_more_than_a_doubt_about_the_same_row() -> None:
    assert [p.code for p in problems([finding("NB202", (*REVIEWS, keys.TOTAL))], doubt(REVIEWS))] == ["NB202"]
    assert [p.code for p in problems([finding("NB202", REVIEWS)], doubt(DOCUMENTS))] == ["NB202", ""]


def test_in_yaml_the_place_is_named_with_its_line() -> None:
    text = complete("机关: 某某县水利局\n政府信息公开申请: {本年新收: {自然人: 一}, 上年结转: 0}")
    found = problems_of(check_file("a.yaml", data=text.encode()))
    assert "表三“本年新收”自然人（第2行）" in [problem.place for problem in found]
    assert [p.severity for p in found] == sorted((p.severity for p in found), key=list(Severity).index)


def test_what_is_missing_or_about_the_whole_has_no_line() -> None:
    assert [p.place for p in problems_of(check_file("a.yaml", data=b""))] == ["全文"]
    missing = problems_of(check_file("a.yaml", data="机关: 某局\n年度: 2023\n".encode()))
    assert "表二" in [problem.place for problem in missing]
