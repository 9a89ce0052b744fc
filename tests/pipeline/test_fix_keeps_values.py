"""``nianbao fix`` keeps every value: what it leaves is the figure that a careful person reads, or still a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from complete import complete
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Severity
from generator.pipeline.checking import check_file
from generator.pipeline.fixing import Fixed, fix_file
from generator.report.model import Report
from generator.report.plain import cells

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [file.read_text("utf-8") for file in sorted((ROOT / "examples").glob("*.yaml"))]
_FIGURE = re.compile(r"(?<=: )\d[\d.]*(?=[,}]|[ ]*$)", re.MULTILINE)
_YEAR = re.compile(r"^(?:年度|.*日期).*$", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fix")


def fixed(folder: Path, text: str) -> Fixed:
    path = folder / "例.yaml"
    path.write_bytes(text.encode())
    return fix_file(str(path), write=False)


def errors(result: Fixed) -> list[str]:
    return [finding.message for finding in result.findings if finding.severity is Severity.ERROR]


ROWS = """政府信息公开申请:
  本年新收: {row}
  上年结转: 0
  办理结果: {{予以公开: {row}}}
  结转下年度: 0"""


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("{自然人: 1,000, 商业企业: 2,000,300}", "{自然人: 1000, 商业企业: 2000300}"),
        ("{自然人: 1,000,000, 商业企业: 2,000,000}", "{自然人: 1000000, 商业企业: 2000000}"),
        (
            "{自然人: 1,000, 商业企业: 1,000, 其他: 1,000, 总计: 3,000}",
            "{自然人: 1000, 商业企业: 1000, 其他: 1000, 总计: 3000}",
        ),
        ("{自然人: 1,000,商业企业: 2}", "{自然人: 1000,商业企业: 2}"),
        ("{{自然人: 3}}", "{自然人: 3}"),
        ("{{{自然人: 3}}}", "{自然人: 3}"),
    ],
)  # fmt: skip
def test_a_row_is_put_together_from_what_was_typed(folder: Path, typed: str, right: str) -> None:
    result = fixed(folder, complete(ROWS.format(row=typed)))
    assert result.after == complete(ROWS.format(row=right))
    assert errors(result) == []


def test_a_comment_behind_doubled_braces_stays(folder: Path) -> None:
    typed = complete("").replace("结转下年度: 0", "结转下年度: {{自然人: 3}}  # 核对过")
    assert "  结转下年度: {自然人: 3}  # 核对过\n" in fixed(folder, typed).after


def test_thousands_among_single_figures(folder: Path) -> None:
    typed = "规章: 0, 行政规范性文件: 0, 行政许可: 1,200, 行政处罚: 3,200, 行政强制: 0, 行政事业性收费: 1,200.5"
    result = fixed(folder, complete(f"主动公开政府信息: {{{typed}}}"))
    assert "行政许可: 1200, 行政处罚: 3200, 行政强制: 0, 行政事业性收费: 1200.5}" in result.after
    assert errors(result) == []


@pytest.mark.parametrize(
    "row", ["{自然人: 0,500}", "{自然人: 12,50}", "{自然人: 1,000¹}", "{自然人: 1, 200}", "{自然人: 1000,500}"]
)
def test_what_is_no_number_in_thousands_stays_a_finding(folder: Path, row: str) -> None:
    result = fixed(folder, complete(ROWS.format(row=row)))
    assert f"本年新收: {row}" in result.after
    assert errors(result)


BREAKS = ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x0b\x0b", " \x0b　"]


@pytest.mark.parametrize("mark", BREAKS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_break_of_another_program_becomes_a_new_line_of_the_same_text(folder: Path, mark: str, end: str) -> None:
    for head in ("引言: |\n  ", "引言: ", "引言:\n  ", "引言: '"):
        tail = "'" if head.endswith("'") else ""
        typed = complete(f"{head}按规定编制本报告。{mark}数据截至12月31日。{tail}").replace("\n", end)
        result = fixed(folder, typed)
        assert result.after == typed.replace(mark, f"{end}  ")
        assert result.checked.report is not None
        assert [line.text for line in result.checked.report.preface] == ["按规定编制本报告。", "数据截至12月31日。"]


@pytest.mark.parametrize("mark", BREAKS)
def test_a_line_break_of_another_program_never_glues(folder: Path, mark: str) -> None:
    result = fixed(folder, complete(f"# 甲{mark}乙\n标题: 题{mark}目\n"))
    assert "# 甲\n# 乙\n" in result.after
    figure = fixed(folder, complete("").replace("行政许可: 0", f"行政许可: 12{mark}7"))
    assert errors(figure)
    before = check_file("例.yaml", data=complete("").replace("行政许可: 0", f"行政许可: 12{mark}7").encode())
    assert before.report is None or before.report.figures.rows["主动公开政府信息", "行政许可"] == (None,)


def test_an_older_copy_is_never_written_over(folder: Path) -> None:
    path = folder / "例.yaml"
    texts = [complete("").replace("行政许可: 0", f"行政许可: {n}件") for n in (1, 2, 3)]
    backups = []
    for text in texts:
        path.write_text(text, "utf-8")
        backups.append(fix_file(str(path)).backup)
    assert backups == [f"{path}.bak", f"{path}.2.bak", f"{path}.3.bak"]
    assert [Path(backup or "").read_text("utf-8") for backup in backups] == texts


def test_figures_behind_a_sign_for_comments_are_not_closed_out(folder: Path) -> None:
    """The bracket that is missing stands in the comment, with two figures: no mending may make them 0."""
    good = next(text for text in EXAMPLES if "本年制发: 5, " in text)
    assert errors(fixed(folder, good.replace("本年制发: 5, ", "本年制发: 5 #, ")))


NOTATIONS = st.text(
    "OolI约余%‰-−+,.，:/¹²①⑴₁½eE元万千百亿左右年十件个 ()（）[]{}*×~_#'\"|>&!\u200b\x0b\u2028\u202e\t",
    min_size=1,
    max_size=3,
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str, str]:
    """An example, the same with one figure in another notation, and that notation."""
    good = draw(st.sampled_from(EXAMPLES))
    years = [match.span() for match in _YEAR.finditer(good)]
    places = [m for m in _FIGURE.finditer(good) if not any(start <= m.start() < end for start, end in years)]
    place = draw(st.sampled_from(places))
    at = draw(st.integers(0, len(place[0])))
    typed = place[0][:at] + draw(NOTATIONS) + place[0][at:]
    return good, good[: place.start()] + typed + good[place.end() :], typed


@settings(max_examples=150)
@given(mutated())
def test_a_figure_in_any_notation_is_the_same_value_or_still_a_finding(
    folder: Path, case: tuple[str, str, str]
) -> None:
    good, bad, typed = case
    result = fixed(folder, bad)
    if errors(result):
        return
    before, after = check_file("例.yaml", data=good.encode()).report, result.checked.report
    assert before is not None
    assert after is not None
    old, new = (dict(_cells(report)) for report in (before, after))
    changed = {place: value for place, value in new.items() if value != old[place]}
    assert len(changed) <= 1, (typed, changed)
    assert {str(value) for value in changed.values()} <= careful(typed), (typed, changed)


def _cells(report: Report) -> Iterator[tuple[tuple[str, str, str], object]]:
    """The figures as typed, without totals."""
    for part, row, column, value in cells(report):
        if "总计" not in (column, row.rpartition(".")[2]):
            yield (part.key, row, column), value


def careful(typed: str) -> set[str]:
    """What a person may read in a figure's notation; a bracket behind it closes the row and is not of the figure."""
    text = re.sub("[\u200b\x0b\u2028\t ]+", " ", typed.split(" #", maxsplit=1)[0]).strip(" .,，:'\"").rstrip("]}) ")
    found = {re.sub(r"[,，_ ]", "", text)}
    if match := re.fullmatch(r"([\d.,]+)\s*([十百千万亿]+)[件个元]*", text):
        sizes = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "百万": 10**6, "千万": 10**7, "十万": 10**5}
        value = Decimal(match[1].replace(",", "")) * sizes.get(match[2], 1)
        found |= {f"{value.normalize():f}", f"{value / 10_000:f}", f"{(value / 10_000).normalize():f}"}
    if match := re.fullmatch(r"([\d.]+)\s*(?:[件个]|元)", text):
        found |= {match[1], f"{(Decimal(match[1]) / 10_000).normalize():f}"}
    return found
