"""Blocks → bytes: Markdown, HTML and DOCX, each by one template in ``templates/``.

Nothing is decided here about what is printed; text is escaped for its format and set. The same document always gives
the same bytes.
"""
