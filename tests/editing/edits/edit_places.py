"""The texts that edits are tried on, and every place of them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path as File

from generator.editing.edits.typed import Typed, typed
from generator.form.edition import rows_of
from generator.form.model import Path
from generator.pipeline.starting import new_report

EXAMPLES = File(__file__).parents[3] / "examples"


@cache
def texts() -> dict[str, str]:
    """Examples, a new file, and the same written in other ways."""
    found = {file.stem: file.read_text("utf-8") for file in sorted(EXAMPLES.glob("*.yaml"))}
    found["new"] = new_report(2024, "青山县水利局")
    first = next(iter(found.values()))
    found["crlf"] = first.replace("\n", "\r\n")
    found["no last break"] = first.rstrip("\n")
    found["braces"] = BRACES
    found["deep"] = re.sub(r"^( +)", r"\1\1", first, flags=re.M)
    return found


BRACES = """\
机关: "青山县水利局"   # 全称
年度: '2024'
总体情况: {主动公开: 公开, 依申请公开: '收到', 监督保障: "保障"}
主动公开政府信息: {规章: 0, 行政规范性文件: {现行有效: 3}, 行政许可: , 行政处罚: 1000,
  行政强制: 0, 行政事业性收费: 1.5}
政府信息公开申请: {本年新收: {公民个人: 16, 其他: 1}, 上年结转: , 办理结果: {
    予以公开: {自然人: 16},   # 一行注释
    不予公开: 0 }, 结转下年度: 0}
行政复议行政诉讼: 0
存在的主要问题及改进情况: 一段文字  # 在后面
其他需要报告的事项:
  信息处理费: 0
"""


@cache
def state(name: str) -> Typed:
    """A text as read."""
    return typed(texts()[name])


def cells(of: Typed) -> list[Path]:
    """Every figure of the tables."""
    found: list[Path] = []
    for table in of.edition.tables:
        for below, row in rows_of(table):
            path = (table.key, *below)
            found += [(*path, cell.key) for cell in row.children] or [path]
    return found


def text_places(of: Typed) -> list[Path]:
    """Every text that is written, and some that are not."""
    return [path for path, _ in of.texts()] + [("引言",), ("主动公开政府信息", "注")]
