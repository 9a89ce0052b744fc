"""What became of a press on a build button, in words."""

from __future__ import annotations

from typing import Any

from generator.files.errors import shown
from generator.pipeline.building import Built
from generator.preview.state import errors_in


def outcome_of(built: Built) -> dict[str, Any]:
    """Whether it was written, and the sentence for the page."""
    if built.written:
        note = f"。{built.note}" if built.note else ""
        return {"written": True, "message": f"已生成 {'、'.join(map(shown, built.written))}{note}"}
    if built.problem:
        return {"written": False, "message": f"{built.problem.message}。{built.problem.hint}"}
    errors = errors_in(built.checked.findings)
    return {"written": False, "message": f"有 {errors} 个错误，没有生成；原来生成的文件没有动。请先改正列出的错误。"}
