"""Plain text that this program wrote, known by its header or its keys."""

from __future__ import annotations

import json

from generator.comparing.correction import TITLE_END, TITLE_START
from generator.comparing.differences import JSON_KEYS, TEXT_HEADS
from generator.document.compendium import NAME as COMPENDIUM
from generator.form import edition_for, keys
from generator.pipeline.exporting import CSV_HEAD
from generator.render.cell_blocks import is_cell_block
from generator.signing.marks import HEAD
from generator.signing.sheet import NAME as SHEET


def is_our_text(text: str) -> bool:
    """Whether it is a notice of correction, a sheet to sign, bound texts, a comparison, an export or the schema.

    A report as Markdown has nothing that tells it: it is known by its name.
    """
    return any(knows(text) for knows in (_is_markdown, _is_table, _is_comparison, _is_json, is_cell_block))


def _is_markdown(text: str) -> bool:
    first = text.partition("\n")[0]
    if not first.startswith("# "):
        return False
    return (
        COMPENDIUM in first or first.endswith(f"》<br>{SHEET}") or (TITLE_START in first and first.endswith(TITLE_END))
    )


def _is_table(text: str) -> bool:
    return text.partition("\n")[0].rstrip("\r") == ",".join(CSV_HEAD)


def _is_comparison(text: str) -> bool:
    lines = text.split("\n", 2)
    return len(lines) > 1 and all(line.startswith(head) for line, head in zip(lines, TEXT_HEADS, strict=False))


def _is_json(text: str) -> bool:
    """By its keys; an export has totals in every row, which a report that somebody typed as JSON has not."""
    if not text.startswith("{"):
        return False
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    parts = {part.key for part in edition_for(None).parts}
    if set(found) == set(JSON_KEYS) or found.items() >= HEAD.items():
        return True
    if {keys.AGENCY, keys.YEAR, *parts} <= set(found):
        return text.count(f'"{keys.TOTAL}"') > len(parts)
    return "$schema" in found and isinstance(found.get("properties"), dict) and parts <= set(found["properties"])
