"""A published report with one figure of each table in a notation of one's choice, in every format that holds tables."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from built import copied
from complete import complete

from generator.document.compose import compose
from generator.importing.importing import import_published
from generator.importing.outcome import Imported
from generator.pipeline.opening import open_report
from generator.render import docx, html, markdown
from generator.report.model import Report

REPORT = complete(
    """主动公开政府信息:
  规章: 0
  行政规范性文件: {本年制发: 0, 本年废止: 0, 现行有效: 20}
  行政许可: 71237
  行政处罚: 2040
  行政强制: 5
  行政事业性收费: 81.35
政府信息公开申请:
  本年新收: {自然人: 61491, 商业企业: 2}
  上年结转: 0
  办理结果: {予以公开: {自然人: 61491, 商业企业: 2}}
  结转下年度: 0
行政复议行政诉讼:
  行政复议: {结果维持: 51293, 结果纠正: 1}
  未经复议直接起诉: 0
  复议后起诉: 0"""
)


class Place(NamedTuple):
    """A figure of the report: its row, its column, the number as printed and as YAML has it."""

    row: tuple[str, ...]
    column: int
    printed: str


PLACES = {
    "table 2": Place(("主动公开政府信息", "行政许可"), 0, "71237"),
    "table 3": Place(("政府信息公开申请", "本年新收"), 0, "61491"),
    "table 4": Place(("行政复议行政诉讼", "行政复议"), 0, "51293"),
    "amount": Place(("主动公开政府信息", "行政事业性收费"), 0, "81.35"),
}


def _report() -> Report:
    report = open_report("例.yaml", REPORT.encode()).report
    assert report is not None
    return report


DOCUMENT = compose(_report())
_HTML = html.render(DOCUMENT).decode()
_MARKDOWN = markdown.render(DOCUMENT).decode()
_DOCX = docx.render(DOCUMENT)
_UNIT = "万元"


def web(place: Place, markup: str, unit: str = _UNIT, page: str = _HTML) -> bytes:
    """The web page with the markup in the figure's cell, the amount's heading in another unit."""
    old = f">{place.printed}</td>"
    assert old in page
    return page.replace(old, f">{markup}</td>", 1).replace(f"单位：{_UNIT}", f"单位：{unit}").encode()


def text_in_web(place: Place, text: str, unit: str = _UNIT) -> bytes:
    """The web page with the text in the figure's cell."""
    return web(place, escape(text).replace("\n", "<br>"), unit)


def marked_down(place: Place, text: str, unit: str = _UNIT) -> bytes:
    """The Markdown file with the text in the figure's cell."""
    old = f"| {place.printed} |"
    assert old in _MARKDOWN
    cell = text.replace("\n", "<br>")
    return _MARKDOWN.replace(old, f"| {cell} |", 1).replace(f"单位：{_UNIT}", f"单位：{unit}").encode()


def tabs(place: Place, text: str, unit: str = _UNIT) -> bytes:
    """The page as copied: a line a row, cells between tabs."""
    page = copied(DOCUMENT).decode()
    cell = re.compile(rf"(?<=[\t\n]){re.escape(place.printed)}(?=[\t\n])")
    assert cell.search(page)
    page = cell.sub(lambda _: text.replace("\n", " "), page, count=1)
    return page.replace(f"单位：{_UNIT}", f"单位：{unit}").encode()


def word(place: Place, runs: str, unit: str = _UNIT) -> bytes:
    """The Word file with these runs in the figure's cell."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(_DOCX)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                body = data.decode()
                at = body.index(f">{place.printed}</w:t>")
                start = max(body.rindex("<w:r>", 0, at), body.rfind("<w:r ", 0, at))
                end = body.index("</w:r>", at) + len("</w:r>")
                body = body[:start] + runs + body[end:]
                data = body.replace(f"单位：{_UNIT}", f"单位：{unit}").encode()
            new.writestr(name, data)
    return out.getvalue()


def text_in_word(place: Place, text: str, unit: str = _UNIT) -> bytes:
    """The Word file with the text in the figure's cell."""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")]
    return word(place, f"<w:r>{'<w:br/>'.join(lines)}</w:r>", unit)


FORMATS: dict[str, Callable[..., bytes]] = {
    "html": text_in_web,
    "md": marked_down,
    "txt": tabs,
    "docx": text_in_word,
}


def read(suffix: str, data: bytes, place: Place) -> tuple[str | None, Imported]:
    """The figure as it was read, None where it was left empty; and all that was read."""
    imported = import_published(f"报告.{suffix}", data)
    report = open_report("例.yaml", imported.text.encode()).report
    assert report is not None
    value = report.figures.rows[place.row][place.column]
    return None if value is None else f"{value:f}" if not isinstance(value, int) else str(value), imported
