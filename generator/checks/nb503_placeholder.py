"""NB503: a placeholder, an instruction of the form or a comment left in the text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose.draft_marks import draft_in_title, unfinished, unfinished_sieve
from generator.checks.prose.form_help import help_left, help_sieve
from generator.checks.prose.needs import grams
from generator.checks.prose.passages import Passage, sifted
from generator.checks.prose.placeholders import Leftover, leftovers, sieve
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Path, Severity, Span, warning
from generator.form import keys
from generator.report.model import Report


def check(report: Report) -> Iterator[Finding]:
    """Look at every paragraph, and at the names and headings that are printed."""
    for passage, left in _in_paragraphs(report):
        if not passage.computed(left.start, left.end):
            yield _finding(passage.text, left, passage.span(left.start, left.end), passage.path)
    yield from _headings(report)


def _in_paragraphs(report: Report) -> Iterator[tuple[Passage, Leftover]]:
    for passage, kinds in sifted(report, sieve()):
        yield from ((passage, left) for left in leftovers(passage.text, kinds))
    for passage, marks in sifted(report, unfinished_sieve()):
        yield from ((passage, left) for left in unfinished(passage.text, marks))
    for passage, _ in sifted(report, help_sieve(report.edition)):
        yield from ((passage, left) for left in help_left(passage.text, report.edition))


def _headings(report: Report) -> Iterator[Finding]:
    short = tuple(_short_texts(report))
    together = "\n".join([text for text, _ in short])
    words = sieve().words_in(together, grams(together))
    for text, path in short:
        for left in leftovers(text, sieve().kinds_by(words, text)) if words else ():
            yield _finding(text, left, _place(report, path), path)
        if path[0] == keys.TITLE or path[0] in report.narratives:
            for left in draft_in_title(text, path[0] == keys.TITLE):
                yield _finding(text, left, _place(report, path), path)


def _short_texts(report: Report) -> Iterator[tuple[str, Path]]:
    if report.agency:
        yield report.agency, (keys.AGENCY,)
    for line in report.title:
        yield line, (keys.TITLE,)
    if report.signature and report.signature.agency and report.signature.agency != report.agency:
        yield report.signature.agency, (keys.SIGNATURE, keys.AGENCY)
    for part, narrative in report.narratives.items():
        for entry in narrative.entries:
            yield entry.heading, (part, entry.key)


def _place(report: Report, path: Path) -> Span:
    """A name's value; a subheading's key, under which it is printed."""
    return report.places.key(path) if path[0] in report.narratives else report.places.value(path)


def _finding(text: str, left: Leftover, span: Span, path: Path) -> Finding:
    return warning(
        "NB503",
        f"文字里还留着{left.what}“{text[left.start : left.end][:30]}”",
        span,
        hint="换成实际内容，或者删去；印出来的就是这里写的字。",
        path=path,
    )


RULE = Rule(
    code="NB503",
    severity=Severity.WARNING,
    title="文字里留有占位符、填写说明或者注释",
    why=(
        "照模板填写时漏填的地方会原样公布：已公布的报告里有“（具体网址）”“该部分以表格形式报告”，也有没有填的××。"
        "正文不认注释，# 开头的一行也照样印出。"
    ),
    fails=Example("总体情况:\n  主动公开: 通过××局网站（具体网址）公开信息____条。\n"),
    passes=Example("总体情况:\n  主动公开: 通过县政府网站公开信息120条，申请人张某某的申请已答复。\n"),
    check=check,
    superseded_by=("NB106",),
)
