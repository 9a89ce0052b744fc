"""A document as PDF: typst sets what ``report.typ.j2`` makes of the blocks, tagged as PDF/UA-1 asks.

Fonts and compiler are made ready once a process. Nothing is read but fonts, and nothing is fetched.
"""

from __future__ import annotations

import re
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from generator.document.blocks import Block, Document, Signature, Table
from generator.document.measuring import signature_span
from generator.render.environment import kinds, template
from generator.render.escaping import typst_string
from generator.render.pdf_fonts import LATIN, chosen
from generator.render.pdf_row_headers import with_row_headers
from generator.render.pdf_table import bands, first_height, heights
from generator.render.refusals import UnprintableError
from generator.resources import TEMPLATES

if TYPE_CHECKING:
    from typst import Compiler, TypstError

__all__ = ["render", "source", "substitutions"]

_NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_LONGEST = 300_000
"""Characters of typst's source, ten times the longest report; setting them takes seconds and some 500 MiB at most."""

_NAMED = 20
"""So many characters that no font has are named."""

_ONE_AT_A_TIME = Lock()
"""A compiler that is at work refuses a second call; the live page builds in threads."""


def render(document: Document) -> bytes:
    """The document as tagged PDF; the same document and fonts give the same bytes.

    Raises UnprintableError when typst is not installed, there is no Chinese font, no font has one of the characters, or
    the report is longer than any that is meant to be read.
    """
    compiler, text = _compiler(), source(document)
    if len(text) > _LONGEST:
        raise UnprintableError(
            f"{document.title}太长（约 {len(text) // 10_000} 万字），不能生成 PDF",
            "请检查是不是贴进了别的内容；确实有这么长的，请生成 docx，在 Word 里另存为 PDF",
        )
    from typst import TypstError

    try:
        with _ONE_AT_A_TIME:
            made = compiler.compile(text.encode(), format="pdf", pdf_standards="ua-1", timestamp=0)
    except TypstError as problem:
        raise _unprintable(document.title, problem) from problem
    assert isinstance(made, bytes), "one file, in memory"
    return with_row_headers(made, [block for _, block in _blocks(document) if isinstance(block, Table)])


def source(document: Document) -> str:
    """What typst gets: every text of the document as a string literal, so that none of it is read as markup or code."""
    last = document.blocks[-1]
    return template("report.typ.j2").render(
        title=document.title,
        agency=document.agency,
        draft=document.draft,
        outside=document.page_numbers == "outside",
        blocks=_blocks(document),
        bands=bands,
        heights=heights,
        span=signature_span,
        signature_lines=len(last.lines) if isinstance(last, Signature) else 0,
        first_height=first_height,
        fonts=_fonts(),
    )


def _blocks(document: Document) -> list[tuple[str, Block]]:
    return kinds(document, dividing=True)


def substitutions() -> tuple[tuple[str, str], ...]:
    """The typefaces that this machine lacks, each with the family used instead. Raises UnprintableError as render."""
    return chosen().missing


@cache
def _compiler() -> Compiler:
    fonts = chosen().fonts
    from typst import Compiler

    return Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)


@cache
def _fonts() -> dict[str, str]:
    """For each use the families in typst's words: Latin letters and digits come from their own."""
    families, weight = chosen().families, chosen().title_weight
    latin = f'(name: {typst_string(families[LATIN])}, covers: "latin-in-cjk")'
    found = {use: f"({latin}, {typst_string(family)})" for use, family in families.items()}
    return {
        **found,
        "page_number": typst_string(families["table"]),
        "title_weight": typst_string(weight),
    }


def _unprintable(title: str, problem: TypstError) -> Exception:
    """What the clerk can mend, or the fault itself."""
    found = _NO_GLYPH.findall(problem.diagnostic)
    if not found:
        return problem
    texts = dict.fromkeys(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in found)
    shown = "、".join(f"“{text}”（{' '.join(f'U+{ord(char):04X}' for char in text)}）" for text in [*texts][:_NAMED])
    return UnprintableError(
        f"{title}：本机的字体里没有这些字，不能生成 PDF：{shown}{'等' if len(texts) > _NAMED else ''}",
        "请安装收有这些字的字体；或者生成 docx，在有字体的电脑上另存为 PDF",
    )
