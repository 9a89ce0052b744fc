"""What stands beside a YAML file of its having been signed off: the record, the built files, what changed since."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.findings import Finding
from generator.pipeline.inputs import STDIN
from generator.report.model import Report
from generator.signing.marks import record_beside

if TYPE_CHECKING:
    from generator.signing.record import Record


def built_beside(path: str, report: Report) -> dict[str, str]:
    """The files built of a report that lie beside it: format → path."""
    from generator.pipeline.naming import folder_of, stem
    from generator.render.formats import FORMATS

    name, folder = stem(report.agency, report.year, draft=False), folder_of(path, None)
    found = {fmt: os.path.join(folder, f"{name}.{fmt}") for fmt in FORMATS}
    return {fmt: file for fmt, file in found.items() if os.path.isfile(file)}


def since_signed(path: str, data: bytes, report: Report | None) -> list[Finding]:
    """NB612 for a YAML file with a 定稿 beside it; nothing where there is none, or nothing has changed."""
    if report is None or path == STDIN or not os.path.isfile(place := record_beside(path)) or place == path:
        return []
    from generator.files.errors import UserError
    from generator.signing.record import UnreadableRecordError
    from generator.signing.since import unreadable

    try:
        return list(_changes(path, data, report, read_record(place)))
    except (UnreadableRecordError, UserError):
        return [unreadable(os.path.basename(place))]


def read_record(place: str) -> Record:
    """The record in a file. Raises UserError when it cannot be read at all, UnreadableRecordError when it is none."""
    from generator.files.errors import cannot_read
    from generator.files.stable_read import read_settled
    from generator.signing.record import MAX_BYTES, read

    try:
        return read(read_settled(place, MAX_BYTES + 1))
    except (OSError, ValueError) as fault:
        raise cannot_read(place, fault) from fault


def report_of(record: Record) -> Report | None:
    """The report that was signed off, as it would be read from its YAML."""
    from generator.pipeline.opening import open_report

    return open_report("", record.yaml).report


def _changes(path: str, data: bytes, report: Report, record: Record) -> list[Finding]:
    from generator.signing.record import UnreadableRecordError, sha256
    from generator.signing.since import changed_files, changes_since

    found: list[Finding] = []
    if record.hashes.get(os.path.basename(path)) != sha256(data):
        signed = report_of(record)
        if signed is None:
            raise UnreadableRecordError
        found += changes_since(record, signed, report)
    found += changed_files(record, checksums(built_beside(path, report).values()))
    return found


def checksums(files: Iterable[str]) -> dict[str, str]:
    """File name → SHA-256 of each file that can be read."""
    from generator.signing.record import sha256

    found: dict[str, str] = {}
    for file in files:
        try:
            with open(file, "rb") as opened:
                found[os.path.basename(file)] = sha256(opened.read())
        except OSError:
            continue
    return found
