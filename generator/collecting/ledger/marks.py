"""评分: each agency's marks by the county's settings, every deduction a row with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.collecting.ledger import naming
from generator.collecting.marking import AgencyMarks, marks_of
from generator.collecting.records import Ledger
from generator.profile.model import OfficeRules
from generator.workbook import Area, Formula, Row, Sheet, Value, name_of_cell
from generator.workbook.formulas import sum_of
from generator.workbook.looks import BESIDE, CENTRED, HEADER, NOTICED, TEXT, figure_look

_HEADINGS = (naming.AGENCY, "扣分项", "扣分", "得分", "规则", "文件", "在哪里", "依据")
_WIDTHS = (naming.AGENCY_WIDTH, 16.0, 9.0, 10.0, 9.0, 36.0, 30.0, 60.0)
_POINTS_AT = _HEADINGS.index("扣分")
_TOTAL, _OPEN = "合计", "待核定"
_FIRST = 2
"""The first agency's row, below the note and the headings."""
_TO_FILL = CENTRED._replace(fill=NOTICED)
_BOLD = TEXT._replace(bold=True)


def marks_sheet(ledger: Ledger, rules: OfficeRules) -> Sheet:
    """A row with the sum for each agency in the roster's order, its deductions below it."""
    return Sheet(
        name=naming.MARKS,
        rows=_rows(ledger, rules),
        widths=_WIDTHS,
        merged=[Area(0, 0, 1, len(_HEADINGS))],
        header=(1, 1),
        kept_columns=1,
        filtered=True,
        heading=f"{ledger.year}年 {naming.MARKS}",
    )


def _rows(ledger: Ledger, rules: OfficeRules) -> Iterator[Row]:
    yield Row((_note(rules),), (BESIDE,), height=24.0)
    yield Row(_HEADINGS, [HEADER] * len(_HEADINGS))
    row = _FIRST
    for entry in ledger.entries:
        marks = marks_of(entry, rules)
        yield _total(marks, row, rules.full_mark)
        for fault in marks.faults:
            look = _TO_FILL if fault.points is None else figure_look(fault.points)
            values = (marks.agency, fault.fault, fault.points, None, fault.code, fault.file, fault.place)
            yield Row((*values, fault.evidence), (TEXT, TEXT, look, CENTRED, CENTRED, TEXT, TEXT, TEXT))
        row += 1 + len(marks.faults)


def _note(rules: OfficeRules) -> str:
    by = f"按“{rules.name}”" if rules.name else "按本单位设置"
    return (
        f"{by}扣分，扣完为止。黄色的格报告里看不出来，请核定后填上扣的分（不扣填 0），得分随着算出。"
        "是否逾期只看落款日期；一处问题只扣一次。"
    )


def _total(marks: AgencyMarks, row: int, full: Decimal | None) -> Row:
    """The sum of the rows below, and what is left of the full mark; open as long as a cell below is empty."""
    known = marks.known
    below = [(row + number, _POINTS_AT) for number in range(1, len(marks.faults) + 1)]
    points: Value = Formula(sum_of(below), sum(known, Decimal(0))) if below else 0
    score: Value = None
    said = ""
    if full is not None:
        left = f"MAX(0,{full}-{name_of_cell(row, _POINTS_AT)})"
        cells = f"{name_of_cell(*below[0])}:{name_of_cell(*below[-1])}" if below else ""
        text = f'IF(COUNTBLANK({cells})>0,"{_OPEN}",{left})' if below else left
        score = Formula(text, _OPEN if marks.is_open else marks.left_of(full))
        said = f"满分 {full}"
    look = figure_look(max(known, key=lambda value: -int(value.as_tuple().exponent), default=Decimal(0)))
    bold = look._replace(bold=True)
    general = CENTRED._replace(bold=True)
    return Row(
        (marks.agency, _TOTAL, points, score, None, None, None, said),
        (_BOLD, _BOLD, bold, general, CENTRED, TEXT, TEXT, TEXT),
    )
