"""The table of docs/rules.md: what each rule about text finds, misses and finds falsely, on what it was measured."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from complete import report_of
from corpus.measure import CODES, Score, cases, measure
from corpus.real_reports import as_yaml
from published import KNOWN
from published import report_of as text_of

from generator.checks.registry import rules

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "rules.md"
MEASURED = [rule for rule in rules() if rule.code in CODES or "NB501" <= rule.code < "NB600"]
_NONE = "—"
_ROW = re.compile(r"^\| (NB\d{3}) \|.*\| (\S+) \| (\S+) \| (\S+) \|$", re.MULTILINE)

_WORDS = """\
- 句子：照公布的年报的写法自拟、逐句标明应报什么的 {sentences} 个句子（`tests/corpus/sentences.yaml`）。
- 报告：{reports} 份公布的年报，逐份看过，标明应报什么（数字取自报告，文字不收入本项目）。
- 准确率是报出的里面报对的，查全率是应报的里面报出的。没有自拟句子的规则各有自己的测试。

| 代码 | 句子：应报 | 报对 | 误报 | 准确率 | 查全率 | 报告：应报 | 报对 | 误报 |
|---|---|---|---|---|---|---|---|---|
"""


def score_lines() -> list[str]:
    """The section's lines. Without the published reports their columns are taken over from the page as it is."""
    sentences = measure()
    published = _published() if SHARED.is_dir() else _as_committed()
    words = _WORDS.format(sentences=sum(1 for _ in cases()), reports=len(KNOWN))
    rows = [_row(rule.code, sentences.get(rule.code), published[rule.code]) for rule in MEASURED]
    return [words.rstrip("\n"), *rows]


def published_scores() -> dict[str, Score]:
    """The score of every rule about text on the published reports."""
    scores = {rule.code: Score() for rule in MEASURED}
    for name, known in KNOWN.items():
        expected, found = Counter(known), Counter(_found(SHARED / name))
        for label in expected | found:
            score = scores[label[0]]
            score.found += min(expected[label], found[label])
            score.missed += max(0, expected[label] - found[label])
            score.false += max(0, found[label] - expected[label])
    return scores


def _published() -> dict[str, tuple[str, ...]]:
    scores = published_scores().items()
    return {code: (str(s.found + s.missed), str(s.found), str(s.false)) for code, s in scores}


def _as_committed() -> dict[str, tuple[str, ...]]:
    return {match[1]: match.groups()[1:] for match in _ROW.finditer(PAGE.read_text("utf-8"))}


def _found(file: Path) -> set[tuple[str, str]]:
    """Codes with the entry where they stand; rules that compare with the tables get the figures, the others none."""
    truth = json.loads(file.with_suffix(".json").read_text("utf-8"))
    whole, text = report_of(as_yaml(file)), text_of(file, truth["机关"], truth["年度"])
    return {
        (rule.code, str(finding.path[-1]))
        for rule in MEASURED
        for finding in rule.check(whole if rule.code in CODES else text)
    }


def _row(code: str, own: Score | None, published: tuple[str, ...]) -> str:
    cells = [_NONE] * 5
    if own is not None and own.found + own.missed:
        wanted = own.found + own.missed
        cells = [str(wanted), str(own.found), str(own.false), f"{own.precision:.0%}", f"{own.recall:.0%}"]
    return "| " + " | ".join([code, *cells, *published]) + " |"
