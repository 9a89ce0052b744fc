"""The entries that are still missing at a place, in the order of the form: alone, and with their rows to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.editing.answers import Completion, CompletionKind, Position
from generator.editing.completing.snippets import STEP, as_lines, as_value, in_braces
from generator.editing.hover import explain
from generator.editing.page import Page
from generator.editing.place import Place, branch_at
from generator.findings import Span
from generator.form.edition import member
from generator.form.model import Item, Kind, Path
from generator.form.snippets import snippets, whole_report
from generator.form.words import allowed

_TEXTS = frozenset({Kind.TEXT, Kind.TOPIC})


def entries(page: Page, place: Place, at: Position) -> Iterator[Completion]:
    """What may still be written where a key is being typed."""
    item = page.item(place.path)
    if item is None:
        return
    there = branch_at(page, at)
    if not place.path and not page.skeleton.children:
        text = as_lines(whole_report(page.edition), page.edition.root, "")
        yield Completion("整份报告", text, place.span, CompletionKind.ROW, "六个部分，逐项填写")
    for child in missing(page, item, place.path):
        if there:
            yield _renamed(page, child, place, there.span)
        else:
            yield from _written(page, child, place)


def missing(page: Page, item: Item, path: Path) -> list[Item]:
    """The entries of ``item`` that are not written at ``path``, in the order of the form."""
    keys = [branch.key for branch in page.branches if branch.path[:-1] == path]
    written = {id(found) for key in keys if (found := member(item, key))}
    return [child for child in allowed(item) if id(child) not in written and child.key not in keys]


def _renamed(page: Page, child: Item, place: Place, span: Span) -> Completion:
    """In the place of a key that has its colon already."""
    return Completion(
        child.key, child.key, span, CompletionKind.ENTRY, _detail(child), explain(page, (*place.path, child.key))
    )


def _written(page: Page, child: Item, place: Place) -> Iterator[Completion]:
    markdown = explain(page, (*place.path, child.key))
    alone = f"{child.key}: |\n{STEP}$0" if child.kind in _TEXTS and not place.in_braces else f"{child.key}: $0"
    yield Completion(child.key, alone, place.span, CompletionKind.ENTRY, _detail(child), markdown)
    for snippet in snippets(child):
        body = snippet["body"]
        if isinstance(body, dict):
            text = f" {in_braces(body)}" if place.in_braces else as_value(body, child, "")
            label = f"{child.key} …"
            yield Completion(label, f"{child.key}:{text}", place.span, CompletionKind.ROW, snippet["label"], markdown)


def _detail(item: Item) -> str:
    needed = "必填" if item.required else "可选"
    return f"{item.label}（{needed}）" if item.label and item.label != item.key else needed
