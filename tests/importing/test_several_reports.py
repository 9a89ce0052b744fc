"""Two reports in one file: one is read, whole and unmixed; the other is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.document.compose import compose
from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report, open_usable
from generator.render import docx, html, markdown
from generator.report.model import Report

NAMES = ("温县人民政府办公室-2023.yaml", "孟津区人民政府办公室-2023.yaml")


def report_of(text: str) -> Report:
    report = open_report("例.yaml", text.encode()).report
    assert report is not None
    return report


def pages(examples: Path, *years: int) -> list[str]:
    found = []
    for name, year in zip(NAMES, years, strict=True):
        text = (examples / name).read_text(encoding="utf-8").replace("2023", str(year))
        report = report_of(re.sub(r"^上年报告:.*\n", "", text, flags=re.MULTILINE).replace("{{ 较上年", "{{ 较去年"))
        found.append(markdown.render(compose(report)).decode())
    return found


def others(found: Imported) -> list[str]:
    return [doubt.message for doubt in found.doubts if "另一份报告" in doubt.message]


@pytest.mark.parametrize(("years", "best"), [((2023, 2022), 0), ((2022, 2023), 1), ((2023, 2023), 0)])
def test_the_later_year_is_read_and_the_other_named(examples: Path, years: tuple[int, int], best: int) -> None:
    both = pages(examples, *years)
    found = import_published("两份.md", "\n\n".join(both).encode())
    alone = import_published("一份.md", both[best].encode())
    assert (found.agency, found.year) == (alone.agency, alone.year)
    assert report_of(found.text).figures == report_of(alone.text).figures
    ours, theirs = (report_of(text).narratives for text in (found.text, alone.text))
    assert {k: [e.key for e in n.entries] for k, n in ours.items()} == {
        k: [e.key for e in n.entries] for k, n in theirs.items()
    }
    (said,) = others(found)
    assert f"{years[1 - best]}年政府信息公开工作年度报告" in said


def test_a_report_that_is_cut_short_is_not_read_for_its_year(examples: Path) -> None:
    whole, cut = pages(examples, 2022, 2023)
    short = cut[: cut.index("收到和处理政府信息公开申请情况") - 5]
    found = import_published("两份.md", f"{whole}\n\n{short}".encode())
    assert found.year == 2022
    assert len(others(found)) == 1


@pytest.mark.parametrize("render", [docx.render, html.render, markdown.render])
def test_one_report_is_one(examples: Path, render: object) -> None:
    report = open_usable(str(examples / NAMES[1])).report
    assert report is not None
    suffix = {docx.render: "docx", html.render: "html"}.get(render, "md")  # type: ignore[call-overload]
    assert others(import_published(f"一份.{suffix}", render(compose(report)))) == []  # type: ignore[operator]
