"""The catalogue of all codes, and the JSON Schema, as the user can ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from generator.checks.collecting_codes import COLLECTING_CODES, CollectingCode, in_turn
from generator.checks.disclosure.ledger_codes import LEDGER_CODES
from generator.checks.disclosure.reading_codes import READING_CODES, ReadingCode
from generator.checks.disclosure.shown import shown
from generator.checks.registry import rules as check_rules
from generator.checks.rule import Rule
from generator.files.errors import UserError, cannot_read
from generator.findings import Severity
from generator.resources import RULES, SCHEMA
from generator.wording import Worded


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What a code means: title, why it matters, and an example each way (empty where none can be shown).

    ``last_year`` belongs to the example that fails, ``last_year_right`` to the one that passes where it differs.
    ``ledger`` and ``ledger_right`` are the ledgers that the two reports name.
    """

    code: str
    severity: Severity
    title: str
    why: str
    fails: str
    passes: str
    last_year: str = ""
    last_year_right: str = ""
    ledger: str = ""
    ledger_right: str = ""


def rules() -> list[CatalogueEntry]:
    """Every code there is, in order."""
    reading = [_reading(code) for code in (*READING_CODES, *LEDGER_CODES)]
    collecting = [_collecting(code) for code in COLLECTING_CODES]
    return sorted([*reading, *collecting, *map(_entry, map(shown, check_rules()))], key=lambda entry: entry.code)


def rule(code: str) -> CatalogueEntry:
    """One code's entry. Raises UserError for a code that does not exist."""
    wanted = code.strip().upper()
    for entry in rules():
        if entry.code == wanted:
            return entry
    raise UserError(f"没有这个代码：{code}", Worded("用 nianbao rules 可以看全部代码", "请核对代码"))


class ShownExample(NamedTuple):
    """What an example is, its text, and the language that the text is in."""

    title: str
    text: str
    language: str


def examples_of(entry: CatalogueEntry) -> Iterator[ShownExample]:
    """The example that fails, then the one that passes, each with the files that it names."""
    wrong = (("这样不对", entry.fails), ("上年报告中", entry.last_year), ("台账里", entry.ledger))
    right = (("这样就对", entry.passes), ("上年报告中", entry.last_year_right), ("台账里", entry.ledger_right))
    for title, example in (*wrong, *right):
        if example:
            yield ShownExample(title, example.rstrip(), "csv" if title == "台账里" else "yaml")


def _entry(rule: Rule) -> CatalogueEntry:
    wrong, right = rule.fails, rule.passes
    other = right.last_year if right.last_year != wrong.last_year else ""
    return CatalogueEntry(
        rule.code, rule.severity, rule.title, rule.why, wrong.report, right.report, wrong.last_year, other
    )


def _reading(code: ReadingCode) -> CatalogueEntry:
    shown = CatalogueEntry(code.code, code.severity, code.title, code.why, code.fails, code.passes)
    return replace(shown, ledger=code.ledger, ledger_right=code.ledger_right)


def _collecting(code: CollectingCode) -> CatalogueEntry:
    return CatalogueEntry(code.code, code.severity, code.title, code.why, in_turn(code.fails), in_turn(code.passes))


def rule_address(code: str) -> str:
    """The URI of the place where the page of all rules explains this one."""
    return f"{Path(RULES).as_uri()}#{code.lower()}"


def schema_text() -> str:
    """The JSON Schema as committed. Raises UserError when the installation is damaged."""
    try:
        with open(SCHEMA, encoding="utf-8") as file:
            return file.read()
    except OSError as fault:
        raise cannot_read(SCHEMA, fault) from fault
