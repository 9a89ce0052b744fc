"""Last year's folder: the report of each agency and year in it, where there is just one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.collecting.duplicate_filings import settle
from generator.collecting.filing import LastYears
from generator.collecting.names import Directory
from generator.collecting.records import Filed
from generator.collecting.running.reading import Read

Key = tuple[int, int]
"""An agency (its place in the roster) and a year."""


class LastYearFolder:
    """What was read of the folder. ``paths`` leads from a file's name to its path."""

    def __init__(self, directory: Directory, reads: Iterable[Read], paths: Mapping[str, str]) -> None:
        found: dict[Key, list[Filed]] = {}
        self._imported: dict[str, str] = {}
        for filed, imported in ((read.filed, read.imported) for read in reads):
            self._imported[filed.file] = imported
            place = directory.find(filed.agency, filed.former_names) if filed.agency else None
            if place is not None and filed.year and filed.readable:
                found.setdefault((place, filed.year), []).append(filed)
        self._settled = {key: settle(files, newest=False).filed for key, files in found.items()}
        self._paths = paths

    @property
    def paths(self) -> dict[Key, str]:
        """The file of each agency and year of which it is clear."""
        return {key: self._paths[filed.file] for key, filed in self._settled.items() if filed.readable}

    @property
    def texts(self) -> dict[Key, str]:
        """The YAML of those that were imported."""
        return {key: text for key, filed in self._settled.items() if (text := self._imported.get(filed.file))}

    def of(self, year: int) -> LastYears:
        """The reports to be compared with those of ``year``."""
        settled = {place: filed for (place, of_year), filed in self._settled.items() if of_year == year - 1}
        clear = {place: filed for place, filed in settled.items() if filed.readable}
        return LastYears(clear, doubles=frozenset(settled) - frozenset(clear), handed_in=bool(self._paths))
