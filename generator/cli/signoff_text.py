"""What is said about signing off: what stands in the way, what was kept, what published files say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.cells import printable
from generator.cli.outcome import FINE, FOUND, WRONG_USE
from generator.cli.reporting import show_refusal
from generator.cli.streams import put, say
from generator.files.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.pipeline.signing_off import SignedOff
    from generator.pipeline.verifying import VerifiedFile

_MOST = 60
"""So many places of text are shown; figures all."""
_SHOWN = 40
"""Characters of a line that are shown."""


def say_problems(signed: SignedOff) -> None:
    """Say what keeps the report from being signed."""
    for problem in signed.problems:
        say(f"成品{printable(problem)}")
    if not signed.fit:
        say("还不能签发，没有定稿。")


def say_recorded(place: str) -> None:
    """Say where the record is."""
    say(f"定稿记在 {printable(place)}，请和 YAML 文件一起保存")


def verify_all(named: str | None, files: Sequence[str]) -> int:
    """Hold each file against the record, show what differs; the exit code."""
    from generator.pipeline.verifying import find_record, verify_published

    place = find_record(named, files)
    code = FINE
    for file in files:
        try:
            verified = verify_published(place, file)
        except UserError as refusal:
            show_refusal(refusal)
            code = WRONG_USE
            continue
        put("\n".join(_said(verified)))
        code = code or (FINE if verified.same else FOUND)
    return code


def _said(verified: VerifiedFile) -> Iterator[str]:
    yield f"{printable(verified.file)}：{verified.outcome}"
    if verified.same:
        return
    for pair in verified.comparison.figures:
        yield f"  {pair.place}：定稿是 {_figure(pair.before)}，这里{_found(pair.after)}"
    yield from (f"  请看原件 {printable(doubt)}" for doubt in verified.doubts)
    lines = [(section, pair) for section in verified.sections for pair in section.changed]
    for section, line in lines[:_MOST]:
        before, after = (side.text if side else "" for side in (line.before, line.after))
        yield f"  {printable(section.place(line))}：定稿是{_quoted(before, after)}，这里是{_quoted(after, before)}"
    if len(lines) > _MOST:
        yield f"  文字还有 {len(lines) - _MOST} 处不同"


def _figure(value: object) -> str:
    return "？" if value is None else f"{value}"


def _found(value: object) -> str:
    return "没有读出来" if value is None else f"是 {value}"


def _quoted(text: str, other: str) -> str:
    """A line, of a long one what stands around the first character that differs."""
    if not text:
        return "没有"
    pairs = zip(text, other, strict=False)
    start = next((at for at, (one, two) in enumerate(pairs) if one != two), min(len(text), len(other)))
    first = max(0, min(start - _SHOWN // 4, len(text) - _SHOWN))
    shown = text[first : first + _SHOWN]
    return f"“{'…' if first else ''}{printable(shown)}{'…' if first + _SHOWN < len(text) else ''}”"
