"""The published reports beside the repository: what is known to be wrong is found, and nothing else."""

from pathlib import Path

import pytest
from complete import report_of
from corpus.cases import CODES
from corpus.real_reports import as_yaml

from generator.checks.disclosure.sentences.statements import statements
from generator.checks.registry import rules
from generator.findings import Finding


def _findings(text_file: Path) -> list[Finding]:
    report = report_of(as_yaml(text_file))
    assert all(n.paragraphs[0].text != "未找到。" for n in report.narratives.values())
    return [finding for rule in rules() if rule.code in CODES for finding in rule.check(report)]


@pytest.mark.parametrize("number", ["001", "002", "003", "004"])
def test_reports_whose_text_agrees_with_their_tables(shared: Path, number: str) -> None:
    (file,) = shared.glob(f"seeds/{number}_*.txt")
    assert _findings(file) == []


@pytest.mark.parametrize("name", ["平潭综合实验区_2021.txt", "洪泽区人民政府_2023.txt", "沭阳县发展和改革局_2023.html"])
def test_reports_of_other_provinces_agree_too(shared: Path, name: str) -> None:
    assert _findings(shared / "reports" / name) == []


def test_nine_documents_in_the_text_and_none_issued_in_the_table(shared: Path) -> None:
    (file,) = shared.glob("seeds/000_*.txt")
    (finding,) = _findings(file)
    assert finding.code == "NB305"
    assert "9" in finding.message
    assert "20" in finding.message


@pytest.mark.parametrize(
    ("file", "least"),
    [("seeds/000_*.txt", 6), ("seeds/003_*.txt", 4), ("seeds/004_*.txt", 2), ("reports/平潭*_2021.txt", 3)],
)
def test_the_numbers_that_the_tables_hold_are_recognised(shared: Path, file: str, least: int) -> None:
    (path,) = shared.glob(file)
    assert len(list(statements(report_of(as_yaml(path))))) >= least
