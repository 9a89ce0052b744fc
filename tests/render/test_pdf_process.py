"""One compiler serves a whole process: threads that meet at it, and processes that are started from it."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from printing import needs_chinese_font
from render_samples import document_of

from generator.pipeline.building import BuildOptions, build_files
from generator.render import pdf

pytestmark = needs_chinese_font

SLOW = [document_of(*[f"{number}{'政' * 1000}"] * 20) for number in range(8)]
"""Documents that keep the compiler long enough at work for another to come."""


def test_threads_that_render_at_once_all_get_their_own() -> None:
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(pdf.render, SLOW))
    assert together == [pdf.render(document) for document in SLOW]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 上没有 fork")
def test_processes_started_after_a_pdf_was_made_make_theirs(examples: Path, tmp_path: Path) -> None:
    assert pdf.render(document_of("在本进程里先做一份。"))
    paths = [str(path) for path in sorted(examples.glob("*-2023.yaml"))]
    built = list(build_files(paths, BuildOptions(str(tmp_path), ("pdf",)), jobs=2))
    assert [len(one.written) for one in built] == [1] * len(paths)
