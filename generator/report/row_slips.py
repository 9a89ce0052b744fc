"""What people write where the form wants a row: a bare number, a line of numbers, a list, 无, a split 1,120."""

from __future__ import annotations

import re

from generator.findings import Edit, Finding, Fix, Path, error
from generator.form.model import Item, Kind
from generator.source.figure_list import split_figures
from generator.source.nodes import Entry, Mapping, Scalar, Sequence
from generator.source.scalars import Slip, read_count

_THOUSANDS = re.compile(r"\d{3}")


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
    cells = [f"{key}: {n}" for key, n in zip(item.by_key, numbers, strict=False) if n]
    extra = numbers[len(item.by_key) :]
    if item.total and extra and extra[0] != sum(numbers[: len(item.by_key)]):
        cells.append(f"{item.total.key}: {extra[0]}")
    return "{" + ", ".join(cells) + "}" if cells else "0"


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


def split_thousands(node: Mapping, path: Path) -> tuple[list[tuple[Entry, bool]], list[Finding]]:
    """A row's entries; ``{自然人: 1,120}``, which YAML reads as 自然人: 1 and 120, is put back together and reported.

    The flag says that the entry's figure is not to be used.
    """
    entries: list[tuple[Entry, bool]] = []
    findings: list[Finding] = []
    for entry in node.entries:
        if node.flow and entries and _continues(entries[-1][0], entry):
            whole, _ = entries.pop()
            findings.append(_thousands(whole, entry, path))
            entries.append((whole, True))
        else:
            entries.append((entry, False))
    return entries, findings


def _continues(before: Entry, entry: Entry) -> bool:
    return (
        _THOUSANDS.fullmatch(entry.key.text) is not None
        and isinstance(entry.value, Scalar)
        and entry.value.text == ""
        and isinstance(before.value, Scalar)
        and before.value.text.isdecimal()
    )


def _thousands(whole: Entry, rest: Entry, path: Path) -> Finding:
    start, end = whole.value.span, rest.key.span
    span = start._replace(end_line=end.end_line, end_column=end.end_column)
    text = whole.value.text + rest.key.text if isinstance(whole.value, Scalar) else rest.key.text
    return error(
        "NB103",
        f"“{whole.key.text}”的数里不能用逗号分节",
        span,
        hint=f"应写成：{whole.key.text}: {text}",
        path=(*path, whole.key.text),
        fix=Fix(f"改为 {text}", (Edit(span, text),)),
    )
