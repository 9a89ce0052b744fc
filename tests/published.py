"""Published reports as Reports: their text cut at the form's headings, their figures left at zero.

For trying rules about text on real writing; the figures have tests of their own.
"""

from __future__ import annotations

import re
from pathlib import Path

from rule_trials import make_report

from generator.checks.rule import Rule
from generator.findings import Finding, Span
from generator.form.edition import member
from generator.form.model import Item
from generator.report.model import Narrative, NarrativeEntry, Paragraph, Report
from generator.source.nodes import Piece

KNOWN: dict[str, set[tuple[str, str]]] = {
    "seeds/000_f782fbc304cf921a.txt": {
        ("NB305", "总体情况"),
        ("NB505", "政府信息公开平台建设"),
        ("NB507", "依申请公开"),
    },
    "seeds/001_a1ecbb8fad6ae2b6.txt": {
        ("NB502", "存在的主要问题及改进情况"),
        ("NB513", "依据《政府信息公开信息处理费管理办法》收取信息处理费的情况"),
    },
    "seeds/002_33710fa330a2fa00.txt": set(),
    "seeds/003_ea87cd62c8af9600.txt": {("NB512", "监督保障")},
    "seeds/004_2b0699a3dfee169a.txt": set(),
    "reports/平潭综合实验区_2021.txt": {
        ("NB503", "引言"),
        ("NB511", "总体情况"),
        ("NB513", "引言"),
        ("NB513", "主动公开方面"),
        ("NB518", "引言"),
        ("NB518", "政府信息管理方面"),
    },
    "reports/洪泽区人民政府_2023.txt": {("NB512", "政府信息公开监督保障情况")},
}
"""What is wrong in the published reports beside the repository: codes with the entry where it stands."""

_HEADING = r"(?:^|(?<=。)|(?<=\n))[#\s]*{number}、{label}\s*"
_SUBHEADING = re.compile(r"^[（(]([一二三四五六七八九十])[)）]\s*([^：。\n]{2,40}[：。]?)\s*(.*)$", re.DOTALL)


def report_of(path: Path, agency: str, year: int) -> Report:
    """The report in a text file, as its text alone can tell."""
    text = path.read_text(encoding="utf-8")
    base = make_report(f"机关: {agency}\n年度: {year}\n")
    parts = base.edition.parts
    starts = [_find(text, part) for part in parts]
    ends = [*starts[1:], (len(text), len(text))]
    narratives = {
        part.key: _narrative(part, text[start[1] : end[0]])
        for part, start, end in zip(parts, starts, ends, strict=True)
        if not part.table
    }
    preface = text[: starts[0][0]] if "本报告" in text[: starts[0][0]] else ""
    return base._replace(narratives=narratives, preface=_paragraphs(_joined(preface)))


def findings(rules: list[Rule], report: Report) -> list[Finding]:
    return [finding for rule in rules for finding in rule.check(report)]


def _find(text: str, part: Item) -> tuple[int, int]:
    match = re.search(rf"(?:^|[。\n])[#\s]*({part.number}、\s*{part.label})\s*", text)
    if match is None:
        match = re.search(rf"({part.number}、\s*{part.label})\s*", text)
    assert match is not None, part.label
    return match.start(1), match.end()


def _joined(text: str) -> str:
    """Lines broken by the page put together again; page numbers and the page's own words dropped."""
    out = ""
    for raw in text.replace("附件下载", "").split("\n"):
        line = raw.strip().strip("#").strip()
        if line and not re.fullmatch(r"-\s*\d\s*-", line):
            own_line = _SUBHEADING.match(line) and "。" not in line and len(line) < 30
            whole = out.count("（") == out.count("）") and (line.endswith(("。", "：", "）")) or len(line) > 60)
            out += line + ("\n" if own_line or whole else "")
    return out


def _narrative(part: Item, text: str) -> Narrative:
    text = re.sub(r"(?<=。)(?=（[一二三四五]）)", "\n", _joined(text))
    entries: list[NarrativeEntry] = []
    plain: list[str] = []
    for line in text.split("\n"):
        match = _SUBHEADING.match(line)
        if match:
            key = match[2].rstrip("：。")
            item = member(part, key)
            entries.append(NarrativeEntry(key, key, _paragraphs(match[3]), item.key if item else ""))
        elif entries:
            last = entries[-1]
            entries[-1] = last._replace(paragraphs=(*last.paragraphs, *_paragraphs(line)))
        else:
            plain.append(line)
    if not entries:
        return Narrative(paragraphs=_paragraphs("\n".join(plain)))
    summary = [NarrativeEntry("概述", "", _paragraphs("\n".join(plain)), "概述")] if any(plain) else []
    return Narrative(entries=(*summary, *entries))


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return tuple(Paragraph(line, (Piece(0, Span.at(1, 1, len(line))),)) for line in lines)
