"""Published reports: told from YAML by their names, and read as the YAML that says the same."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from generator.files.errors import UserError, shown
from generator.files.quoting import command
from generator.findings import WHOLE_FILE, Finding, warning
from generator.form import entries_of_any_edition
from generator.form.names import LEDGER
from generator.signing.marks import is_record
from generator.wording import Worded, joined

if TYPE_CHECKING:
    from generator.importing.outcome import Imported

PUBLISHED_SUFFIXES = (".docx", ".html", ".htm", ".md", ".txt", ".pdf")
"""What published reports come in."""
SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv")
_LIKE_PUBLISHED = (
    *(".doc", ".wps", ".rtf", ".odt", ".ofd", ".markdown", ".shtml", ".xhtml", ".mht", ".mhtml"),
    *SPREADSHEETS,
    *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".zip", ".rar", ".7z"),
)
"""What is no YAML either: the importer reads it or says what to do."""
MAX_BYTES = 30_000_000
"""Pictures make a published file larger than any YAML."""


def may_be_published(path: str) -> bool:
    """Whether a file's name says that it is no YAML."""
    return path.lower().endswith((*PUBLISHED_SUFFIXES, *_LIKE_PUBLISHED))


def is_published(path: str, data: bytes) -> bool:
    """Whether a file is a published report; a .txt that holds our YAML is not."""
    return may_be_published(path) and not (path.lower().endswith(".txt") and _holds_our_yaml(data))


def _holds_our_yaml(data: bytes) -> bool:
    """Whether two lines begin with keys of the form, as they do in no text that was copied from a page."""
    from generator.source.text import decode

    known = entries_of_any_edition()
    starts = (line.replace("：", ":").partition(":") for line in decode(data).lines)
    return len({key.strip() for key, colon, _ in starts if colon} & known) > 1


def read_published(path: str, data: bytes) -> Imported:
    """The report as YAML. Raises UnreadableError with what to do."""
    from generator.importing.importing import import_published

    return import_published(os.path.basename(path), data)


def refuse_published(path: str, data: bytes, what: str) -> None:
    """Raise UserError when a command that is about YAML (``what``) is given a published report."""
    if path.lower().endswith(SPREADSHEETS):
        raise UserError(
            f"{shown(path)} 是表格，不是年报，不能{what}",
            joined(
                f"{LEDGER}用",
                Worded(f" {command('ledger', path)} ", "“从台账统计”"),
                "来数；表格里的数请填进年报的 YAML，没有的用",
                Worded(" nianbao new 年度 ", "“新建”"),
                "新建",
            ),
        )
    if is_record(data):
        raise UserError(f"{shown(path)} 是定稿记录，不是年报，不能{what}", "请写年报的 YAML 文件")
    if is_published(path, data):
        raise UserError(
            f"{shown(path)} 是已经公布的报告，不是 YAML 文件，不能{what}",
            Worded(f"先读成 YAML：{command('import', path)}", "请打开它，读成能改的内容"),
        )


SETTLE = "请在 Word 的“审阅”里接受或者拒绝全部修订，删去批注，另存以后再用。"
"""What to do about open changes and comments."""


def left_in_word(imported: Imported) -> tuple[Finding, ...]:
    """NB611 for a Word file in which changes are open, or comments stand; it was read with the changes accepted."""
    words = imported.unsettled.words
    if not words:
        return ()
    message = f"这个 Word 文件里有 {words}"
    hint = f"公布以后谁都看得到。{SETTLE}" + ("这里按接受修订以后的样子检查。" if imported.unsettled.changes else "")
    return (warning("NB611", message, WHOLE_FILE, hint=hint),)


def imported(name: str, data: bytes) -> Imported:
    """A published report as YAML. Raises UserError where it cannot be read."""
    from generator.importing.blocks import UnreadableError

    try:
        return read_published(name, data)
    except UnreadableError as problem:
        raise UserError(problem.message, problem.hint) from problem
