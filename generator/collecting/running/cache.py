"""What was read, kept beside the ledger for the next run: by content, safe to delete, never believed blindly.

Lines of JSON in gzip (its checksum tells a damaged file). A file that is not ours, of another version of the program,
or damaged is as good as none. Only what the last run used is in it, so it does not grow.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import zlib
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from generator import __version__
from generator.collecting.running.kept import from_data, to_data
from generator.collecting.running.reading import Read, digest
from generator.files.atomic import write_atomic
from generator.files.errors import UserError

_LINE = 4_000_000
"""Bytes of one line; a report has some ten thousand."""
_ALL = 1_000_000_000
"""Bytes of all lines."""


class Cache(NamedTuple):
    """Reads by the digest of the file's content, and the digests of the 退回意见 that were written, by name."""

    reads: Mapping[str, Read] = {}
    notices: Mapping[str, str] = {}


@cache
def fingerprint() -> str:
    """What stands for the program as it is: what another version has read may be read differently now."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    files = sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(package)
        for name in names
        if name.endswith((".py", ".json"))
    )
    states = [(os.path.relpath(path, package), os.stat(path)) for path in files]
    text = repr([__version__, *((name, state.st_size, state.st_mtime_ns) for name, state in states)])
    return digest(text.encode("utf-8", "surrogateescape"))


def load_cache(path: str, options: str, wanted: Collection[str]) -> Cache:
    """What an earlier run has kept of the files with the ``wanted`` digests; ``options`` must be those of that run.

    What cannot be read or understood is left out.
    """
    reads: dict[str, Read] = {}
    notices: dict[str, str] = {}
    left = _ALL
    try:
        with gzip.open(path, "rb") as lines:
            head = json.loads(lines.readline(_LINE))
            if not _is_names(head.get("notices")):
                return Cache()
            notices = head["notices"]
            if head.get("program") != fingerprint() or head.get("options") != options:
                return Cache({}, notices)
            while (line := lines.readline(_LINE)) and left > 0:
                left -= len(line)
                key, data = line.split(b" ", 1)
                if key.decode("ascii") in wanted:
                    reads[key.decode("ascii")] = from_data(json.loads(data))
    except (OSError, EOFError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, zlib.error):
        return Cache({}, notices)
    return Cache(reads, notices)


def _is_names(found: object) -> bool:
    return isinstance(found, dict) and all(isinstance(text, str) for pair in found.items() for text in pair)


def save_cache(path: str, options: str, reads: Mapping[str, Read], notices: Mapping[str, str]) -> None:
    """Keep what was read. A cache that cannot be written is none: the next run reads everything again."""
    head = {"program": fingerprint(), "options": options, "notices": dict(notices)}
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1, mtime=0) as lines:
        lines.write(_line(head))
        for key, read in reads.items():
            lines.write(key.encode() + b" " + _line(to_data(read)))
    try:
        write_atomic(path, packed.getvalue())
    except UserError:
        return


def _line(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def wanted_of(contents: Iterable[str]) -> frozenset[str]:
    """The keys under which reads of these contents are kept, as this year's reports and as last year's."""
    return frozenset(key for content in contents for key in (content, last_year_key(content)))


def last_year_key(content: str) -> str:
    """The key of a file read as last year's report, which is read more briefly."""
    return f"-{content}"
