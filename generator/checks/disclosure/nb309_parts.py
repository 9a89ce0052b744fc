"""NB309: parts named in a sentence that do not add up to its total."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.disclosure.sentences.figure_refs import FigureRef
from generator.checks.disclosure.sentences.lexicon import Sense
from generator.checks.disclosure.sentences.parts_before import after_bracket, summed_up
from generator.checks.disclosure.sentences.statements import Sentence, sentences_of
from generator.checks.disclosure.sentences.sums import Breakdown, breakdowns
from generator.checks.rule import Example, Rule
from generator.findings import Finding, Related, Severity
from generator.form import keys
from generator.report.model import Report

_CARRIED = (keys.CARRIED_IN, keys.CARRIED_OUT)
_ROWS = (keys.RECEIVED, keys.RESULTS, *_CARRIED)


def check(report: Report) -> Iterator[Finding]:
    """Add up what each sentence names as parts of a total."""
    earlier: Sentence | None = None
    for sentence in sentences_of(report):
        found = tuple(_breakdowns(sentence, earlier)) if _may_list_parts(sentence) else ()
        earlier = sentence
        for breakdown in found:
            numbers = (breakdown.total, *breakdown.parts)
            typed = [n for n in numbers if not _computed(sentence, n.start, n.end)]
            if typed and not _explained(report, breakdown):
                yield _finding(sentence, breakdown, typed[0].start, typed[0].end)


def _may_list_parts(sentence: Sentence) -> bool:
    """Whether a sentence counts twice at least: cheap, and parts are never fewer."""
    return sum([len(said.meant) for said in sentence.said]) > 1


def _breakdowns(sentence: Sentence, earlier: Sentence | None) -> Iterator[Breakdown]:
    yield from breakdowns(sentence, earlier)
    behind = (summed_up(sentence.said), after_bracket(sentence.said))
    yield from (breakdown for breakdown in behind if breakdown)


def _computed(sentence: Sentence, start: int, end: int) -> bool:
    return sentence.passage.computed(*sentence.folded.origin(start, end))


def _explained(report: Report, breakdown: Breakdown) -> bool:
    """Whether what was carried over makes the difference: 收到 counts it in or out, the results do not."""
    if breakdown.dimension not in {Sense.RESULT, Sense.APPLICANT}:
        return False
    values = {key: FigureRef(((keys.APPLICATIONS, key),)).value(report) for key in _ROWS}
    if any(values[key] and abs(breakdown.difference) == values[key] for key in _CARRIED):
        return True
    return (
        breakdown.total.value in values.values()
        and values[keys.RESULTS] == breakdown.total.value + breakdown.difference
    )


def _finding(sentence: Sentence, breakdown: Breakdown, start: int, end: int) -> Finding:
    passage, total, unit = sentence.passage, breakdown.total, breakdown.total.unit
    added = "＋".join(f"{part.value:f}" for part in breakdown.parts)
    difference = breakdown.difference
    listed = f"所列各项 {added}＝{total.value + difference:f} {unit}"
    off = f"{'多' if difference > 0 else '少'} {abs(difference):f} {unit}"
    return Finding(
        "NB309",
        Severity.WARNING,
        f"正文{passage.place}写总数 {total.value:f} {unit}，{listed}，{off}",
        passage.span(*sentence.folded.origin(start, end)),
        hint="核对总数和各项；各项有交叉或者没有列全的，写明“其中部分……”。表里有的数可以用 {{ }} 从表中取。",
        path=passage.path,
        related=tuple(
            Related(passage.span(*sentence.folded.origin(n.start, n.end)), f"{n.value:f} {unit}", passage.path)
            for n in (total, *breakdown.parts)
        ),
    )


_FIGURES = (
    "政府信息公开申请: {本年新收: {自然人: 16}, 上年结转: 0, 办理结果: {予以公开: {自然人: 16}}, 结转下年度: 0}\n"
)

RULE = Rule(
    code="NB309",
    severity=Severity.WARNING,
    title="一句话里的各项加起来不等于总数",
    why=(
        "读者顺手一加就能发现的错。括号里没有“其中”、或者写了“分别为”的，各项应当正好等于总数；"
        "写“其中”的可以没有列全，只在各项之和超过总数、或者只差不到一成时提出；列到“其他”为止的算列全。"
        "总数写在前一句、写在各项之后（合计、全年共）的也看。前几项已经加到总数的不提出。"
    ),
    fails=Example(f"{_FIGURES}总体情况:\n  依申请公开: 收到政府信息公开申请16件，其中网上申请4件，信函申请13件。\n"),
    passes=Example(f"{_FIGURES}总体情况:\n  依申请公开: 收到政府信息公开申请16件，其中网上申请4件，信函申请12件。\n"),
    check=check,
)
