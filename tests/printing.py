"""Tests that make PDF files need a Chinese font; on a machine without one they skip, and say so."""

import pytest

from generator.render.pdf import substitutions
from generator.render.refusals import UnprintableError


def _can_print() -> bool:
    try:
        substitutions()
    except UnprintableError:
        return False
    return True


needs_chinese_font = pytest.mark.skipif(not _can_print(), reason="这台电脑上没有中文字体，做不出 PDF")
