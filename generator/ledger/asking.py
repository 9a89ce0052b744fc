"""Open questions added to 对照.yaml by the smallest edits: what a person has written, and comments, stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.files.errors import UserError
from generator.findings import Edit, Fix, Span
from generator.fixes import carry_out
from generator.form.ledger_words import columns as names
from generator.ledger import FILE_NAME
from generator.ledger.answers import CALENDAR
from generator.ledger.questions import COLUMNS, OPEN, SINGLE, TERMS, LedgerQuestion
from generator.source.nodes import Entry, Mapping, Node, Scalar
from generator.source.reader import read
from generator.source.row_writing import in_braces
from generator.source.text import SourceText, decode
from generator.wording import Worded

_HEAD = f"""\
# 台账对照：nianbao ledger 认不准的地方。把“{OPEN}”换成回答，再运行一次。
# 列名和普通的词明年照样用；“{SINGLE}”只管那一件。用不着的条目可以留着。
"""
_PLAIN = re.compile(r"[\w\u4e00-\u9fff〔〕（）.\-]+")
_MOST_CELLS = 5
"""Cells that a question names one by one."""
_OTHER_FILE = Worded("请检查 --answers 写的是不是别的文件", "请检查放进来的是不是别的文件")
_SECTIONS = frozenset({COLUMNS, SINGLE, TERMS, CALENDAR, *names.ROLES})
Wanted = dict[tuple[str, str], list[LedgerQuestion]]


def with_questions(old: bytes, questions: Sequence[LedgerQuestion]) -> bytes:
    """The file with every question in it that it has not yet. Raises UserError where it cannot be read as it stands."""
    if not questions:
        return old
    source = decode(old)
    if not source.text.strip():
        return (source.text + _HEAD + _sections(questions)).encode()
    tree = read(source, ())
    if tree.root is None and all(finding.code == "NB006" for finding in tree.findings):
        return _encoded(_ended(source.text) + _sections(questions), source)
    if tree.root is None or tree.mended or source.findings:
        raise UserError(f"{FILE_NAME}有读不通的地方，没有往里面加问题", f"请先改好 {FILE_NAME}，再运行一次")
    if not any(entry.key.text in _SECTIONS for entry in tree.root):
        raise UserError(f"{FILE_NAME}里没有对照的栏目，没有往里面加问题", _OTHER_FILE)
    text, edits = source.text, list(_edits(tree.root, source, _grouped(questions)))
    new = carry_out(text, [Fix("", tuple(edits))])[0] if edits else text
    missing = [one for one in questions if tree.root.get(one.section) is None]
    return _encoded(_ended(new) + _sections(missing) if missing else new, source)


def _grouped(questions: Iterable[LedgerQuestion]) -> Wanted:
    found: Wanted = {}
    for one in questions:
        found.setdefault((one.section, one.key), []).append(one)
    return found


def _sections(questions: Sequence[LedgerQuestion]) -> str:
    lines: list[str] = []
    for section in dict.fromkeys(one.section for one in questions):
        lines.append(f"{section}:")
        for (_, key), same in _grouped(one for one in questions if one.section == section).items():
            lines += (f"  {line}" for line in _lines(key, same))
    return "".join(f"{line}\n" for line in lines)


def _lines(key: str, questions: list[LedgerQuestion]) -> list[str]:
    return [*(_comment(one) for one in questions), f"{_written(key)}: {_value(questions)}"]


def _value(questions: list[LedgerQuestion]) -> str:
    fields = [one.field for one in questions]
    if fields in ([""], [names.OUTCOME]):
        return OPEN
    return in_braces((field, OPEN) for field in fields)


def _comment(one: LedgerQuestion) -> str:
    more = f" 等 {len(one.cells)} 处" if len(one.cells) > _MOST_CELLS else ""
    where = f"（{'、'.join(one.cells[:_MOST_CELLS])}{more}）" if one.cells else ""
    return " ".join(f"# {one.why}{where}。可以写：{'、'.join(one.choices)}".split())


def _written(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else "'" + text.replace("'", "''") + "'"


def _edits(root: Mapping, source: SourceText, wanted: Wanted) -> Iterable[Edit]:
    """The edits inside of sections that are there. What goes to one place is one edit, in the questions' order."""
    below: dict[Span, str] = {}
    for (section, key), questions in wanted.items():
        entry = root.get(section)
        if entry is None:
            continue
        there = entry.value.get(key) if isinstance(entry.value, Mapping) else None
        if there is not None:
            yield from _more_fields(there, questions)
        elif isinstance(entry.value, Mapping) and entry.value.flow:
            span, text = _in_braces(entry.value, f"{_written(key)}: {_value(questions)}", below)
            below[span] = below.get(span, "") + text
            above = Span.at(entry.key.span.line, 1, 0)
            below[above] = below.get(above, "") + "".join(f"{_comment(one)}\n" for one in questions)
        elif isinstance(entry.value, Mapping) or (entry.value.span and _is_blank(entry.value)):
            span, indent = _end_of(entry, source)
            below[span] = below.get(span, "") + "".join(f"\n{indent}{line}" for line in _lines(key, questions))
    yield from (Edit(span, text) for span, text in below.items())


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_blank


def _more_fields(entry: Entry, questions: list[LedgerQuestion]) -> Iterable[Edit]:
    """Fields that an entry of 单件 has not yet."""
    value = entry.value
    if isinstance(value, Mapping):
        new = [one.field for one in questions if one.field and value.get(one.field) is None]
        if new and value.flow:
            yield Edit(*_in_braces(value, ", ".join(f"{field}: {OPEN}" for field in new), {}))
        elif new:
            last = value.entries[-1]
            at, indent = last.value.span, " " * (last.key.span.column - 1)
            lines = "".join(f"\n{indent}{field}: {OPEN}" for field in new)
            yield Edit(Span(at.end_line, at.end_column, at.end_line, at.end_column), lines)
    elif isinstance(value, Scalar):
        new = [one.field for one in questions if one.field and one.field != names.OUTCOME]
        if new:
            bare = [(names.OUTCOME, value.text)] if not value.is_blank and value.text != OPEN else []
            asked = [(one.field, OPEN) for one in questions if one.field and (one.field in new or not bare)]
            yield Edit(value.span, in_braces([*bare, *asked]))


def _in_braces(mapping: Mapping, text: str, below: dict[Span, str]) -> tuple[Span, str]:
    end = mapping.span
    span = Span(end.end_line, end.end_column - 1, end.end_line, end.end_column - 1)
    return span, f", {text}" if mapping.entries or span in below else text


def _end_of(entry: Entry, source: SourceText) -> tuple[Span, str]:
    """Behind the last line of a section, and the indentation of what is in it."""
    value = entry.value
    if isinstance(value, Mapping) and value.entries:
        line = _last_line(value)
        indent = " " * (value.entries[0].key.span.column - 1)
    else:
        line, indent = entry.key.span.line, "  "
    column = len(source.lines[line - 1]) + 1
    return Span(line, column, line, column), indent


def _last_line(node: Node) -> int:
    if isinstance(node, Mapping) and not node.flow and node.entries:
        last = node.entries[-1]
        return max(last.key.span.line, _last_line(last.value))
    return node.span.end_line if not _is_blank(node) else node.span.line


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _encoded(text: str, source: SourceText) -> bytes:
    breaks = "\r\n" if "\r\n" in source.text else "\n"
    whole = re.sub(r"\r?\n", breaks, text)
    return (("\ufeff" if source.bom else "") + whole).encode(source.encoding, "replace")


def with_answer(old: bytes, question: LedgerQuestion, answer: str) -> bytes:
    """The file with an answer where a question stands in it, open or answered with what is no answer; as it was where
    none does."""
    source = decode(old)
    tree = read(source, ())
    node: Node | None = tree.root
    for key in (question.section, question.key, question.field):
        entry = node.get(key) if isinstance(node, Mapping) else None
        is_bare = entry is None and key == question.field and key in {"", names.OUTCOME}
        node = entry.value if entry else (node if is_bare else None)
    if not isinstance(node, Scalar):
        return old
    return _encoded(carry_out(source.text, [Fix("", (Edit(node.span, _written(answer)),))])[0], source)
