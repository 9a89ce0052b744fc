"""Whatever the bytes, reading ends soon with findings or a tree, never with an exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source.injecting import KEYS, REPORT, tree_of

from generator.source.nodes import Node, Scalar
from generator.source.reader import Tree, read
from generator.source.text import decode
from generator.source.textlines import cut_off_finding, text_lines

_SIGNS = " \t\n\r：:，,、{}[]｛｝“”\"'|>#*&!%@`-?　\xa0\u200b\x00\x85\u2028é机0９.\\~=；"
_SYNTAX = st.sampled_from([*_SIGNS, "机关", ": ", "|\n  ", "{{ "])


def everything(data: bytes) -> Tree:
    source = decode(data)
    tree = read(source, KEYS)
    assert tree.root is not None or source.findings or tree.findings
    for finding in (*source.findings, *tree.findings):
        assert finding.message
        assert 1 <= finding.span.line <= max(len(source.lines), 1)
        assert (finding.span.line, finding.span.column) <= (finding.span.end_line, finding.span.end_column)
    assert all(comment.text.startswith("#") for comment in tree.comments.values())
    todo: list[Node] = [tree.root] if tree.root else []
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            for line in text_lines(node, source):
                assert line.text == line.text.strip() != ""
                assert line.pieces[0].start == 0
            cut_off_finding(node, source)
        elif hasattr(node, "entries"):
            todo += [part for entry in node.entries for part in (entry.key, entry.value)]
        else:
            todo += node.items
    return tree


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes(data: bytes):
    everything(data)


@given(st.lists(_SYNTAX, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_heap_of_signs(text: str):
    everything(text.encode("utf-8", "surrogatepass"))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_report_with_anything_put_in_or_left_out(data: st.DataObject):
    text = REPORT
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        width = data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(st.lists(_SYNTAX, max_size=4).map("".join)) + text[at + width :]
    everything(text.encode("utf-8", "surrogatepass"))


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_report_with_lines_doubled_dropped_swapped(data: st.DataObject):
    lines = REPORT.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        one, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        kind = data.draw(st.sampled_from(["swap", "drop", "double"]))
        if kind == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        elif kind == "double":
            lines.insert(other, lines[one])
        elif len(lines) > 1:
            del lines[one]
    everything("\n".join(lines).encode())


@pytest.mark.parametrize(
    "text",
    [
        "[" * 19_000, "{a: " * 4_900, "- " * 9_900, "? " * 9_900, "a: " + "{" * 19_000,
        "".join(" " * n + "a:\n" for n in range(500)),
    ],
    ids=["brackets", "braces", "dashes", "questions", "value", "indents"],
)  # fmt: skip
def test_deep_nesting_is_refused(text: str):
    codes = {finding.code for finding in everything(text.encode()).findings}
    assert codes & {"NB007", "NB003"}


@pytest.mark.parametrize(
    "text",
    [
        "机关: " + "好" * 3_000_000, "坏行\n" * 30_000, "年度：1\n" * 30_000, "引言: |\n" + "文字。\n" * 20_000,
        "a: {" + "b: 1," * 30_000, "\tx: 1\n" * 20_000, 'a: "\n' * 20_000, "　\n" * 50_000 + "a", ": " * 100_000,
        "a: |\n" + "  x\n y\n" * 10_000, "a: 1\x0b，文字文字文字文字文字文字文字文字\n" * 3_000,
    ],
    ids=["one line", "lines", "colons", "text", "cells", "tabs", "quotes", "blank", "marks", "ragged", "controls"],
)  # fmt: skip
def test_much_garbage_draws_few_findings(text: str):
    assert len(everything(text.encode()).findings) <= 51


def test_a_large_file_in_order_is_read():
    assert tree_of("附注:\n" + "  文字：甲\n" * 60_000).findings == ()
