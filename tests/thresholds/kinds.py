"""Numeric constants that are no thresholds, each with the reason.

A constant is pinned, or stands in exactly one of these tables; `test_constants` sees to it.
"""

from __future__ import annotations

_COST = "more would only cost time or memory; real files stay far below"
_REFUSED = "hostile input: refused with a sentence, tested in tests/hostile and tests/importing/readers"

BOUNDS = {
    "checks.silencing:MOST_SILENCES": _COST,
    "checks.registry:MOST_FINDINGS": "nobody reads on; the last finding says that there are more",
    "checks.prose.remembering:LONGEST": _COST,
    "checks.prose.remembering:MOST_TEXTS": _COST,
    "checks.disclosure.sentences.agreements:_BEFORE": "how much of a line is shown; nothing is decided by it",
    "checks.disclosure.sentences.changes:_NEAR": _COST,
    "checks.disclosure.sentences.changes:_REACH": _COST,
    "checks.disclosure.sentences.counted:MOST": _COST,
    "checks.disclosure.sentences.counted:_REACH": _COST,
    "checks.disclosure.sentences.lexicon:_MOST_PAIRS": _COST,
    "checks.disclosure.sentences.sums:DEEPEST": _COST,
    "importing.aligning:_MOST_RUNS": _COST,
    "importing.readings:_MOST_CUTS": _COST,
    "importing.readings:_MOST_DIGITS": _COST,
    "importing.readings:_MOST_CHOICES": _COST,
    "importing.grid:_WIDEST": _COST,
    "importing.constraints:_BUDGET": _COST,
    "importing.constraints:_MOST_SOLUTIONS": _COST,
    "importing.whole:_MOST_READINGS": _COST,
    "importing.readers.docx_marks:MOST": "nobody reads on",
    "importing.whole:_MOST_TURNED": _COST,
    "importing.readers.docx_package:_MAX_UNPACKED": _REFUSED,
    "importing.readers.docx_package:_MAX_RATIO": _REFUSED,
    "importing.readers.docx_package:_MAX_PART": _REFUSED,
    "importing.readers.docx_package:_MAX_PARTS": _REFUSED,
    "importing.readers.docx_styles:_MAX_DEPTH": "styles based on one another in a ring: the search ends",
    "importing.readers.docx_tables:_MAX_SPAN": _COST,
    "importing.readers.docx_tables:_MOST_INSIDE": _COST,
    "importing.readers.html_looks:_MAX_STYLES": _COST,
    "importing.readers.html_tables:_MAX_SPAN": _COST,
    "importing.readers.html_tables:_MOST_INSIDE": _COST,
    "importing.readers.kinds:_DIRECTORY": _COST,
    "importing.readers.limits:MAX_BYTES": _REFUSED,
    "importing.readers.limits:MAX_TEXT": _REFUSED,
    "importing.readers.limits:MAX_LINES": _REFUSED,
    "importing.readers.limits:MAX_TAGS": _REFUSED,
    "importing.readers.limits:_MAX_ATTRIBUTES": _REFUSED,
    "importing.readers.limits:_MAX_OVERLAP": _REFUSED,
    "importing.readers.limits:MAX_BLOCKS": _REFUSED,
    "importing.readers.limits:MAX_CELLS": _REFUSED,
    "importing.readers.markdown_lines:_FRONT": _COST,
    "importing.readers.markdown_ruled:_MAX_HEADER": _COST,
    "importing.readers.pdf:_MAX_PAGES": _REFUSED,
    "importing.readers.pdf:_MAX_MARKS": _REFUSED,
    "importing.readers.pdf_apart:MAX_SECONDS": _REFUSED,
    "importing.readers.pdf_apart:MAX_MEMORY": _REFUSED,
    "importing.readers.pdf_lines:_MAX_BLANKS": _COST,
    "importing.readers.pdf_page:_MAX_CHARS": _REFUSED,
    "importing.readers.pdf_page:_MAX_OBJECTS": _REFUSED,
    "importing.readers.pdf_page:_MAX_SEGMENTS": _COST,
    "importing.readers.pdf_page:_MAX_DEPTH": _COST,
    "importing.readers.pdf_page:_FAR": "coordinates without end: what stands there is on no page",
    "importing.readers.pdf_tables:_MAX_RULES": _COST,
}
"""Bounds, not thresholds: limits against hostile input, which no real file comes near."""

DEFINITIONS = {
    "checks.disclosure.expression_suggestions:_MOST": "how many are shown to choose from",
    "checks.prose.contents:_COUNT": "the meaning of numerals",
    "checks.prose.enumerations:_SPOKEN": "the meaning of words",
    "checks.prose.numbers_of_persons:_WEIGHTS": "a national standard's",
    "checks.prose.personal_data:_MOBILE_GROUPS": "ways of writing eleven digits",
    "checks.prose.personal_data:_IDENTITY_GROUPS": "ways of writing eighteen digits",
    "checks.disclosure.sentences.numbers:MONEY_UNITS": "the meaning of words",
    "checks.disclosure.sentences.numbers:_BIG": "the meaning of words",
    "checks.disclosure.sentences.parts_before:_STRETCHES": "the meaning of words: four quarters, two halves",
    "importing.word_cells:_ROW": "a row of words is a label and what it says",
    "importing.readers.docx_numbering:_LEVELS": "a standard's (ECMA-376)",
    "importing.readers.docx_runs:_USUAL_SIZE": "a standard's: what Word takes where no size is said",
    "importing.readers.markdown_inline:_HIDING": "a code point that no text uses",
    "importing.readers.pdf_apart:_SIZE": "our own protocol, read and written here",
    "importing.units:UNKNOWN": "a sign, no number",
    "importing.units:_YUAN_IN_FORM": "the form's unit, 万元, in 元",
}
"""True by definition: there is nothing to choose, and whoever changes one changes what a word means."""

UNSEEN = {
    "checks.prose.mojibake:_SHORTEST[0] down": "six bytes of UTF-8 are three characters of GBK: nothing is shorter",
}
"""Moves that change no finding, as ``make mutate`` names them."""
