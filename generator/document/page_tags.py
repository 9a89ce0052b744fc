"""The tags by which government sites describe an article, in the order in which they print them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.document.title import title_lines
from generator.report.model import Report


def page_tags(report: Report, site: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """``site``'s tags first, then those of the report; PubDate only where 落款 has a date."""
    day = report.signature and report.signature.day
    own = (
        ("ArticleTitle", "".join(title_lines(report))),
        ("PubDate", day.isoformat() if day else ""),
        ("ContentSource", report.agency or ""),
    )
    return (*site.items(), *((name, content) for name, content in own if content))
