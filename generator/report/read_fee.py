"""信息处理费: 0, its three figures, or a sentence; what is written like a figure is read with a figure's caution."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from generator.findings import Edit, Finding, Fix, error
from generator.form import Edition, keys
from generator.form.edition import member
from generator.form.model import Item, Kind, Path
from generator.form.writing import how_to_write
from generator.report.model import Places
from generator.report.read_state import Reading
from generator.source.nodes import Mapping, Node, Scalar
from generator.source.scalars import Slip, read_amount, read_count

_LABEL = re.compile(
    r"(?:共?发出|合计|共|总)?(?:收费)?(?:通知)?(?:总?金额|件数|实际收取|实际|实收|收取|通知)?[：:是为]?\s*"
)
_COLLECTED = re.compile("实际|实收")
_BETWEEN = re.compile(r"(?<!\d)[，,]|[，,](?!\d{3}(?!\d))|[、；;。+＋]|\s+|(?<=[件份笔次个宗元])(?=\d)")
_COUNT = re.compile(r".*\S\s*[件份笔次个]")
_ROUGH = re.compile(r"[约近余多左右上下不到超过几来]*")
_WORDS = re.compile(r"[有是否√×]|yes|no", re.IGNORECASE)
_NOTATION = re.compile(
    r"[\s\d⁰¹²³⁴-⁹₀-₉①-⑳.,，、。；;:：/／+＋\-－—~～=＝()（）\[\]【】*※%％￥¥$零〇一二两三四五六七八九十百千万亿件份笔次个宗元角分整共约]+"
)
"""Figures, marks and units, however they are strung together: no sentence is written with these alone."""
_LONGEST = 60
"""Characters; what is longer is a sentence."""


def read_fee(reading: Reading, node: Scalar, item: Item, path: Path) -> bool:
    """Whether the scalar is meant as a figure: then it is read, or reported and unknown. Else it is text."""
    text = node.text.strip()
    if node.is_empty or not text or "\n" in text or len(text) > _LONGEST:
        return False
    number = read_amount(text, "元")
    if number == 0 and node.style == "plain":
        reading.fields[path] = 0
        return True
    if isinstance(number, Slip) and not _is_notation(text, number):
        return False
    reading.lost.add(path)
    reading.findings.append(_finding(node, item, path, number))
    return True


def _is_notation(text: str, slip: Slip) -> bool:
    """Whether nothing but figures, units and their names stands there."""
    if slip.replacement is not None or slip.code == "NB104" or _WORDS.fullmatch(text) or _NOTATION.fullmatch(text):
        return True
    pieces = [_LABEL.sub("", piece, count=1) for piece in _pieces(text)]
    return bool(pieces) and all(_figure(_ROUGH.sub("", piece)) is not None for piece in pieces)


def _pieces(text: str) -> list[str]:
    return [piece for piece in _BETWEEN.split(text) if piece]


def _figure(piece: str) -> Decimal | None:
    """The number of one piece, whatever its unit."""
    if _COUNT.fullmatch(piece):
        return _number(piece, read_count)
    return _number(piece, lambda text: read_amount(text, "元"))


def _number(text: str, read: Callable[[str], int | Decimal | Slip]) -> Decimal | None:
    value = read(text)
    if isinstance(value, Slip):
        return Decimal(value.replacement) if value.replacement is not None else None
    return Decimal(value)


def _finding(node: Scalar, item: Item, path: Path, number: Decimal | Slip) -> Finding:
    if isinstance(number, Slip) and number.code == "NB104":
        return error("NB104", number.message, node.span, hint=number.hint, path=path)
    said = _said(node.text.strip(), number)
    shown = node.text.strip()
    if said is not None and not any(said.values()):
        fix = Fix("改为 0", (Edit(node.span, "0"),))
        message = f"“{item.key}”写的是“{shown}”：没有收取的，要写数字 0"
        return error("NB103", message, node.span, hint=f"应写成：{item.key}: 0", path=path, fix=fix)
    message = f"“{item.key}”收取了的，要写明收费通知的件数和两个金额，这里写的是“{shown}”"
    filled = None if said is None else _fill_in(node, said)
    return error("NB103", message, node.span, hint=how_to_write(item), path=path, fix=filled)


def _fill_in(node: Scalar, said: dict[str, Decimal]) -> Fix:
    """The three figures with what is known of them; what is not stays to be filled in, so it takes a person."""
    cells = [f"{key}: {said[key]:f}" if key in said else f"{key}: " for key in _KEYS]
    return Fix("分三项写，空着的请填写", (Edit(node.span, "{" + ", ".join(cells) + "}"),), mechanical=False)


_KEYS = (keys.NOTICES, keys.ASKED, keys.COLLECTED)


def _said(text: str, number: Decimal | Slip) -> dict[str, Decimal] | None:
    """The figures by key, as far as they are named; None where one is not exact, or nobody knows which it is."""
    whole = number if isinstance(number, Decimal) else _replaced(number)
    if whole is not None:
        return {keys.ASKED: whole} if not _COUNT.fullmatch(text) else {keys.NOTICES: whole}
    found: dict[str, Decimal] = {}
    for piece in _pieces(text):
        core = _LABEL.sub("", piece, count=1)
        value = _figure(core)
        key = keys.NOTICES if _COUNT.fullmatch(piece) else keys.COLLECTED if _COLLECTED.search(piece) else keys.ASKED
        if key == keys.ASKED and key in found:
            key = keys.COLLECTED
        if value is None or key in found:
            return None
        found[key] = value
    return found or None


def _replaced(slip: Slip) -> Decimal | None:
    return None if slip.replacement is None else Decimal(slip.replacement)


def missing_amounts(root: Mapping, reading: Reading, edition: Edition, places: Places) -> list[Finding]:
    """NB101 for each amount that is not written although notices were sent; it is unknown then, not 0."""
    found = []
    for path, node in _fees(root, edition):
        notices = reading.rows.get((*path, keys.NOTICES), (0,))[0]
        for key in (keys.ASKED, keys.COLLECTED) if notices else ():
            if node.get(key) is None and not node.get(keys.BODY):
                reading.lost.add((*path, key))
                found.append(_missing(node, (*path, key), places))
    return found


def _fees(root: Mapping, edition: Edition) -> list[tuple[Path, Mapping]]:
    """Every entry of 信息处理费 that is written as figures."""
    found: list[tuple[Path, Mapping]] = []
    for part in edition.narratives:
        entry = root.get(part.key)
        for below in entry.value if entry and isinstance(entry.value, Mapping) else ():
            item = member(part, below.key.text)
            if item and item.kind is Kind.FEE and isinstance(below.value, Mapping):
                found.append(((part.key, below.key.text), below.value))
    return found


def _missing(node: Mapping, path: Path, places: Places) -> Finding:
    key = path[-1]
    before: Node | None = node.entries[-1].value if node.entries and node.flow else None
    fix = None
    if isinstance(before, Scalar):
        at = before.span._replace(line=before.span.end_line, column=before.span.end_column)
        fix = Fix(f"加上“{key}:”，待填写", (Edit(at, f", {key}: "),), mechanical=False)
    message = f"发出了收费通知，却没有写“{key}”"
    hint = f"请写明{key}，单位是元；没有收到的，{keys.COLLECTED}写 0"
    return error("NB101", message, places.key(path[:-1]), hint=hint, path=path, fix=fix)
