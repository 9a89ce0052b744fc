"""Laws of importing: what was built is read back as it was, in every format; reading again changes nothing."""

from __future__ import annotations

import pytest
from built import FORMATS, composed, copied
from hypothesis import assume, given, settings
from strategies import reports

from generator.document.blocks import Document, Paragraph, Signature
from generator.importing.importing import import_published
from generator.importing.names import is_whole_name
from generator.render import docx


def signs_itself(document: Document) -> bool:
    """Whether the last line of the text reads as an agency's name and a date alone stands below: in a format that
    does not say what stands on the right, nobody can tell that it is text."""
    above, last = document.blocks[-2:]
    return (
        isinstance(last, Signature)
        and len(last.lines) == 1
        and last.lines[0].startswith("20")
        and isinstance(above, Paragraph)
        and is_whole_name(above.text)
    )


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=40)
@given(text=reports())
def test_building_then_importing_changes_nothing(suffix: str, text: str) -> None:
    document = composed(text)
    assume(suffix in {"docx", "html"} or not signs_itself(document))
    imported = import_published(f"报告.{suffix}", FORMATS[suffix](document))
    assert composed(imported.text).blocks == document.blocks
    assert not [doubt for doubt in imported.doubts if doubt.confidence < 0.9], imported.doubts


@settings(max_examples=20)
@given(text=reports())
def test_importing_building_importing_is_stable(text: str) -> None:
    first = import_published("报告.txt", copied(composed(text))).text
    again = import_published("报告.docx", docx.render(composed(first))).text
    assert composed(again).blocks == composed(first).blocks
    assert again == first
