"""``nianbao rules``: the catalogue of findings."""

from __future__ import annotations

from typing import Annotated

import typer

from generator.cli.group import chinese_command
from generator.cli.values import Debug


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
    from generator.cli.help_pages import page_width
    from generator.cli.rule_pages import heading, text_page
    from generator.cli.streams import put
    from generator.pipeline.catalogue import rule, rules

    if code is None:
        for entry in rules():
            put(heading(entry))
    else:
        put(text_page(rule(code), page_width()))
    return 0
