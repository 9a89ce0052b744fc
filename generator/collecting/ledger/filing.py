"""报送情况: how far each agency has come; and the files that count for nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.collecting.ledger import naming
from generator.collecting.records import Aside, FilingEntry, Ledger, Status
from generator.collecting.roster import CONTACT
from generator.findings import Severity
from generator.form import keys
from generator.form.names import REPORT
from generator.workbook import Area, Formula, Row, Sheet, Value
from generator.workbook.looks import CENTRED, HEADER, TEXT, number_look

_HEADINGS = (
    "序号",
    naming.AGENCY,
    naming.STATUS,
    "错误",
    "疑问",
    f"{keys.CARRIED_IN}与{keys.LAST_YEAR}",
    "备注",
    CONTACT,
    "文件",
)
_WIDTHS = (6.0, naming.AGENCY_WIDTH, 10.0, 7.0, 7.0, 19.0, 48.0, 18.0, 40.0)
_STATUS_AT = _HEADINGS.index(naming.STATUS)
_FIRST = 2
"""The first agency's row, below the counts and the headings."""
_FILLS = {Status.MISSING: "#D9D9D9", Status.FAULTY: "#FFC7CE", Status.DOUBTFUL: "#FFEB9C", Status.GOOD: "#C6EFCE"}
_AGREES = {True: "一致", False: "不一致", None: "无法核对"}
_COUNTS = HEADER._replace(align="left", fill="", border=False)
_NUMBER = number_look(0)


def standing_sheet(ledger: Ledger) -> Sheet:
    """One row for each agency in the roster's order, the counts on top."""
    return Sheet(
        name=naming.STATUS,
        rows=_rows(ledger),
        widths=_WIDTHS,
        merged=[Area(0, 0, 1, len(_HEADINGS))],
        header=(1, 1),
        kept_columns=2,
        filtered=True,
        heading=f"{ledger.year}年{REPORT}{naming.STATUS}",
    )


def aside_sheet(asides: tuple[Aside, ...], year: int) -> Sheet:
    """The files that count for nobody, why, and what to do."""
    headings = ("文件", "为什么没有计入", "怎样处理")
    rows = [Row(headings, [HEADER] * 3), *(Row((one.file, one.reason, one.advice), [TEXT] * 3) for one in asides)]
    return Sheet(
        naming.OTHERS, rows, (50.0, 60.0, 60.0), header=(0, 0), filtered=True, heading=f"{year}年 {naming.OTHERS}"
    )


def _rows(ledger: Ledger) -> Iterator[Row]:
    yield Row((_counts(ledger),), (_COUNTS,), height=24.0)
    yield Row(_HEADINGS, [HEADER] * len(_HEADINGS))
    for number, entry in enumerate(ledger.entries, 1):
        status = CENTRED._replace(fill=_FILLS[entry.status])
        agrees = CENTRED._replace(fill=_FILLS[Status.FAULTY] if entry.carried_in_agrees is False else "")
        yield Row(
            _values(number, entry),
            (CENTRED, TEXT, status, _NUMBER, _NUMBER, agrees, TEXT, TEXT, TEXT),
        )


def _values(number: int, entry: FilingEntry) -> tuple[Value, ...]:
    filed = entry.filed
    found = Counter(problem.severity for problem in filed.problems) if filed else {}
    return (
        number,
        entry.agency.name,
        entry.status.value,
        found.get(Severity.ERROR),
        found.get(Severity.WARNING),
        _AGREES[entry.carried_in_agrees] if filed and filed.readable else None,
        "".join(entry.remarks),
        entry.agency.contact,
        filed.file if filed else None,
    )


def _counts(ledger: Ledger) -> Formula:
    """应报 N 个单位：… as a formula over the column below, so that it stays true when somebody changes a cell."""
    found = Counter(entry.status for entry in ledger.entries)
    column = chr(ord("A") + _STATUS_AT)
    area = f"{column}{_FIRST + 1}:{column}{_FIRST + max(1, len(ledger.entries))}"
    words = [status.value for status in reversed(Status)]
    formula = "&".join(f'"{"，" if n else ""}{word} "&COUNTIF({area},"{word}")' for n, word in enumerate(words))
    shown = "，".join(f"{status.value} {found[status]}" for status in reversed(Status))
    return Formula(f'"应报 "&COUNTA({area})&" 个单位："&{formula}', f"应报 {len(ledger.entries)} 个单位：{shown}")
