"""Ledgers that were made to do harm, or are merely monstrous: refused with a sentence, or read within bounds."""

from __future__ import annotations

import io
import re
import time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from ledgers import HEAD, NO_CARRY, as_xlsx, cases_of, row

from generator.ledger.errors import UnreadableLedgerError
from generator.ledger.run import CountedLedger, LedgerFile, LedgerWish, count_ledger

GOOD = as_xlsx([row("2026-1", "2026-03-02", "公民", "2026-03-20", "公开")])
SHEET = "xl/worksheets/sheet1.xml"


def read(data: bytes) -> CountedLedger:
    return count_ledger(LedgerFile("台账.xlsx", data), NO_CARRY.encode(), LedgerWish(2026))


def changed(part: str, change) -> bytes:
    out = io.BytesIO()
    with ZipFile(io.BytesIO(GOOD)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, change(text) if name == part else text)
    return out.getvalue()


def with_rows(markup: str) -> bytes:
    return changed(SHEET, lambda text: text.replace("</sheetData>", f"{markup}</sheetData>"))


def test_a_million_rows_that_are_only_formatted_are_passed_over():
    rows = "".join(f'<row r="{n}"/>' for n in range(3, 1_000_003))
    began = time.process_time()
    assert cases_of(read(with_rows(rows)))["本年新收.自然人"] == ("2026-1",)
    assert time.process_time() - began < 20


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml"])
def test_entities_are_refused(part):
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'
    with pytest.raises(UnreadableLedgerError):
        read(changed(part, lambda text: re.sub(r"(<(?:worksheet|workbook))", rf"{bomb}\1", text, count=1)))


def test_a_bomb_is_refused_before_it_is_unpacked():
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", b"\0" * 61_000_000)
    with pytest.raises(UnreadableLedgerError, match="太大"):
        read(out.getvalue())


def test_merged_chaos_is_refused_or_read_within_bounds():
    areas = "".join(f'<mergeCell ref="A{n}:B{n + 1048000}"/>' for n in range(2, 5_000))
    markup = f"<mergeCells>{areas}</mergeCells>"
    far = '<row r="200000"><c r="A200000" t="inlineStr"><is><t>x</t></is></c></row>'
    data = changed(SHEET, lambda text: text.replace("</sheetData>", f"{far}</sheetData>{markup}"))
    with pytest.raises(UnreadableLedgerError):
        read(data)


def test_formulas_and_links_are_values_and_nothing_more():
    link = '<row r="3"><c r="A3" t="str"><f>[1]Sheet1!A1</f><v>2026-2</v></c><c r="B3"><f>TODAY()</f></c></row>'
    found = read(with_rows(link))
    assert {one.field for one in found.questions} >= {"收到日期"}


@pytest.mark.parametrize("cut", [10, 200, 1000, 3000])
def test_a_file_that_is_cut_off_is_refused(cut):
    with pytest.raises(UnreadableLedgerError):
        read(GOOD[:cut])


@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "{{ 7*7 }}", "<script>", "\u202e2026-1", "'; DROP", "a" * 5000, "?: [x"]
)
def test_odd_texts_in_every_column_are_asked_about_and_answers_stay_yaml(cell):
    from generator.ledger.answers import read_answers
    from generator.ledger.asking import with_questions

    found = read(as_xlsx([tuple(cell for _ in HEAD), row(cell, "2026-03-02", cell, "2026-03-20", cell)]))
    written = with_questions(b"", found.questions)
    assert read_answers(written).findings == ()
    assert with_questions(written, found.questions) == written
