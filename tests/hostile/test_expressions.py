"""Whatever Python can say, in an expression: nothing is run, opened or imported, and what is printed is short."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Span
from generator.pipeline.checking import check_file
from generator.report.expressions import Context, carry_out, context_of
from generator.source.nodes import Piece, TextLine

ROOT = Path(__file__).resolve().parents[2]
_BOUND = 1200
"""Characters that an expression of 500 may print."""
_watching: list[list[tuple[str, Any]]] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching:
        _watching[-1].append((event, arguments))


sys.addaudithook(_hook)


@contextmanager
def watched() -> Iterator[list[tuple[str, Any]]]:
    """What Python's auditing sees meanwhile: files, imports, compilation, processes, sockets …"""
    _watching.append([])
    try:
        yield _watching[-1]
    finally:
        _watching.pop()


@cache
def context() -> Context:
    """That of a report with last year's."""
    report = check_file(str(ROOT / "examples" / "温县人民政府办公室-2023.yaml")).report
    assert report is not None
    return context_of(report)


def printed(inner: str) -> str:
    """What a line says in which it stands."""
    text = f"共{{{{ {inner} }}}}件"
    paragraph, findings = carry_out(TextLine(text, (Piece(0, Span.at(1, 1, len(text))),)), context())
    assert {finding.code for finding in findings} <= {"NB106"}
    return paragraph.text


LEAVES = st.sampled_from(
    [
        *(
            "本年新收",
            "机关",
            "年度",
            "上年",
            "上年.本年新收",
            "自然人",
            "__import__",
            "open",
            "eval",
            "type",
            "self",
            "x",
        ),
        *(
            "0",
            "1",
            "2.50",
            "9" * 20,
            "9" * 30,
            "1e300",
            "1j",
            "0x10",
            "1_000",
            "b'x'",
            "None",
            "True",
            "...",
            "()",
            "[]",
        ),
        *(
            "'件'",
            "‘件’",
            "'__class__'",
            "'os'",
            "'{0.__class__}'",
            "''",
            "f'{1}'",
            "r'\\d'",
            "'\\x41'",
            "{}",
            "ｅｖａｌ",
        ),
    ]
)
FORMS = [
    *("A + B", "A - B", "A * B", "A / B", "A ** B", "A << B", "A % B", "A // B", "A @ B", "A | B", "-A", "not A", "~A"),
    *(
        "(A)",
        "A.__class__",
        "A.__globals__",
        "A.format",
        "A.real",
        "A.自然人",
        "A(B)",
        "A(B, C)",
        "A(*B)",
        "A(**B)",
        "A[B]",
    ),
    *("汉字(A)", "占比(A, B)", "占比(A, B, 位数=C)", "增减(A, B, C)", "较上年(A)", "较上年(A, 单位=B)", "增减幅(A, B)"),
    *("lambda: A", "lambda x: A", "A if B else C", "(x := A)", "[A for x in B]", "(A for x in B)", "{A: B}", "{A, B}"),
    *("(A, B)", "[A]", "f'{A}'", "A < B < C", "A and B", "await A", "*A", "yield A", "A; B", "A # B", "A\\B", "A = B"),
]


def _filled(form: str, parts: list[str]) -> str:
    return "".join(parts["ABC".index(char)] if char in "ABC" else char for char in form)


EXPRESSIONS = st.recursive(
    LEAVES,
    lambda inner: st.builds(_filled, st.sampled_from(FORMS), st.lists(inner, min_size=3, max_size=3)),
    max_leaves=20,
)


def only_stand_ins_were_compiled(seen: list[tuple[str, Any]]) -> bool:
    """Python's parser saw names, numbers and units only as n, 1 and s; nothing else happened at all."""
    sources = [arguments[0] for event, arguments in seen if event == "compile"]
    plain = all(set(source) <= set(b"n1s'+-*/(),.= ") for source in sources)
    return plain and {event for event, _ in seen} <= {"compile"}


@settings(max_examples=300)
@given(EXPRESSIONS)
def test_any_python_is_a_mistake_or_a_short_answer(inner: str) -> None:
    printed("本年新收 + 本年新")  # so that all is imported
    with watched() as seen:
        text = printed(inner)
    assert only_stand_ins_were_compiled(seen), seen
    assert len(text) <= len(inner) + _BOUND


@pytest.mark.parametrize(
    "inner",
    [
        "10**10**10",
        "*".join(["9" * 20] * 23),
        "/".join(["9" * 20] * 23),
        "1/" + "/".join(["7" * 20] * 22),
        "-".join(["0." + "0" * 17 + "1"] * 23),
        "占比(" + "*".join(["9" * 20] * 21) + ", 1, 6)",
        "增减(" + "*".join(["9" * 20] * 11) + ", " + "*".join(["8" * 20] * 11) + ", ‘" + "件" * 20 + "’)",
        "汉字(" + "9" * 16 + ")",
    ],
)
def test_the_longest_answers(inner: str) -> None:
    assert len(printed(inner)) <= len(inner) + _BOUND


def test_the_watch_sees_what_it_should() -> None:
    with watched() as seen:
        compile(b"nn + n2", "x", "eval")
        open("/dev/null" if sys.platform != "win32" else "nul").close()
    assert not only_stand_ins_were_compiled(seen)
    assert {"compile", "open"} <= {event for event, _ in seen}
