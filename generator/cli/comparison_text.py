"""A comparison as a person reads it: figures in columns, changed paragraphs with their changes marked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.cli.cells import padded, printable
from generator.cli.colours import Paint
from generator.han.width import columns
from generator.pipeline.comparing import TEXT_HEADS, ChangedStretch, ComparedReports, LinePair, Side, signed

_AROUND = 12
"""Characters shown on either side of a change."""
_UNKNOWN = "？"


def comparison_text(compared: ComparedReports, paint: Paint) -> str:
    """All that differs, in lines."""
    sides = (compared.before, compared.after)
    head = [
        f"{which}{printable(side.file)}{f'（{side.year}）' if side.year else ''}"
        for which, side in zip(TEXT_HEADS, sides, strict=True)
    ]
    return "\n".join([*head, *_figures(compared, paint), *_sections(compared, paint)])


def closing(compared: ComparedReports) -> str:
    """How much differs, in one line."""
    figures, lines = len(compared.comparison.figures), compared.comparison.changed_lines
    if not figures and not lines:
        return "两份报告的数字和文字都相同。"
    unknown = sum(pair.before is None and pair.after is None for pair in compared.comparison.figures)
    said = f"数字 {figures} 处不同{f'（{unknown} 处两份都没有读出）' if unknown else ''}" if figures else "数字都相同"
    return f"{said}，文字 {lines} 处不同。" if lines else f"{said}，文字都相同。"


def unread(side: Side) -> str:
    """What could not be read of a report, in one line; '' where all could."""
    if not side.errors or side.opened.doubts:
        return ""
    return f"{printable(side.file)}：有 {side.errors} 个错误，没有读出的数显示为 {_UNKNOWN}，用 nianbao check 查看。"


def _figures(compared: ComparedReports, paint: Paint) -> Iterator[str]:
    pairs = compared.comparison.figures
    if not pairs:
        return
    yield from ("", paint(f"数字（{len(pairs)} 处）", "place"))
    rows = [(pair.place, _figure(pair.before), _figure(pair.after), signed(pair.change)) for pair in pairs]
    heads = [("", compared.before.year, compared.after.year, "增减")] if compared.two_years else []
    place, before, after = (max(columns(row[column]) for row in (*heads, *rows)) for column in range(3))
    for blank, old, new, difference in heads:
        yield f"  {padded(blank, place)}  {_right(old, before)}    {padded(new, after)}  {difference}"
    for where, old, new, difference in rows:
        change = f"{paint(_right(old, before), 'error')} → {paint(padded(new, after), 'good')}"
        yield f"  {padded(where, place)}  {change}  {difference}".rstrip()


def _figure(value: int | Decimal | None) -> str:
    return _UNKNOWN if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _right(text: str, cells: int) -> str:
    return " " * (cells - columns(text)) + text


def _sections(compared: ComparedReports, paint: Paint) -> Iterator[str]:
    for section in compared.comparison.sections:
        place = ""
        for pair in section.changed:
            if place != section.place(pair):
                place = section.place(pair)
                yield from ("", paint(printable(place), "place"))
            yield f"  {_line(pair, paint)}"


def _line(pair: LinePair, paint: Paint) -> str:
    what = "小标题" if pair.heading else ""
    if pair.before is None:
        return f"增{what} {paint(printable(pair.after.text if pair.after else ''), 'good')}"
    if pair.after is None:
        return f"删{what} {paint(printable(pair.before.text), 'error')}"
    return f"改{what} {''.join(_pieces(pair.stretches, paint))}"


def _pieces(stretches: tuple[ChangedStretch, ...], paint: Paint) -> Iterator[str]:
    """The changes in brackets, with some of what stands around them."""
    last = len(stretches) - 1
    for at, stretch in enumerate(stretches):
        old, new = printable(stretch.before), printable(stretch.after)
        if stretch.same:
            yield _shortened(old, head=at > 0, tail=at < last)
        elif old and new:
            yield f"【{paint(old, 'error')}→{paint(new, 'good')}】"
        else:
            yield f"【删 {paint(old, 'error')}】" if old else f"【增 {paint(new, 'good')}】"


def _shortened(text: str, *, head: bool, tail: bool) -> str:
    """What stayed, cut to what stands next to a change: its head after one, its tail before one."""
    if len(text) <= _AROUND * (head + tail) + 2:
        return text
    return f"{text[:_AROUND] if head else ''}…{text[-_AROUND:] if tail else ''}"
