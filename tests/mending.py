"""Carrying out a finding's fix on the text it was found in."""

from generator.findings import Edit, Finding


def mended(text: str, *findings: Finding) -> str:
    """The text with the fixes of the findings carried out, the last edit first."""
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    assert edits, "nothing to mend"
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = _edited(text, edit)
    return text


def _edited(text: str, edit: Edit) -> str:
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: edit.span.line - 1]) + edit.span.column - 1
    end = sum(len(line) + 1 for line in lines[: edit.span.end_line - 1]) + edit.span.end_column - 1
    return text[:start] + edit.text + text[end:]
