"""Blocks → bytes: Markdown, HTML, DOCX and PDF by templates in ``templates/``, the tables alone as XLSX.

What is offered, and what can be read back of it, stands in ``formats``; where merged cells come to lie in ``layout``.
Nothing is decided here about what is printed; text is escaped for its format and set. The same document always gives
the same bytes.
"""
