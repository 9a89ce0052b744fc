"""Text inside the table parts is kept and checked, never read as a row; subheadings numbered 1、2、 come once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.compose import compose
from generator.form import keys
from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.checking import check_file
from generator.pipeline.opening import open_report, open_usable
from generator.render import markdown
from generator.report.model import Report

HEADINGS = {keys.PROACTIVE: "主动公开政府信息情况", keys.APPLICATIONS: "收到和处理政府信息公开申请情况"}
EXAMPLE = Path(__file__).parents[2] / "examples" / "孟津区人民政府办公室-2023.yaml"


def report_of(text: str) -> Report:
    report = open_report("例.yaml", text.encode()).report
    assert report is not None
    return report


ORIGINAL = open_usable(str(EXAMPLE)).report
assert ORIGINAL is not None
PAGE = markdown.render(compose(ORIGINAL)).decode()


def imported(part: str, above: str) -> Imported:
    """The example as published, with text between a table part's heading and its table."""
    heading = next(line for line in PAGE.splitlines() if line.endswith(HEADINGS[part]))
    return import_published("报告.md", PAGE.replace(heading, f"{heading}\n\n{above}\n", 1).encode())


NARRATIVES = [
    "本年度我办收到申请21件，其中予以公开9件，其他处理8件（均为主动撤回）。没有结转。",
    "收到申请20件，均按期答复，部分公开2件，不予公开1件；",
    "共办理申请19件，同比增加3件，予以公开8件，无法提供4件，其他7件。",
    "本部分为申请办理情况，数据截至12月31日。",
]


@pytest.mark.parametrize("part", HEADINGS)
@pytest.mark.parametrize("above", NARRATIVES)
def test_text_above_a_table_is_kept_and_listed(part: str, above: str) -> None:
    found = imported(part, above)
    report = report_of(found.text)
    assert report.figures == ORIGINAL.figures
    assert [paragraph.text for paragraph in report.notes[part]] == [above]
    assert [doubt.path for doubt in found.doubts] == [(part,)]
    assert above[:10] in found.doubts[0].message


def test_text_in_a_table_part_is_checked_like_any_text() -> None:
    found = imported(keys.APPLICATIONS, "全年共收到政府信息公开申请31件。")
    findings = check_file("例.yaml", data=found.text.encode()).findings
    assert [f.path[:2] for f in findings if f.code == "NB301"] == [(keys.APPLICATIONS, keys.NOTE)]


words = st.text("办理申请答复公开处理自然人企业部门科室", min_size=2, max_size=9)
counted = st.builds(lambda word, n, unit: f"{word}{n}{unit}", words, st.integers(0, 9999), st.sampled_from("件份条"))
sentences = st.lists(counted, min_size=1, max_size=6).map(lambda said: "，".join(said) + "。")


@given(sentences, st.sampled_from(sorted(HEADINGS)))
def test_no_sentence_changes_a_figure(sentence: str, part: str) -> None:
    report = report_of(imported(part, sentence).text)
    assert report.figures == ORIGINAL.figures
    assert [paragraph.text for paragraph in report.notes[part]] == [sentence]


LINES = """\
某县教育局2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
本年度我局收到申请8件，都是自然人提出的，其中予以公
开5件，不予公开1件，其他处理2件（申请人撤回），按期
答复，没有结转到下一年度。
一、本年新收政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |
（一）予以公开 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |
"""


def test_lines_of_a_sentence_are_one_paragraph_again() -> None:
    report = report_of(import_published("报告.txt", LINES.encode()).text)
    (note,) = report.notes[keys.APPLICATIONS]
    assert note.text == "".join(LINES.split("\n")[2:5])
    assert report.figures.row((keys.APPLICATIONS, keys.RECEIVED))[0] == 8


DIGITS = """\
某县教育局2023年政府信息公开工作年度报告
一、总体情况
{before}1、主动公开。全年发布信息900条。
2、依申请公开情况：收到申请13件。
3、监督保障
每季度检查一次。
4、宣传培训。组织培训3次。
二、主动公开政府信息情况
五、存在的主要问题及改进情况
1．存在问题。解读偏少。
2．改进措施。多做图解。
"""


@pytest.mark.parametrize("before", ["", "全年工作平稳。\n"])
def test_subheadings_in_digits_come_once(before: str) -> None:
    report = report_of(import_published("报告.txt", DIGITS.format(before=before).encode()).text)
    entries = report.narratives["总体情况"].entries
    named = [(e.heading, [p.text for p in e.paragraphs]) for e in entries if e.heading]
    assert named == [
        ("主动公开。", ["全年发布信息900条。"]),
        ("依申请公开情况", ["收到申请13件。"]),
        ("监督保障", ["每季度检查一次。"]),
        ("宣传培训。", ["组织培训3次。"]),
    ]
    assert [e.topic for e in entries if e.heading] == ["主动公开", "依申请公开", "监督保障", ""]
    problems = report.narratives["存在的主要问题及改进情况"].entries
    assert [[p.text for p in e.paragraphs] for e in problems] == [["解读偏少。"], ["多做图解。"]]


def test_a_topic_that_stood_as_a_part_comes_once() -> None:
    text = (
        "某县教育局2023年政府信息公开工作年度报告\n一、总体情况\n平稳。\n"
        "二、依申请公开情况：收到申请13件。\n三、收到和处理政府信息公开申请情况\n"
    )
    report = report_of(import_published("报告.txt", text.encode()).text)
    entries = report.narratives["总体情况"].entries
    assert [(e.key, [p.text for p in e.paragraphs]) for e in entries][1:] == [("依申请公开情况", ["收到申请13件。"])]


def test_paragraphs_of_a_note_stay_apart() -> None:
    """注 stands below the table; its lines are as they were typed, also one that ends within a sentence."""
    note = ("本表数据由各科室报送，汇总时逐项核对共3次，等", "办结的9件都在内。")
    text = EXAMPLE.read_text(encoding="utf-8").replace(
        "  结转下年度: {自然人: 1}\n",
        "  结转下年度: {自然人: 1}\n  注: |\n" + "".join(f"    {line}\n" for line in note),
    )
    page = markdown.render(compose(report_of(text)))
    report = report_of(import_published("报告.md", page).text)
    assert tuple(paragraph.text for paragraph in report.notes[keys.APPLICATIONS]) == note
