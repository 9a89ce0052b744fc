"""What keeps a ledger from being read."""

from __future__ import annotations

from generator.files.errors import UserError


class UnreadableLedgerError(UserError):
    """The file is there, but no ledger can be read from it: ``message`` says why, ``hint`` what to do."""
