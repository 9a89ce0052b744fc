"""A topic given as 0, as its figures, or as text; what is written like a figure is read with a figure's caution."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from decimal import Decimal
from functools import cache

from generator.findings import Edit, Finding, Fix, error
from generator.form import Edition, keys
from generator.form.edition import member
from generator.form.figure_sentences import figures_of
from generator.form.model import Item, Kind, Path
from generator.form.writing import how_to_write
from generator.report.model import Places
from generator.report.read_state import Reading
from generator.source.nodes import Mapping, Node, Scalar
from generator.source.row_writing import in_braces
from generator.source.scalars import Slip, read_amount, read_count

_BETWEEN = re.compile(r"(?<!\d)[，,]|[，,](?!\d{3}(?!\d))|[、；;。+＋]|\s+|(?<=[件份笔次个宗元])(?=\d)")
_COUNTED = re.compile(r".*\S\s*[件份笔次个]")
_ROUGH = re.compile(r"[约近余多左右上下不到超过几来]*")
_WORDS = re.compile(r"[有是否√×]|yes|no", re.IGNORECASE)
_NOTATION = re.compile(
    r"[\s\d⁰¹²³⁴-⁹₀-₉①-⑳.,，、。；;:：/／+＋\-－—~～=＝()（）\[\]【】*※%％￥¥$零〇一二两三四五六七八九十百千万亿件份笔次个宗元角分整共约]+"
)
"""Figures, marks and units, however they are strung together: no sentence is written with these alone."""
_LONGEST = 60
"""Characters; what is longer is a sentence."""


def read_sentence(reading: Reading, node: Scalar, item: Item, path: Path) -> bool:
    """Whether the scalar is meant as a figure: then it is read, or reported and unknown. Else it is text."""
    text = node.text.strip()
    if node.is_empty or not text or "\n" in text or len(text) > _LONGEST:
        return False
    number = read_amount(text, _unit(item))
    if number == 0 and node.style == "plain":
        reading.fields[path] = 0
        return True
    if isinstance(number, Slip) and not _is_notation(text, number, item):
        return False
    reading.lost.add(path)
    reading.findings.append(_finding(node, item, path, number))
    return True


def _is_notation(text: str, slip: Slip, item: Item) -> bool:
    """Whether nothing but figures, units and their names stands there."""
    if slip.replacement is not None or slip.code == "NB104" or _WORDS.fullmatch(text) or _NOTATION.fullmatch(text):
        return True
    pieces = [_unlabelled(piece, item) for piece in _pieces(text)]
    return bool(pieces) and all(_figure(_ROUGH.sub("", piece), item) is not None for piece in pieces)


def _unit(item: Item) -> str:
    """The unit of the topic's amounts."""
    return next((figure.unit for figure in figures_of(item) if figure.kind is Kind.AMOUNT), "")


def _unlabelled(piece: str, item: Item) -> str:
    """A piece without the words for its figure in front of it."""
    return _label(item).sub("", piece, count=1)


@cache
def _label(item: Item) -> re.Pattern[str]:
    words = sorted({*item.words, *(word for figure in figures_of(item) for word in figure.words)}, key=len)
    return re.compile(rf"(?:共|合计|总)?(?:{'|'.join(map(re.escape, reversed(words)))})*[：:是为]?\s*")


def _pieces(text: str) -> list[str]:
    return [piece for piece in _BETWEEN.split(text) if piece]


def _figure(piece: str, item: Item) -> Decimal | None:
    """The number of one piece, whatever its unit."""
    if _COUNTED.fullmatch(piece):
        return _number(piece, read_count)
    return _number(piece, lambda text: read_amount(text, _unit(item)))


def _number(text: str, read: Callable[[str], int | Decimal | Slip]) -> Decimal | None:
    value = read(text)
    if isinstance(value, Slip):
        return Decimal(value.replacement) if value.replacement is not None else None
    return Decimal(value)


def _finding(node: Scalar, item: Item, path: Path, number: Decimal | Slip) -> Finding:
    if isinstance(number, Slip) and number.code == "NB104":
        return error("NB104", number.message, node.span, hint=number.hint, path=path)
    said = _said(node.text.strip(), number, item)
    shown = node.text.strip()
    act = item.sentence.act if item.sentence else ""
    if said is not None and not any(said.values()):
        fix = Fix("改为 0", (Edit(node.span, "0"),))
        message = f"“{item.key}”写的是“{shown}”：没有{act}的，要写数字 0"
        return error("NB103", message, node.span, hint=f"应写成：{item.key}: 0", path=path, fix=fix)
    names = "、".join(figure.key for figure in figures_of(item))
    message = f"“{item.key}”{act}了的，要写明{names}，这里写的是“{shown}”"
    filled = None if said is None else _fill_in(node, said, item)
    return error("NB103", message, node.span, hint=how_to_write(item), path=path, fix=filled)


def _fill_in(node: Scalar, said: dict[str, Decimal], item: Item) -> Fix:
    """The figures with what is known of them; what is not stays to be filled in, so it takes a person."""
    names = [figure.key for figure in figures_of(item)]
    cells = in_braces((key, f"{said[key]:f}" if key in said else "") for key in names)
    return Fix("分项写，空着的请填写", (Edit(node.span, cells),), mechanical=False)


def _said(text: str, number: Decimal | Slip, item: Item) -> dict[str, Decimal] | None:
    """The figures by key, as far as they are named; None where one is not exact, or nobody knows which it is."""
    whole = number if isinstance(number, Decimal) else _replaced(number)
    if whole is not None:
        meant = _meant(text, item, {})
        return {meant.key: whole} if meant else None
    found: dict[str, Decimal] = {}
    for piece in _pieces(text):
        value, meant = _figure(_unlabelled(piece, item), item), _meant(piece, item, found)
        if value is None or meant is None:
            return None
        found[meant.key] = value
    return found or None


def _meant(piece: str, item: Item, found: Container[str]) -> Item | None:
    """The figure that a piece gives: of its kind, by a word that is said of a later one, else the next."""
    kind = Kind.COUNT if _COUNTED.fullmatch(piece) else Kind.AMOUNT
    same = [figure for figure in figures_of(item) if figure.kind is kind]
    named = [figure for figure in same[1:] if any(word in piece for word in figure.words)]
    meant = named or [figure for figure in same if figure.key not in found][:1]
    return next((figure for figure in meant if figure.key not in found), None)


def _replaced(slip: Slip) -> Decimal | None:
    return None if slip.replacement is None else Decimal(slip.replacement)


def missing_figures(root: Mapping, reading: Reading, edition: Edition, places: Places) -> list[Finding]:
    """NB101 for each figure that is not written although the first is not 0; it is unknown then, not 0."""
    found = []
    for path, item, node in _given(root, edition):
        first, *others = figures_of(item)
        some = reading.rows.get((*path, first.key), (0,))[0]
        for figure in others if some else ():
            if node.get(figure.key) is None and not node.get(keys.BODY):
                reading.lost.add((*path, figure.key))
                found.append(_missing(node, first, figure, (*path, figure.key), places))
    return found


def _given(root: Mapping, edition: Edition) -> list[tuple[Path, Item, Mapping]]:
    """Every topic that is written as figures."""
    found: list[tuple[Path, Item, Mapping]] = []
    for part in edition.narratives:
        entry = root.get(part.key)
        for below in entry.value if entry and isinstance(entry.value, Mapping) else ():
            item = member(part, below.key.text)
            if item and item.kind is Kind.SENTENCE and isinstance(below.value, Mapping):
                found.append(((part.key, below.key.text), item, below.value))
    return found


def _missing(node: Mapping, first: Item, figure: Item, path: Path, places: Places) -> Finding:
    before: Node | None = node.entries[-1].value if node.entries and node.flow else None
    fix = None
    if isinstance(before, Scalar):
        at = before.span._replace(line=before.span.end_line, column=before.span.end_column)
        fix = Fix(f"加上“{figure.key}:”，待填写", (Edit(at, f", {figure.key}: "),), mechanical=False)
    message = f"“{first.key}”不是 0，却没有写“{figure.key}”"
    hint = f"请写明{figure.key}，单位是{figure.unit}；确实没有的写 0"
    return error("NB101", message, places.key(path[:-1]), hint=hint, path=path, fix=fix)
