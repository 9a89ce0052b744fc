"""From the printed text back to the source, and columns in characters whatever the characters."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Span
from generator.report.expressions import carry_out
from generator.source.nodes import Piece, TextLine
from generator.source.reader import read
from generator.source.text import decode
from generator.source.textlines import text_lines

WORDS = st.text(st.characters(exclude_characters="{}｛｝", exclude_categories=("Cs", "Cc")), max_size=12)


@given(WORDS)
def test_text_without_braces_comes_back_as_it_is(bench, text):
    line = TextLine(text, (Piece(0, Span.at(3, 9, len(text))),))
    paragraph, findings = carry_out(line, bench.context)
    assert paragraph.text is line.text
    assert paragraph.pieces is line.pieces
    assert findings == []


@given(WORDS, WORDS, st.sampled_from(["𠮷没有", "没有的", "ｅｖａｌ", "é没", "行政处分数"]))
def test_the_offending_name_is_cut_out_exactly(bench, before, after, name):
    outcome = bench(f"{before}{{{{ 汉字(1) }}}}{{{{ 1 + {name} × 2 }}}}{after}")
    assert outcome.wrong == [name]


@given(WORDS, WORDS)
def test_pieces_lead_back(bench, before, after):
    outcome = bench(f"甲{before}{{{{ 本年新收 }}}}{after}乙")
    paragraph = outcome.paragraph
    value = bench.prints("本年新收")
    assert paragraph.text == f"甲{before}{value}{after}乙"
    start = 1 + len(before)
    end = start + len(value)
    assert paragraph.is_computed(start, end)
    assert not paragraph.is_computed(0, start)
    assert not paragraph.is_computed(end, len(paragraph.text))
    assert paragraph.span_of(start, start + 1) == Span.at(7, 5 + start, len("{{ 本年新收 }}"))
    assert paragraph.span_of(end, len(paragraph.text)) == Span.at(7, 5 + start + len("{{ 本年新收 }}"), len(after) + 1)


def test_two_expressions_side_by_side(bench):
    paragraph = bench("{{年度}}{{机关}}").paragraph
    assert paragraph.pieces == (Piece(0, Span.at(7, 5, 6), computed=True), Piece(4, Span.at(7, 11, 6), computed=True))


@pytest.mark.parametrize(
    ("yaml", "column", "end_column"),
    [
        ('引言: "说\\"好\\"{{ 没有的 }}"', 15, 18),
        ("引言: '说''好''{{ 没有的 }}'", 15, 18),
        ('引言: "\\u8bf4{{ 增减(1, 2, 件) }}"', 24, 25),
        ("引言: 说{{ 没有的 }}", 9, 12),
        ("引言: |\n    𠮷{{ 没有的 }}", 9, 12),
    ],
)
def test_columns_in_every_style_of_yaml(bench, yaml, column, end_column):
    source = decode(yaml.encode())
    entry = read(source).root.get("引言")
    (line,) = text_lines(entry.value, source)
    _, (finding,) = carry_out(line, bench.context)
    assert (finding.span.column, finding.span.end_column) == (column, end_column)
    assert source.lines[finding.span.line - 1][column - 1 : end_column - 1] in {"没有的", "件"}


def test_an_escape_inside_an_expression_counts_with_its_full_width(bench):
    source = decode('引言: "{{ 增减(3, 1, \\"件\\") }}, {{ \\"本年新收\\" }}"'.encode())
    entry = read(source).root.get("引言")
    (line,) = text_lines(entry.value, source)
    paragraph, (finding,) = carry_out(line, bench.context)
    assert paragraph.text.startswith("增加2件, ")
    typed = source.lines[0][finding.span.column - 1 : finding.span.end_column - 1]
    assert typed == '\\"本年新收\\"'


def test_text_without_braces_imports_nothing_for_expressions(root):
    code = (
        "import sys\n"
        "from generator.report.expressions import Context, carry_out\n"
        "from generator.source.nodes import TextLine\n"
        "carry_out(TextLine('甲', ()), None)\n"
        "print([m for m in sys.modules if m.endswith(('expressions.mixed', 'expressions.evaluate', 'fractions'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
