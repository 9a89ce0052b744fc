"""更正说明: a draft of the notice that a published report is corrected, each place with what it was and what it is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.differences import Comparison, FigurePair, LinePair
from generator.comparing.stretches import excerpts
from generator.document.blocks import Block, Document, Paragraph, Signature, Title
from generator.document.figures import UNKNOWN, day_text, figure_text
from generator.document.title import title_lines
from generator.report.model import Report

_DAY = "　　　　年　月　日"
"""The day of the notice is for the agency to put in."""


def correction(comparison: Comparison, before: Report, after: Report) -> Document:
    """The notice, ready to be set: what ``before`` published and what ``after`` puts in its place."""
    name = "".join(title_lines(before))
    agency = after.agency or UNKNOWN
    items = [*map(_figure, comparison.figures), *_text(comparison)]
    blocks: list[Block] = [
        Title(_title(title_lines(before))),
        Paragraph(f"{agency}{_published(before)}公布的《{name}》，经核对，有{len(items)}处需要更正，现说明如下："),
        *(Paragraph(f"{number}．{item}") for number, item in enumerate(items, 1)),
        Paragraph("除以上更正外，报告的其他内容不变。由此带来的不便，敬请谅解。"),
        Paragraph("特此说明。"),
        Signature((_signer(after) or agency, _DAY)),
    ]
    return Document(f"关于更正《{name}》的说明", agency, figure_text(after.year), tuple(blocks))


def _title(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The notice's title, broken where the report's own title is."""
    first, *others = lines
    *quoted, last = f"《{first}", *others
    return ("关于更正", *quoted, f"{last}》的说明")


def _published(before: Report) -> str:
    day = before.signature and before.signature.day
    return f"{day_text(day)}" if day else ""


def _signer(after: Report) -> str | None:
    return after.signature and after.signature.agency


def _figure(pair: FigurePair) -> str:
    return f"{pair.place}：原为“{figure_text(pair.before)}”，更正为“{figure_text(pair.after)}”。"


def _text(comparison: Comparison) -> Iterator[str]:
    for section in comparison.sections:
        for pair in section.changed:
            for words in _changes(pair):
                yield f"{section.place(pair)}：{words}"


def _changes(pair: LinePair) -> Iterator[str]:
    what = "小标题" if pair.heading else ""
    if pair.before is None or pair.after is None:
        line, verb = (pair.after, "增加") if pair.before is None else (pair.before, "删去")
        yield f"{verb}{what}“{line.text if line else ''}”。"
        return
    if what:
        yield f"{what}原为“{pair.before.text}”，更正为“{pair.after.text}”。"
        return
    for old, new in excerpts(pair.stretches):
        yield _replaced(*_unclosed(old, new))


def _replaced(old: str, new: str) -> str:
    if not old or not new:
        return f"{'增加' if new else '删去'}“{new or old}”。"
    return f"原为“{old}”，更正为“{new}”。"


def _unclosed(old: str, new: str) -> tuple[str, str]:
    """Both without the mark they end in, if it is the same."""
    same = old and new and old[-1] == new[-1] and old[-1] in "，。；：" and len(old) > 1 and len(new) > 1
    return (old[:-1], new[:-1]) if same else (old, new)
