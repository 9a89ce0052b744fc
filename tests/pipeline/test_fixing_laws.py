"""``nianbao fix`` on reports with slips: what it may never change, and that it comes to rest."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from complete import complete, last_year, report_of
from hypothesis import given
from hypothesis import strategies as st
from pipeline.damages import DAMAGES, damaged

from generator.checks.registry import rules
from generator.findings import Edit, Finding, Fix, Span
from generator.fixes import carry_out, mechanical
from generator.pipeline.catalogue import CatalogueEntry
from generator.pipeline.catalogue import rules as catalogue
from generator.pipeline.checking import Checked, check_file
from generator.pipeline.fixing import Fixed, fix_file
from generator.report.model import Report
from generator.report.plain import cells

ROOT = Path(__file__).resolve().parents[2]
MORE = complete(
    """引言: 根据国办公开办函〔2021〕30号规定的格式编制本报告；统计期限为1月1日至12月31日。
主动公开政府信息:
  规章: 0
  行政规范性文件: {本年制发: 2, 本年废止: 0, 现行有效: 4}
  行政许可: 12345
  行政处罚: 0
  行政强制: 0
  行政事业性收费: 1.35
政府信息公开申请:
  本年新收: {商业企业: 1, 法律服务机构: 1}
  上年结转: 0
  办理结果: {予以公开: {商业企业: 1, 法律服务机构: 1}}
  结转下年度: 0"""
)
GOOD = [*(file.read_text("utf-8") for file in sorted((ROOT / "examples").glob("*.yaml"))), MORE]
REPORTS = st.sampled_from(GOOD).flatmap(lambda good: damaged(good).map(lambda bad: (good, bad)))
_NOT_WORDS = re.compile(r"\W|_")
Place = tuple[str, str, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fix")


def checked(text: str) -> Checked:
    result = check_file("例.yaml", data=text.encode())
    assert not result.trace, result.trace
    return result


def fixed(folder: Path, data: bytes, *, write: bool = True) -> Fixed:
    path = folder / "例.yaml"
    path.write_bytes(data)
    return fix_file(str(path), write=write)


def all_figures(report: Report | None) -> dict[Place, object]:
    """The figures as typed, without totals, which follow from them."""
    if report is None:
        return {}
    found = {(part.key, row, column): value for part, row, column, value in cells(report)}
    return {place: value for place, value in found.items() if "总计" not in place}


def words(report: Report | None) -> list[str]:
    """The text as printed, punctuation and spaces aside."""
    if report is None:
        return []
    lines = list(report.preface)
    for narrative in report.narratives.values():
        lines += narrative.paragraphs
        for entry in narrative.entries:
            lines += entry.paragraphs
    return sorted(_NOT_WORDS.sub("", line.text) for line in lines)


@given(REPORTS)
def test_figures_keep_their_values_and_text_its_words(folder: Path, reports: tuple[str, str]) -> None:
    good, bad = reports
    result = fixed(folder, bad.encode())
    intended, before = checked(good).report, checked(bad).report
    typed, read = all_figures(intended), all_figures(before)
    for place, value in all_figures(result.checked.report).items():
        assert value in (read.get(place), typed[place], None), place
        assert value == read[place] or read.get(place) is None, place
    if result.titles and result.checked.report is not None and "{{" not in bad:
        assert words(result.checked.report) in (words(before), words(intended))


@given(REPORTS)
def test_nothing_mechanical_is_left_and_a_second_time_changes_nothing(folder: Path, reports: tuple[str, str]) -> None:
    first = fixed(folder, reports[1].encode())
    assert mechanical(first.findings) == []
    data = (folder / "例.yaml").read_bytes()
    second = fixed(folder, data)
    assert (second.titles, second.backup) == ((), None)
    assert (folder / "例.yaml").read_bytes() == data


@given(REPORTS, st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be"]), st.booleans())
def test_encoding_line_ends_and_comments_stay(
    folder: Path, reports: tuple[str, str], encoding: str, windows: bool
) -> None:
    text = reports[1].replace("\n", "\r\n") if windows else reports[1]
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    first = len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else len(mark.encode("utf-16-le"))
    data = (mark + text).encode(encoding)
    result = fixed(folder, data)
    written = (folder / "例.yaml").read_bytes()
    assert written.startswith(data[:first])
    after = written.decode(encoding).removeprefix("\ufeff")
    assert after == result.after
    assert re.findall(r"\r?\n", after) == re.findall(r"\r?\n", text)[: after.count("\n")]
    assert _comments(after) == _comments(text)
    if result.backup:
        assert Path(result.backup).read_bytes() == data
    else:
        assert written == data


def _comments(text: str) -> list[str]:
    """In their order, whatever their indentation: a comment above an entry goes with it where the entry is aligned."""
    return [line.lstrip(" ") for line in text.splitlines() if line.lstrip().startswith("#") or not line.strip()]


@given(REPORTS)
def test_without_writing_nothing_is_written(folder: Path, reports: tuple[str, str]) -> None:
    empty = folder / "empty"
    empty.mkdir(exist_ok=True)
    result = fixed(empty, reports[1].encode(), write=False)
    assert [file.name for file in empty.iterdir()] == ["例.yaml"]
    assert (empty / "例.yaml").read_bytes() == reports[1].encode()
    assert result.backup is None


@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_a_single_slip_is_mended_back_to_what_it_was(folder: Path, name: str) -> None:
    good, line = next((text, line) for text in GOOD for line in text.split("\n") if _changes(name, line))
    bad = good.replace(line, _changes(name, line)[0], 1)
    assert fixed(folder, bad.encode()).after.replace(" ", "") == good.replace(" ", "")


def _changes(name: str, line: str) -> list[str]:
    return [] if line.lstrip().startswith("#") else [c for c in DAMAGES[name](line) if c != line]


def _failing() -> Iterator[tuple[CatalogueEntry, str, str]]:
    for entry in catalogue():
        if entry.fails:
            yield entry, complete(entry.fails), last_year(entry.last_year) if entry.last_year else ""


def _found(text: str, before: str) -> list[Finding]:
    if not before:
        return list(checked(text).findings)
    report = report_of(text, before)
    return [finding for rule in rules() for finding in rule.check(report)]


@pytest.mark.parametrize(("entry", "text", "before"), list(_failing()), ids=lambda value: getattr(value, "code", ""))
def test_carrying_out_any_fix_makes_its_finding_go_away(entry: CatalogueEntry, text: str, before: str) -> None:
    for finding in _found(text, before):
        if finding.fix is not None:
            mended, done = carry_out(text, [finding.fix])
            assert done == [finding.fix]
            left = {(f.code, f.message) for f in _found(mended, before)}
            assert (finding.code, finding.message) not in left, finding.fix.title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("行政复议行政诉讼: {行政复议: 0, 未经复议直接起诉: 0}", "加上"),
        ("总体情况: 本年度共收到申请{{ 本年新受 }}件。", "改为"),
        ("引言: 根据国办发〔2021〕30号规定的年度报告格式，编制本报告。", "改为"),
        (
            "政府信息公开申请: {本年新收: {自然人: 1, 总计: 2}, 上年结转: 0, 办理结果: 0, 结转下年度: {自然人: 1}}",
            "总计",
        ),
    ],
)
def test_what_says_something_else_is_offered_and_never_carried_out(folder: Path, text: str, title: str) -> None:
    offered = [f.fix for f in checked(complete(text)).findings if f.fix]
    assert [fix.mechanical for fix in offered if title in fix.title] == [False]
    assert fixed(folder, complete(text).encode()).after == complete(text)


LINES = st.lists(st.text("甲a ，\t𠮷", max_size=6), min_size=1, max_size=5)


@st.composite
def _edits(draw: st.DrawFn, text: str) -> tuple[int, int, str]:
    start = draw(st.integers(0, len(text)))
    return start, draw(st.integers(start, len(text))), draw(st.text("新\n", max_size=3))


@given(st.data(), LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_edits_change_what_they_name_and_nothing_else(data: st.DataObject, lines: list[str], end: str) -> None:
    text = end.join(lines)
    wanted = [edit for edit in data.draw(st.lists(_edits(text), max_size=4)) if not _within_a_break(text, edit)]
    fixes = [Fix(str(n), (Edit(_span(text, start, stop, end), new),)) for n, (start, stop, new) in enumerate(wanted)]
    after, done = carry_out(text, fixes)
    expected, taken = text, [wanted[int(fix.title)] for fix in done]
    for start, stop, new in sorted(taken, reverse=True):
        expected = expected[:start] + new + expected[stop:]
    assert after == expected
    assert done[:1] == fixes[:1]
    for one in taken:
        assert all(one is other or one[1] <= other[0] or other[1] <= one[0] for other in taken)


def _within_a_break(text: str, edit: tuple[int, int, str]) -> bool:
    return any(text[at - 1 : at + 1] == "\r\n" for at in edit[:2] if at)


def _span(text: str, start: int, stop: int, end: str) -> Span:
    return Span(*_place(text, start, end), *_place(text, stop, end))


def _place(text: str, offset: int, end: str) -> tuple[int, int]:
    before = text[:offset].split(end)
    return len(before), len(before[-1]) + 1
