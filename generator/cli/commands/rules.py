"""``nianbao rules``: the catalogue of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from generator.cli.group import chinese_command
from generator.cli.values import Debug

if TYPE_CHECKING:
    from generator.pipeline.catalogue import CatalogueEntry


@chinese_command(
    "rules",
    summary="列出全部检查规则，或者说明其中一条",
    text="列出全部检查规则；写上代码就说明这一条：为什么检查，什么样是错的，什么样是对的。",
    examples="例：\n  nianbao rules NB201",
)
def command(
    code: Annotated[str | None, typer.Argument(metavar="代码", help="例如 NB201", show_default=False)] = None,
    debug: Debug = False,
) -> int:
    """List the rules, or explain one."""
    from generator.cli.streams import put
    from generator.pipeline.catalogue import rule, rules

    if code is None:
        for entry in rules():
            put(_heading(entry))
    else:
        put("\n".join(_page(rule(code))))
    return 0


def _heading(entry: CatalogueEntry) -> str:
    from generator.cli.finding_text import SEVERITY_WORDS

    return f"{entry.code} {SEVERITY_WORDS[entry.severity]} {entry.title}"


def _page(entry: CatalogueEntry) -> list[str]:
    from generator.cli.cells import wrapped
    from generator.cli.help_pages import page_width

    lines = [_heading(entry), "", *wrapped(entry.why, page_width())]
    for heading, example in (("这样不对", entry.fails), ("上年报告中", entry.last_year), ("这样就对", entry.passes)):
        if example:
            lines += ["", f"{heading}：", *(f"  {line}" for line in example.splitlines())]
    return lines
