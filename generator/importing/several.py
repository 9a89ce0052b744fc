"""Several reports in one file, as where last year's is annexed: one is read, the others are named."""

from __future__ import annotations

from typing import NamedTuple

from generator.form.edition import Edition
from generator.importing.blocks import Paragraph
from generator.importing.headings import Section
from generator.importing.title_block import find_title

_ENOUGH_PARTS = 3
"""So many parts of a report must stand before the first part may begin another one."""


class ChosenReport(NamedTuple):
    """The sections of the report that is read, what stands before its first part first; and the others' titles."""

    sections: list[Section]
    others: tuple[Paragraph, ...] = ()


def chosen(cut: list[Section], edition: Edition) -> ChosenReport:
    """The report with most parts, of several the one of the latest year, of several the first."""
    reports = _reports(cut, edition)
    if len(reports) == 1:
        return ChosenReport(cut)
    best = max(range(len(reports)), key=lambda at: (len(_parts(reports[at])), _year(reports[at]), -at))
    others = tuple(_title(report) for at, report in enumerate(reports) if at != best)
    return ChosenReport(reports[best], others)


def _reports(cut: list[Section], edition: Edition) -> list[list[Section]]:
    """The sections, cut where the first part comes again after others."""
    reports = [cut[:1]]
    for section in cut[1:]:
        here = reports[-1]
        begins = section.part is edition.parts[0] and not section.topic
        if begins and len(_parts(here)) >= _ENOUGH_PARTS and section.part.key in _parts(here):  # type: ignore[union-attr]
            found = find_title(here[-1].blocks)
            start = found[0] if found else len(here[-1].blocks)
            reports.append([Section(None, "", here[-1].blocks[start:])])
            here[-1] = here[-1]._replace(blocks=here[-1].blocks[:start])
        reports[-1].append(section)
    return reports


def _parts(report: list[Section]) -> set[str]:
    return {section.part.key for section in report if section.part}


def _year(report: list[Section]) -> int:
    found = find_title(report[0].blocks)
    return found[2].year if found else 0


def _title(report: list[Section]) -> Paragraph:
    """A report's title as it is printed; where there is none, its first heading."""
    found = find_title(report[0].blocks)
    if found is None:
        return Paragraph(report[1].heading, report[1].place)
    lines = [block for block in report[0].blocks[found[0] : found[1]] if isinstance(block, Paragraph)]
    return lines[0]._replace(text="".join(line.text.strip("# *") for line in lines))
