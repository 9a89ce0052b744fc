"""Files in and out: a report opened, imported, begun, carried on from last year, built, exported."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from datetime import date
from typing import Any, NamedTuple

from generator.desk.counting import problems_in
from generator.desk.ledger_calls import LEDGER, kind_of_table
from generator.editing.edits.typed import RefusedError
from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.importing import place_of
from generator.pipeline.naming import stem
from generator.pipeline.office_rules import profile_of
from generator.pipeline.opening import open_report
from generator.pipeline.published import imported, is_published
from generator.pipeline.starting import new_report, next_report
from generator.profile.lookup import is_profile
from generator.signing.marks import is_record
from generator.source.text import decode

_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "json": "application/json",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Beside(NamedTuple):
    """The text on the page, and a file that is held against it; ``data`` is base64."""

    path: str
    text: str
    name: str
    data: str

    @property
    def typed(self) -> bytes:
        """The text as it would be saved."""
        return self.text.encode("utf-8", "surrogatepass")

    @property
    def content(self) -> bytes:
        """The other file's bytes."""
        return b64decode(self.data)


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
    found = imported(name, content)
    doubts = [
        {"place": place_of(one, found.year), "message": one.message, "path": list(one.path)} for one in found.doubts
    ]
    base = f"{found.agency}-{found.year}" if found.agency and found.year else os.path.splitext(name)[0]
    return {"text": found.text, "name": f"{base}.yaml", "doubts": doubts, "note": "", "kind": "published"}


def begun(year: int, agency: str) -> dict[str, Any]:
    """The YAML of an empty report."""
    name = f"{agency or '年报'}-{year}.yaml"
    return {"text": new_report(year, agency or None), "name": name, "doubts": [], "note": "", "kind": "yaml"}


def carried_on(name: str, data: str) -> dict[str, Any]:
    """Next year's draft from last year's report (YAML or published)."""
    last = open_report(name, b64decode(data))
    if last.report is None:
        first = next(iter(last.findings), None)
        raise RefusedError(first.message if first else "这份报告读不出来", first.hint if first else "请换一个文件")
    year = (last.report.year or date.today().year - 2) + 1
    agency = last.report.agency or ""
    file = f"{agency or '年报'}-{year}.yaml"
    text = next_report(year, agency or None, os.path.join(os.path.dirname(name), file), last)
    doubts = [{"place": "", "message": one.message, "path": list(one.path)} for one in last.doubts]
    return {"text": text, "name": file, "doubts": doubts, "note": "", "kind": "yaml"}


def built(path: str, text: str, form: str, *, draft: bool = False, fragment: bool = False) -> dict[str, Any]:
    """The report in one format, as bytes in base64. Raises RefusedError while it has errors."""
    if form not in ("docx", "html", "md", "pdf"):
        raise RefusedError(f"没有“{form}”这种成品", "可以生成 docx、html、md、pdf")
    options = BuildOptions(formats=(form,), draft=draft, fragment=fragment)
    checked, content = render_file(path, options, text.encode("utf-8", "surrogatepass"))
    if content is None or checked.report is None:
        raise RefusedError(f"还有{problems_in(checked.findings)}，没有生成", "请先填完、改好；要先看样子，可以生成草稿")
    name = stem(checked.report.agency, checked.report.year, draft=draft)
    return made(f"{name}.{form}", content, form)


def exported(path: str, text: str, to: str, table: str = "") -> dict[str, Any]:
    """The figures with their totals, for other programs; ``table``: as TSV the one of that number (二, 三, 四)."""
    from generator.pipeline.exporting import EXPORTS, export_file

    if to not in EXPORTS:
        raise RefusedError(f"不能导出成“{to}”", f"可以导出 {'、'.join(EXPORTS)}")
    found = export_file(path, to, text.encode("utf-8", "surrogatepass"), table)
    report = found.checked.report
    if found.content is None or report is None:
        raise RefusedError("内容读不出来，没有导出", "请先在“原文”里改好")
    return made(f"{stem(report.agency, report.year, draft=False)}.{to}", found.content, to)


def made(name: str, content: bytes, form: str) -> dict[str, Any]:
    """A file to be downloaded."""
    return {"name": name, "kind": _KINDS[form], "data": b64encode(content).decode()}
