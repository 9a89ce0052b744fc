"""docs/dependencies.md lists exactly what pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_tables_name_every_dependency_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [name for group in project["project"]["optional-dependencies"].values() for name in group]
    groups = [name for group in project["dependency-groups"].values() for name in group]
    asked = [*project["project"]["dependencies"], *extras, *groups]
    names = {re.split(r"[^\w.-]", requirement)[0].lower() for requirement in asked} - {"nianbao"}
    table = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| ([\w.-]+) \|(?! what for)", table, re.MULTILINE)) - {"package"}
    assert {name.lower() for name in listed} == names


def test_every_row_says_what_for_under_which_licence_and_why() -> None:
    table = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = [line for line in table.splitlines() if line.startswith("| ") and not line.startswith("| package")]
    assert rows
    assert [
        row for row in rows if not all(cell.strip() for cell in row.strip("|").split("|")) or row.count("|") != 5
    ] == []
