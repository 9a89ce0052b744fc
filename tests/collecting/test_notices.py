"""退回意见: plain and polite, without codes, commands and names of formats that the agency never saw."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from complete import complete, last_year
from golden_files import GOLDEN, UPDATE

from generator.checks.disclosure.reading_codes import READING_CODES
from generator.checks.disclosure.shown import shown
from generator.checks.registry import rules
from generator.checks.rule import Rule
from generator.collecting.notices import notice
from generator.collecting.records import Agency, Filed, FilingEntry, ListedProblem, Status
from generator.collecting.running.problems import problems_of
from generator.collecting.wording import plainly
from generator.findings import Severity
from generator.pipeline.checking import Checked, check_file

YEAR = 2025
MIXED = (
    ListedProblem(
        Severity.ERROR,
        "表三“本年新收”自然人（第18行）",
        "“本年新收”的总计写的是 4，各项相加是 3，差 1",
        "请核对各项。",
        "NB202",
    ),
    ListedProblem(
        Severity.WARNING, "一、总体情况“依申请公开”（第9行）", "留有占位的“（具体网址）”", "请补上，或者删去", "NB503"
    ),
    ListedProblem(Severity.INFO, "全文", "总体情况有 1200 字", "请压缩", "NB511"),
    ListedProblem(Severity.WARNING, "表二“规章”", "表二“规章”印作“0 /”，读不准（原文第3行）", "请核对。", ""),
    ListedProblem(Severity.ERROR, "全文", "程序处理这个文件时出错", "请交给维护的人", "NB900"),
)


def entry(*problems: ListedProblem) -> FilingEntry:
    file = "水利/清河县水利局年报（定稿）.docx"
    filed = Filed(file, 0, "清河县水利局", YEAR, figures={("规章",): 0}, problems=problems)
    return FilingEntry(Agency("清河县水利局"), Status.FAULTY, filed)


@pytest.mark.parametrize(
    ("name", "problems", "deadline"),
    [
        ("退回意见-改正", MIXED, date(2026, 1, 31)),
        ("退回意见-核实", MIXED[1:2], None),
    ],
)
def test_the_message_is_as_it_was_found_right(
    name: str, problems: tuple[ListedProblem, ...], deadline: date | None
) -> None:
    text = notice(entry(*problems), YEAR, deadline)
    assert text is not None
    file = GOLDEN / f"{name}.md"
    if UPDATE:
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


def test_nothing_is_sent_for_what_is_no_fault_of_theirs() -> None:
    assert notice(entry(), YEAR) is None
    assert notice(entry(MIXED[2], MIXED[4]), YEAR) is None
    assert notice(FilingEntry(Agency("清河县水利局"), Status.MISSING), YEAR) is None


def test_a_message_stays_short_enough_to_be_worked_off() -> None:
    text = notice(entry(*(MIXED[0]._replace(place=f"第{number}行") for number in range(32))), YEAR)
    assert text is not None
    assert "有 32 处需要改正" in text
    assert "\n30. " in text
    assert "\n31. " not in text
    assert "另有 2 处没有列出" in text


def test_yaml_that_cannot_be_read_is_named_several_files_are_named_by_their_problem() -> None:
    broken = entry(MIXED[0])._replace(filed=Filed("水利/a.yaml", 0, problems=MIXED[:1]))
    assert "（文件：a.yaml）" in str(notice(broken, YEAR))
    both = broken._replace(filed=Filed("a.docx、b.docx", 0, problems=MIXED[:1]))
    assert "（文件" not in str(notice(both, YEAR))


WORDS_ALLOWED = r"Word|WPS|DOCX|docx|PDF|Tab|UTF-8|UTF-16|GBK|GB18030|MB|KB|TODO|yaml\b"
"""What an office knows, and what stands in the examples themselves."""


def said(checked: Checked, *, published: bool) -> list[str]:
    if published:
        findings = tuple(finding._replace(place="全文") for finding in checked.findings)
        checked = checked._replace(findings=findings)
    texts = [text for problem in problems_of(checked) for text in problem[1:4]]
    return [re.sub(r"“[^”]*”", "", text) for text in texts]


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("rule", [shown(rule) for rule in rules()], ids=lambda rule: rule.code)
def test_what_a_rule_says_is_said_without_codes_and_english(rule: Rule, published: bool, tmp_path: Path) -> None:
    before = tmp_path / "b.yaml"
    before.write_text(last_year(rule.fails.last_year), encoding="utf-8")
    last = str(before) if rule.fails.last_year else None
    checked = check_file("a.yaml", data=complete(rule.fails.report).encode(), last_year=last)
    texts = said(checked, published=published)
    assert texts
    for text in texts:
        assert not re.search(r"[A-Za-z]{2,}|[{}]", re.sub(WORDS_ALLOWED, "", text)) or (not published and "{" in text)
        assert not re.search(r"NB\d|nianbao|--", text)


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("code", [code for code in READING_CODES if code.fails], ids=lambda code: code.code)
def test_what_reading_says_is_said_without_codes_and_english(code, published: bool) -> None:
    for text in said(check_file("a.yaml", data=code.fails.encode()), published=published):
        assert not re.search(r"[A-Za-z]{2,}", re.sub(WORDS_ALLOWED, "", text)), text


@pytest.mark.parametrize(
    ("hint", "plain", "published"),
    [
        ("请先检查它：nianbao check a.yaml", "", ""),
        ("请新建一份报告（nianbao new 年度），照原表填入。", "请新建一份报告，照原表填入。", None),
        ("有错误 NB201（NB202）请改", "有错误 请改", None),
        ("“<<”：这里不能并入（YAML 的合并键）。", "“<<”：这里不能并入。", None),
        ("这是图片，不是 YAML 文件。", "这是图片，不是年报文件。", None),
        ("写成 {本年制发: 1, 本年废止: 1}；没有就写 0", None, "写成 本年制发 1、本年废止 1；没有就写 0"),
        (
            "以表为准的，把正文里的数改写成 {{ 本年新收 }}，以后随表变化。",
            None,
            "以表为准的，把正文里的数改得与表一致。",
        ),
        ("请改为本机关的名称；如果是以前的名称，写进“曾用名”。", None, "请改为本机关的名称"),
        ("请改为“2023年”，或者写 {{ 年度 }}年；别的年份写明。", None, "请改为“2023年”；别的年份写明。"),
    ],
)
def test_advice_keeps_what_the_agency_can_do(hint: str, plain: str | None, published: str | None) -> None:
    assert plainly(hint) == (hint if plain is None else plain)
    assert plainly(hint, published=True) == (plain if published is None else published)
