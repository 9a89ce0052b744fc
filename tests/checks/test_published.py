"""The rules about text on published reports: all that is found there is there."""

import json
from pathlib import Path

import pytest
from published import KNOWN, findings, report_of

from generator.checks.registry import rules

RULES = [rule for rule in rules() if rule.code >= "NB501"]


def found_in(path: Path) -> set[tuple[str, str]]:
    """Codes with the last key of their path."""
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    report = report_of(path, truth["机关"], truth["年度"])
    return {(f.code, str(f.path[-1])) for f in findings(RULES, report)}


@pytest.mark.parametrize("name", KNOWN)
def test_what_is_known_is_found_and_nothing_else(shared: Path, name: str) -> None:
    assert found_in(shared / name) == {(code, key) for code, key in KNOWN[name] if code >= "NB501"}
