"""Carrying out the mechanical fixes that findings offer."""

from __future__ import annotations

from dataclasses import dataclass

from generator.files.atomic import write_all
from generator.files.backups import free_backup
from generator.files.errors import UserError, shown
from generator.findings import Finding
from generator.fixes import carry_out, mechanical
from generator.pipeline.checking import Checked, check_file
from generator.pipeline.opening import load
from generator.pipeline.published import refuse_published
from generator.source.text import SourceText, decode

_ROUNDS = 20
"""One fix can bring the next to light (a colon put right, then the number behind it)."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file before and after: what was done, what is left to the clerk, and where the old file was kept."""

    file: str
    before: str
    after: str
    titles: tuple[str, ...]
    checked: Checked
    backup: str | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is left to the clerk."""
        return self.checked.findings

    @property
    def source_lines(self) -> tuple[str, ...]:
        """The lines of the file as it is now."""
        return self.checked.source_lines


def fix_file(path: str, *, write: bool = True) -> Fixed:
    """Fix one file until nothing more can be fixed; the old file is kept beside it as ``.bak`` when anything changed.

    Raises UserError when the file cannot be read or written, or is a published report.
    """
    data = load(path)
    refuse_published(path, data, "修正")
    source = decode(data)
    text, titles = source.text, list[str]()
    checked = check_file(path, data=data)
    before: dict[str, tuple[list[str], Checked]] = {}
    for _ in range(_ROUNDS):
        mended, done = carry_out(text, mechanical(checked.findings))
        if mended == text:
            break
        before[text] = titles, checked
        text = mended
        if text in before:  # two fixes that undo each other: neither was a way out
            titles, checked = before[text]
            break
        titles = [*titles, *(fix.title for fix in done)]
        checked = check_file(path, data=encoded(text, source))
    backup = write_edited(path, data, encoded(text, source)) if write and text != source.text else None
    return Fixed(path, source.text, text, tuple(titles), checked, backup)


def encoded(text: str, source: SourceText) -> bytes:
    """The text in the encoding in which the file came, with its byte order mark if it had one."""
    mark = "\ufeff" if source.bom else ""
    return (mark + text).encode(source.encoding, "surrogatepass" if source.encoding.startswith("utf") else "strict")


def write_edited(path: str, old: bytes, new: bytes) -> str:
    """Write the fixed file and the old one as its backup. Raises UserError when ``old`` is not what is there now."""
    backup = free_backup(path)

    def still_old(_path: str, _back: bytes) -> None:
        if load(path) != old:
            raise UserError(f"文件刚刚被别的程序改过，没有修正：{shown(path)}", "请保存好以后再运行一次")

    write_all({backup: old, path: new}, still_old)  # the backup first: there is no moment without the old text
    return backup
