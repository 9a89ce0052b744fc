"""The template environment: strict about names, everything escaped in HTML."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from generator.document.blocks import Block, Document
from generator.document.figures import UNKNOWN
from generator.document.pagination import keep_whole
from generator.files.marks import MARK
from generator.resources import COMPILED, TEMPLATES

if TYPE_CHECKING:
    from jinja2 import Environment, Template

DRAFT_NOTICE = "草稿，不得公布"
"""What stands on the pages of a draft."""


def template(name: str) -> Template:
    """A template of ``templates/`` by its file name, compiled once."""
    return environment().get_template(name)


def kinds(document: Document, dividing: bool = False) -> list[tuple[str, Block]]:
    """The blocks, each with the name of its kind, by which a template chooses how to set it.

    Tables that fit on a page without one more are kept whole; ``dividing``: others are divided where a group begins.
    """
    return [(type(block).__name__, block) for block in keep_whole(document.blocks, dividing)]


@cache
def environment() -> Environment:
    """The environment of all templates. A package that has them compiled (the page as one file) needs no sources."""
    from jinja2 import Environment, FileSystemLoader, ModuleLoader, StrictUndefined

    from generator.render import escaping, layout
    from generator.render.bytecode import UserBytecodeCache

    made = Environment(
        loader=ModuleLoader(COMPILED) if os.path.isdir(COMPILED) else FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=_is_html,
        bytecode_cache=UserBytecodeCache(__file__),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        clean=escaping.clean,
        md=escaping.markdown,
        cell=escaping.markdown_cell,
        xml=escaping.xml,
        word=escaping.word_text,
        typst=escaping.typst_string,
        typst_run=escaping.typst_run,
    )
    made.globals.update(draft_notice=DRAFT_NOTICE, mark=MARK, unknown=UNKNOWN, figure_percent=layout.figure_percent)
    return made


def _is_html(name: str | None) -> bool:
    """Where everything is escaped. The other templates escape by filter: only text, as their formats need it."""
    return name is not None and name.endswith(".html.j2")
