"""What stands under the cursor, explained: an entry of the form, an expression, a finding."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editing.answers import Hover, Position
from generator.editing.expressions import Expression, expressions, name_of, value_in
from generator.editing.figures import UNKNOWN, balance_rule, balances, figure_at, last_year, shown, sum_in_words
from generator.editing.page import Page
from generator.editing.place import branch_at
from generator.findings import Finding
from generator.form.model import FIGURES, Item, Kind, Path
from generator.form.writing import how_to_write
from generator.pipeline.catalogue import examples_of, rule
from generator.report.expressions.suggest import LAST_YEAR
from generator.wording import joined


def hover(page: Page, at: Position) -> Hover | None:
    """The explanation of what the cursor touches; None where there is nothing to explain."""
    return _of_expression(page, at) or _of_entry(page, at) or _of_findings(page, at)


def explain(page: Page, path: Path) -> str:
    """An entry of the form in Markdown: meaning, 口径, how to write it, law, figures."""
    item, parent = page.item(path), page.item(path[:-1])
    if item is None and parent and parent.total and path[-1:] == (parent.total.key,):
        return _typed_total(page, path[:-1])
    return joined(*_words(item), *_numbers(page, path, item), by="\n\n") if item else ""


def rule_page(code: str) -> str:
    """A rule in Markdown: what, why, and an example each way."""
    entry = rule(code)
    parts = [f"**{entry.code} {entry.title}**", entry.why]
    parts += (f"{one.title}：\n```{one.language}\n{one.text}\n```" for one in examples_of(entry))
    return "\n\n".join(parts)


def _of_expression(page: Page, at: Position) -> Hover | None:
    found = next((e for e in expressions(page) if at.within(e.span)), None)
    if found is None:
        return None
    wrong = "算不出来，见这里的问题" if page.is_sound else "暂时算不出来：先改好读不懂的地方"
    told = wrong if found.value is None else f"印出 **{found.value}**"
    parts = [f"`{{{{ {found.source} }}}}` {told}", *_names(page, found), *_rules_at(page, at)]
    return Hover("\n\n".join(parts), found.span)


def _names(page: Page, expression: Expression) -> Iterator[str]:
    for use in expression.uses:
        name = name_of(use.path, page.edition)
        there = page.last_year if use.of_last_year else name and page.figures(name.path)
        if name and there:
            prefix = (LAST_YEAR,) if use.of_last_year else ()
            value = value_in(page, ".".join((*prefix, *use.path)))
            yield f"- {' › '.join((*prefix, *name.path))}：{sum_in_words(there, name.path) or value or UNKNOWN}"


def _of_entry(page: Page, at: Position) -> Hover | None:
    branch = branch_at(page, at)
    text = explain(page, branch.path) if branch else ""
    if branch is None or not text:
        return None
    return Hover("\n\n---\n\n".join([text, *_rules_at(page, at)]), branch.span)


def _words(item: Item) -> Iterator[str]:
    label = item.heading or item.key
    yield f"**{label}**" + (f"（{item.key}）" if item.key != label else "")
    yield from (text for text in (item.help, joined("写法：", how_to_write(item), "。")) if text)
    if item.law:
        yield f"依据：{item.law}"


def _numbers(page: Page, path: Path, item: Item) -> Iterator[str]:
    """The computed total and how it is made, last year's figure, the balance that the row closes."""
    if item.kind not in {Kind.ROW, Kind.GROUP, *FIGURES}:
        return
    report = page.figures(path)
    if report and (words := sum_in_words(report, path)):
        yield f"总计：{words}"
    before = last_year(page, path)
    if before and before[1] is not None:
        this_year = f"，本年：{shown(figure_at(report, path))}" if report else ""
        yield f"上年（{before[0]}）：{shown(before[1])}{this_year}"
    for table, closing, standing in balances(page):
        if closing == path:
            yield f"{standing}（{balance_rule(table)}）"


def _typed_total(page: Page, path: Path) -> str:
    report = page.figures(path)
    computed = sum_in_words(report, path) if report else ""
    parts = ["**总计** 可写可不写：写了就与算出的核对，不会印出。", f"算出：{computed}" if computed else ""]
    return "\n\n".join(part for part in parts if part)


def _of_findings(page: Page, at: Position) -> Hover | None:
    found = _findings_at(page, at)
    return Hover("\n\n---\n\n".join(_rules_at(page, at)), found[0].span) if found else None


def _rules_at(page: Page, at: Position) -> list[str]:
    """The rule of each finding that the cursor touches, once."""
    return [rule_page(code) for code in dict.fromkeys(f.code for f in _findings_at(page, at))]


def _findings_at(page: Page, at: Position) -> list[Finding]:
    return [finding for finding in page.checked.findings if at.within(finding.span)]
