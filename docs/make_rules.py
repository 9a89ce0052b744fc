"""Write docs/rules.md: the catalogue of findings, and how well the rules about text do, measured on the corpus.

Run with ``make rules``. Only what is measured on this project's own sentences changes without ``../shared``: where
the published reports are absent, the row that is measured on them stays as it was.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from corpus.scores import score_lines  # noqa: E402

from generator.cli.rule_pages import markdown_page  # noqa: E402
from generator.findings import SEVERITY_WORDS  # noqa: E402
from generator.pipeline.catalogue import CatalogueEntry, rules  # noqa: E402

PAGE = ROOT / "docs" / "rules.md"

_INTRO = """\
# 检查规则

`nianbao check` 能发现的全部问题。**错误**一定不对，有错误的不生成报告；**警告**需要人来判断；**提醒**值得看一眼。
每一条的说明也可以用 `nianbao rules 代码` 查看，例如 `nianbao rules NB301`。

确实没有问题的警告和提醒，可以在那一项的同一行或者上一行写注释 `# nianbao: 忽略 NB301 因为……`。

例子里只写出有关的条目，其余部分都是完整的。

<!-- 本页由 docs/make_rules.py 写成（make rules），不要直接修改。 -->
"""
_GROUPS = (
    ("NB0", "文件和书写格式"),
    ("NB1", "条目和数"),
    ("NB2", "合计与勾稽关系"),
    ("NB3", "文字与表格"),
    ("NB4", "与上年、与其他机关相比"),
    ("NB5", "文字"),
    ("NB6", "台账和 Word 文件"),
    ("NB9", "程序"),
)
"""The beginning of the codes, and what they are about."""


def page() -> str:
    """The whole page."""
    entries = rules()
    parts = [_INTRO, _overview(entries)]
    for start, title in _GROUPS:
        parts += [f"## {title}\n", *(_section(entry) for entry in entries if entry.code.startswith(start))]
    parts += ["## 检查文字的规则准不准\n", *score_lines()]
    return "\n".join(parts).rstrip("\n") + "\n"


def _overview(entries: list[CatalogueEntry]) -> str:
    rows = [f"| [{e.code}](#{e.code.lower()}) | {SEVERITY_WORDS[e.severity]} | {e.title} |" for e in entries]
    return "\n".join(["| 代码 | 程度 | 发现什么 |", "|---|---|---|", *rows, ""])


def _section(entry: CatalogueEntry) -> str:
    return f"### {entry.code}\n\n**{SEVERITY_WORDS[entry.severity]}：{entry.title}**\n\n{markdown_page(entry)}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
