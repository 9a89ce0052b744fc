"""The labelled sentences of tests/corpus/*.yaml: what stands where, and what must be found in it.

A file is a list of groups: 机关 and 表 (entries of the report that the sentences are read against), 上年 (the same of
last year's report), 规则 (the codes to
try, where a group is about the whole report), 句. A sentence is 文 (its words; 遍: so many times) under 题 (an entry,
or several to try in turn; 依申请公开 if none is given), or 条目 (entries as they are). 有 is what must be found: the
code with the words it points at, or the code alone; 漏 what a reader would find and the rules do not yet; 话 are words
of the message, 改 the text after the fixes offered. What is not labelled must not be found.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from complete import complete, last_year

from generator.checks.registry import rules

FOLDER = Path(__file__).parent
AGENCY = "清河县水利局"
CODES = frozenset(rule.code for rule in rules() if "NB301" <= rule.code < "NB400")
"""The rules that compare numbers in text with the tables."""
PROSE = frozenset(rule.code for rule in rules() if "NB501" <= rule.code < "NB600")
"""The rules about the text alone."""
YEARS = frozenset({"NB406", "NB409"})
"""The rules that hold a whole section, or all figures, against last year's report."""
WHOLE = frozenset({"NB504", "NB511", "NB512"})
"""Of these the rules about a whole section: a single sentence in its place is none."""
_OWN_ENTRIES = frozenset({"引言", "总体情况", "存在的主要问题及改进情况", "其他需要报告的事项"})


class Case(NamedTuple):
    """Words under an entry of an agency's report, what must be found in them by which rules, and what is missed."""

    agency: str
    tables: str
    topic: str
    text: str
    expected: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    mended: str = ""
    codes: frozenset[str] = CODES | PROSE - WHOLE
    entries: str = ""
    before: str = ""

    @property
    def last_source(self) -> str | None:
        """Last year's report as YAML, if the group has one."""
        return last_year(f"机关: {self.agency}\n{self.before}") if self.before else None

    @property
    def source(self) -> str:
        """The whole report as YAML."""
        agency = "" if self.entries.startswith("机关:") else f"机关: {self.agency}\n"
        return complete(f"{agency}{self.tables}{self.entries or self._entry}")

    @property
    def _entry(self) -> str:
        block = "|\n" + "".join(f"    {line}\n" for line in self.text.split("\n"))
        if self.topic in _OWN_ENTRIES:
            return f"{self.topic}: {block}"
        part = "其他需要报告的事项" if self.topic == "信息处理费" else "总体情况"
        return f"{part}:\n  {self.topic}: {block}"


def cases() -> Iterator[Case]:
    """All labelled sentences, file by file."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for group in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader):
            for sentence in group["句"]:
                yield from _cases(group, sentence)


def _cases(group: dict[str, Any], sentence: dict[str, Any]) -> Iterator[Case]:
    tables = group.get("表", "")
    for topic in _listed(sentence.get("题", group.get("题", "依申请公开"))):
        yield Case(
            sentence.get("机关", group.get("机关", AGENCY)),
            tables,
            topic,
            sentence.get("文", "") * sentence.get("遍", 1),
            _listed(sentence.get("有", ())),
            _listed(sentence.get("漏", ())),
            _listed(sentence.get("话", ())),
            sentence.get("改", ""),
            frozenset(_listed(group["规则"]))
            if "规则" in group
            else (CODES if tables else frozenset()) | PROSE - WHOLE,
            sentence.get("条目", ""),
            group.get("上年", ""),
        )


def _codes(group: dict[str, Any]) -> frozenset[str]:
    """The rules to try: without figures of its own a group says nothing about numbers against the tables."""
    if "规则" in group:
        return frozenset(_listed(group["规则"]))
    return (CODES if "表" in group else frozenset()) | PROSE - WHOLE


def _listed(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)
