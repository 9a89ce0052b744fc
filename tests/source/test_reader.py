import subprocess
import sys

import pytest

from generator.findings import Span
from generator.source.nodes import Mapping, Scalar, Sequence
from generator.source.reader import Tree, read
from generator.source.text import decode


def tree_of(text: str) -> Tree:
    return read(decode(text.encode()))


def value(text: str, key: str = "a") -> Scalar:
    root = tree_of(text).root
    assert root is not None
    entry = root.get(key)
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    return entry.value


@pytest.mark.parametrize(
    ("text", "style", "span", "read_as"),
    [
        ("a: 字 # 注\n", "plain", (1, 4, 1, 5), "字"),
        ("a:   '字'\n", "single", (1, 6, 1, 9), "字"),
        ('a: "\\u5b57"\n', "double", (1, 4, 1, 12), "字"),
        ("a: x\n  y\n\nb: 1\n", "plain", (1, 4, 2, 4), "x y"),
        ("a: |\n  x\n  y  \n\n\nb: 1\n", "literal", (1, 4, 3, 4), "x\ny  \n"),
        ("a: >-\n  x\n# 注\n", "folded", (1, 4, 2, 4), "x"),
        ("a: |\n  x", "literal", (1, 4, 2, 4), "x"),
        ("a: |2-\nb: 1\n", "literal", (1, 4, 1, 7), ""),
        ("a:\nb: 1\n", "plain", (1, 3, 1, 3), ""),
        ("a:   \nb: 1\n", "plain", (1, 3, 1, 3), ""),
        ("a: 𠀀𠀀\n", "plain", (1, 4, 1, 6), "𠀀𠀀"),
        ("\ufeffa: 1\n", "plain", (1, 4, 1, 5), "1"),
    ],
)
def test_places_of_scalars(text: str, style: str, span: tuple[int, ...], read_as: str):
    scalar = value(text)
    assert (scalar.style, scalar.span, scalar.text) == (style, span, read_as)


def test_places_of_mappings_and_lists():
    root = tree_of("a:\n  b: {c: 1, d: }\n\n# 注\ne: [x,\n  y]\nf:\n- g\n").root
    assert root is not None
    assert root.span == Span(1, 1, 8, 4)
    outer, flow, block = (entry.value for entry in root)
    assert isinstance(outer, Mapping)
    assert outer.span == (2, 3, 2, 17)
    inner = outer.entries[0].value
    assert isinstance(inner, Mapping)
    assert (inner.flow, inner.span) == (True, (2, 6, 2, 17))
    assert inner.entries[1].value.span == (2, 15, 2, 15)
    assert isinstance(flow, Sequence)
    assert isinstance(block, Sequence)
    assert (flow.span, block.span, block.flow) == ((5, 4, 6, 5), (8, 1, 8, 4), False)


@pytest.mark.parametrize(
    ("text", "empty"), [("a:", True), ("a: ~", True), ("a: null", True), ("a: ''", False), ("a: 0", False)]
)
def test_written_but_empty(text: str, empty: bool):
    assert value(text).is_empty is empty


def test_the_first_of_two_equal_keys_stays_and_the_second_is_reported():
    tree = tree_of("a: 1\nb: 2\na: 3\n")
    finding = tree.findings[0]
    assert (finding.code, finding.span) == ("NB004", (3, 1, 3, 2))
    assert finding.related[0].span == (1, 1, 1, 2)
    assert tree.root is not None
    assert [entry.value.text for entry in tree.root] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: &x 1\n", 1, 4), ("a: &x\n  b: 1\n", 1, 4), ("a: !!str 1\n", 1, 4),
        ("a: !t {b: 1}\n", 1, 4), ("b: 1\na: *x\n", 2, 4),
        ("<<: {a: 1}\n", 1, 1), ("a: 1\n---\nb: 1\n", 2, 1),
        ("%YAML 1.1\n---\na: 1\n", 1, 1), ("a: 1\n...\n---\nb: 1\n", 3, 1),
    ],
)  # fmt: skip
def test_what_a_report_has_no_use_for(text: str, line: int, column: int):
    findings = [f for f in tree_of(text).findings if f.code == "NB005"]
    assert [f.span[:2] for f in findings] == [(line, column)]


def test_the_value_behind_an_anchor_keeps_its_own_place():
    assert value("a: &x 12\n").span == (1, 7, 1, 9)


def test_one_document_may_be_marked():
    assert tree_of("---\na: 1\n...\n").findings == ()


@pytest.mark.parametrize("text", ["- a\n- b\n", "一段文字\n", "42\n", "~\n", "---\n"])
def test_the_top_must_be_entries(text: str):
    tree = tree_of(text)
    assert tree.root is None
    assert tree.findings[0].code in {"NB006", "NB003"}


def test_64_levels_are_read_and_65_refused():
    assert tree_of("a: " + "[" * 63 + "]" * 63).findings == ()
    tree = tree_of("a: " + "[" * 64 + "]" * 64)
    assert (tree.findings[0].code, tree.findings[0].span[:2]) == ("NB007", (1, 67))
    assert tree.root is None


def test_a_key_must_be_a_name():
    tree = tree_of("? [a, b]\n: 1\n")
    assert {f.code for f in tree.findings} == {"NB003"}
    assert tree.root is None


def test_comments_are_found_but_no_sign_inside_text():
    text = "# 一\na: 1   # 二\nb: |  # 三\n  # 文字\n  x # y\n # 四\nc: 'p # q'  # 五\n"
    tree = tree_of(text + 'd: [1, # 六\n  2]\ne: x#y\nf: "r\n  # s"\n')
    assert {line: comment.text for line, comment in tree.comments.items()} == {
        1: "# 一", 2: "# 二", 3: "# 三", 6: "# 四", 7: "# 五", 8: "# 六",
    }  # fmt: skip
    assert tree.comments[2].span == (2, 8, 2, 11)


def test_a_control_character_as_an_escape_is_found():
    assert [f.code for f in tree_of('a: "x\\0y"\n').findings] == ["NB008"]


def test_without_the_c_parser_the_same_is_read():
    code = """
import yaml
del yaml.CSafeLoader
from generator.source.reader import read
from generator.source.text import decode
tree = read(decode("a: {b: 1, c: [x]}\\nd: |\\n  e\\n\\nf:\\ng: 'h'\\n".encode()))
print([(e.key.text, tuple(e.value.span)) for e in tree.root], tree.findings)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    spans = "[('a', (1, 4, 1, 18)), ('d', (2, 4, 3, 4)), ('f', (5, 3, 5, 3)), ('g', (6, 4, 6, 7))]"
    assert done.stdout.strip() == f"{spans} ()", done.stderr
