"""A page saved as one file with its pictures (MHTML): the HTML inside."""

from __future__ import annotations

from generator.importing.readers.decoding import decode_page, is_encoding


def page_of_archive(data: bytes) -> str | None:
    """The first page of the archive, or None when the file is a page itself."""
    start = data[:2000].lstrip().lower()
    if not start.startswith((b"mime-version:", b"from:")) or b"multipart/related" not in data[:8000].lower():
        return None
    from email import policy
    from email.parser import BytesParser

    message = BytesParser(policy=policy.compat32).parsebytes(data)
    for part in message.walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes):
            charset = part.get_content_charset() or ""
            return content.decode(charset, "replace") if is_encoding(charset) else decode_page(content)
    return None
