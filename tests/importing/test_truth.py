"""The published reports beside the repository: every figure, and what is wrong with each of them is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.document.blocks import Table
from generator.document.compose import compose
from generator.form.edition import edition_for
from generator.importing.blocks import UnreadableError
from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.checking import check_file
from generator.pipeline.opening import open_report
from generator.render import docx
from generator.report.model import Report

EDITION = edition_for(None)
PROACTIVE, APPLICATIONS, REVIEWS = EDITION.tables
NAMES = {"办理结果总计": "办理结果"}
REPORTS = (
    *("seeds/000_f782fbc304cf921a.txt", "seeds/001_a1ecbb8fad6ae2b6.txt", "seeds/002_33710fa330a2fa00.txt"),
    *("seeds/003_ea87cd62c8af9600.txt", "seeds/004_2b0699a3dfee169a.txt", "reports/洪泽区人民政府_2023.txt"),
    *("reports/洪泽区人民政府_2023.raw.txt", "reports/平潭综合实验区_2021.txt", "reports/沭阳县发展和改革局_2023.html"),
)


def imported(shared: Path, name: str) -> Imported:
    return import_published(Path(name).name, (shared / name).read_bytes())


def read_back(found: Imported) -> Report:
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    return report


def printed(report: Report, path: tuple[str, ...]) -> list[float | None]:
    """A row as it was printed: a total that was kept because it differs stands for the computed one."""
    values = [None if value is None else float(value) for value in report.figures.rows[path]]
    control = report.figures.controls.get(path, {})
    columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"][-len(values) :]
    return [float(control[c]) if c in control else v for c, v in zip(columns, values, strict=True)]


def truth(shared: Path, name: str) -> dict[str, Any]:
    return dict(json.loads((shared / name).with_suffix(".json").read_text(encoding="utf-8")))


def expected_rows(facts: dict[str, Any]) -> dict[tuple[str, str], list[float | None]]:
    rows: dict[tuple[str, str], list[float | None]] = {}
    for key, value in facts[PROACTIVE.key].items():
        rows[(PROACTIVE.key, key)] = list(value.values()) if isinstance(value, dict) else [value]
    rows |= {(APPLICATIONS.key, NAMES.get(key, key)): value for key, value in facts[APPLICATIONS.key].items()}
    return rows | {(REVIEWS.key, child.key): facts[child.key] for child in REVIEWS.children}


@pytest.mark.parametrize("name", REPORTS)
def test_every_figure(shared: Path, name: str) -> None:
    report, facts = read_back(imported(shared, name)), truth(shared, name)
    for (part, key), values in expected_rows(facts).items():
        path = next(path for path in report.figures.rows if path[0] == part and path[-1] == key)
        assert printed(report, path) == values, path
    assert (report.agency, report.year) == (facts["机关"], facts["年度"])


def test_conversions_of_one_report(shared: Path) -> None:
    """The same report as eleven programs give it: no figure wrong, two that can be read in two ways left empty."""
    facts = truth(shared, "reports/洪泽区人民政府_2023.pdf")
    empty: dict[str, int] = {}
    for file in sorted((shared / "reports" / "转换").iterdir()):
        report = read_back(import_published(file.name, file.read_bytes()))
        empty[file.name] = 0
        for (part, key), values in expected_rows(facts).items():
            path = next(path for path in report.figures.rows if path[0] == part and path[-1] == key)
            read = printed(report, path)
            assert [e if v is None else v for v, e in zip(read, values, strict=True)] == values, (file.name, path)
            empty[file.name] += read.count(None)
        assert (report.agency, report.year) == (facts["机关"], facts["年度"])
    assert len(empty) == 11
    assert {name: count for name, count in empty.items() if count} == {"hzq2023_working.pdfminer.txt": 3}


MARKS = ("# 存疑：", "# 已由勾稽关系证实：")
FAULTS = {
    "seeds/001_a1ecbb8fad6ae2b6.txt": ["本年度止件数"],
    "seeds/002_33710fa330a2fa00.txt": ["本年度止件数"],
    "seeds/003_ea87cd62c8af9600.txt": ["印了16格"],
    "reports/洪泽区人民政府_2023.txt": [
        "印出的总计是0，各项相加是11",
        "各项相加是5",
        "“其他处理”只印了一行",
        "其他法律行政止公开",
    ],
    "reports/洪泽区人民政府_2023.raw.txt": [
        *("印出的总计是0，各项相加是11", "各项相加是5"),
        *("“其他处理”只印了一行", "其他法律行政止公开"),
    ],
    "reports/平潭综合实验区_2021.txt": ["693665", "640020470"],
    "reports/沭阳县发展和改革局_2023.html": ["印作“规范性文件”", "由总计证明是 0", "整改措施"],
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_named_and_commented(shared: Path, name: str) -> None:
    found = imported(shared, name)
    for fault in FAULTS[name]:
        assert any(fault in doubt.message for doubt in found.doubts), fault
        assert any(fault in line and any(mark in line for mark in MARKS) for line in found.text.splitlines()), fault


def test_reports_without_anomalies_leave_no_doubt(shared: Path) -> None:
    for name in ("seeds/000_f782fbc304cf921a.txt", "seeds/004_2b0699a3dfee169a.txt"):
        found = imported(shared, name)
        assert found.doubts == ()
        assert set(found.confidence.values()) == {1.0}


def test_printed_totals_that_differ_show_in_check(shared: Path) -> None:
    found = imported(shared, "reports/洪泽区人民政府_2023.txt")
    codes = [finding.code for finding in check_file("例.yaml", data=found.text.encode()).findings]
    assert codes.count("NB202") == 2


def test_what_cannot_be_read_is_left_empty(shared: Path) -> None:
    found = imported(shared, "reports/平潭综合实验区_2021.txt")
    empty = [f.path for f in check_file("例.yaml", data=found.text.encode()).findings if f.code == "NB105"]
    assert empty == [("主动公开政府信息", "行政规范性文件")]
    assert ("主动公开政府信息", "行政规范性文件", "本年制发") not in found.confidence


def test_the_form_of_2019_is_named(shared: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        imported(shared, "reports/旧格式/平潭综合实验区_2020.txt")
    assert "2019年格式" in caught.value.message
    assert "nianbao new" in caught.value.hint


@pytest.mark.parametrize("name", ["reports/洪泽区人民政府_2023.txt", "reports/洪泽区人民政府_2023.raw.txt"])
def test_lines_broken_by_pages_are_paragraphs_again(shared: Path, name: str) -> None:
    report = read_back(imported(shared, name))
    entries = report.narratives["总体情况"].entries
    assert [entry.topic for entry in entries[1:]] == [c.key for c in EDITION.parts[0].children if c.words]
    assert all(len(entry.paragraphs) == 1 for entry in entries)
    assert len(report.preface) == 1


def test_a_page_around_the_report_is_left_out(shared: Path) -> None:
    found = imported(shared, "reports/沭阳县发展和改革局_2023.html")
    assert "智能问答" not in found.text
    assert "索引号" not in found.text
    report = read_back(found)
    assert report.signature is not None
    assert str(report.signature.day) == "2024-01-17"


@pytest.mark.parametrize("name", REPORTS)
def test_importing_building_importing_is_stable(shared: Path, name: str) -> None:
    first = read_back(imported(shared, name))
    document = compose(first)
    again = compose(read_back(import_published("再.docx", docx.render(document))))
    texts = [[block for block in each.blocks if not isinstance(block, Table)] for each in (document, again)]
    assert texts[0] == texts[1]
