"""docs/rules.md is what the rules say and what they find in the corpus; what it claims is so."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from corpus.scores import published_scores

from generator.pipeline import catalogue

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_rules", ROOT / "docs" / "make_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_fresh(maker: ModuleType) -> None:
    assert maker.page() == PAGE, "run make rules"


@pytest.mark.parametrize("entry", catalogue.rules(), ids=lambda entry: entry.code)
def test_every_code_has_its_section_as_nianbao_rules_prints_it(entry: catalogue.CatalogueEntry, cli) -> None:
    section = PAGE.partition(f"\n### {entry.code}\n")[2].partition("\n##")[0]
    assert section
    told = cli("rules", entry.code).stdout.splitlines()
    assert told[0].split(" ", 2)[2] in section
    squeezed = "".join(section.split())
    for line in told[1:]:
        assert "".join(line.split()) in squeezed


def test_nothing_is_found_falsely_in_the_published_reports(shared: Path) -> None:
    scores = published_scores()
    assert {code: score.false for code, score in scores.items() if score.false} == {}
    assert {code: score.missed for code, score in scores.items() if score.missed} == {}
    assert sum(score.found for score in scores.values()) >= 10


def test_the_rows_measured_elsewhere_stay_without_the_reports(maker: ModuleType, monkeypatch) -> None:
    monkeypatch.setattr("corpus.scores.SHARED", ROOT / "no such folder")
    assert maker.page() == PAGE
