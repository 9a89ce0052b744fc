"""Findings and doubts of one file as problems: place, message and advice in words."""

from __future__ import annotations

from bisect import bisect_right

from generator.collecting.records import ListedProblem
from generator.collecting.wording import plainly
from generator.findings import NOT_FILLED_IN, WHOLE_FILE, Finding, Path, Severity, for_people
from generator.form import newest
from generator.form.placing import WHOLE_REPORT, in_words
from generator.importing.outcome import Doubt
from generator.pipeline.checking import Checked
from generator.report.model import Report

_SURE = 0.9
"""From this confidence on a reading is proved by the figures beside it: worth a look, no more."""
_OF_SOURCE = "原文"
_LOOK = "读到这里没有把握，请核对这里的数字和文字，写清楚"


def problems_of(checked: Checked) -> tuple[ListedProblem, ...]:
    """All that is to be said of a file, errors first, then by place. What was found twice is said once."""
    edition = checked.report.edition if checked.report else newest()
    places = _Places(checked.report)
    doubtful = {doubt.path for doubt in checked.doubts}
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    # where the reading was in doubt, the doubt says better what is wrong than that nothing is filled in
    empty = {finding.path for finding in errors if finding.code == NOT_FILLED_IN} & doubtful
    wrong = {path for path in doubtful for finding in errors if path and finding.path[: len(path)] == path} - empty
    found = [_problem(finding, places) for finding in for_people(checked.findings) if finding.path not in empty]
    found += [
        _doubt(doubt, in_words(doubt.path, edition), is_error=doubt.path in empty)
        for doubt in checked.doubts
        if doubt.path not in wrong
    ]
    order = list(Severity)
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: order.index(problem.severity)))


def _problem(finding: Finding, places: _Places) -> ListedProblem:
    place = finding.place or places.words(finding)
    said = plainly(finding.message, published=bool(finding.place))
    return ListedProblem(
        finding.severity, place, said, plainly(finding.hint, published=bool(finding.place)), finding.code
    )


def _doubt(doubt: Doubt, place: str, *, is_error: bool) -> ListedProblem:
    severity = Severity.INFO if doubt.confidence >= _SURE else Severity.WARNING
    where = f"（{_OF_SOURCE}{doubt.place}）" if doubt.place else ""
    message = f"{doubt.message}{where}"
    return ListedProblem(Severity.ERROR if is_error else severity, place or WHOLE_REPORT, message, _LOOK)


class _Places:
    """The places of a YAML file in words, with their lines."""

    def __init__(self, report: Report | None) -> None:
        self._edition = report.edition if report else newest()
        keys = report.places.keys.items() if report else ()
        starts = sorted(((span.line, span.column), path) for path, span in keys)
        self._starts = [start for start, _ in starts]
        self._paths: list[Path] = [path for _, path in starts]

    def words(self, finding: Finding) -> str:
        """表三“本年新收”自然人（第18行）."""
        if finding.span == WHOLE_FILE:
            return in_words(finding.path, self._edition) or WHOLE_REPORT
        words = in_words(finding.path or self._path_at(finding), self._edition)
        line = f"第{finding.span.line}行"
        return f"{words}（{line}）" if words else line

    def _path_at(self, finding: Finding) -> Path:
        """The last entry that begins at or before the finding."""
        at = bisect_right(self._starts, (finding.span.line, finding.span.column))
        return self._paths[at - 1] if at else ()
