"""What stands outside the text parts: 标题, 引言, the tables' 注, 落款."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.title import title_lines
from generator.editing.edits import applying
from generator.editing.edits.proof import proven
from generator.editing.edits.removing import remove_lines
from generator.editing.edits.typed import Typed
from generator.editing.revising.entry_texts import WordReport, YamlEntry, yaml_lines
from generator.editing.revising.kept_expressions import LostExpression
from generator.editing.revising.matching import typed_lines
from generator.editing.revising.part_edits import RevisedPart, attempt
from generator.form import keys
from generator.form.model import Path
from generator.report.model import Paragraph, Report

Paragraphs = tuple[Paragraph, ...]


def revise_front(state: Typed, yaml: Report, source: WordReport, *, take_figures: bool) -> RevisedPart:
    """Edit all of it. What is refused is left as it is; the caller compares and says so."""
    word = source.report
    lost: list[LostExpression] = []
    unplaced: list[str] = []
    for path, old, new in _texts(yaml, word):
        if [p.text for p in old] == [p.text for p in new]:
            continue
        lines = yaml_lines(state, path, old)
        entry = YamlEntry(path, "", "", lines)
        typed = typed_lines(entry, [source.literal(p) for p in new], (), take_figures=take_figures)
        if not typed.lines and state.entry(path) is not None:
            state = attempt(_without, state, path)
        else:
            state = attempt(applying.with_text, state, path, "\n".join(typed.lines))
        lost += typed.lost
        unplaced += typed.unplaced
    state = _title(state, yaml, word)
    return RevisedPart(_signature(state, yaml, word), tuple(lost), tuple(unplaced))


def _texts(yaml: Report, word: Report) -> Iterator[tuple[Path, Paragraphs, Paragraphs]]:
    yield (keys.PREFACE,), yaml.preface, word.preface
    for part in yaml.edition.tables:
        yield (part.key, keys.NOTE), yaml.notes.get(part.key, ()), word.notes.get(part.key, ())


def _title(state: Typed, yaml: Report, word: Report) -> Typed:
    old, new = title_lines(yaml), title_lines(word)
    if "".join(old) == "".join(new) or yaml.agency != word.agency or yaml.year != word.year:
        return state
    path: Path = (keys.TITLE,)
    default = yaml.edition.title(yaml.agency or "", yaml.year or 0)
    if "".join(new) == default and state.entry(path) is not None:
        return attempt(_without, state, path)
    return attempt(applying.with_text, state, path, "\n".join(new))


def _signature(state: Typed, yaml: Report, word: Report) -> Typed:
    old, new = yaml.signature, word.signature
    if old == new:
        return state
    path: Path = (keys.SIGNATURE,)
    if new is None:
        return attempt(_without, state, path)
    day = new.day.isoformat() if new.day else ""
    if new.day != (old.day if old else None):
        state = attempt(applying.with_value, state, (*path, keys.DAY), day)
    if new.agency != (old.agency if old else None):
        agency = new.agency or ""
        state = attempt(applying.with_value, state, (*path, keys.AGENCY), agency)
    return state


def _without(state: Typed, path: Path) -> Typed:
    return proven(state, remove_lines(state, path), [path])
