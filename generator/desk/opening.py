"""Files that are opened: a report as its text, a published one as the YAML it gives, what else lies beside a report."""

from __future__ import annotations

import os
from base64 import b64decode
from typing import Any

from generator.editing.edits.typed import RefusedError
from generator.ledger import FILE_NAME
from generator.pipeline.office_rules import profile_of
from generator.pipeline.published import imported, is_published
from generator.profile.lookup import is_profile
from generator.signing.marks import is_record
from generator.source.text import decode

LEDGER, ANSWERS = "ledger", "answers"
"""Kinds of files that are opened as no report."""
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv")


def kind_of_table(name: str) -> str:
    """Whether a file that was chosen or dropped is a ledger or answers about one, by its name; '' for neither."""
    lower = name.lower()
    if lower.endswith(_WORKBOOKS):
        return LEDGER
    return ANSWERS if os.path.basename(lower) == FILE_NAME else ""


def opened(name: str, data: str) -> dict[str, Any]:
    """A file that was chosen or dropped, by its kind: a YAML as its text, a published report as the YAML it gives.

    ``data`` is base64. What was not read for certain is listed in ``doubts``. A workbook is a ledger, 对照.yaml its
    answers: the page asks for them to be counted. An office's settings and a 定稿 are no reports either. ``kind`` says.
    """
    content, table = b64decode(data), kind_of_table(name)
    kind = table if table == LEDGER else "record" if is_record(content) else ""
    if kind:
        return {"text": "", "name": os.path.basename(name), "doubts": [], "note": "", "kind": kind}
    if is_profile(name):
        return _settings(name, content)
    if is_published(name, content):
        return _imported(name, content)
    source = decode(content)
    if not source.text and source.findings:
        first = source.findings[0]
        raise RefusedError(first.message, first.hint)
    told = "" if source.encoding == "utf-8" else "这个文件原来不是 UTF-8 编码，保存时会存成 UTF-8。"
    return {"text": source.text, "name": name, "doubts": [], "note": told, "kind": table or "yaml"}


def read_in(name: str, data: str) -> dict[str, Any]:
    """A published report as the YAML it gives. Raises RefusedError for a file of another kind."""
    content = b64decode(data)
    if not is_published(name, content):
        raise RefusedError(f"“{name}”不是公布的报告", "请放进 Word、网页、Markdown、文字或者 PDF 文件")
    return _imported(name, content)


def _settings(name: str, content: bytes) -> dict[str, Any]:
    """本单位设置, which lies beside the report and is used from there."""
    faults = len(profile_of(name, content)[0].findings)
    note = f"本单位设置里有 {faults} 处写错，写错的没有用。" if faults else ""
    return {"kind": "settings", "name": name, "text": "", "doubts": [], "note": note}


def _imported(name: str, content: bytes) -> dict[str, Any]:
    """A published report as YAML."""
    from generator.pipeline.importing import place_of

    found = imported(name, content)
    doubts = [
        {"place": place_of(one, found.year), "message": one.message, "path": list(one.path)} for one in found.doubts
    ]
    base = f"{found.agency}-{found.year}" if found.agency and found.year else os.path.splitext(name)[0]
    return {"text": found.text, "name": f"{base}.yaml", "doubts": doubts, "note": "", "kind": "published"}
