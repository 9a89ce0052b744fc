"""Collecting: every report of a folder read and held against the roster; ledger and 退回意见 written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.collecting.filing import make_ledger, year_of
from generator.collecting.names import Directory
from generator.collecting.notices import notice
from generator.collecting.records import Filed, Ledger, Status
from generator.collecting.running.cache import Cache, last_year_key, load_cache, save_cache, wanted_of
from generator.collecting.running.county import county_rules
from generator.collecting.running.last_years import LastYearFolder
from generator.collecting.running.outputs import Returned, notice_names, place_workbook, write_notices
from generator.collecting.running.reading import Read, RunContext, digest_of, read_file, read_files, read_last_year
from generator.collecting.running.roster_file import load_roster
from generator.collecting.running.walking import CACHE_SUFFIX, NOTICES, FoundFile, walk
from generator.files.errors import UserError, cannot_write, shown
from generator.pipeline.opening import beside
from generator.pipeline.overwriting import Guard
from generator.profile.model import OfficeRules

__all__ = ["NOTICES", "CollectOptions", "CollectRun", "Collected", "Status"]

WORKBOOK = ".xlsx"


class CollectOptions(NamedTuple):
    """What to collect and where to write it. ``year`` None: that of most of the reports. ``jobs``: processes.

    ``package``: a folder for the open data; ``workbook`` False: nothing else is written. ``profile``: the county's
    settings, for all files (None: those found in the folder or above it).
    """

    folder: str
    roster: str
    output: str
    last_year: str | None = None
    newest: bool = False
    year: int | None = None
    deadline: date | None = None
    jobs: int = 1
    force: bool = False
    package: str | None = None
    workbook: bool = True
    profile: str | None = None


class Collected(NamedTuple):
    """What a run came to. ``read`` counts the files that were read anew, ``traces`` are faults of our own; ``rules``
    are the county's settings."""

    ledger: Ledger
    workbook: str
    notices: Returned
    remarks: tuple[str, ...]
    read: int
    traces: tuple[str, ...]
    rules: OfficeRules | None = None

    @property
    def to_confirm(self) -> bool:
        """Whether a report is there of which nobody knows whose it is."""
        return any(aside.pending for aside in self.ledger.asides)


class CollectRun:
    """One run: made ready, read file by file, finished. Nothing is written before :meth:`finish`."""

    def __init__(self, options: CollectOptions) -> None:
        """Read the roster and look through the folders. Raises UserError."""
        _refuse_clashes(options)
        self._options = options
        self._roster = load_roster(options.roster)
        self._directory = Directory(self._roster.agencies)
        self._county = county_rules(options.folder, options.profile)
        self._walked = walk(options.folder, _own(options))
        self._last = walk(options.last_year).found if options.last_year else ()
        read = (options.roster, *self._county.files, *(found.path for found in (*self._last, *self._walked.found)))
        self._guard = Guard(read, options.force)
        self._guard.check([options.output])
        self._last_year = LastYearFolder(self._directory, (), {})
        self._cache = Cache()
        self._contents: dict[str, str] = {}
        self._reads: list[Read] = []
        self._kept: dict[str, Read] = {}
        self._anew = 0

    @property
    def total(self) -> int:
        """How many files are going to be read."""
        return len(self._last) + len(self._walked.found)

    def read(self) -> Iterator[Read]:
        """Read all files, first those of last year. What the last run has read and what is still the same is kept."""
        self._contents = {found.path: digest_of(found.path) for found in (*self._last, *self._walked.found)}
        self._cache = load_cache(cache_path(self._options), self._key, wanted_of(self._contents.values()))
        last: list[Read] = []
        for read in self._each(self._last, RunContext(), read_last_year, last_year_key, lambda _found, _read: True):
            last.append(read)
            yield read
        paths = {found.name: found.path for found in self._last}
        self._last_year = LastYearFolder(self._directory, last, paths)
        known = self._last_year
        scene = RunContext(self._directory, known.paths, self._options.deadline, known.texts, self._county.rules)
        holds = partial(self._holds, scene)
        for read in self._each(self._walked.found, scene, read_file, str, holds):
            self._reads.append(read)
            yield read

    def finish(self) -> Collected:
        """Put the ledger together and write everything. Raises UserError."""
        options = self._options
        files = [read.filed for read in self._reads]
        year = options.year or year_of(files) or date.today().year - 1
        last_years = self._last_year.of(year)._replace(by_file=self._named_themselves())
        ledger = make_ledger(year, self._directory, files, last_years, newest=options.newest)
        asides = sorted((*ledger.asides, *self._walked.skipped), key=lambda aside: aside.rank)
        ledger = ledger._replace(asides=tuple(asides))
        self._put_package(ledger)
        if not options.workbook:
            nothing = Returned({}, (), ())
            return Collected(ledger, "", nothing, self._remarks, self._anew, self._traces(), self._county.rules)
        returned = self._cache.notices
        try:
            self._guard.check([options.output])
            placed = place_workbook(options.output, _workbook(ledger, self._county.rules))
            notices = write_notices(beside_output(options, NOTICES), self._notices(ledger), returned)
            returned = notices.written
        finally:  # what was read need not be read again, whatever kept the ledger from being written
            save_cache(cache_path(options), self._key, self._kept, returned)
        empty = "" if self._walked.found else f"文件夹里没有可以读的年报：{shown(options.folder)}"
        remarks = tuple(remark for remark in (*self._remarks, empty, placed.remark) if remark)
        return Collected(ledger, placed.path, notices, remarks, self._anew, self._traces(), self._county.rules)

    @property
    def _key(self) -> str:
        """What depends on the options, and not on the files, in what is found in a file."""
        return f"{self._options.deadline}{self._county.content}"

    @property
    def _remarks(self) -> tuple[str, ...]:
        return (*self._county.remarks, *self._roster.remarks)

    def _notices(self, ledger: Ledger) -> dict[str, str]:
        rules = self._county.rules
        deadline = self._options.deadline or (rules.deadline if rules else None)
        names = notice_names(entry.agency.name for entry in ledger.entries)
        texts = (notice(entry, ledger.year, deadline) for entry in ledger.entries)
        return {name: text for name, text in zip(names, texts, strict=True) if text}

    def _traces(self) -> tuple[str, ...]:
        return tuple(read.trace for read in self._reads if read.trace)

    def _put_package(self, ledger: Ledger) -> None:
        """Write the open data, where that is asked for."""
        folder = self._options.package
        if folder is None:
            return
        from generator.collecting.datapackage import datapackage
        from generator.collecting.running.packages import checksums_of, write_package

        paths = {found.name: found.path for found in self._walked.found}
        counted = [entry.filed.file for entry in ledger.entries if entry.filed is not None and entry.filed.readable]
        write_package(folder, datapackage(ledger, checksums_of(counted, paths)), self._guard)

    def _named_themselves(self) -> dict[str, Filed]:
        """The 上年报告 that files name themselves, under its name in the folder where it lies there."""
        names = {os.path.realpath(found.path): found.name for found in self._walked.found}
        last_years = {read.filed.file: read.last_year for read in self._reads if read.last_year}
        return {
            file: last._replace(file=names.get(os.path.realpath(last.file), last.file))
            for file, last in last_years.items()
        }

    def _each(
        self,
        files: Sequence[FoundFile],
        scene: RunContext,
        work: Callable[[FoundFile, RunContext], Read],
        key: Callable[[str], str],
        holds: Callable[[FoundFile, Read], bool],
    ) -> Iterator[Read]:
        """Every file as read: as kept under ``key`` of its content where that still ``holds``, else by ``work``."""
        todo = []
        for found in files:
            read = self._cache.reads.get(key(self._contents[found.path]))
            if read is None or not holds(found, read):
                todo.append(found)
                continue
            self._kept[key(self._contents[found.path])] = read
            yield read._replace(filed=read.filed._replace(file=found.name, modified=found.modified))
        for read in read_files(todo, work, scene, self._options.jobs):
            self._anew += 1
            if read.filed.readable and not read.trace:
                self._kept[key(read.content)] = read
            yield read

    def _holds(self, scene: RunContext, found: FoundFile, read: Read) -> bool:
        """Whether a file would be read the same now: by the same names, beside the same report of last year."""
        filed = read.filed
        known = scene.known(filed.agency, filed.former_names, filed.year)
        last = known.last_year or beside(found.path, read.last_file) or ""
        content = self._contents[last] if last in self._contents else digest_of(last)
        return (known.names, content) == (read.names, read.last_content)


def beside_output(options: CollectOptions, name: str) -> str:
    """A path beside the workbook."""
    return os.path.join(os.path.dirname(options.output), name)


def cache_path(options: CollectOptions) -> str:
    """Where what was read is kept."""
    return beside_output(options, f".{os.path.basename(options.output)}{CACHE_SUFFIX}")


def _own(options: CollectOptions) -> frozenset[str]:
    """What the run itself reads or writes besides reports, where it lies in the folder."""
    named = [options.roster, beside_output(options, NOTICES), cache_path(options)]
    if options.profile:
        named.append(options.profile)
    if options.last_year and os.path.realpath(options.last_year) != os.path.realpath(options.folder):
        named.append(options.last_year)
    try:
        return frozenset((_without_following(options.output), *map(os.path.realpath, named)))
    except (OSError, ValueError) as fault:  # a system that knows no Chinese file names
        raise cannot_write(beside_output(options, NOTICES), fault) from fault


def _without_following(path: str) -> str:
    """Where the workbook lies: if it is a link to a report, that is still a report, which the guard looks after."""
    return os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))


def _refuse_clashes(options: CollectOptions) -> None:
    for folder in (options.folder, options.last_year):
        if folder is not None and os.path.isfile(folder):
            raise UserError(f"这是文件，不是文件夹：{shown(folder)}", "请写出放年报的文件夹")
    above = os.path.dirname(os.path.abspath(options.output))
    while not os.path.lexists(above):
        above = os.path.dirname(above)
    if not (os.path.isdir(above) and os.access(above, os.W_OK)):
        raise UserError(f"台账写不进这个文件夹：{shown(above)}", "请换一个文件夹（-o）")
    if not options.output.lower().endswith(WORKBOOK):
        raise UserError(
            f"台账是 Excel 表格，不能写成：{shown(options.output)}", f"文件名请以 {WORKBOOK} 结尾，例如 -o 台账.xlsx"
        )
    if os.path.realpath(options.output) == os.path.realpath(options.roster):
        raise UserError(f"台账会盖掉单位名单：{shown(options.output)}", "请给台账换一个文件名（-o）")


def _workbook(ledger: Ledger, rules: OfficeRules | None) -> bytes:
    from generator.collecting.ledger import ledger_workbook
    from generator.files.workbooks import made

    return made(lambda: ledger_workbook(ledger, rules))
