"""One text part made to say what the Word file says: entries set, renamed, added, removed and put in its order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.comparing.differences import PrintedLine
from generator.comparing.pairing import pair_lines
from generator.editing.edits import applying
from generator.editing.edits.inserting import step_of
from generator.editing.edits.proof import proven
from generator.editing.edits.removing import remove_lines
from generator.editing.edits.scalars import written
from generator.editing.edits.typed import RefusedError, Typed
from generator.editing.revising.entry_texts import (
    WordEntry,
    WordReport,
    YamlEntry,
    YamlLine,
    whole_lines_of,
    word_entries,
    yaml_entries,
)
from generator.editing.revising.kept_expressions import LostExpression
from generator.editing.revising.matching import TypedLines, match_entries, typed_lines
from generator.findings import Edit, Span
from generator.form import keys
from generator.form.model import Item, Path
from generator.form.words import unnumbered
from generator.report.model import Report
from generator.source.nodes import Mapping, Scalar

_MOST_NAMES = 50
"""Tries for the key of a subheading that stands there already."""


class RevisedPart(NamedTuple):
    """The text after a part's edits, the expressions that did not stay, and what could not be placed, in words."""

    state: Typed
    lost: tuple[LostExpression, ...] = ()
    unplaced: tuple[str, ...] = ()


def revise_part(state: Typed, yaml: Report, word: WordReport, part: Item, *, take_figures: bool) -> RevisedPart:
    """Edit one part. What is refused on the way is left as it is; the caller compares and says so."""
    old = yaml_entries(state, yaml, part)
    if old[0].path == (part.key,):
        return _plain(state, old[0], whole_lines_of(word, part), take_figures=take_figures)
    new = word_entries(word, part)
    if not new:
        return RevisedPart(state)
    return _Entries(state, part, old, new, take_figures=take_figures).revised()


def _plain(state: Typed, old: YamlEntry, new: Sequence[str], *, take_figures: bool) -> RevisedPart:
    """Plain text: a line whose words are the same keeps its number and its marks as typed."""
    known = {_said(line.printed): line.printed for line in old.lines}
    lines = [known.get(_said(text), text) for text in new]
    typed = typed_lines(old, _numbered_alike(old.lines, lines), (), take_figures=take_figures)
    after = attempt(applying.with_text, state, old.path, "\n".join(typed.lines)) if lines else state
    return RevisedPart(after, typed.lost, typed.unplaced)


def _said(line: str) -> str:
    return unnumbered(line).replace("：", "").replace("。", "")


def _numbered_alike(old: Sequence[YamlLine], new: Sequence[str]) -> list[str]:
    """The new lines, each with the number that its line had, where only the text behind it was changed."""
    out = []
    olds, news = ([PrintedLine(text) for text in side] for side in ([line.printed for line in old], new))
    for pair in pair_lines(olds, news):
        if pair.after is not None:
            text, before = pair.after.text, pair.before.text if pair.before else ""
            number = before[: len(before) - len(unnumbered(before))]
            out.append(number + unnumbered(text) if number and unnumbered(text) != text else text)
    return out


def _same(yaml: str, word: str) -> bool:
    """Whether two headings print the same. A colon that the YAML alone has may close a heading that is run in."""
    return unnumbered(word) in (unnumbered(yaml), unnumbered(yaml).removesuffix("："))


def attempt(edit: Callable[..., Typed], state: Typed, *arguments: object) -> Typed:
    """The text after an edit with these arguments; as it was where the edit is refused."""
    try:
        return edit(state, *arguments)
    except RefusedError:
        return state


class _Entries:
    """The entries of one part, on their way from the YAML's to the Word file's."""

    def __init__(
        self, state: Typed, part: Item, old: Sequence[YamlEntry], new: Sequence[WordEntry], *, take_figures: bool
    ) -> None:
        self.state = state
        self.part: Path = (part.key,)
        self.old, self.new = old, new
        self.take_figures = take_figures
        self.lost: list[LostExpression] = []
        self.unplaced: list[str] = []

    def revised(self) -> RevisedPart:
        """All edits of the part."""
        matches = match_entries(self.old, self.new)
        names: list[str] = []
        for match, entry in zip(matches, self.new, strict=True):
            source = None if match is None else self.old[match]
            typed = self._typed(source, entry)
            name = self._set(source, entry, typed) if source else self._add(entry, typed, names)
            names += [name] if name else []
        for number, gone in enumerate(self.old):
            if number not in matches:
                self._try(applying.without_entry, gone.path)
        self._order(names)
        return RevisedPart(self.state, tuple(self.lost), tuple(self.unplaced))

    def _typed(self, source: YamlEntry | None, entry: WordEntry) -> TypedLines:
        elsewhere = [line for other in self.old if other is not source for line in other.lines]
        typed = typed_lines(source, entry.lines, elsewhere, take_figures=self.take_figures)
        self.lost += typed.lost
        self.unplaced += typed.unplaced
        return typed

    def _try(self, edit: Callable[..., Typed], *arguments: object) -> bool:
        before = self.state
        self.state = attempt(edit, before, *arguments)
        return self.state is not before

    def _set(self, source: YamlEntry, entry: WordEntry, typed: TypedLines) -> str:
        """An entry that both have: its heading, then its text. The key it has afterwards."""
        path = source.path
        if source.heading and entry.heading and not _same(source.heading, entry.heading):
            path = self._rename(source, entry.heading)
        if source.sentence_figures and entry.sentence_figures:
            return path[-1]  # figures, taken or listed with all others
        if tuple(line.typed if line.typed is not None else line.printed for line in source.lines) != typed.lines:
            self._text(path, typed.lines, of_figures=bool(source.sentence_figures))
        return path[-1]

    def _rename(self, source: YamlEntry, heading: str) -> Path:
        """Another heading: by 标题 where the key is the form's own or there is one already, else by its key."""
        path = source.path
        around = self.state.mapping(path)
        if (around is not None and around.get(keys.TITLE)) or source.topic in {
            item.key
            for item in self.state.edition.find(self.part).children  # type: ignore[union-attr]
        }:
            self._try(applying.with_value, (*path, keys.TITLE), heading)
            return path
        if self._try(applying.renamed_entry, path, heading):
            return (*path[:-1], " ".join(heading.split()))
        self._try(applying.with_value, (*path, keys.TITLE), heading)
        return path

    def _text(self, path: Path, lines: tuple[str, ...], *, of_figures: bool) -> None:
        if not lines:
            self._try(_emptied, path)
            return
        if of_figures and self.state.mapping(path) is not None:
            self._try(_figures_as_text, path, lines)
            return
        self._try(applying.with_text, path, "\n".join(lines))

    def _add(self, entry: WordEntry, typed: TypedLines, names: list[str]) -> str:
        """An entry that the Word file alone has, behind the one before it. Its key; '' where it was refused."""
        wanted = entry.key or keys.SUMMARY
        after = names[-1] if names else None
        text = "\n".join(typed.lines)
        for number in range(1, _MOST_NAMES):
            key = wanted if number == 1 else f"{wanted}（{number}）"
            if self._try(applying.with_entry, self.part, key, text, after):
                path = (*self.part, " ".join(key.split()))
                if not typed.lines:
                    self._try(_emptied, path)
                if entry.heading and key != entry.heading and (number > 1 or not entry.sentence_figures):
                    self._try(applying.with_value, (*path, keys.TITLE), entry.heading)
                return path[-1]
            if self.state.entry((*self.part, key)) is None:
                return ""
        return ""

    def _order(self, names: list[str]) -> None:
        """Put the entries into the Word file's order; what is printed first anyway stays where it is."""
        for target, name in enumerate(names):
            around = self.state.mapping(self.part)
            there = [entry.key.text for entry in around.entries] if around is not None else []
            wanted = [key for key in names if key in there]
            if name not in there or [key for key in there if key in wanted] == wanted:
                continue
            behind = names[target - 1] if target else None
            place = there.index(behind) + 1 if behind in there else 0
            by = place - there.index(name) - (1 if there.index(name) < place else 0)
            if by:
                self._try(applying.moved_entry, (*self.part, name), by)


def _emptied(state: Typed, path: Path) -> Typed:
    """An entry that keeps its heading and has no text any more: printed alone, not 'not filled in'."""
    place = (*path, keys.BODY) if state.mapping(path) is not None else path
    entry = state.entry(place)
    if entry is None or not isinstance(entry.value, Scalar):
        raise RefusedError("没有可以清空的文字")
    span = entry.value.span
    blank = "" if state.line(span.line)[: span.column - 1].endswith(" ") else " "
    return proven(state, (Edit(span, f"{blank}''"),), [path])


def _figures_as_text(state: Typed, path: Path, lines: tuple[str, ...]) -> Typed:
    """A topic's figures give way to words that they cannot say; 标题 and 排法 stay."""
    around = state.mapping(path)
    if around is None:
        raise RefusedError("这里没有写成数字")
    if around.flow:
        return proven(state, _out_of_braces(state, path, around, lines), [path])
    after = proven(state, (_body_edit(state, around, lines),), [path])
    for key in (entry.key.text for entry in around.entries):
        if key not in (keys.TITLE, keys.HEADING_FORM, keys.BODY):
            after = proven(after, remove_lines(after, (*path, key)), [path])
    return after


def _body_edit(state: Typed, around: Mapping, lines: tuple[str, ...]) -> Edit:
    first = around.entries[0].key.span
    margin = " " * (first.column - 1)
    text = "".join(f"{margin}  {line}{state.line_break}" for line in lines)
    return Edit(Span.at(first.line, 1, 0), f"{margin}{keys.BODY}: |{state.line_break}{text}")


def _out_of_braces(state: Typed, path: Path, around: Mapping, lines: tuple[str, ...]) -> tuple[Edit, ...]:
    """A record on one line in braces becomes lines of its own: its words, and the fields that say how it is headed."""
    entry = state.entry(path)
    if entry is None or any(state.mapping(path[:depth]).flow for depth in range(len(path))):  # type: ignore[union-attr]
        raise RefusedError("写在一对花括号里的数字不能从这里改")
    step = step_of(state)
    margin = " " * (entry.key.span.column - 1 + step)
    kept = [
        f"{margin}{field.key.text}: {written(field.value.text, in_braces=False)}"
        for field in around.entries
        if field.key.text in (keys.TITLE, keys.HEADING_FORM) and isinstance(field.value, Scalar)
    ]
    if not kept:
        text = "".join(f"{state.line_break}{margin}{line}" for line in lines)
        return (Edit(around.span, f"|{text}"),)
    body = [f"{margin}{keys.BODY}: |", *(f"{margin}{' ' * step}{line}" for line in lines)]
    return (Edit(around.span, "".join(f"{state.line_break}{line}" for line in [*kept, *body])),)
