"""The table of docs/rules.md: what each rule about text finds, misses and finds falsely, on what it was measured."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from complete import report_of
from corpus.cases import CODES, PROSE, YEARS, cases
from corpus.measure import Score, measure
from corpus.real_reports import as_yaml
from published import KNOWN
from published import report_of as text_of

from generator.checks.registry import rules

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "rules.md"
MEASURED = [rule for rule in rules() if rule.code in CODES | PROSE | YEARS]
_APART = (
    "- 另有没有用来编写规则的 {count} 个句子（不收入本项目），全部规则合计："
    "查全率 {recall}，准确率 {precision}，无错的句子 {alarmed} 有误报。"
)
_SCORES = re.compile(r"(?:recall|precision|alarm) ([\d.]+)")
_NONE = "—"
_ROW = re.compile(r"^\| (NB\d{3}) " + r"\| \S+ " * 6 + r"\| (.+) \|$", re.MULTILINE)

_WORDS = """\
- 句子：照公布的年报的写法自拟、逐句标明应报什么的 {sentences} 个句子（`tests/corpus/*.yaml`），写在几处的按处计。
- 报告：{reports} 份公布的年报，逐份看过，标明应报什么（数字取自报告，文字不收入本项目）。
- 准确率是报出的里面报对的，查全率是应报的里面报出的；没有报出、没有应报的记作“—”。
- 这些句子大多在编写规则时用过，所以查全率说的是已知的写法；没有见过的写法，查全率会低一些。
  没有看过规则的人写的各组句子，第一次试的结果写在 `tests/corpus/held_out*.yaml` 的开头。
- {apart}
- 漏报的句子照样收在里面，标作“漏”：是读的人看得出、程序现在还看不出的。

| 代码 | 句子：应报 | 报对 | 漏报 | 误报 | 准确率 | 查全率 | 报告：应报 | 报对 | 漏报 | 误报 | 准确率 | 查全率 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
"""


def score_lines() -> list[str]:
    """The section's lines. Without the published reports their columns are taken over from the page as it is."""
    sentences = measure()
    published = _published() if SHARED.is_dir() else _as_committed()
    words = _WORDS.format(sentences=sum(1 for _ in cases()), reports=len(KNOWN), apart=_apart())
    rows = [f"| {r.code} | {_cells(sentences[r.code])} | {published[r.code]} |" for r in MEASURED]
    return [words.rstrip("\n"), *rows]


def _apart() -> str:
    """What all rules find in sentences that stay beside the project."""
    apart = SHARED / "cases" / "checks" / "sentences.yaml"
    if not apart.is_file():
        return next(line[2:] for line in PAGE.read_text("utf-8").splitlines() if line.startswith(_APART[:8]))
    program = Path(sys.executable).with_name("nianbao")
    scorer = SHARED / "tools" / "score_sentences.py"
    told = subprocess.run([sys.executable, scorer, program, apart], check=True, capture_output=True, text=True).stdout
    recall, precision, alarmed = (float(found) for found in _SCORES.findall(told.splitlines()[-1])[:3])
    count = told.partition(" ")[0]
    return _APART[2:].format(count=count, recall=_share(recall), precision=_share(precision), alarmed=f"{alarmed:.0%}")


def published_scores() -> dict[str, Score]:
    """The score of every rule about text on the published reports."""
    scores = {rule.code: Score() for rule in MEASURED}
    for name, known in KNOWN.items():
        expected, found = Counter(known), Counter(_found(SHARED / name))
        for label in expected | found:
            scores[label[0]].add(expected[label], found[label])
    return scores


def _published() -> dict[str, str]:
    return {code: _cells(score) for code, score in published_scores().items()}


def _as_committed() -> dict[str, str]:
    return {match[1]: match[2] for match in _ROW.finditer(PAGE.read_text("utf-8"))}


def _found(file: Path) -> set[tuple[str, str]]:
    """Codes with the entry where they stand; rules that compare with the tables get the figures, the others none."""
    truth = json.loads(file.with_suffix(".json").read_text("utf-8"))
    whole, text = report_of(as_yaml(file)), text_of(file, truth["机关"], truth["年度"])
    return {
        (rule.code, str(finding.path[-1]))
        for rule in MEASURED
        for finding in rule.check(whole if rule.code in CODES else text)
    }


def _cells(score: Score) -> str:
    """应报, 报对, 漏报, 误报, 准确率, 查全率."""
    wanted, told = score.found + score.missed, score.found + score.false
    precision = _share(score.precision) if told else _NONE
    recall = _share(score.recall) if wanted else _NONE
    return f"{wanted} | {score.found} | {score.missed} | {score.false} | {precision} | {recall}"


def _share(share: float) -> str:
    return f"{share:.0%}" if share == 1 else f"{min(share, 0.99):.0%}"
