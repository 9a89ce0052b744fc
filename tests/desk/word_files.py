"""A report, and the Word file built of it as somebody has edited it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
from complete import complete
from desk.calling import asked, content_of, encoded
from docx.document import Document

YAML = complete(
    """机关: 青石县林业局
年度: 2024
政府信息公开申请:
  本年新收: {自然人: 5, 商业企业: 2}
  上年结转: 0
  办理结果: {予以公开: {自然人: 5, 商业企业: 2}}
  结转下年度: 0
总体情况:
  # 股里起草
  主动公开: |
    公开采伐许可信息，随办随发。
    举办开放日，邀请村民参加。
  依申请公开: |
    收到申请{{ 本年新收 }}件，都已答复。
    申请人没有提出异议。
  政府信息管理: 逐件登记。
  政府信息公开平台建设: 栏目照常维护。
  监督保障: 纳入考核。
"""
)
Edit = Callable[[Document], object]


def word(change: Edit, text: str = YAML) -> str:
    """The Word file built of a text, as somebody has edited it."""
    document = docx.Document(BytesIO(content_of(asked("build", text=text, path="年报.yaml", form="docx", draft=True))))
    change(document)
    out = BytesIO()
    document.save(out)
    return encoded(out.getvalue())


def reworded(*changes: tuple[str, str]) -> Edit:
    """Other words in the paragraphs, or in a cell of a table."""

    def change(document: Document) -> None:
        cells = [paragraph for table in document.tables for cell in table._cells for paragraph in cell.paragraphs]
        for old, new in changes:
            paragraph = next(one for one in [*document.paragraphs, *cells] if old in one.text)
            paragraph.text = paragraph.text.replace(old, new)

    return change
