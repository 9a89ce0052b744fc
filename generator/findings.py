"""The Finding record: what is wrong, where it stands, what to do, and the text edits that mend it.

Every stage returns findings; nothing here prints. Text, JSON, editor and page are views of this one record.
Lines and columns are 1-based and count characters; an end column is exclusive (one past the last character).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
"""Keys (and list indexes) from the top of the YAML file down to one place."""


class Severity(Enum):
    """How bad a finding is: an error cannot be right, a warning needs judgement, an info is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return tuple(Severity).index(self)


SEVERITY_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提醒"}
"""What a severity is called wherever a person reads it."""


class Span(NamedTuple):
    """A stretch of the source text, 1-based, columns in characters, end exclusive.

    A named tuple, because reading makes one for every key and value: it is several times cheaper than a frozen
    dataclass, and it sorts by place.
    """

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def at(cls, line: int, column: int, width: int = 1) -> Span:
        """A span of ``width`` characters on one line."""
        return cls(line, column, line, column + width)


WHOLE_FILE = Span(1, 1, 1, 1)
"""The place of a finding about the file as a whole."""


class Edit(NamedTuple):
    """Replace the text of ``span`` by ``text``."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that together mend one finding, under a Chinese title that says what they do.

    ``mechanical``: changes how something is written, never what it says (a figure's value, a text's words), so
    ``nianbao fix`` carries it out unasked. Any other fix is offered in the editor only.
    """

    title: str
    edits: tuple[Edit, ...]
    mechanical: bool = True


class Related(NamedTuple):
    """A second place that belongs to a finding (the table cell that a sentence contradicts)."""

    span: Span
    message: str
    path: Path = ()


class Finding(NamedTuple):
    """One thing to look at, in the clerk's language, at its place.

    ``place`` names the place in words where lines and columns mean nothing: in a published report. ``others`` are
    further ways to mend it, none of them carried out unasked: a person chooses in the editor.
    """

    code: str
    severity: Severity
    message: str
    span: Span = WHOLE_FILE
    hint: str = ""
    path: Path = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    file: str = ""
    place: str = ""
    others: tuple[Fix, ...] = ()

    @property
    def said(self) -> str:
        """The message, with the place in words before it where there is one."""
        return f"{self.place}：{self.message}" if self.place else self.message

    def in_file(self, file: str) -> Finding:
        """The same finding, naming its file."""
        return self._replace(file=file)

    def at_path(self, path: Path) -> Finding:
        """The same finding with its path, unless it names one already."""
        return self if self.path else self._replace(path=path)

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain data, field by field as ``check --format json`` prints it."""
        return {
            "file": self.file,
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "hint": self.hint,
            **_span_dict(self.span),
            **({"place": self.place} if self.place else {}),
            "path": list(self.path),
            "related": [
                {"line": r.span.line, "column": r.span.column, "path": list(r.path), "message": r.message}
                for r in self.related
            ],
            "fix": self.fix and _fix_dict(self.fix),
        }


def error(code: str, message: str, span: Span, **more: Any) -> Finding:
    """A finding of severity error."""
    return Finding(code, Severity.ERROR, message, span, **more)


def warning(code: str, message: str, span: Span, **more: Any) -> Finding:
    """A finding of severity warning."""
    return Finding(code, Severity.WARNING, message, span, **more)


def info(code: str, message: str, span: Span, **more: Any) -> Finding:
    """A finding of severity info."""
    return Finding(code, Severity.INFO, message, span, **more)


def in_order(findings: list[Finding]) -> list[Finding]:
    """Findings by place, then code, else as they were found; exact repetitions dropped."""
    return sorted(dict.fromkeys(findings), key=lambda f: (f.span, f.code))


NOT_FILLED_IN = "NB105"
"""The code of 待填: an error, but of another kind to a person, who is still writing."""
PENDING_WORD = "待填"

_KEPT_FROM_BEING_READ = frozenset({*(f"NB00{number}" for number in range(1, 10)), "NB102"})


def for_people(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as a person wants them: what kept something from being read, errors, 待填, warnings, infos.

    Within each they stay in the order in which they come. Data formats keep the order of the file.
    """
    return sorted(findings, key=urgency)


def is_pending(finding: Finding) -> bool:
    """Whether it is 待填: a place where nothing is written yet."""
    return finding.code == NOT_FILLED_IN


def word_of(finding: Finding) -> str:
    """What a person calls it: 错误, 待填, 警告, 提醒."""
    return PENDING_WORD if is_pending(finding) else SEVERITY_WORDS[finding.severity]


def urgency(finding: Finding) -> tuple[int, bool]:
    """Where a finding belongs in what is shown to people: the smaller, the earlier."""
    if finding.code in _KEPT_FROM_BEING_READ:
        return (-1, False)
    return (finding.severity.rank, is_pending(finding))


def _span_dict(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _fix_dict(fix: Fix) -> dict[str, Any]:
    return {"title": fix.title, "edits": [{**_span_dict(e.span), "text": e.text} for e in fix.edits]}
