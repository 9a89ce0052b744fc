"""Runs as a program of its own: what the package gives where no compiled library can be imported, as JSON on stdout.

``blocked.py FOLDER [--all]``: for each file of the folder its findings, its built bytes, its YAML when it is a
published report. With ``--all`` nothing is blocked, for the comparison.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any

COMPILED = (
    "_yaml",
    "yaml._yaml",
    "rpds",
    "jsonschema_rs",
    "lxml",
    "markupsafe._speedups",
    "rapidfuzz._feature_detector_cpp",
)
ENDINGS = ("_cpp", "_cpp_impl", "_cpp_avx2", "_cpp_sse2", "_cpp_impl_avx2", "_cpp_impl_sse2")


class Blocker(MetaPathFinder):
    """What is compiled is not there."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> None:
        compiled = name in COMPILED or name.startswith(tuple(f"{one}." for one in COMPILED))
        if compiled or (name.startswith("rapidfuzz.") and name.endswith(ENDINGS)):
            raise ImportError(f"{name} is blocked")


def results(folder: Path) -> dict[str, Any]:
    """By file name."""
    return {path.name: _result(path) for path in sorted(folder.iterdir())}


def _result(path: Path) -> dict[str, Any]:
    from generator.pipeline.building import BuildOptions, render_file
    from generator.pipeline.checking import check_file
    from generator.pipeline.exporting import export_file
    from generator.pipeline.published import imported, is_published

    checked = check_file(str(path))
    found: dict[str, Any] = {"findings": [repr(one) for one in checked.findings], "trace": checked.trace}
    if is_published(path.name, path.read_bytes()):
        try:
            taken = imported(path.name, path.read_bytes())
        except Exception as why:
            return {**found, "refused": f"{type(why).__name__} {why}"}
        return {**found, "text": taken.text, "doubts": [repr(one) for one in taken.doubts]}
    for form in ("docx", "md", "html"):
        content = render_file(str(path), BuildOptions(formats=(form,), draft=True), path.read_bytes())[1]
        found[form] = content and sha256(content).hexdigest()
    for to in ("json", "csv", "xlsx"):
        content = export_file(str(path), to, path.read_bytes()).content
        found[to] = content and sha256(content).hexdigest()
    return found


if __name__ == "__main__":
    if "--all" not in sys.argv:
        sys.meta_path.insert(0, Blocker())
    json.dump(results(Path(sys.argv[1])), sys.stdout, ensure_ascii=False)
