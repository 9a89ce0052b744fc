"""A further output format is one record: it is offered, built, verified, skipped and compared like ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli.errors import BadValue
from generator.cli.values import formats
from generator.document.blocks import Document
from generator.pipeline.building import BuildOptions, Built, build_files
from generator.pipeline.comparing import compare_files
from generator.render import html
from generator.render.formats import FORMATS, Format, Spans, Wishes, format_names, formats_that_take

REPORT = "孟津区人民政府办公室-2023.yaml"


def for_old_systems(document: Document, wishes: Wishes) -> bytes:
    """A page as old systems want it: in GB 18030."""
    page = html.render(document, fragment=wishes.fragment).decode()
    return page.replace('charset="utf-8"', 'charset="gb18030"').encode("gb18030")


def with_another_figure(document: Document, wishes: Wishes) -> bytes:
    return for_old_systems(document, wishes).replace(b">0</td>", b">1</td>", 1)


@pytest.fixture
def report(examples: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(examples / REPORT, tmp_path))


def build(report: Path, **options: bool) -> Built:
    [built] = build_files([str(report)], BuildOptions(str(report.parent / "out"), ("htm",), **options))  # type: ignore[arg-type]
    return built


def test_a_format_is_added_by_one_record(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadValue, match="docx、md、html、pdf"):
        formats("htm")
    monkeypatch.setitem(FORMATS, "htm", Format("htm", for_old_systems, takes=("fragment",)))
    assert formats("HTM，docx") == "htm,docx"
    assert format_names()[-1] == "htm"
    assert formats_that_take("fragment") == ("html", "htm")

    built = build(report, verify=True)
    assert built.unlike == ()
    [written] = map(Path, built.written)
    assert written.suffix == ".htm"
    assert "政府信息公开工作年度报告".encode("gb18030") in written.read_bytes()
    assert compare_files(str(report), str(written)).comparison.same
    assert build(report, skip_unchanged=True).skipped == (str(written),)

    built = build(report, draft=True, verify=True)
    assert built.unlike == ()
    assert "（草稿）" in built.written[0]


def test_what_a_new_format_gets_wrong_is_found_and_replaces_nothing(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "htm", Format("htm", for_old_systems))
    [written] = map(Path, build(report).written)
    before = written.read_bytes()
    monkeypatch.setitem(FORMATS, "htm", Format("htm", with_another_figure))
    [difference] = build(report, verify=True).unlike
    assert (difference.expected, difference.found) == ("0", "1")
    assert written.read_bytes() == before


def test_a_record_that_promises_less_is_held_to_less(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spans that a format keeps are no difference only where it says that it keeps them."""
    monkeypatch.setitem(FORMATS, "htm", Format("htm", for_old_systems, spans=Spans.LOST))
    assert build(report, verify=True).unlike


@pytest.mark.parametrize("name", FORMATS)
def test_every_record_is_found_by_its_name(name: str) -> None:
    assert FORMATS[name].name == name
