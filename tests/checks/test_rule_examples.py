"""Every rule's and every reading code's examples do what they say, and the rules are well-formed."""

import re
import sys
from pathlib import Path

import pytest
from complete import complete, findings_of, last_year, report_of, rule_findings

from generator.checks.disclosure.ledger_codes import LEDGER_CODES
from generator.checks.disclosure.reading_codes import READING_CODES, ReadingCode
from generator.checks.disclosure.shown import shown
from generator.checks.registry import rules, run_one
from generator.checks.rule import Rule
from generator.findings import Severity
from generator.pipeline import catalogue
from generator.pipeline.checking import check_file

RULES = [shown(rule) for rule in rules()]
SHOWN = [code for code in READING_CODES if code.fails]


def _codes(text: str, before: str) -> set[str]:
    return {f.code for f in rule_findings(complete(text), last_year(before) if before else None)}


def test_the_base_of_all_examples_has_no_finding() -> None:
    assert findings_of(complete("")) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_a_rule_finds_its_failing_example_and_passes_the_other(rule: Rule) -> None:
    assert rule.code in _codes(rule.fails.report, rule.fails.last_year)
    assert rule.code not in _codes(rule.passes.report, rule.passes.last_year)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_examples_have_no_errors_of_reading(rule: Rule) -> None:
    for example in (rule.fails, rule.passes):
        found = [f for f in findings_of(complete(example.report)) if f.code < "NB200"]
        assert found == [], found


@pytest.mark.parametrize("code", SHOWN, ids=lambda c: c.code)
def test_a_reading_code_is_found_in_its_failing_example_only(code: ReadingCode) -> None:
    assert code.code in {f.code for f in findings_of(complete(code.fails))}
    assert code.code not in {f.code for f in findings_of(complete(code.passes))}


@pytest.mark.parametrize("code", LEDGER_CODES, ids=lambda c: c.code)
def test_a_ledger_is_told_in_its_failing_example_only(code: ReadingCode, tmp_path: Path) -> None:
    def codes(report: str, ledger: str) -> list[str]:
        (tmp_path / "台账.csv").write_text(ledger, encoding="utf-8")
        (tmp_path / "例.yaml").write_text(complete(report), encoding="utf-8")
        return [f.code for f in check_file(str(tmp_path / "例.yaml")).findings]

    assert set(codes(code.fails, code.ledger)) == {code.code}
    assert codes(code.passes, code.ledger_right) == []


def test_catalogue_lists_every_code_once_in_order() -> None:
    codes = [entry.code for entry in catalogue.rules()]
    assert codes == sorted(set(codes))
    assert {"NB001", "NB106", "NB201", "NB900"} <= set(codes)


def test_codes_match_their_files() -> None:
    for rule in rules():
        module = sys.modules[rule.check.__module__]
        assert module.__name__.rpartition(".")[2].startswith(rule.code.lower())
        assert re.fullmatch(r"NB[2-5]\d\d", rule.code)
        assert rule.title
        assert rule.why


def test_a_rule_that_crashes_becomes_one_finding() -> None:
    def crash(_report: object) -> list[object]:
        raise ZeroDivisionError

    broken = Rule(
        code="NB299",
        severity=Severity.ERROR,
        title="会出错的规则",
        why="",
        check=crash,  # type: ignore[arg-type]
    )
    outcome = run_one(broken, report_of(complete("")))
    (finding,) = outcome.findings
    assert finding.code == "NB900"
    assert "NB299" in finding.message
    assert "ZeroDivisionError" in outcome.trace
