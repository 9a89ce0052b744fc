"""A published report → the YAML it could have been made from, with everything that was doubtful."""

from __future__ import annotations

from generator.form import keys
from generator.form.edition import Edition, edition_for, newest
from generator.form.names import REPORT
from generator.form.y2021 import former
from generator.importing.annexed import one_table
from generator.importing.blocks import Block, Paragraph, Published, Table, UnreadableError
from generator.importing.cut_by_text import cut_by_text
from generator.importing.diagnostics import confidence_of, doubts_of
from generator.importing.extra_rows import extra_rows
from generator.importing.identity import identity_of, year_of
from generator.importing.labels import table_form
from generator.importing.narrative import PartText, read_narrative
from generator.importing.notes import parted
from generator.importing.outcome import Doubt, Imported
from generator.importing.outline import Outline, outline_of
from generator.importing.page_breaks import rejoined, without_page_marks
from generator.importing.proven import with_proof
from generator.importing.radicals import with_characters
from generator.importing.tables import TableRead, read_table
from generator.importing.text_diagnostics import moved_text, text_doubts
from generator.importing.values import cells_of, controls_of, wrong_sums
from generator.importing.word_cells import unread_word, word_cells
from generator.importing.words import squeezed
from generator.importing.writing import SCHEMA, ReportContent, TablePart, write
from generator.importing.years_abreast import of_year
from generator.wording import Worded, joined

_ENOUGH_PARTS = 2
"""Parts of the form that make a file a report, where no table is there."""
_ENOUGH_FORMER = 2
"""Blocks of table 2 that are of the former form make it the former form; one is a slip."""


def import_published(name: str, data: bytes, schema_path: str = SCHEMA) -> Imported:
    """Read a published report from its bytes; ``name`` is its file name, ``schema_path`` goes into the first line.

    Raises UnreadableError for what cannot be read, is no report of this kind, or follows the form before 2021.
    """
    from generator.importing.readers import read_published

    return understand(with_characters(read_published(name, data)), schema_path)


def understand(published: Published, schema_path: str = SCHEMA) -> Imported:
    """The report in a published file's blocks. Raises UnreadableError as `import_published` does."""
    outline, edition = _outlined(published)
    _refuse_former(published, outline)
    tables = [_table_part(outline, part.key, edition) for part in edition.tables]
    if len(outline.bodies) < _ENOUGH_PARTS and not any(table.read.is_found for table in tables):
        raise UnreadableError(
            f"这不像{REPORT}：没有找到报告的各部分和表格",
            "请确认文件没有选错；网页要保存整页，图片或者扫描件要先转成文字",
        )
    texts = [_part_text(outline, part.key, edition) for part in edition.narratives]
    agency, year, unsure = identity_of(outline)
    draft = ReportContent(edition, agency, year, outline, tuple(texts), tuple(tables), ())
    doubts = [doubt for table in tables for doubt in (*with_proof(table, doubts_of(table.read)), *table.doubts)]
    draft = draft._replace(doubts=(*doubts, *unsure, *text_doubts(draft)))
    confidence = {path: sure for table in tables for path, sure in _confidence(table).items()}
    return Imported(write(draft, schema_path), draft.doubts, confidence, agency, year, published.unsettled)


def _outlined(published: Published) -> tuple[Outline, Edition]:
    """The report cut by the form of the year that it names; one that names none is read by the newest form."""
    edition = newest()
    outline = outline_of(published, edition)
    own = edition_for(year_of(outline))
    return (outline, edition) if own is edition else (outline_of(published, own), own)


def _confidence(table: TablePart) -> dict[tuple[str, ...], float]:
    sure = confidence_of(table.read)
    for path, cells in table.cells.items():
        for key, value in cells.items():
            place = (*path, key) if key else path
            if value is not None:
                sure.setdefault(place, 0.5)
            else:
                sure.pop(place, None)
    return sure


def _refuse_former(published: Published, outline: Outline) -> None:
    """The form of 2019 has other tables: naming it is right, forcing it into these tables would be wrong."""
    year = year_of(outline)
    blocks = outline.bodies.get(keys.PROACTIVE) or published.blocks
    words = "".join(squeezed(text) for block in blocks for text in _texts(block))
    is_former = sum(any(label in words for label in block) for block in former.LABELS) >= _ENOUGH_FORMER
    if not is_former and (year is None or year > former.LAST_YEAR):
        return
    shown = f"（{year}年度）" if year else ""
    raise UnreadableError(
        f"这份报告{shown}用的是{former.NAME}，表格与2021年起的格式不同，不能导入",
        joined(
            "请新建一份报告（",
            Worded("nianbao new 年度", "用“新建”"),
            f"），把能用的数字照原表填入；“{keys.CARRIED_IN}”填这份报告的“{keys.CARRIED_OUT}继续办理”",
        ),
    )


def _texts(block: Block) -> list[str]:
    return [block.text] if isinstance(block, Paragraph) else [cell.text for row in block.rows for cell in row]


def _table_part(outline: Outline, key: str, edition: Edition) -> TablePart:
    form = table_form(edition.first_year, key)
    own, abreast = of_year(form, outline.bodies.get(key, []), year_of(outline))
    blocks, annexed = one_table(form, own, year_of(outline))
    words = word_cells(form.part, blocks)
    split = parted(form, words.rest, edition)
    read: TableRead = read_table(form, split.table)
    texts = [block for body in outline.bodies.values() for block in body if isinstance(block, Paragraph)]
    by_text = cut_by_text(read, texts)
    cells, doubts = cells_of(read)
    doubts += [
        *by_text,
        *abreast,
        *annexed,
        *moved_text(form.part, split.moved),
        *extra_rows(form, split.table, edition),
    ]
    doubts += wrong_sums(read, cells)
    doubts += [unread_word(form.part, path) for path, cell in words.cells.items() if cell[""] is None]
    return TablePart(read, cells | words.cells, controls_of(read, cells), split.notes, tuple(doubts))


def _part_text(outline: Outline, key: str, edition: Edition) -> PartText:
    part = next(part for part in edition.parts if part.key == key)
    blocks: list[Block] = [
        line
        for block in outline.bodies.get(key, [])
        for line in (_flattened(block) if isinstance(block, Table) else [block])
    ]
    if any(isinstance(block, Table) for block in outline.bodies.get(key, [])):
        unpaged = without_page_marks(tuple(blocks))
        blocks = blocks if len(unpaged) == len(blocks) else rejoined(unpaged)
    text = read_narrative(part, blocks)
    text.tables = [block for block in outline.bodies.get(key, []) if isinstance(block, Table)]
    return text


def _flattened(table: Table) -> list[Paragraph]:
    """A table among text as lines of text: nothing of it is lost."""
    rows = ("　".join(cell.text.replace("\n", "") for cell in row if cell.text) for row in table.rows)
    return [Paragraph(row, table.place) for row in rows if row]


__all__ = ["Doubt", "Imported", "UnreadableError", "import_published", "understand"]
