"""Help while the YAML itself is typed: what may come here, what stands here, what a place or a rule means.

Lines and columns count from 1, in characters. Explanations are Markdown.
"""

from __future__ import annotations

from typing import Any

from generator.editing import hover as explaining
from generator.editing.answers import Position
from generator.editing.completing import completions
from generator.editing.completing.plain import without_stops, words_to_find
from generator.editing.page import Page
from generator.form.model import Path
from generator.wording import on_page


def complete(path: str, text: str, line: int, column: int) -> dict[str, Any]:
    """What may be typed at the cursor, in the order to be shown.

    ``find`` are the words that it is found by. Further lines of a text are indented to the line that they are put in.
    """
    page = Page(path, text)
    before = page.line(line)[: column - 1]
    return {
        "completions": [
            {
                "label": one.label,
                "text": without_stops(one.text),
                "span": list(one.span),
                "sort": one.sort.value,
                "detail": one.detail,
                "markdown": one.markdown,
                "find": words_to_find(one, before[one.span.column - 1 :]) or one.label,
            }
            for one in completions(page, Position(line, column))
        ]
    }


def hover(path: str, text: str, line: int, column: int) -> dict[str, Any]:
    """What stands under the cursor, explained; nothing where there is nothing to explain."""
    found = explaining.hover(Page(path, text), Position(line, column))
    return {"markdown": found.markdown, "span": list(found.span)} if found else {"markdown": "", "span": []}


def explain(path: str, text: str, place: Path, code: str) -> dict[str, Any]:
    """What a place of the form means, with its figures; or why a rule is there, with an example each way.

    Raises UserError for a code that does not exist.
    """
    page = explaining.rule_page(code) if code else explaining.explain(Page(path, text), place)
    return {"markdown": on_page(page)}
