"""Laws of importing: what was built is read back as it was, in every format; reading again changes nothing."""

from __future__ import annotations

import pytest
from built import FORMATS, composed, copied
from hypothesis import assume, given, settings
from strategies import reports

from generator.document.blocks import Document, Heading, Paragraph, Signature, Subheading, Title
from generator.importing.importing import import_published
from generator.importing.names import is_whole_name
from generator.render import docx


def signs_itself(document: Document) -> bool:
    """Whether nobody can tell text and signature apart in a format that does not say what stands on the right.

    The last line of the text reads as an agency's name and a date alone stands below; or the name of another agency
    signs right below a heading without text.
    """
    above, last = document.blocks[-2:]
    if not isinstance(last, Signature):
        return False
    if isinstance(above, Paragraph):
        return len(last.lines) == 1 and last.lines[0].startswith("20") and is_whole_name(above.text)
    title = "".join(next(block.lines for block in document.blocks if isinstance(block, Title)))
    return isinstance(above, Heading | Subheading) and len(last.lines) > 1 and not title.startswith(last.lines[0])


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
