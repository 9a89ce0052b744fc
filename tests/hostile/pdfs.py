"""PDF files made by hand to exhaust an engine: cycles, streams that unpack to much more, drawings without end."""

from __future__ import annotations

import zlib
from collections.abc import Callable

_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_RESOURCES = b"/Font<</F 5 0 R>>"


def pdf(*objects: bytes) -> bytes:
    """The objects, numbered from 1, with their table."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return out + head + table + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))


def stream(content: bytes, entries: bytes = b"", times: int = 1) -> bytes:
    """A stream, packed once or more often."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * times
    return b"<<%s/Filter[%s]/Length %d>>stream\n%s\nendstream" % (entries, filters, len(content), content)


def page(content: bytes, *more: bytes, times: int = 1, resources: bytes = _RESOURCES) -> bytes:
    """A file of one page."""
    node = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>>>" % resources
    return pdf(_CATALOG, _PAGES, node, stream(content, times=times), _FONT, *more)


def form(content: bytes, resources: bytes) -> bytes:
    """A drawing that pages and other drawings can call."""
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<%s>>" % resources)


def _calling_each_other() -> bytes:
    chain = [form(b"/X Do " * 10, b"/XObject<</X %d 0 R>>" % (7 + n)) for n in range(12)]
    return page(b"/X Do", *chain, form(b"BT /F 12 Tf (abc)Tj ET", _RESOURCES), resources=b"/XObject<</X 6 0 R>>")


def _many_pages() -> bytes:
    content = b"".join(b"%d 0 m %d 800 l S " % (n % 600, n % 600) for n in range(3000))
    content += b"BT /F 6 Tf " + b"".join(b"1 0 0 1 %d %d Tm (Hello 1)Tj " % (n * 7 % 600, n % 800) for n in range(3000))
    kids = b" ".join(b"%d 0 R" % (6 + n) for n in range(199))
    node = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>>>" % _RESOURCES
    pages = b"<</Type/Pages/Kids[%s]/Count 199>>" % kids
    return pdf(_CATALOG, pages, b"null", stream(content + b"ET"), _FONT, *[node] * 199)


_BOTH = b"/XObject<</X 6 0 R>>" + _RESOURCES
PDFS: dict[str, Callable[[], bytes]] = {
    "a drawing that calls itself": lambda: page(
        b"/X Do", form(b"/X Do /X Do BT /F 12 Tf (abc)Tj ET", _BOTH), resources=_BOTH
    ),
    "drawings that call each other ten times": _calling_each_other,
    "6 million characters in a kilobyte": lambda: page(
        b"BT /F 12 Tf 50 700 Td " + b"(abcdefghijabcdefghij)Tj " * 300_000 + b"ET", times=2
    ),
    "100 million blanks in a kilobyte": lambda: page(b" " * 100_000_000, times=2),
    "3 million lines drawn": lambda: page(b"0 0 m 100 0 l S " * 3_000_000, times=2),
    "199 full pages": _many_pages,
    "pages among their own pages": lambda: pdf(
        _CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 3>>", b"null", stream(b""), _FONT
    ),
    "a billion pages": lambda: pdf(
        _CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", b"null", stream(b""), _FONT
    ),
    "objects that are each other": lambda: pdf(b"2 0 R", b"1 0 R"),
    "a page whose all is itself": lambda: pdf(
        _CATALOG, _PAGES, b"<</Type/Page/Parent 3 0 R/Contents 3 0 R/Resources 3 0 R/MediaBox 3 0 R>>"
    ),
    "places that are no numbers": lambda: page(
        b"BT /F 1e38 Tf 1e38 1e38 Td (" + b"Hello 123 " * 9 + b") Tj ET 1e38 -1e38 m 9e99 0 l S"
    ),
}
