"""What people write where the form wants a row: a bare number, a line of numbers, a list, 无, a split 1,120."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.findings import Edit, Finding, Fix, Path, Span, error
from generator.form.model import FIGURES, Item, Kind
from generator.source.digits import half_width
from generator.source.figure_list import split_figures
from generator.source.nodes import NUMBERS_REST, Entry, Mapping, Scalar, Sequence
from generator.source.row_writing import in_braces
from generator.source.scalars import Slip, read_amount, read_count

_HEAD = re.compile(r"[^0-9]{0,4}[1-9][0-9]{0,2}")
_THREE = re.compile(r"[0-9]{3}")
_REST = re.compile(r"[0-9]{3}(?![0-9]).*", re.DOTALL)
"""What may stand behind a comma in a number, its unit or a note (400件) last."""


def read_odd_row(node: Scalar | Sequence, item: Item, path: Path) -> Finding | None:
    """The finding for a row or group written otherwise than as a mapping or 0; None where the schema will say it."""
    if isinstance(node, Scalar) and (slip := _means_nothing(node.text)):
        found = _with_text(node, item, path, "0", f"“{item.key}”没有的话请写 0")
        return found._replace(fix=found.fix and found.fix._replace(mechanical=slip.certain))
    numbers = _numbers(node)
    widths = {len(item.by_key), len(item.by_key) + (item.total is not None)}
    if item.kind is Kind.ROW and len(numbers) in widths:
        text = as_mapping(item, numbers)
        return _with_text(node, item, path, text, f"“{item.key}”的数要写明是哪一类的")
    return None


def _means_nothing(text: str) -> Slip | None:
    """The slip of another way of writing 0 (无, /, ０, 0件 …)."""
    value = read_count(text)
    return value if isinstance(value, Slip) and value.replacement == "0" else None


def as_mapping(item: Item, numbers: list[int]) -> str:
    """The row as it should be written: cells that are not 0, and a 总计 only where it differs from their sum."""
    cells = [(key, n) for key, n in zip(item.by_key, numbers, strict=False) if n]
    extra = numbers[len(item.by_key) :]
    if item.total and extra and extra[0] != sum(numbers[: len(item.by_key)]):
        cells.append((item.total.key, extra[0]))
    return in_braces(cells) if cells else "0"


def _with_text(node: Scalar | Sequence, item: Item, path: Path, text: str, message: str) -> Finding:
    fix = Fix(f"改为 {text}", (Edit(node.span, text),))
    return error("NB103", message, node.span, hint=f"应写成：{item.key}: {text}", path=path, fix=fix)


def _numbers(node: Scalar | Sequence) -> list[int]:
    """The whole numbers in a list or a line of figures; [] if anything else stands in it."""
    if isinstance(node, Scalar):
        texts: tuple[str, ...] = split_figures(node.text) or ()
    else:
        texts = tuple(i.text if isinstance(i, Scalar) else "" for i in node.items)
    counts = [read_count(text) for text in texts]
    return [] if any(isinstance(c, Slip) for c in counts) else [c for c in counts if isinstance(c, int)]


def split_thousands(node: Mapping, item: Item, path: Path) -> tuple[list[tuple[Entry, bool]], list[Finding]]:
    """A mapping's entries; ``{自然人: 1,120}``, which YAML reads as 自然人: 1 and 120, is put together and reported.

    The flag says that the entry's figure is not to be used: a comma cut something off behind it.
    """
    if not node.flow or not any(entry.key.text[:1].isdecimal() for entry in node.entries):
        return [(entry, False) for entry in node.entries], []  # nothing that could be the rest of a number
    numbers: list[list[Entry]] = []
    for entry in node.entries:
        if numbers and _is_figure(numbers[-1][0], item) and _continues(numbers[-1], entry):
            numbers[-1].append(entry)
        else:
            numbers.append([entry])
    findings = [_thousands(pieces, item, path) for pieces in numbers if len(pieces) > 1]
    cut = [len(pieces) > 1 or _is_rest(after[0]) for pieces, after in pairwise([*numbers, numbers[0]])]
    return [(pieces[0], is_cut) for pieces, is_cut in zip(numbers, cut, strict=True)], findings


def _is_figure(entry: Entry, item: Item) -> bool:
    """Whether a figure, or a row of them, stands in an entry's place; what the form does not know may be one."""
    child = item.by_key.get(entry.key.text)
    return child is None or child.kind in {*FIGURES, Kind.ROW, Kind.GROUP}


def _is_rest(entry: Entry) -> bool:
    """Whether an entry is nothing but digits: part of a number before it, or a figure without its name."""
    value, key = entry.value, entry.key
    return key.text[:1].isdecimal() and isinstance(value, Scalar) and value.style == "plain" and value.text == ""


def _continues(pieces: list[Entry], entry: Entry) -> bool:
    """Whether an entry is the next three digits of the number that stands before it."""
    head, last = pieces[0].value, _end_of(pieces)
    if not isinstance(head, Scalar) or head.style != "plain" or _HEAD.fullmatch(half_width(head.text)) is None:
        return False
    value, key = entry.value, entry.key
    is_rest = key.style == "plain" and _REST.fullmatch(half_width(key.text)) is not None
    goes_on = len(pieces) == 1 or _THREE.fullmatch(half_width(pieces[-1].key.text)) is not None
    on_the_line = key.span.line == last.end_line and goes_on
    return is_rest and on_the_line and isinstance(value, Scalar) and value.style == "plain" and value.text == ""


def _end_of(pieces: list[Entry]) -> Span:
    """The span of the last piece of a number."""
    return pieces[-1].key.span if len(pieces) > 1 else pieces[0].value.span


def _thousands(pieces: list[Entry], item: Item, path: Path) -> Finding:
    """The number as it was meant: a blank behind a comma may also stand where a name was left out."""
    whole, rests = pieces[0], pieces[1:]
    if not all(NUMBERS_REST.fullmatch(rest.key.text) for rest in rests) or not _is_digits(whole):
        return _with_more(pieces, item, path)
    start, end = whole.value.span, rests[-1].key.span
    span = start._replace(end_line=end.end_line, end_column=end.end_column)
    text = (whole.value.text if isinstance(whole.value, Scalar) else "") + "".join(rest.key.text for rest in rests)
    name = whole.key.text
    length = len(text) + len(rests)  # as typed without blanks, a comma before each piece
    return error(
        "NB103",
        f"“{name}”的数里不能用逗号分节",
        span,
        hint=f"应写成：{name}: {text}",
        path=(*path, name),
        fix=Fix(f"改为 {text}", (Edit(span, text),), end.end_column - start.column == length),
    )


def _is_digits(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar) and entry.value.text.isascii() and entry.value.text.isdigit()


def _with_more(pieces: list[Entry], item: Item, path: Path) -> Finding:
    """``3,400件``, ``３,４００``, ``约3,400``: the number with what else was typed with it, read as one text."""
    whole, rests = pieces[0], pieces[1:]
    start, end = whole.value.span, rests[-1].key.span
    span = start._replace(end_line=end.end_line, end_column=end.end_column)
    typed = ",".join([whole.value.text if isinstance(whole.value, Scalar) else "", *(rest.key.text for rest in rests)])
    child = item.by_key.get(whole.key.text)
    amount = child is not None and child.kind is Kind.AMOUNT
    slip = read_amount(typed, child.unit if child else "") if amount else read_count(typed)
    assert isinstance(slip, Slip), "a comma is in it"
    fix = None
    if slip.replacement is not None:
        certain = slip.certain and end.end_column - start.column == len(typed)
        fix = Fix(f"改为 {slip.replacement}", (Edit(span, slip.replacement),), certain)
    return error(slip.code, slip.message, span, hint=slip.hint, path=(*path, whole.key.text), fix=fix)
