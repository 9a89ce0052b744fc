"""docs/import.md says what an import reads today, and no figure is wrong."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MAKER = runpy.run_path(str(ROOT / "docs" / "make_import.py"))


def test_the_page_is_fresh_and_holds_no_wrong_figure(shared: Path) -> None:
    made = MAKER["page"](shared)
    assert (ROOT / "docs" / "import.md").read_text(encoding="utf-8") == made, "make import-figures"
    total = made.splitlines()[-1].replace("*", "").split("|")
    right, empty, wrong = (int(cell) for cell in total[2:5])
    assert wrong == 0
    assert right >= 0.97 * (right + empty)
