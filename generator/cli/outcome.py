"""What a run came to: counted findings, refused files, crashes; the closing line and the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.findings import PENDING_WORD, Finding, Severity, is_pending, word_of
from generator.fixes import mechanical

FINE, FOUND, WRONG_USE, FAULT = 0, 1, 2, 3
"""Exit codes: nothing wrong; findings that fail; wrong usage or unusable file; a fault of the program."""
LISTED = 1000
"""Files that are remembered one by one: nobody reads a longer table, and a run may be over a whole nation's reports."""
MANY = 8
"""Files of a run, from which on the clean ones are told of together."""
_INTERNAL_FAULT = "NB900"


class Outcome:
    """Counts over all files of one run. ``strict``: warnings fail as well.

    ``errors`` holds what is not filled in yet too, ``pending`` that alone. ``differs``: a file that was read back does
    not say what the report says. ``by_file`` holds how many of each kind, by its word, every file with findings has,
    in the order of the run; ``unlisted`` is how many more such files there are than :data:`LISTED`. ``fixable`` is how
    many findings ``fix`` mends in which file. ``clean`` are the files without any, where there are so many in the run
    (``planned``) that they are told of together.
    """

    def __init__(self, strict: bool = False, planned: int = 1) -> None:
        self.strict = strict
        self.planned = planned
        self.pending = 0
        self.fixable: Counter[str] = Counter()
        self.clean: list[str] = []
        self.files = 0
        self.errors = 0
        self.warnings = 0
        self.infos = 0
        self.refused = False
        self.crashed = False
        self.differs = False
        self.by_file: dict[str, Counter[str]] = {}
        self.unlisted = 0

    def count(self, findings: Iterable[Finding]) -> None:
        """Add one file's findings."""
        self.files += 1
        found = list(findings)
        if fixes := len(mechanical(found)):
            self.fixable[found[0].file] += fixes
        left_out = False
        for finding in found:
            if finding.file in self.by_file or len(self.by_file) < LISTED:
                self.by_file.setdefault(finding.file, Counter())[word_of(finding)] += 1
            else:
                left_out = True
            self.crashed |= finding.code == _INTERNAL_FAULT
            self.pending += is_pending(finding)
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
        if self.pending:
            infos = f"，提醒 {self.infos}" if self.infos else ""
            rest = f"错误 {self.errors - self.pending}，警告 {self.warnings}{infos}"
            return f"{self.files} 个文件，{PENDING_WORD} {self.pending}，{rest}"
        return f"{self.files} 个文件，{self.errors} 个错误，{self.warnings} 个警告{infos}"
