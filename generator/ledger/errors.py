"""What keeps a ledger from being read."""

from __future__ import annotations

from generator.files.errors import UserError


class UnreadableLedgerError(UserError):
    """The file is there, but no ledger can be read from it: ``message`` says why, ``hint`` what to do."""


class LedgerCrashError(Exception):
    """A fault of our own while a ledger was read: where in the program, and nothing of what stands in the ledger."""
