"""Merging: sums are exact, say where they are from, lack but the texts, and do not depend on how one sums."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from complete import complete
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import reports

from generator.collecting.merging import merged
from generator.collecting.records import Filed
from generator.collecting.running.reading import RunContext, read_file
from generator.collecting.running.walking import FoundFile
from generator.findings import Severity
from generator.form import edition_for, keys
from generator.form.edition import walk
from generator.form.model import Kind
from generator.form.prefill import NOTHING, TakenOver
from generator.form.scaffold import scaffold
from generator.pipeline.checking import Checked, check_file

EDITION = edition_for(2023)
TOPICS = {(part.key, *path) for part in EDITION.narratives for path, item in walk(part) if item.kind is Kind.TOPIC}
APPLICATIONS = """\
政府信息公开申请:
  本年新收: {{自然人: {0}}}
  上年结转: 0
  办理结果: {{予以公开: {{自然人: {0}}}}}
  结转下年度: 0
"""
PROACTIVE = """\
主动公开政府信息:
  规章: 0
  行政规范性文件: {{现行有效: {0}}}
  行政许可: 0
  行政处罚: 0
  行政强制: 0
  行政事业性收费: {1}
"""


def report(agency: str, received: int = 0, charges: str = "0", fee: str = "0") -> str:
    tables = APPLICATIONS.format(received) + PROACTIVE.format(received, charges)
    return complete(f"机关: {agency}\n{tables}其他需要报告的事项:\n  信息处理费: {fee}\n")


def read(folder: Path, **texts: str) -> list[Filed]:
    """The reports as merge reads them; the names of their files, in order, are those of the keywords."""
    found = []
    for name, text in texts.items():
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        found.append(read_file(FoundFile(str(path), path.name, 0), RunContext()).filed)
    return found


def sum_of(reports: list[Filed], before: TakenOver = NOTHING) -> str:
    return scaffold(2023, "示例县人民政府", "s.json", merged(reports, EDITION, before))


def checked(text: str) -> Checked:
    found = check_file("汇总.yaml", data=text.encode())
    assert found.report is not None
    return found


def line(text: str, key: str) -> str:
    return next(line for line in text.splitlines() if line.strip().startswith(f"{key}:"))


def test_all_that_is_left_to_do_is_to_write_the_texts(tmp_path: Path) -> None:
    filed = read(
        tmp_path,
        甲=report("示例县水利局", 3, fee="{收费通知件数: 1, 收费通知金额: 20, 实际收取金额: 0}"),
        乙=report("示例县林业局", 5),
    )
    found = checked(sum_of(filed))
    assert {(f.code, f.path) for f in found.findings} == {("NB105", path) for path in TOPICS}
    assert found.report is not None
    assert found.report.consolidated
    assert found.report.agency == "示例县人民政府"
    assert found.report.figures.rows[keys.APPLICATIONS, keys.RECEIVED] == (8, 0, 0, 0, 0, 0, 8)


def test_each_figure_says_where_it_is_from_and_the_end_which_files(tmp_path: Path) -> None:
    text = sum_of(read(tmp_path, 甲=report("示例县水利局", 3), 乙=report("示例县林业局", 5), 丙=report("示例县司法局")))
    assert line(text, keys.RECEIVED).endswith("# = 示例县林业局 5 + 示例县水利局 3")
    assert line(text.partition("行政规范性文件:")[2], keys.IN_FORCE).endswith("# = 示例县林业局 5 + 示例县水利局 3")
    assert "#" not in line(text, keys.CARRIED_IN)
    ending = text.rpartition("汇总的 3 份报告：")[2]
    assert [re.split(r"\s+", row)[1:] for row in ending.strip().splitlines()] == [
        ["示例县水利局", "甲.yaml"],
        ["示例县林业局", "乙.yaml"],
        ["示例县司法局", "丙.yaml"],
    ]


def test_of_many_agencies_the_largest_are_named_and_the_rest_summed(tmp_path: Path) -> None:
    filed = read(tmp_path, **{f"第{n}": report(f"示例县第{n}局", n) for n in range(1, 8)})
    assert line(sum_of(filed), keys.RECEIVED).endswith(
        "= 示例县第7局 7 + 示例县第6局 6 + 示例县第5局 5 + 示例县第4局 4 + 其余 3 个单位 6"
    )


def test_money_is_exact(tmp_path: Path) -> None:
    filed = read(tmp_path, 甲=report("示例县水利局", charges="0.1"), 乙=report("示例县林业局", charges="0.2"))
    found = checked(sum_of(filed)).report
    assert found is not None
    assert found.figures.rows[keys.PROACTIVE, "行政事业性收费"] == (Decimal("0.3"),)


@pytest.mark.parametrize(
    ("fees", "expected"),
    [
        (("0", "0"), "0"),
        (("0", "2023年，本局没有收取信息处理费。"), "0"),
        (
            (
                "{收费通知件数: 2, 收费通知金额: 20.5, 实际收取金额: 20}",
                "{收费通知件数: 1, 收费通知金额: 9.5, 实际收取金额: 0}",
            ),
            "{收费通知件数: 3, 收费通知金额: 30.0, 实际收取金额: 20}",
        ),
        (("0", "2023年，本局向一名申请人收取信息处理费50元。"), ""),
    ],
)
def test_the_fee_is_summed_unless_the_text_must_be_read(tmp_path: Path, fees: tuple[str, str], expected: str) -> None:
    filed = read(tmp_path, 甲=report("示例县水利局", fee=fees[0]), 乙=report("示例县林业局", fee=fees[1]))
    text = sum_of(filed)
    assert line(text, keys.FEE) == f"  {keys.FEE}: {expected}".rstrip()
    assert ("示例县林业局没有写成数" in text) == (not expected)


def test_an_amount_that_was_not_written_is_unknown_in_the_sum_and_not_0(tmp_path: Path) -> None:
    filed = read(
        tmp_path, 甲=report("示例县水利局"), 乙=report("示例县林业局", fee="{收费通知件数: 1, 收费通知金额: 9.5}")
    )
    assert line(sum_of(filed), keys.FEE) == f"  {keys.FEE}:"


def test_last_years_texts_stay_as_comments_and_the_figures_are_the_sums(tmp_path: Path) -> None:
    from generator.pipeline.opening import open_usable
    from generator.pipeline.starting import from_last_year

    last = tmp_path / "去年.yaml"
    last.write_text(
        report("示例县人民政府", 4)
        .replace("年度: 2023", "年度: 2022")
        .replace("  信息处理费: 0", "  信息处理费: 没有收取信息处理费。"),
        encoding="utf-8",
    )
    before = from_last_year(2023, "示例县人民政府", str(tmp_path / "今年.yaml"), open_usable(str(last)))
    text = sum_of(read(tmp_path, 甲=report("示例县水利局", 3)), before)
    assert line(text, keys.LAST_YEAR).startswith("上年报告: '去年.yaml'")
    assert "#   全年通过政府网站主动公开信息，重点领域信息及时更新。" in text
    assert "# 上年 4 件。= 示例县水利局 3" in text
    assert "从上年接过来" not in text, "the figures are the sums"
    assert line(text, keys.CARRIED_IN) == "  上年结转: 0"
    assert line(text, keys.FEE) == "  信息处理费: 0", "told in words last year, now it is a sum"
    (tmp_path / "今年.yaml").write_text(text, encoding="utf-8")
    findings = check_file(str(tmp_path / "今年.yaml")).findings
    assert {f.code for f in findings if f.severity is not Severity.INFO} == {"NB105"}


def test_a_part_that_was_plain_text_last_year_still_gets_the_fee(tmp_path: Path) -> None:
    from generator.form.prefill import PrefillText

    before = NOTHING._replace(narratives={"其他需要报告的事项": PrefillText(("没有其他需要报告的事项。",))})
    text = sum_of(
        read(tmp_path, 甲=report("示例县水利局", fee="{收费通知件数: 2, 收费通知金额: 0, 实际收取金额: 0}")), before
    )
    assert line(text, keys.FEE) == "  信息处理费: {收费通知件数: 2, 收费通知金额: 0, 实际收取金额: 0}"
    assert "#   没有其他需要报告的事项。" in text
    assert checked(text).report is not None


@settings(max_examples=8)
@given(texts=st.lists(reports(), min_size=2, max_size=4), data=st.data())
def test_the_sums_are_the_sums_however_the_reports_are_parted_and_ordered(
    texts: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    filed = read(
        folder, **{f"第{n}": re.sub(r"年度: \d+", "年度: 2023", text, count=1) for n, text in enumerate(texts)}
    )
    whole = read(folder, 全部=sum_of(filed))[0]
    assert {path: sum(one.figures[path] or 0 for one in filed) for path in whole.figures} == dict(whole.figures)

    at = data.draw(st.integers(1, len(filed) - 1))
    mixed = data.draw(st.permutations(filed))
    parts = read(folder, 一=sum_of(mixed[:at]), 二=sum_of(mixed[at:]))
    again = read(folder, 再=sum_of(parts))[0]
    assert dict(again.figures) == dict(whole.figures)
    if all(one.sentence_figures for one in filed):
        assert again.sentence_figures == whole.sentence_figures


def test_figures_that_are_not_known_leave_the_sum_to_be_filled_in(tmp_path: Path) -> None:
    open_figure = report("示例县林业局", 5).replace("  本年新收: {自然人: 5}", "  本年新收:")
    text = sum_of(read(tmp_path, 甲=report("示例县水利局", 3), 乙=open_figure))
    assert line(text, keys.RECEIVED).startswith("  本年新收:  ")
    assert (keys.APPLICATIONS, keys.RECEIVED) in {f.path for f in checked(text).findings if f.code == "NB105"}
