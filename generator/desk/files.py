"""Files made: a report begun, carried on from last year, built, exported."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from datetime import date
from typing import Any, NamedTuple

from generator.desk.counting import problems_in
from generator.editing.edits.typed import RefusedError
from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.naming import stem
from generator.pipeline.opening import open_report
from generator.pipeline.starting import new_report, next_report

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
