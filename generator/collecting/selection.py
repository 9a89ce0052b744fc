"""Which of many reports are summed: one of each agency, all of one year, none with errors; what is refused and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.collecting.counted_twice import TWICE, counted_twice
from generator.collecting.duplicate_filings import settle
from generator.collecting.filing import year_of
from generator.collecting.names import TELLING, name_form
from generator.collecting.records import Agency, Aside, Filed, FilingEntry, Status
from generator.findings import Severity
from generator.form import keys
from generator.form.placing import WHOLE_REPORT
from generator.report.agencies import plain


class Chosen(NamedTuple):
    """The reports that are summed, one of each agency. With anything ``refused`` there is to be no sum.

    ``left_out`` are those that were not wanted; ``remarks`` what a person must know, in whole sentences.
    """

    year: int | None
    reports: tuple[Filed, ...]
    refused: tuple[Aside, ...] = ()
    left_out: tuple[Filed, ...] = ()
    remarks: tuple[str, ...] = ()


def choose(files: Sequence[Filed], year: int | None, without: Sequence[str] = ()) -> Chosen:
    """The reports of ``year`` (None: that of most of them) but those of the agencies ``without``, by name.

    Raises LookupError with a name in ``without`` that is no agency's.
    """
    unwanted = _unwanted(files, without)
    wanted = [filed for filed in sorted(files, key=lambda filed: filed.file) if filed.file not in unwanted]
    year = year or year_of(wanted)
    refusals = [(filed, _refusal(filed, year)) for filed in wanted]
    refused = [refusal for _, refusal in refusals if refusal]
    reports: list[Filed] = []
    remarks: list[str] = []
    for group in _by_agency([filed for filed, refusal in refusals if refusal is None]):
        settled = settle(group, newest=False)
        remarks += [f"“{aside.file}”{aside.reason}，{aside.advice}。" for aside in settled.asides]
        if settled.filed.readable:
            reports.append(settled.filed)
        else:
            refused += _conflict(settled.filed, group)
    remarks += (*_perhaps_one(reports), *_twice(reports))
    return Chosen(year, tuple(reports), tuple(refused), tuple(unwanted.values()), tuple(remarks))


def _unwanted(files: Sequence[Filed], without: Sequence[str]) -> dict[str, Filed]:
    found: dict[str, Filed] = {}
    for name in without:
        meant = {filed.file: filed for filed in files if name_form(name) in _names(filed)}
        if not meant:
            raise LookupError(name)
        found |= meant
    return found


def _names(filed: Filed) -> set[str]:
    return {name_form(name) for name in (filed.agency, *filed.former_names) if name}


def _refusal(filed: Filed, year: int | None) -> Aside | None:
    """Why a report cannot be summed; None when it can."""
    whose = f"{filed.file}（{filed.agency}）" if filed.agency else filed.file
    errors = [problem for problem in filed.problems if problem.severity is Severity.ERROR]
    if errors:
        first = errors[0]
        place = f"{first.place}：" if first.place not in ("", WHOLE_REPORT) else ""
        count = f"有 {len(errors)} 个错误，第一个是：" if len(errors) > 1 else ""
        return Aside(whose, f"{count}{place}{first.message}", first.advice)
    if not filed.readable or filed.agency is None or filed.year is None:
        return Aside(whose, "读不成年报", "请打开文件看一看")
    if filed.year != year:
        return Aside(whose, f"是 {filed.year} 年度的报告，其他的是 {year} 年度的", f"请换成 {year} 年度的报告")
    return None


def _by_agency(files: Sequence[Filed]) -> list[list[Filed]]:
    """The reports of each agency together, in the order of the first; one under its former name is the agency's too."""
    present = {name_form(str(filed.agency)) for filed in files}
    groups: dict[str, list[Filed]] = {}
    for filed in files:
        own = name_form(str(filed.agency))
        former = [form for name in filed.former_names if (form := name_form(name)) in present and form != own]
        groups.setdefault(former[0] if former else own, []).append(filed)
    return list(groups.values())


def _conflict(filed: Filed, group: Sequence[Filed]) -> list[Aside]:
    names = list(dict.fromkeys(str(one.agency) for one in group))
    two = f"；如果{'、'.join(names)}是不同的单位，请改正报告里的“{keys.FORMER_NAMES}”" if len(names) > 1 else ""
    return [Aside("、".join(names), problem.message, problem.advice + two) for problem in filed.problems]


def _perhaps_one(reports: Sequence[Filed]) -> list[str]:
    """Two agencies that may be one, named with and without its region (水利局, 清河县水利局)."""
    names = {plain(name_form(str(filed.agency))): filed for filed in reports}
    pairs = [
        (filed, names[name[at:]])
        for name, filed in names.items()
        for at in range(1, len(name) - TELLING + 1)
        if name[at:] in names
    ]
    return [
        f"{TWICE}：“{one.agency}”（{one.file}）和“{other.agency}”（{other.file}）名称相近，请核对；"
        "是同一个单位的，请用 --without 去掉一份。"
        for one, other in pairs
    ]


def _twice(reports: Sequence[Filed]) -> list[str]:
    entries = [FilingEntry(Agency(str(filed.agency)), Status.GOOD, filed) for filed in reports]
    found = counted_twice(entries)
    return [f"{entries[place].agency.name}：{remark}" for place in sorted(found) for remark in found[place]]
