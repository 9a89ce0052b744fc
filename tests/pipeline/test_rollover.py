"""Next year's draft: what stays is there, what is to be written is empty, and check says so and nothing else."""

import os
import re

import pytest
from complete import complete
from hypothesis import given
from strategies import reports

from generator.files.errors import UserError
from generator.form import edition_for, keys
from generator.form.edition import member, walk
from generator.form.model import FIGURES, Item, Kind
from generator.pipeline.checking import check_file
from generator.pipeline.opening import Opened, open_report
from generator.pipeline.starting import next_report
from generator.report.model import NarrativeEntry, Report

EDITION = edition_for(2025)
Place = tuple[str | int, ...]


def opened(text: str, file: str = "去年.yaml") -> Opened:
    found = open_report(file, text.encode())
    assert found.report is not None, found.findings
    return found


def draft_of(text: str, agency: str | None = None, year: int = 2024) -> str:
    return next_report(year, agency, "今年.yaml", opened(text))


def open_places(last: Report) -> set[Place]:
    """All that the clerk has to fill in, figured out from last year's report."""
    tables = {path for path, item in walk(EDITION.root) if _is_open_figure(path, item)}
    places: set[Place] = tables - {(keys.APPLICATIONS, keys.CARRIED_IN)}
    for part in EDITION.narratives:
        narrative = last.narratives[part.key]
        if narrative.paragraphs:
            places.add((part.key,))
            continue
        written = {item.key for entry in narrative.entries if (item := member(part, entry.key))}
        missing = {topic.key for topic in part.children if topic.kind is not Kind.TEXT} - written
        places |= {(part.key, key) for key in missing}
        places |= {place for entry in narrative.entries for place in _places(last, part, entry)}
    return places | ({(keys.PREFACE,)} if last.preface else set())


def _is_open_figure(path: tuple[str, ...], item: Item) -> bool:
    if path[0] not in {part.key for part in EDITION.tables}:
        return False
    parent = EDITION.find(path[:-1])
    is_cell_of_its_own = item.kind in FIGURES and parent is not None and not parent.kinds
    return is_cell_of_its_own or (item.kind is Kind.ROW and bool(item.kinds))


def _places(last: Report, part: Item, entry: NarrativeEntry) -> set[Place]:
    path = (part.key, entry.key)
    if not any((*path, key) in last.places.values for key in (keys.TITLE, keys.HEADING_FORM)):
        return {path}
    return {
        (*path, key) for key in ((keys.NOTICES, keys.ASKED, keys.COLLECTED) if entry.sentence_figures else (keys.BODY,))
    }


@given(text=reports())
def test_check_lists_exactly_what_is_not_filled_in(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "rollover"
    folder.mkdir(exist_ok=True)
    (folder / "去年.yaml").write_text(text, encoding="utf-8")
    last = opened(text, str(folder / "去年.yaml"))
    assert last.report is not None
    assert last.report.year is not None
    draft = next_report(last.report.year + 1, None, str(folder / "今年.yaml"), last)
    checked = check_file(str(folder / "今年.yaml"), data=draft.encode())
    assert {(f.code, f.path) for f in checked.findings} == {("NB105", place) for place in open_places(last.report)}
    assert checked.report is not None
    assert checked.report.last_year is not None, "last year's report is found where the draft says"
    assert (
        checked.report.figures.rows[keys.APPLICATIONS, keys.CARRIED_IN]
        == (last.report.figures.rows[keys.APPLICATIONS, keys.CARRIED_OUT])
    )


def test_what_belongs_to_the_agency_stays() -> None:
    draft = draft_of(
        complete(
            "曾用名: [示例县政府办, 县府办]\n统计范围: 汇总\n排版: {小标题: 同段, 页码: 奇偶分置}\n"
            "标题: |\n  示例县人民政府办公室\n  2023年度政务公开报告\n落款: 2024-01-20\n"
        )
    )
    lines = draft.splitlines()
    assert "机关: 示例县人民政府办公室" in draft
    assert any(line.startswith("曾用名: [示例县政府办, 县府办]") for line in lines)
    assert any(line.startswith("统计范围: 汇总") for line in lines)
    assert any(line.startswith("排版: {小标题: 同段, 页码: 奇偶分置}") for line in lines)
    assert any(line.startswith("上年报告: '去年.yaml'") for line in lines)
    assert "标题: |\n  示例县人民政府办公室\n  2024年度政务公开报告\n" in draft
    assert any(line.startswith("# 落款: 2025-01-20") for line in lines), "the day is for the clerk"


def test_an_agency_that_was_renamed_keeps_its_old_name() -> None:
    draft = draft_of(complete("标题: 示例县人民政府办公室2023年度报告\n"), agency="示例县政务服务局")
    assert "机关: 示例县政务服务局" in draft
    assert "\n曾用名: [示例县人民政府办公室]" in draft
    assert "标题: |\n  示例县政务服务局2024年度报告\n" in draft


def test_carried_over_figures_and_those_to_be_seen() -> None:
    draft = draft_of(
        complete(
            "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 2, 本年废止: 0, 现行有效: 27},"
            " 行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 1.5, 注: 现行有效含修订的2件。}\n"
            "政府信息公开申请: {本年新收: {自然人: 5, 商业企业: 1}, 上年结转: 0, "
            "办理结果: {予以公开: {自然人: 3}}, 结转下年度: {自然人: 2, 商业企业: 1}}\n"
        )
    )
    assert re.search(r"^  上年结转: \{自然人: 2, 商业企业: 1\} +#", draft, re.MULTILINE)
    assert re.search(r"^    现行有效: +# 上年 27 件。", draft, re.MULTILINE)
    assert "1.5" not in "".join(line for line in draft.splitlines() if "行政事业性收费" in line)
    assert "  # 上年表下的注（要写就写“注: 文字”）：\n  #   现行有效含修订的2件。\n" in draft


def test_a_row_that_was_not_known_is_left_to_the_clerk() -> None:
    draft = draft_of(complete("政府信息公开申请: {本年新收: 0, 上年结转: 0, 办理结果: 0, 结转下年度: {自然人: }}\n"))
    assert any(line.strip().startswith("上年结转:  ") for line in draft.splitlines())


def test_subheadings_stay_in_their_order_with_last_years_words_above() -> None:
    draft = draft_of(
        complete(
            "总体情况:\n  平台建设情况: 网站改版。\n  2023年重点工作:\n    标题: 2023年的重点\n    排法: 同段\n"
            "    正文: |\n      第一件事。\n      第二件事。\n  主动公开: 全年发布信息。\n"
            "其他需要报告的事项: {信息处理费: 0, 无其他事项。: ''}\n"
        )
    )
    keys_in_order = [line.strip().partition(":")[0] for line in draft.splitlines() if line.startswith("  ")]
    text_keys = [key for key in keys_in_order if key and not key.startswith("#")]
    assert text_keys[:4] == ["平台建设情况", "'2024年重点工作'", "标题", "排法"]
    assert text_keys[5:9] == ["主动公开", "依申请公开", "政府信息管理", "监督保障"]
    assert "  # 上年：\n  #   第一件事。\n  #   第二件事。\n  '2024年重点工作':\n    标题: '2024年的重点'\n" in draft
    assert "  # 上年只有小标题，没有正文；今年还这样，就写 ''\n  '无其他事项。':\n" in draft


TEXT = "2023年共收到政府信息公开申请5件，其中自然人3件，已全部答复；新制发行政规范性文件2个。"
FIGURES_OF_THE_YEAR = (
    "政府信息公开申请: {本年新收: {自然人: 3, 商业企业: 2}, 上年结转: 0, "
    "办理结果: {予以公开: {自然人: 3, 商业企业: 2}}, 结转下年度: 0}\n"
    "主动公开政府信息: {规章: 0, 行政规范性文件: {本年制发: 2, 本年废止: 0, 现行有效: 7},"
    " 行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}\n"
)


def _offered(draft: str) -> list[str]:
    lines = draft.splitlines()
    at = lines.index("  # 可以这样写，数随表格变化：")
    return [line.removeprefix("  #   ") for line in lines[at + 1 :] if line.startswith("  #   ")][:2]


def test_numbers_that_are_figures_are_offered_as_expressions() -> None:
    rewritten, compared = _offered(draft_of(complete(f"{FIGURES_OF_THE_YEAR}总体情况: {{依申请公开: {TEXT}}}\n")))
    assert rewritten == (
        "{{ 年度 }}年共收到政府信息公开申请{{ 本年新收 }}件，其中自然人{{ 本年新收.自然人 }}件，已全部答复；"
        "新制发行政规范性文件{{ 行政规范性文件.本年制发 }}个。"
    )
    assert compared.startswith("与上年比较：{{ 较上年(本年新收, '件') }}；")


def test_what_is_offered_says_the_same_in_last_years_own_report() -> None:
    before = complete(f"{FIGURES_OF_THE_YEAR}总体情况: {{依申请公开: {TEXT}}}\n")
    [rewritten, _] = _offered(draft_of(before))
    after = opened(complete(f"{FIGURES_OF_THE_YEAR}总体情况:\n  依申请公开: |\n    {rewritten}\n")).report
    assert after is not None
    assert after.narratives["总体情况"].entries[0].paragraphs[0].text == TEXT


def test_expressions_are_kept_as_they_were_typed() -> None:
    draft = draft_of(complete("总体情况:\n  依申请公开: |\n    收到{{ 本年新收 }}件，均已办结。\n"))
    assert "  #   收到{{ 本年新收 }}件，均已办结。\n" in draft
    assert "可以这样写" not in draft


@pytest.mark.parametrize(
    ("file", "last", "written"),
    [
        ("今年.yaml", "去年.yaml", "'去年.yaml'"),
        ("今年/报.yaml", "去年/报.docx", "'../去年/报.docx'"),
        ("-", "去年/it's  报.yaml", "'去年/it''s  报.yaml'"),
    ],
)
def test_the_way_to_last_years_report(file: str, last: str, written: str) -> None:
    draft = next_report(2024, None, file, opened(complete(""), last.replace("/", os.sep)))
    assert re.search(rf"^上年报告: {re.escape(written)} +#", draft, re.MULTILINE)


def test_a_report_of_another_year_is_refused() -> None:
    with pytest.raises(UserError) as refusal:
        next_report(2025, None, "今年.yaml", opened(complete("")))
    assert "2023 年度" in refusal.value.message
    assert "2024" in refusal.value.hint
