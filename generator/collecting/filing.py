"""Who has filed and how it stands: the files held against the roster, nobody guessed, every file in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from generator.collecting.counted_twice import counted_twice
from generator.collecting.duplicate_filings import settle
from generator.collecting.names import Directory, name_form
from generator.collecting.near_duplicates import alike
from generator.collecting.records import Aside, Filed, FilingEntry, Ledger, ListedProblem, Status
from generator.collecting.roster import SHORT_NAME
from generator.findings import Severity
from generator.form import edition_for


class LastYears(NamedTuple):
    """Last year's reports: by the agency's place in the roster, and those that a file of this year names itself.

    ``doubles`` are agencies with several that differ; ``handed_in``: there is a folder of last year's reports.
    """

    by_place: Mapping[int, Filed] = {}
    by_file: Mapping[str, Filed] = {}
    doubles: frozenset[int] = frozenset()
    handed_in: bool = False

    def of(self, place: int, filed: Filed) -> Filed | None:
        """Last year's report that a report of this year is to be held against."""
        return self.by_place.get(place) or self.by_file.get(filed.file)


class _Sorted(NamedTuple):
    """Files by agency (its place in the roster), remarks likewise, and the files that count for nobody."""

    given: dict[int, list[Filed]]
    remarks: dict[int, list[str]]
    asides: list[Aside]


def year_of(files: Sequence[Filed]) -> int | None:
    """The year that most of the reports are of, the later one of two; None without any report."""
    years = Counter(filed.year for filed in files if filed.readable and filed.year)
    return max(years, key=lambda year: (years[year], year)) if years else None


def make_ledger(
    year: int, directory: Directory, files: Sequence[Filed], last_years: LastYears, *, newest: bool = False
) -> Ledger:
    """The ledger of one year. The order of ``files`` makes no difference."""
    used = {last.file for last in last_years.by_file.values()}
    found = _sorted(year, directory, sorted(files, key=lambda filed: filed.file), used)
    entries = []
    for place, agency in enumerate(directory.agencies):
        remarks = tuple(found.remarks.get(place, ()))
        if place not in found.given:
            entries.append(FilingEntry(agency, Status.MISSING, None, last_years.by_place.get(place), remarks=remarks))
            continue
        settled = settle(found.given[place], newest=newest)
        found.asides.extend(settled.asides)
        filed = settled.filed
        last = last_years.of(place, filed)
        remarks = (*remarks, *_other_name(filed, agency.name), *settled.remarks, *_on_last(place, last, last_years))
        entries.append(FilingEntry(agency, Status.GOOD, filed, last, _agrees(filed, last), remarks))
    asides = sorted(found.asides, key=lambda aside: aside.rank)
    return Ledger(year, tuple(_judged(entries)), tuple(asides))


def _on_last(place: int, last: Filed | None, last_years: LastYears) -> tuple[str, ...]:
    """What a person must know of last year's report."""
    if last is not None:
        return tuple(f"上年报告“{last.file}”{problem.message}。" for problem in last.problems)
    if place in last_years.doubles:
        return ("上年报告的文件夹里有这家几份不同的报告，没有与上年比较。",)
    return ("上年报告的文件夹里没有这家上年的报告，没有与上年比较。",) if last_years.handed_in else ()


def _judged(entries: Sequence[FilingEntry]) -> list[FilingEntry]:
    """The entries with what only shows beside the other agencies' reports, and with their status."""
    likeness = alike([entry.filed for entry in entries if entry.filed and entry.filed.readable])
    twice = counted_twice(entries)
    return [
        _with(entry, likeness.get(entry.filed.file, ()), tuple(twice.get(place, ()))) if entry.filed else entry
        for place, entry in enumerate(entries)
    ]


def _with(entry: FilingEntry, problems: tuple[ListedProblem, ...], remarks: tuple[str, ...]) -> FilingEntry:
    assert entry.filed is not None, "only a report has problems"
    filed = entry.filed._replace(problems=(*entry.filed.problems, *problems))
    return entry._replace(filed=filed, status=_status(filed), remarks=(*entry.remarks, *remarks))


def _status(filed: Filed) -> Status:
    severities = {problem.severity for problem in filed.problems}
    if Severity.ERROR in severities or not filed.readable:
        return Status.FAULTY
    return Status.DOUBTFUL if Severity.WARNING in severities else Status.GOOD


def _sorted(year: int, directory: Directory, files: Sequence[Filed], used: Collection[str]) -> _Sorted:
    """``used`` are files that reports name as last year's."""
    found = _Sorted({}, {}, [])
    unknown: list[Filed] = []
    others: dict[int, list[Filed]] = {}
    for filed in files:
        place = directory.find(filed.agency, filed.former_names) if filed.agency else None
        if filed.file in used and filed.year == year - 1:
            found.asides.append(Aside(filed.file, "是本年报告写明的上年报告", "不用管", harmless=True))
        elif filed.year not in (None, year):
            found.asides.append(_of_another_year(filed, year))
            if place is not None:
                others.setdefault(place, []).append(filed)
        elif place is not None:
            found.given.setdefault(place, []).append(filed)
        else:
            unknown.append(filed)
    _drop_unreadable(found)
    for place, of_other_years in others.items():
        if place not in found.given:
            found.remarks[place] = [f"“{filed.file}”是 {filed.year} 年度的，不算交。" for filed in of_other_years]
    for filed in unknown:
        _suggest(filed, directory, found)
    return found


def _drop_unreadable(found: _Sorted) -> None:
    """What cannot be read counts for an agency only where there is nothing better of it."""
    for place, files in found.given.items():
        readable = [filed for filed in files if filed.readable]
        kept = readable or files[:1]
        found.asides.extend(_not_read(filed) for filed in files if filed not in kept)
        found.given[place] = kept


def _suggest(filed: Filed, directory: Directory, found: _Sorted) -> None:
    """A file of nobody's that is known: who may be meant is asked, never assumed.

    Where all who may be meant by its name have filed, the file's name may tell that the name in it is wrong.
    """
    near = directory.near(filed.agency) if filed.agency else ()
    by_file: tuple[int, ...] = ()
    if not any(place not in found.given for place in near):
        by_file = tuple(place for place in directory.named_in(filed.file) if place not in near)
    for place in (*near, *by_file):
        if place not in found.given:
            found.remarks.setdefault(place, []).append(_may_be(filed))
    names, names_by_file = (_listed(directory, places) for places in (near, by_file))
    found.asides.append(_not_read(filed) if not filed.readable else _to_confirm(filed, names, names_by_file))


def _listed(directory: Directory, places: Sequence[int]) -> str:
    return "、".join(f"“{directory.agencies[place].name}”" for place in places)


def _may_be(filed: Filed) -> str:
    if not filed.readable:
        return f"“{filed.file}”没有读成，看文件名可能是这家的，请打开看一看。"
    whose = f"报告里的机关是“{filed.agency}”" if filed.agency else "报告里没有读出机关名称"
    return f"“{filed.file}”可能是这家的（{whose}），待确认。"


def _to_confirm(filed: Filed, names: str, by_file: str) -> Aside:
    """``names`` may be meant by the name in the report, ``by_file`` by that of the file."""
    seen = f"，看文件名可能是{by_file}" if by_file else ""
    if not filed.agency:
        reason = f"报告里没有读出机关名称{seen}"
        advice = "请在报告里写明机关名称，再收一遍"
    elif names:
        reason = f"报告里的机关是“{filed.agency}”，可能是名单里的{names}{seen}"
        advice = f"如果就是{names}，请把“{filed.agency}”写进名单的“{SHORT_NAME}”一栏，再收一遍"
    else:
        reason = f"名单里没有“{filed.agency}”{seen}"
        advice = "如果应当报送，请把它加进单位名单，再收一遍"
    wrong = f"；如果是{by_file}的，请该单位改正报告里的机关名称" if filed.agency and by_file else ""
    return Aside(filed.file, f"待确认：{reason}", f"{advice}{wrong}", pending=True)


def _not_read(filed: Filed) -> Aside:
    first = min(filed.problems, key=lambda problem: problem.severity is not Severity.ERROR, default=None)
    if first is None:
        return Aside(filed.file, "没有读成", "请打开文件看一看")
    return Aside(filed.file, f"没有读成：{first.message}".rstrip("。"), first.advice)


def _of_another_year(filed: Filed, year: int) -> Aside:
    whose = filed.agency or "没有读出机关"
    return Aside(
        filed.file,
        f"是 {filed.year} 年度的报告（{whose}），不是 {year} 年度的",
        f"请换成 {year} 年度的，或者移出这个文件夹",
    )


def _other_name(filed: Filed, name: str) -> tuple[str, ...]:
    if not filed.agency or name_form(filed.agency) == name_form(name):
        return ()
    return (f"报告里的机关是“{filed.agency}”，按简称或者曾用名认作这家。",)


def _agrees(filed: Filed, last: Filed | None) -> bool | None:
    """Whether every figure carried in is the one carried out last year; None where that cannot be known."""
    if last is None or not filed.readable or not last.readable or last.year != (filed.year or 0) - 1:
        return None
    pairs = [
        (filed.figures.get((table.key, *rollover.place, column)), last.figures.get((table.key, *rollover.last, column)))
        for table in edition_for(filed.year).tables
        for rollover in (table.table.rollovers if table.table else ())
        if rollover.certain
        for column in table.by_key[rollover.place[0]].by_key
    ]
    if any(now != before for now, before in pairs if now is not None and before is not None):
        return False
    return None if any(None in pair for pair in pairs) or not pairs else True
