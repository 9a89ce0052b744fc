"""A document as HTML: one self-contained page, or its body alone for pasting into a site's content system."""

from __future__ import annotations

from generator.document.blocks import Document
from generator.render.environment import kinds, template


def render(document: Document, fragment: bool = False) -> bytes:
    """The document as UTF-8 HTML without outside resources.

    ``fragment``: no page around it, and the looks on every element, since many sites' editors drop style sheets and
    classes.
    """
    text = template("report.html.j2").render(
        blocks=kinds(document),
        title=document.title,
        draft=document.draft,
        outside=document.page_numbers == "outside",
        fragment=fragment,
        meta=document.meta,
    )
    return text.encode()
