"""核对单: all that the person who signs must see, on one to two pages, as blocks that the renderers set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.checks.disclosure.nb511_too_long import overview_length
from generator.checks.disclosure.sentences.agreements import Agreement, RestingNumber, resting_numbers
from generator.checks.nb510_signature_date import last_day
from generator.checks.prose.sections import overview
from generator.document.blocks import Block, Cell, Document, Heading, Note, Paragraph, Table, Title
from generator.document.figures import day_text, figure_text
from generator.document.title import title_lines
from generator.findings import SEVERITY_WORDS, Finding, Severity
from generator.findings import Path as FindingPath
from generator.report.model import Report
from generator.signing.balances import balance_lines
from generator.signing.figures import gone_to_zero, signed_figures

NAME = "核对单"
"""What the sheet is called; its title ends in it."""
STEPS = ("拟稿", "审核", "签发")
"""Who signs, where the office has not said otherwise."""
_DAY = "　　　　年　　月　　日"
_ROOM = "　" * 9
_NOTHING = "没有"
_COMPARED = {
    Agreement.EQUAL: "与表格相等",
    Agreement.POSSIBLE: "约数或者其中的数，与表格不矛盾",
    Agreement.UNKNOWN: "没有核对：表格里的数没有读出",
    Agreement.UNLIKE: "与表格不一致",
}
"""What the sheet says of a number that was compared with the tables."""


class SilencedCode(NamedTuple):
    """A comment that silences codes: its line, the codes, the reason in the clerk's words ('' where none is given)."""

    line: int
    codes: str
    reason: str


class Evidence(NamedTuple):
    """What the sheet rests on besides the report: findings left, silences, doubts of imports, files with checksums.

    ``problems`` are sentences on files that do not say what the report says. ``steps`` are those who sign;
    ``settings`` names the office's own rules that were applied, '' for none. ``cases``: of how many cases of
    the ledger a figure is the count.
    """

    findings: tuple[Finding, ...] = ()
    silences: tuple[SilencedCode, ...] = ()
    doubts: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = STEPS
    settings: str = ""
    cases: Mapping[FindingPath, int] = {}


def sheet(report: Report, evidence: Evidence) -> Document:
    """The sheet, ready to be set."""
    name = "".join(title_lines(report))
    blocks = (Title((f"《{name}》", NAME)), *_front(report, evidence), *_body(report, evidence))
    return Document(f"《{name}》{NAME}", report.agency or "", figure_text(report.year), blocks)


def _front(report: Report, evidence: Evidence) -> Iterator[Block]:
    errors = sum(finding.severity is Severity.ERROR for finding in evidence.findings)
    if errors:
        yield Paragraph(f"还有 {errors} 个错误，不能签发。")
    yield _table("报告", ("项目", "内容"), (180, 820), _facts(report, evidence))


def _facts(report: Report, evidence: Evidence) -> Iterator[tuple[str, ...]]:
    yield "机关", report.agency or "？"
    yield "年度", figure_text(report.year)
    signed = report.signature and report.signature.day
    yield "落款日期", day_text(signed) if signed else "没有写"
    yield "公布期限", day_text(last_day(report)) if report.year else "？"
    part = overview(report.edition)
    yield f"{part.label}字数", str(overview_length(report))
    last = report.last_year
    yield "上年报告", f"{last.agency or '？'} {figure_text(last.year)} 年度" if last else "没有，没有与上年比较"
    if evidence.settings:
        yield "本单位设置", evidence.settings


def _body(report: Report, evidence: Evidence) -> Iterator[Block]:
    yield Heading("一、表格中不为 0 的数")
    rows = [tuple(figure) for figure in signed_figures(report, evidence.cases)]
    yield from _listed(
        rows, "表格中的数", ("项目", "本年", "来源", "上年", "增减"), (400, 100, 260, 110, 130), "全部是 0"
    )
    if gone := gone_to_zero(report):
        yield Note(f"本年是 0、上年不是 0 的：{'；'.join(gone)}。")
    yield Heading("二、勾稽关系")
    lines = [tuple(line) for line in balance_lines(report)]
    yield from _listed(lines, "勾稽关系", ("关系", "数", "结果"), (400, 440, 160), _NOTHING)
    yield Heading("三、文字中的数")
    rests = list(_rests(resting_numbers(report)))
    yield from _listed(rests, "文字中的数", ("位置", "依据", "数"), (200, 250, 550), _NOTHING)
    yield Heading("四、没有消除的问题")
    yield from _listed(list(_problems(evidence)), "没有消除的问题", ("位置", "编号", "内容"), (120, 160, 720), _NOTHING)
    yield Heading("五、文件校验值（SHA-256）")
    yield from _listed(list(evidence.hashes), "文件校验值", ("文件", "SHA-256"), (200, 800), _NOTHING)
    yield Heading("六、签字")
    for step in evidence.steps:
        yield Paragraph(f"{step}：{_ROOM}{_DAY}")


def _problems(evidence: Evidence) -> Iterator[tuple[str, ...]]:
    for finding in evidence.findings:
        where = f"第{finding.span.line}行"
        yield where, f"{finding.code} {SEVERITY_WORDS[finding.severity]}", finding.said
    for silence in evidence.silences:
        yield f"第{silence.line}行", f"{silence.codes} 已忽略", f"原因：{silence.reason or '没有写'}"
    for problem in evidence.problems:
        yield "成品", "不一致", problem
    for doubt in evidence.doubts:
        yield "导入", "存疑", doubt


def _rests(numbers: Iterable[RestingNumber]) -> Iterator[tuple[str, str, str]]:
    """The numbers of a place that rest on the same, together."""
    for (place, rest), group in groupby(numbers, key=lambda number: (_place(number), _rest(number))):
        yield place, rest, "、".join(_shown(number) for number in group)


def _place(number: RestingNumber) -> str:
    return number.passage.entry or number.passage.part


def _rest(number: RestingNumber) -> str:
    if number.computed:
        return "取自表格（{{ }}）"
    return _COMPARED[number.agreement] if number.agreement else "没有核对"


def _shown(number: RestingNumber) -> str:
    return f"{number.excerpt}（{number.table}）" if number.table and not number.computed else number.excerpt


def _listed(
    rows: Sequence[tuple[str, ...]], caption: str, heads: tuple[str, ...], widths: tuple[int, ...], nothing: str
) -> Iterator[Block]:
    if rows:
        yield _table(caption, heads, widths, rows)
    else:
        yield Note(f"{nothing}。")


def _table(caption: str, heads: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    header = tuple(Cell(head, "header") for head in heads)
    body = tuple(tuple(Cell(text, "label") for text in row) for row in rows)
    return Table(caption, len(heads), widths, 1, (header, *body), label_columns=len(heads))
