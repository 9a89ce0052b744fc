"""What keeps a document from being rendered and is no fault of the program."""

from __future__ import annotations


class CannotRenderError(Exception):
    """In Chinese; ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnusableReferenceError(CannotRenderError):
    """A reference document that cannot serve."""


class UnprintableError(CannotRenderError):
    """A PDF that cannot be made: typst, or a font, or a character of one is missing, or it would be far too long."""
