"""Bytes → text in whatever encoding a published file is in."""

from __future__ import annotations

import codecs
import re

from generator.importing.readers.refusals import refuse

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHINESE = {"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "hz-gb-2312", "cp936"}
_NOT_OF_PAGES = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"}
"""Codecs of Python's that no page is written in: some fail on purpose, some take hours over a long text."""

_BROKEN = "\ufffd"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_BROKEN = 0.02
"""The share of characters that may be broken: pages cut off in the middle of one are common."""


def decode(data: bytes) -> str:
    """The text, without a byte order mark; broken characters become ``�`` as long as they are few."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _accept(data[len(mark) :], encoding)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _decode_other(data)
    return _checked(text) if "\0" not in text[:2000] else _decode_other(data)


def decode_page(data: bytes) -> str:
    """The same for HTML: what the page itself declares is tried as well, where it is not UTF-8."""
    declared = _DECLARED.search(data[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name not in _CHINESE and not name.startswith(("utf", "unicode")) and is_encoding(name):
        try:
            return data.decode()
        except UnicodeDecodeError:
            return _accept(data, name)
    return decode(data)


def is_encoding(name: str) -> bool:
    """Whether a name that a page gives is an encoding that pages can be in."""
    try:
        "".encode(name)
        return codecs.lookup(name).name not in _NOT_OF_PAGES
    except (LookupError, ValueError):
        return False


def _decode_other(data: bytes) -> str:
    if b"\0" in data[:2000]:
        return _accept(data, _utf16_order(data))
    texts = [data.decode(name, "replace") for name in ("gb18030", "utf-8")]
    return _checked(min(texts, key=lambda text: text.count(_BROKEN)))


def _utf16_order(data: bytes) -> str:
    """Which half of the 16 bits the zero bytes of line breaks and digits stand in."""
    sample = data[:2000]
    return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"


def _accept(data: bytes, encoding: str) -> str:
    return _checked(data.decode(encoding, "replace"))


def _checked(text: str) -> str:
    unreadable = text.count(_BROKEN) + sum(1 for _ in _CONTROL.finditer(text))
    if unreadable > max(2, len(text) * _MAX_BROKEN):
        raise refuse("这个文件的文字读不出来：不是文字文件，或者编码不是 UTF-8、GBK。")
    return text
