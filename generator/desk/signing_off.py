"""核对单 and 定稿 of the text on the page, as files to be downloaded."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from generator.desk.files import made
from generator.editing.edits.typed import RefusedError
from generator.pipeline.naming import stem
from generator.pipeline.signing_off import SignedOff, record_data, rendered, sign_off
from generator.signing.marks import record_beside

_FORMATS = ("docx", "html", "md", "pdf")


def sheet(path: str, text: str, form: str) -> dict[str, Any]:
    """核对单, the sheet to sign. Raises RefusedError where the text cannot be read."""
    if form not in _FORMATS:
        raise RefusedError(f"核对单没有“{form}”这种格式", f"可以生成 {'、'.join(_FORMATS)}")
    signed = _signed(path, text)
    report = signed.checked.report
    if signed.sheet is None or report is None:
        raise RefusedError("内容读不出来，没有生成核对单", "请先在“原文”里改好")
    return made(f"{stem(report.agency, report.year, draft=False)}核对单.{form}", rendered(signed, form), form)


def record(path: str, text: str, day: str) -> dict[str, Any]:
    """定稿, what is kept of a report signed off on ``day``, to lie beside the YAML. Raises UserError, RefusedError."""
    try:
        signed_on = date.fromisoformat(day)
    except ValueError as no_day:
        raise RefusedError(f"“{day}”不是日期", "请写 2026-01-20 这样的日期") from no_day
    return made(os.path.basename(record_beside(path)), record_data(path, _signed(path, text), signed_on), "json")


def _signed(path: str, text: str) -> SignedOff:
    return sign_off(path, data=text.encode("utf-8", "surrogatepass"))
