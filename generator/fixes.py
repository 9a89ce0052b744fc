"""Carrying out fixes: text edits put into the text, everything else left byte for byte."""

from __future__ import annotations

from collections.abc import Iterable

from generator.findings import Edit, Finding, Fix


def mechanical(findings: Iterable[Finding]) -> list[Fix]:
    """The fixes that may be carried out unasked."""
    return [f.fix for f in findings if f.fix and f.fix.mechanical]


def carry_out(text: str, fixes: Iterable[Fix]) -> tuple[str, list[Fix]]:
    """The text after all fixes that do not get into each other's way, and those carried out.

    A fix whose edits overlap an earlier one's is left for the next round. Positions count lines as YAML does.
    """
    offsets = _line_offsets(text)
    taken: list[tuple[int, int, str]] = []
    done: list[Fix] = []
    for fix in fixes:
        edits = [_located(edit, offsets, len(text)) for edit in fix.edits]
        if edits and not any(_overlap(new, old) for new in edits for old in taken):
            taken += edits
            done.append(fix)
    for start, end, replacement in sorted(taken, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text, done


def _line_offsets(text: str) -> list[int]:
    """The offset at which each line begins; CR LF, LF and CR end one."""
    offsets = [0]
    position = 0
    for line in text.replace("\r\n", " \n").replace("\r", "\n").split("\n")[:-1]:
        position += len(line) + 1
        offsets.append(position)
    return offsets


def _located(edit: Edit, offsets: list[int], length: int) -> tuple[int, int, str]:
    span = edit.span
    return (
        _offset(span.line, span.column, offsets, length),
        _offset(span.end_line, span.end_column, offsets, length),
        edit.text,
    )


def _offset(line: int, column: int, offsets: list[int], length: int) -> int:
    if line > len(offsets):
        return length
    return min(offsets[line - 1] + column - 1, length)


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two edits touch the same text; two insertions at one place count as touching."""
    if one[0] == other[0]:
        return True
    return one[0] < other[1] and other[0] < one[1]
