"""A ledger's bytes to its cases' rows: sheets with a head, columns known, everything else named or refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.form.ledger_words import columns as names
from generator.form.ledger_words.reviews import OF_BOTH, OF_REVIEW_SHEET, OF_SUIT_SHEET
from generator.ledger.answers import Answers
from generator.ledger.columns import assigned, role_of
from generator.ledger.dates import read_day
from generator.ledger.errors import UnreadableLedgerError
from generator.ledger.headers import LedgerHead, find_head
from generator.ledger.lookup import plain
from generator.ledger.questions import TERMS, LedgerQuestion, gathered
from generator.ledger.rows import LedgerRow, cell_place, read_rows, sheet_names
from generator.ledger.scene import LedgerFault
from generator.ledger.sheets import LedgerBook, LedgerSheet

SHEETS = "工作表"
"""The term that says which of several sheets are counted."""
ALL_SHEETS = "全部"
EPOCH = "日期系统"
"""The term that says that a workbook's dates, which count from 1904, are right."""
_AS_SHOWN = "照显示的日期"
_SUMMARY = re.compile(r"汇总|统计|合计|总表|报表|透视")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})\s*年?(?![0-9])")
_BETWEEN_SHEETS = re.compile(r"[、，,;；]+")


class LedgerSource(NamedTuple):
    """What was read. ``reviews`` are rows of a sheet of 复议 and 诉讼 alone; ``titles`` what may name the year.

    ``blocking`` questions must be answered before anything can be counted.
    """

    rows: tuple[LedgerRow, ...]
    reviews: tuple[LedgerRow, ...]
    titles: tuple[str, ...]
    blocking: tuple[LedgerQuestion, ...]
    faults: tuple[LedgerFault, ...]
    has_reviews: bool = False


class _Headed(NamedTuple):
    sheet: LedgerSheet
    name: str
    head: LedgerHead


def read_source(book: LedgerBook, answers: Answers) -> LedgerSource:
    """The rows of all sheets that are counted. Raises UnreadableLedgerError where there is no ledger in it."""
    called = sheet_names(book.sheets)
    headed = [
        _Headed(sheet, called[sheet.name], head) for sheet in book.sheets if (head := find_head(sheet, answers.columns))
    ]
    sums = {sheet.name for sheet in book.sheets if _SUMMARY.search(sheet.name)}
    if headed and sums.issuperset(one.sheet.name for one in headed):
        sums = set()  # the ledger itself may be called 统计台账 or 总表
    shown = [sheet for sheet in book.sheets if sheet.name not in sums]
    reviews = [found for sheet in shown if (found := _of_reviews(sheet, called[sheet.name], answers))]
    of_reviews = {found.sheet.name for found, _ in reviews}
    ledgers = [one for one in headed if one.sheet.name not in of_reviews | sums]
    if not ledgers:
        raise UnreadableLedgerError(
            "台账里找不到登记申请的表头：要有收到日期、答复类型这样的列名",
            "请检查是不是选错了文件；列名特别的，在对照.yaml 的“列”里写明，例如 列: {工作台账的列名: 收到日期}",
        )
    chosen, of_sheets = _chosen(ledgers, answers)
    reader = _Gathering(answers)
    for one in chosen:
        reader.take(one)
    reader.take_reviews(reviews)
    read = of_reviews | {one.sheet.name for one in ledgers}
    reader.faults += _unread([sheet for sheet in book.sheets if sheet.rows and sheet.name not in read], sums, called)
    blocking = gathered((*of_sheets, *_of_epoch(book, answers), *reader.questions))
    titles = tuple(_titles(chosen))
    return LedgerSource(
        tuple(reader.rows), tuple(reader.reviews), titles, blocking, tuple(reader.faults), bool(reviews)
    )


def year_of(source: LedgerSource, file: str) -> tuple[int | None, str]:
    """The year that a ledger is of, and why: named in its title, its sheet or its file, else the year in which most
    of its cases were received. None where they do not agree."""
    for where, texts in (("表头上面写着", source.titles), ("文件名里写着", (file,))):
        years = {int(year) for text in texts for year in _YEAR.findall(text)}
        if len(years) == 1:
            return years.pop(), where
    days = (read_day(row.values.get(names.RECEIVED), None) for row in source.rows)
    counted = Counter(day.year for day in days if isinstance(day, date)).most_common(2)
    if counted and (len(counted) == 1 or counted[0][1] > counted[1][1]):
        return counted[0][0], "多数申请收到于这一年"
    return None, ""


def _titles(chosen: list[_Headed]) -> list[str]:
    """The sheets' names, and what stands above their heads and speaks of a ledger."""
    above = (value for one in chosen for row in one.sheet.rows if row.number < one.head.first for value in row.values)
    spoken = (value for value in above if isinstance(value, str) and re.search("台账|登记", value))
    return [*(one.sheet.name for one in chosen), *spoken]


def _unread(sheets: list[LedgerSheet], sums: set[str], called: Mapping[str, str]) -> Iterator[LedgerFault]:
    """The sheets that are not read, named: nobody need think that they were counted."""
    for is_sum, message, hint in (
        (True, "看名称是汇总、统计的表，没有当作台账", "里面登记着申请的，请改一个名称"),
        (False, "认不出表头的表，没有读", "里面登记着申请的，请写上与别的表一样的表头"),
    ):
        places = [cell_place(called[one.name], 1, 0) for one in sheets if (one.name in sums) == is_sum]
        if places:
            yield LedgerFault(message, hint, tuple(places), certain=False)


def _of_reviews(sheet: LedgerSheet, name: str, answers: Answers) -> tuple[_Headed, Mapping[str, int]] | None:
    """A sheet of 复议 and 诉讼 alone, with its columns; None for any other."""
    spoken = _spoken_in(sheet.name)
    words = {**{plain(word): role for word, role in spoken.items()}, **answers.columns}
    head = find_head(sheet, words)
    roles = assigned(head.names, words, lambda column: "").columns if head else {}
    if head is None or names.OUTCOME in roles:
        return None
    if spoken is OF_BOTH and names.CASE_TYPE not in roles and not _says_which(head, roles):
        return None  # whose results are they?
    results = {names.REVIEW_RESULT, names.SUIT_RESULT} & set(roles)
    return (_Headed(sheet, name, head), roles) if results else None


def _says_which(head: LedgerHead, roles: Mapping[str, int]) -> bool:
    """Whether a column of results says by its own name that it is of 复议 or of 诉讼."""
    results = [role for role in (names.REVIEW_RESULT, names.SUIT_RESULT) if role in roles]
    return all((meant := role_of(head.names[roles[role]])) is not None and meant[0] == role for role in results)


def _spoken_in(sheet: str) -> Mapping[str, str]:
    """What plain column names mean in a sheet that says in its name what it is of."""
    if "复议" in sheet and "诉讼" in sheet:
        return OF_BOTH
    return OF_REVIEW_SHEET if "复议" in sheet else OF_SUIT_SHEET if "诉讼" in sheet else {}


def _chosen(ledgers: list[_Headed], answers: Answers) -> tuple[list[_Headed], tuple[LedgerQuestion, ...]]:
    """The sheets that are counted together; of several a person says which."""
    if len(ledgers) == 1:
        return ledgers, ()
    answer = answers.terms.get(SHEETS, "")
    wanted = {name.strip() for name in _BETWEEN_SHEETS.split(answer)}
    chosen = [one for one in ledgers if one.name in wanted]
    if answer == ALL_SHEETS:
        return ledgers, ()
    if chosen and len(chosen) == len(wanted):
        return chosen, ()
    called = tuple(one.name for one in ledgers)
    cells = tuple(cell_place(one.name, one.head.first, 0) for one in ledgers)
    why = f"有 {len(ledgers)} 张表都登记着申请：一起计，还是只计其中几张（用顿号隔开）"
    return ledgers, (LedgerQuestion(TERMS, SHEETS, "", SHEETS, "", cells, (), (ALL_SHEETS, *called), why),)


def _of_epoch(book: LedgerBook, answers: Answers) -> tuple[LedgerQuestion, ...]:
    if not book.from_1904 or answers.terms.get(EPOCH) == _AS_SHOWN:
        return ()
    why = "这个文件的日期从1904年起算，粘贴来的日期会差四年：请在 Excel 里核对显示的日期"
    return (LedgerQuestion(TERMS, EPOCH, "", EPOCH, "1904", (), (), (_AS_SHOWN,), why),)


class _Gathering:
    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.rows: list[LedgerRow] = []
        self.reviews: list[LedgerRow] = []
        self.questions: list[LedgerQuestion] = []
        self.faults: list[LedgerFault] = []

    def take(self, one: _Headed) -> None:
        roles = assigned(
            one.head.names, self.answers.columns, lambda column: cell_place(one.name, one.head.last, column)
        )
        self.questions += roles.questions
        read = read_rows(one.sheet, one.name, one.head, roles.columns)
        self.rows += read.rows
        said = (
            (read.merged, "合并的单元格，每一行都按它的内容计", "请核对；不对的，取消合并、逐行填写"),
            (read.hidden, "隐藏或者筛掉的行，照样计入", "不该计的，请在对照.yaml 的“单件”里写明不计"),
            (read.sums, "合计行，不当作申请", ""),
            (read.notes, "这一行没有登记的内容，没有计", "如果是一件申请，请补填编号和收到日期"),
        )
        self.faults += (LedgerFault(message, hint, places, certain=False) for places, message, hint in said if places)

    def take_reviews(self, reviews: list[tuple[_Headed, Mapping[str, int]]]) -> None:
        for one, roles in reviews:
            self.reviews += read_rows(one.sheet, one.name, one.head, roles).rows
