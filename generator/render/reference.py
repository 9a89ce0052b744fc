"""What a DOCX takes from its reference document: styles, page and footer. Here: our own one, without python-docx."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from types import SimpleNamespace

from generator.resources import REFERENCE_DOCX

RUN_IN = "run_in"
"""The one use that needs a character style."""

STYLE_NAMES = {
    "title": "Title",
    "heading": "heading 1",
    "subheading": "heading 2",
    "body": "年报正文",
    RUN_IN: "年报同段小标题",
    "label": "年报表格",
    "centred": "年报表格居中",
    "note": "年报注",
    "signature": "年报落款",
}
"""The styles a report needs, by what they are for: names as Word stores them (it shows the first three in Chinese)."""

FOOTER = "word/footer1.xml"
"""The footer with the page number in our own reference document."""

FOOTER_STYLE = '<w:pStyle w:val="Footer"/>'
"""How that footer names its style, which centres it."""

_CHARACTER = 315
"""Twips from one character of our body text to the next: 16 pt less the 0.25 pt that 28 of them a line need."""

_SECTION = re.compile(r"<w:sectPr\b.*</w:sectPr>", re.DOTALL)
_STYLE = re.compile(r'w:styleId="([^"]+)"><w:name w:val="([^"]+)"')


@dataclass(frozen=True, eq=False)
class Reference:
    """A reference document taken apart.

    ``parts`` are its files except the document itself, ``document`` and ``core`` the names of the two that each report
    gets anew. ``section`` is the page as XML, ``styles`` gives the style ids for the keys of STYLE_NAMES.
    ``character`` is the width of a full character in the type of 落款, in twips.
    """

    parts: dict[str, bytes]
    document: str
    core: str
    section: str
    styles: SimpleNamespace
    character: int

    @cached_property
    def text_width(self) -> int:
        """The width between the margins, in twips."""
        width, left, right, gutter = (
            _twips(self.section, name)
            for name in ("pgSz\\b[^>]* w:w", "pgMar\\b[^>]* w:left", "pgMar\\b[^>]* w:right", "pgMar\\b[^>]* w:gutter")
        )
        return width - left - right - gutter


@cache
def built_in() -> Reference:
    """The reference document that comes with nianbao."""
    import zipfile

    with zipfile.ZipFile(REFERENCE_DOCX) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    document, core = "word/document.xml", "docProps/core.xml"
    section = _SECTION.search(parts.pop(document).decode())
    ids = {name: style for style, name in _STYLE.findall(parts["word/styles.xml"].decode())}
    del parts[core]
    assert section, "templates/make_reference.py writes one"
    styles = SimpleNamespace(**{use: ids[name] for use, name in STYLE_NAMES.items()})
    return Reference(parts, document, core, section[0], styles, _CHARACTER)


def _twips(section: str, attribute: str) -> int:
    found = re.search(f'<w:{attribute}="(\\d+)(?:\\.\\d+)?"', section)  # some programs write 1440.0000000000002
    return int(found[1]) if found else 0
