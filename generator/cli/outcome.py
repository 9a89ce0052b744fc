"""What a run came to: counted findings, refused files, crashes; the closing line and the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.pipeline.findings import Finding, Severity

FINE, FOUND, WRONG_USE, FAULT = 0, 1, 2, 3
"""Exit codes: nothing wrong; findings that fail; wrong usage or unusable file; a fault of the program."""
LISTED = 1000
"""Files that are remembered one by one: nobody reads a longer table, and a run may be over a whole nation's reports."""
_INTERNAL_FAULT = "NB900"


class Outcome:
    """Counts over all files of one run. ``strict``: warnings fail as well.

    ``differs``: a file that was read back does not say what the report says. ``by_file`` holds how many of each
    severity every file with findings has, in the order of the run; ``unlisted`` is how many more such files there are
    than :data:`LISTED`.
    """

    def __init__(self, strict: bool = False) -> None:
        self.strict = strict
        self.files = 0
        self.errors = 0
        self.warnings = 0
        self.infos = 0
        self.refused = False
        self.crashed = False
        self.differs = False
        self.by_file: dict[str, Counter[Severity]] = {}
        self.unlisted = 0

    def count(self, findings: Iterable[Finding]) -> None:
        """Add one file's findings."""
        self.files += 1
        left_out = False
        for finding in findings:
            if finding.file in self.by_file or len(self.by_file) < LISTED:
                self.by_file.setdefault(finding.file, Counter())[finding.severity] += 1
            else:
                left_out = True
            self.crashed |= finding.code == _INTERNAL_FAULT
            self.errors += finding.severity is Severity.ERROR
            self.warnings += finding.severity is Severity.WARNING
            self.infos += finding.severity is Severity.INFO
        self.unlisted += left_out

    @property
    def exit_code(self) -> int:
        """The worst of what happened."""
        if self.crashed:
            return FAULT
        if self.refused:
            return WRONG_USE
        return FOUND if self.errors or self.differs or (self.strict and self.warnings) else FINE

    def summary(self) -> str:
        """The closing line."""
        infos = f"，{self.infos} 个提醒" if self.infos else ""
        return f"{self.files} 个文件，{self.errors} 个错误，{self.warnings} 个警告{infos}"
