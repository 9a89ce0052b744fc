"""What is not filled in yet, for a person: folded by part, with the lines, and how far the file has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.cli.cells import printable, wrapped
from generator.cli.colours import Paint
from generator.findings import PENDING_WORD, Finding
from generator.form.edition import Edition
from generator.form.model import Kind
from generator.form.placing import in_words
from generator.form.to_fill import filled_in

_RUN = 3
"""So many lines one after the other are written as from–to."""
_NAMED = 6
"""So many places of a published report, which has no lines, are named; the others are counted."""
_INDENT = "      "


def pending_text(pending: Sequence[Finding], edition: Edition, paint: Paint, cells: int) -> str:
    """All that is not filled in of one file, in as many lines as it has parts."""
    file = printable(pending[0].file)
    done, places = filled_in(edition, [finding.path for finding in pending])
    word = paint(PENDING_WORD, "error")
    lines = [f"{paint(file, 'place')} {word} {len(pending)}，已填 {done}/{places}"]
    for part, found in _by_part(pending).items():
        lines += _indented(f"{_still(part, len(found), edition)}：{_where(found)}", cells)
    lines += _indented(
        "提示：没有的数写 0，文字写在“|”的下一行；逐格的写法写在各行后面，不想看 YAML 的用 nianbao fill", cells
    )
    return "\n".join(lines)


def _indented(text: str, cells: int) -> Iterator[str]:
    first, *rest = wrapped(text, cells - len(_INDENT) - 2)
    yield _INDENT + first
    yield from (f"{_INDENT}  {line}" for line in rest)


def _by_part(pending: Sequence[Finding]) -> dict[str, list[Finding]]:
    parts: dict[str, list[Finding]] = {}
    for finding in pending:
        parts.setdefault(str(finding.path[0]) if finding.path else "", []).append(finding)
    return parts


def _still(part: str, number: int, edition: Edition) -> str:
    item = edition.root.by_key.get(part)
    if item is not None and item.kind is Kind.TABLE:
        return f"{in_words((part,), edition)}还有 {number} 格"
    return f"{in_words((part,), edition) if part else '全文'}还有 {number} 处"


def _where(found: Sequence[Finding]) -> str:
    if found[0].place:
        rest = " 等" if len(found) > _NAMED else ""
        return "、".join(finding.place for finding in found[:_NAMED]) + rest
    return f"第 {'、'.join(_runs(sorted({finding.span.line for finding in found})))} 行"


def _runs(lines: Sequence[int]) -> Iterator[str]:
    """64、65、70–73: lines one after the other together."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at] != lines[at - 1] + 1:
            run = lines[start:at]
            yield from ([f"{run[0]}–{run[-1]}"] if len(run) >= _RUN else map(str, run))
            start = at
