"""nianbao making PDF files, warm, and typst alone on the very same sources; every turn takes another report.

typst remembers what it has set before, so one report again and again would say nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from benchmarks.places import report
from generator.document.blocks import Document
from generator.document.compose import compose
from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.opening import load, open_report
from generator.render import pdf
from generator.render.pdf_fonts import chosen
from generator.resources import TEMPLATES

Work = Callable[[], object]
_DIFFERING = 200
_OPTIONS = BuildOptions(formats=("pdf",))


def whole() -> Work:
    """A file from the disk: read, checked by all rules, and its PDF in memory."""
    files = cycle([report(number) for number in range(_DIFFERING)])
    return lambda: render_file(next(files), _OPTIONS)


def render() -> Work:
    """A report's blocks → PDF."""
    documents = cycle(_documents())
    return lambda: pdf.render(next(documents))


def typst() -> Work:
    """Nothing but typst, on the sources that nianbao would give it."""
    from typst import Compiler

    compiler = Compiler(root=TEMPLATES, font_paths=chosen().fonts, ignore_system_fonts=True)
    sources = cycle([pdf.source(document).encode() for document in _documents()])
    return lambda: compiler.compile(next(sources), format="pdf", pdf_standards="ua-1", timestamp=0)


def _documents() -> list[Document]:
    made = [open_report(report(number), load(report(number))).report for number in range(_DIFFERING)]
    return [compose(one) for one in made if one is not None]
