"""The smallest edits of a report's text that set a figure, a text or a field, or add, rename, move, remove an entry.

Each function takes a :class:`~generator.editing.edits.typed.Typed` (a text as read) and gives the edits of
that text. Whoever carries them out does it through :func:`~generator.editing.edits.proof.proven`, which reads
the outcome and refuses an edit that would change anything else.
"""
