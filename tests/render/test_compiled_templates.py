"""A package that carries its templates compiled (the page as one file) prints the same by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline.building import BuildOptions, render_file
from generator.render import environment

EXAMPLE = Path(__file__).parents[2] / "examples" / "山阳区人民政府-2023.yaml"
FORMATS = ("html", "md", "docx")


def printed() -> list[bytes | None]:
    environment.environment.cache_clear()
    return [render_file(str(EXAMPLE), BuildOptions(formats=(form,)))[1] for form in FORMATS]


def test_a_report_is_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from_sources = printed()
    environment.environment().compile_templates(tmp_path, extensions=("j2",), zip=None, ignore_errors=False)
    with monkeypatch.context() as package:
        package.setattr(environment, "COMPILED", str(tmp_path))
        package.setattr(environment, "TEMPLATES", str(tmp_path / "nowhere"))
        assert printed() == from_sources
    environment.environment.cache_clear()
