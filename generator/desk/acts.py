"""What a person does to a text on the page: each act gives the new text, or is refused with a sentence."""

from __future__ import annotations

from typing import Any

from generator.editing.actions import fix_all
from generator.editing.actions.silences import silences
from generator.editing.contradicted import contradicted
from generator.editing.edits import applying
from generator.editing.edits.typed import RefusedError, typed
from generator.editing.edits.zeros import fill_zeros
from generator.editing.page import Page
from generator.findings import Finding, Fix, Severity
from generator.fixes import carry_out
from generator.form.model import Path
from generator.form.placing import in_words


def set_value(path: str, text: str, place: Path, value: str) -> str:
    """A figure, a field or a text as typed."""
    return applying.with_typed(typed(text), place, value).text


def set_many(path: str, text: str, values: list[tuple[Path, str]]) -> str:
    """Many figures at once, all or none."""
    return applying.with_values(typed(text), dict(values)).text


def set_text(path: str, text: str, place: Path, value: str) -> str:
    """A text, a paragraph a line."""
    return applying.with_text(typed(text), place, value).text


def add_entry(path: str, text: str, part: Path, key: str, after: str | None = None) -> str:
    """A subheading more in a text part."""
    return applying.with_entry(typed(text), part, key, after=after).text


def rename(path: str, text: str, place: Path, key: str) -> str:
    """Another subheading."""
    return applying.renamed_entry(typed(text), place, key).text


def move(path: str, text: str, place: Path, by: int) -> str:
    """An entry moved up (negative) or down."""
    return applying.moved_entry(typed(text), place, by).text


def remove(path: str, text: str, place: Path) -> str:
    """An entry taken out."""
    return applying.without_entry(typed(text), place).text


def zeros(path: str, text: str, place: Path) -> tuple[str, dict[str, Any]]:
    """0 wherever nothing is filled in at or below a place; which places were set, and which stay and are named."""
    state = typed(text)
    last = Page(path, text).last_year if len(place) == 1 else None
    filled = fill_zeros(state, place, last, lambda other: contradicted(Page(path, other)))
    return filled.state.text, {
        "filled": [list(one) for one in filled.places],
        "left": [{"path": list(one), "place": in_words(one, state.edition)} for one in filled.left],
    }


def act(path: str, text: str, number: int) -> str:
    """The fix of a finding, by its number in the look at this very text."""
    finding = _finding(path, text, number)
    if finding.fix is None:
        raise RefusedError("这一条没有可以自动改的", "请按提示改")
    new, done = carry_out(text, [finding.fix])
    if not done:
        raise RefusedError("这一条没有改成")
    return new


def silence(path: str, text: str, number: int, reason: str) -> str:
    """A finding silenced by a comment that gives the reason."""
    reason = " ".join(reason.split())
    finding = _finding(path, text, number)
    if finding.severity is Severity.ERROR:
        raise RefusedError("错误不能忽略", "请按提示改正")
    if not reason:
        raise RefusedError("忽略要写明原因", "请写一句为什么可以不管它")
    page = Page(path, text)
    action = next(iter(silences(page, [finding])), None)
    if action is None:
        raise RefusedError("这一条没有可以写注释的地方")
    edits = tuple(edit._replace(text=edit.text.replace("（请写明原因）", reason)) for edit in action.edits)
    return carry_out(text, [Fix(action.title, edits)])[0]


def fix(path: str, text: str) -> str:
    """All mechanical fixes."""
    action = fix_all(Page(path, text))
    if action is None:
        return text
    return carry_out(text, [Fix(action.title, action.edits)])[0]


def _finding(path: str, text: str, number: int) -> Finding:
    findings = Page(path, text).checked.findings
    if not 0 <= number < len(findings):
        raise RefusedError("检查结果已经变了", "请看新的检查结果")
    return findings[number]
