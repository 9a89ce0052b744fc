"""What a person must look at in the text that was read: missing or renamed parts, the title, what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.form import keys
from generator.form.edition import Edition
from generator.form.model import Item
from generator.importing.blocks import Paragraph, Table
from generator.importing.narrative import PartText
from generator.importing.outcome import Doubt
from generator.importing.outline import Outline, missing_parts
from generator.importing.words import label_form
from generator.importing.writing import ReportContent

_DOUBLE = re.compile(r"\{\{|\}\}|[｛]{2}|[｝]{2}")
_SHOWN = 30
"""Characters of a left-out line that are told."""
_LONG = 60
"""Characters of a title that are told."""
_SINGLE = re.compile(r"[{｛]\s*([^{}｛｝\s]{1,60})\s*[}｝]")


def text_doubts(draft: ReportContent) -> list[Doubt]:
    """Doubts about everything but the figures."""
    outline = draft.outline
    return [
        *_front(outline),
        *_parts(outline, draft.edition),
        *_headings(outline),
        *_tables_in_text(draft.texts),
        *_braces(draft),
        *(
            Doubt((keys.SIGNATURE,), f"落款后面的文字没有导入：{left.text[:_SHOWN]}…", left.place, "", 0.5)
            for left in outline.left_out
        ),
    ]


def _front(outline: Outline) -> Iterator[Doubt]:
    front = outline.front
    for other in outline.others:
        message = f"标题：文件里还有另一份报告“{other.text[:_LONG]}”，没有导入；要导入它，请另存为单独的文件"
        yield Doubt((keys.TITLE,), message, other.place, "", 0.5, words=True)
    if front.above:
        lines = "；".join(line.text[:_SHOWN] for line in front.above)
        yield Doubt((keys.TITLE,), f"标题上面的文字没有导入：{lines}", front.above[0].place, "", 0.9)
    for block in front.preface:
        if isinstance(block, Table):
            yield Doubt((keys.PREFACE,), "第一部分前面的一张表没有导入", block.place, "", 0.5)


def moved_text(part: Item, moved: Sequence[Paragraph]) -> list[Doubt]:
    """Text that stood above a part's table and is printed under it."""
    return [
        Doubt(
            (part.key,),
            f"表{part.number}前面的一段文字移到表下的注：{line.text[:_SHOWN]}…",
            line.place,
            "",
            0.9,
            words=True,
        )
        for line in moved
    ]


def _parts(outline: Outline, edition: Edition) -> Iterator[Doubt]:
    for part in edition.tables:
        if part.key in outline.strays:
            message = f"没有找到“{part.heading}”的标题，表{part.number}按行名找到"
            yield Doubt((part.key,), message, "", "", 0.9, words=True)
    for part in missing_parts(outline, edition):
        yield Doubt((part.key,), f"没有找到“{part.heading}”这一部分", "", "", 0.0)


def _headings(outline: Outline) -> Iterator[Doubt]:
    """Parts under other names than the form's: they will be printed with the form's."""
    seen: set[str] = set()
    for section in outline.headings:
        part = section.part
        if part is None:
            continue
        name = label_form(re.split(r"[:：。]", section.heading)[0])
        if section.topic or part.key in seen:
            message = f"标题“{section.heading[:40]}”并入“{part.heading}”"
            yield Doubt((part.key,), message, section.place, "", 0.8)
        elif name != label_form(part.label):
            message = f"这一部分的标题印作“{section.heading[:40]}”，印出时用“{part.heading}”"
            yield Doubt((part.key,), message, section.place, "", 0.95 if section.exact else 0.7)
        seen.add(part.key)


def _tables_in_text(texts: Sequence[PartText]) -> Iterator[Doubt]:
    for text in texts:
        for table in text.tables:
            message = f"“{text.part.key}”里有一张表，逐行改成了文字，请核对"
            yield Doubt((text.part.key,), message, table.place, "", 0.5)


def _braces(draft: ReportContent) -> Iterator[Doubt]:
    """Braces in the text would be taken for an expression."""
    places = [((keys.PREFACE,), block) for block in draft.outline.front.preface if isinstance(block, Paragraph)]
    places += [((text.part.key,), line) for text in draft.texts for entry in text.entries for line in entry.lines]
    places += [((table.read.form.part.key,), line) for table in draft.tables for line in table.notes]
    for path, line in places:
        single = _SINGLE.search(line.text)
        if _DOUBLE.search(line.text) or (single and single[1].split(".")[-1] in draft.edition.all_keys):
            message = "文字里的大括号会被当作表达式，请改成别的写法"
            yield Doubt(path, message, line.place, "", 0.5)
