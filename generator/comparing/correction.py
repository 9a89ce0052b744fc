"""更正说明: a draft of the notice that a published report is corrected, each place with what it was and what it is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.comparing.differences import Comparison, FigurePair, LinePair
from generator.comparing.stretches import excerpts
from generator.document.blocks import Block, Document, Paragraph, Signature, Title
from generator.document.figures import UNKNOWN, day_text, figure_text
from generator.document.title import title_lines
from generator.form import keys
from generator.form.model import Kind
from generator.form.placing import in_print
from generator.report.model import Report

TITLE_START, TITLE_END = "关于更正", "的说明"
"""How the title of every notice begins and ends."""
_DAY = "　　　　年　月　日"
"""The day of the notice is for the agency to put in."""


def correction(comparison: Comparison, before: Report, after: Report) -> Document:
    """The notice, ready to be set: what ``before`` published and what ``after`` puts in its place."""
    name = "".join(title_lines(before))
    agency = after.agency or UNKNOWN
    typed = [pair for pair in comparison.figures if keys.TOTAL not in pair.path]
    totals = [pair for pair in comparison.figures if keys.TOTAL in pair.path]
    items = [*(_figure(pair, after) for pair in typed or totals), *_text(comparison)]
    blocks: list[Block] = [
        Title(_title(title_lines(before))),
        Paragraph(f"{agency}{_published(before)}公布的《{name}》，经核对，有{len(items)}处需要更正，现说明如下："),
        *(Paragraph(f"{number}．{item}") for number, item in enumerate(items, 1)),
        *([Paragraph(_totals(totals, after))] if typed and totals else []),
        Paragraph("除以上更正外，报告的其他内容不变。由此带来的不便，敬请谅解。"),
        Paragraph("特此说明。"),
        Signature((_signer(after) or agency, _DAY)),
    ]
    return Document(f"{TITLE_START}《{name}》{TITLE_END}", agency, figure_text(after.year), tuple(blocks))


def _title(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The notice's title, broken where the report's own title is."""
    first, *others = lines
    *quoted, last = f"《{first}", *others
    return (TITLE_START, *quoted, f"{last}》{TITLE_END}")


def _published(before: Report) -> str:
    day = before.signature and before.signature.day
    return f"{day_text(day)}" if day else ""


def _signer(after: Report) -> str | None:
    return after.signature and after.signature.agency


def _figure(pair: FigurePair, after: Report) -> str:
    return f"{in_print(pair.path, after.edition)}：{_said(pair, after)}。"


def _totals(pairs: list[FigurePair], after: Report) -> str:
    """The totals that are others now, because what they add up has been corrected."""
    listed = "；".join(f"{in_print(pair.path, after.edition)}{_said(pair, after)}" for pair in pairs)
    return f"因以上更正，下列合计相应更正：{listed}。"


def _said(pair: FigurePair, after: Report) -> str:
    item = after.edition.root
    for key in pair.path:
        item = item.by_key.get(key, item)
    unit = item.unit if item.kind is Kind.AMOUNT else ""
    return f"原为“{figure_text(pair.before)}{unit}”，更正为“{figure_text(pair.after)}{unit}”"


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
