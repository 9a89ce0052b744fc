"""The whole way: YAML and Word file read, aligned, the YAML edited; what is left for a person."""

from __future__ import annotations

from typing import NamedTuple

from generator.comparing.comparing import compare
from generator.comparing.differences import ComparedSection
from generator.editing.edits.typed import RefusedError, Typed, typed
from generator.editing.revising.entry_texts import WordReport
from generator.editing.revising.figure_edits import ChangedFigure, changed_figures, take
from generator.editing.revising.front_edits import revise_front
from generator.editing.revising.kept_expressions import LostExpression
from generator.editing.revising.part_edits import revise_part
from generator.files.errors import UserError, shown
from generator.findings import WHOLE_FILE, Finding, Span, warning
from generator.form import keys
from generator.importing.outcome import Doubt
from generator.importing.readers.docx_marks import COMMENT, WordMark, word_marks
from generator.pipeline.fixing import encoded, write_edited
from generator.pipeline.opening import Opened, load, open_report, open_usable
from generator.pipeline.published import SETTLE, refuse_published
from generator.report.model import Report
from generator.source.text import decode
from generator.wording import Worded


class Revised(NamedTuple):
    """What became of a Word file's changes.

    ``figures`` are those that differ, taken or not; ``lost`` the expressions that do not print what the Word file says
    or gave way to its words; ``left`` the sections whose text still differs; ``unplaced`` lines that cannot be typed;
    ``identity`` says where 机关 or 年度 is another; ``marks`` are tracked changes and comments as findings (NB611);
    ``doubts`` what the reading of the Word file is not sure of. ``backup``: where the old YAML is kept.
    """

    file: str
    before: str
    after: str
    figures: tuple[ChangedFigure, ...] = ()
    lost: tuple[LostExpression, ...] = ()
    left: tuple[ComparedSection, ...] = ()
    unplaced: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    marks: tuple[Finding, ...] = ()
    comments: int = 0
    doubts: tuple[Doubt, ...] = ()
    backup: str | None = None

    @property
    def done(self) -> bool:
        """Whether all that the Word file says stands in the YAML, and nobody needs to look at anything more."""
        open_figures = any(not figure.taken for figure in self.figures)
        kept = any(not expression.taken for expression in self.lost)
        return not (open_figures or kept or self.left or self.unplaced or self.identity or self.comments or self.doubts)


def revise_file(path: str, word: str, *, take_figures: bool = False, write: bool = True) -> Revised:
    """Take a Word file's changes back into a YAML file; the old one is kept as ``.bak`` when anything changed.

    Raises UserError for what cannot be read, is no Word file, or while the YAML has slips in its syntax.
    """
    data = load(path)
    revised = revise_text(path, data, word, None, take_figures=take_figures)
    if not write or revised.after == revised.before:
        return revised
    return revised._replace(backup=write_edited(path, data, encoded(revised.after, decode(data))))


def revise_text(path: str, data: bytes, word: str, word_data: bytes | None, *, take_figures: bool = False) -> Revised:
    """What becomes of a YAML text with a Word file's changes; nothing is written. ``word_data`` None: read the file.

    Raises UserError as :func:`revise_file` does.
    """
    refuse_published(path, data, "改稿")
    if not word.lower().endswith(".docx"):
        raise UserError(f"改稿只读 Word 文件（.docx）：{shown(word)}", "请在 Word 或 WPS 里另存为 .docx")
    yaml = open_report(path, data)
    source = decode(data)
    if yaml.report is None:
        raise UserError(
            f"{shown(path)} 有读不通的地方，不能改稿", Worded("请先用 nianbao check 检查、改好", "请先在“原文”里改好")
        )
    word_data = load(word) if word_data is None else word_data
    opened = open_usable(word, word_data)
    assert opened.report is not None, "an opened report that is usable is there"
    try:
        revised = _revised(path, source.text, yaml, opened, take_figures=take_figures)
    except RefusedError as refused:
        raise UserError(refused.message, refused.hint) from refused
    marks = word_marks(word_data)
    return revised._replace(
        before=source.text,
        marks=tuple(_finding(mark, path, yaml.report, revised.after) for mark in marks),
        comments=sum(mark.kind == COMMENT for mark in marks),
    )


def _revised(path: str, text: str, yaml: Opened, word: Opened, *, take_figures: bool) -> Revised:
    report, target = yaml.report, word.report
    assert report is not None, "looked at before"
    assert target is not None, "looked at before"
    state = typed(text)
    figures = changed_figures(report, target)
    if take_figures and figures:
        state, figures = take(state, figures)
        report = _report(path, state, report)
    lost: list[LostExpression] = []
    unplaced: list[str] = []
    if not compare(report, target).same:
        changed = {section.name for section in compare(report, target).sections if section.changed}
        source = WordReport(target, word.tree.source.lines)
        front = revise_front(state, report, source, take_figures=take_figures)
        lost, unplaced, state = [*front.lost], [*front.unplaced], front.state
        for part in report.edition.narratives:
            if part.heading in changed:
                revised = revise_part(state, report, source, part, take_figures=take_figures)
                lost, unplaced, state = [*lost, *revised.lost], [*unplaced, *revised.unplaced], revised.state
    after = _report(path, state, report)
    left = tuple(section for section in compare(after, target).sections if section.changed)
    identity = tuple(_identity(report, target))
    return Revised(path, text, state.text, figures, tuple(lost), left, tuple(unplaced), identity, doubts=word.doubts)


def _report(path: str, state: Typed, before: Report) -> Report:
    """The report that a state of the text makes."""
    return open_report(path, state.text.encode("utf-8", "surrogatepass")).report or before


def _identity(report: Report, target: Report) -> list[str]:
    pairs = ((keys.AGENCY, report.agency, target.agency), (keys.YEAR, report.year, target.year))
    return [f"{key}：YAML 是“{old}”，Word 是“{new or '没有读出'}”" for key, old, new in pairs if old != new]


def _finding(mark: WordMark, path: str, report: Report, text: str) -> Finding:
    """A tracked change or comment at the line of the YAML that its paragraph stands in."""
    author = f"（{mark.author}）" if mark.author else ""
    what = f"Word 文件里有没有处理的批注{author}：“{mark.text}”"
    if mark.kind != COMMENT:
        what = f"Word 文件里有没有接受的修订{author}：{mark.kind}“{mark.text}”，这里按接受的读"
    return warning("NB611", what, _span(mark, report, text), hint=SETTLE, file=path)


def _span(mark: WordMark, report: Report, text: str) -> Span:
    """Where a paragraph stands: word for word in the text as it is now, else where it stood."""
    if mark.around:
        for number, line in enumerate(text.splitlines(), 1):
            if mark.around in line:
                at = line.index(mark.around) + 1
                return Span.at(number, at, len(mark.around))
        best = _likeliest(mark.around, report)
        if best is not None:
            return best
    return WHOLE_FILE


def _likeliest(around: str, report: Report) -> Span | None:
    from rapidfuzz.fuzz import partial_ratio

    paragraphs = [
        p for n in report.narratives.values() for p in (*n.paragraphs, *(p for e in n.entries for p in e.paragraphs))
    ]
    scored = [(partial_ratio(around, p.text), -number, p) for number, p in enumerate(paragraphs) if p.text]
    score, _, paragraph = max(scored, default=(0.0, 0, None), key=lambda item: item[:2])
    return paragraph.pieces[0].span if paragraph is not None and score >= _ALIKE else None


_ALIKE = 70.0
"""Per cent of likeness from which a paragraph of the Word file is taken for one of the YAML's."""
