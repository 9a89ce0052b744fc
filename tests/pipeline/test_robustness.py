"""Whatever is done to a file: findings or a report, never a crash."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Severity
from generator.pipeline.building import BuildOptions, build_file, render_file
from generator.pipeline.checking import Checked, check_file
from generator.pipeline.fixing import fix_file

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
GOOD = [file.read_text("utf-8") for file in sorted(EXAMPLES.glob("*.yaml"))]
BESIDE = os.fspath(EXAMPLES / "例.yaml")
"""Not a file; what it names as last year's report lies beside it."""
MARKS = [
    *"：，、｛｝（）“”|>{}[]'\"#&*!%@-?:,\t　\u00a0\r\n 0９十件无/\\\x00\x85\u2028\ud800😀",
    "{{",
    "}}",
    "---\n",
    "<<: ",
]
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be", "latin-1"]

Change = tuple[str, int, int, str]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["delete", "double", "insert", "replace", "turn", "swap lines", "double line", "delete line"]),
        st.integers(0, 10_000),
        st.integers(1, 60),
        st.sampled_from(MARKS),
    ),
    min_size=1,
    max_size=12,
)


def changed(text: str, changes: list[Change]) -> str:
    for kind, place, length, mark in changes:
        text = (
            _lines_changed(text, kind, place, length) if "line" in kind else _changed(text, kind, place, length, mark)
        )
    return text


def _changed(text: str, kind: str, place: int, length: int, mark: str) -> str:
    start = place % (len(text) + 1)
    stop = start + length
    middle = {
        "delete": "",
        "double": text[start:stop] * 2,
        "insert": mark + text[start:stop],
        "replace": mark,
        "turn": text[start:stop][::-1],
    }[kind]
    return text[:start] + middle + text[stop:]


def _lines_changed(text: str, kind: str, place: int, length: int) -> str:
    lines = text.split("\n")
    one, other = place % len(lines), (place + length) % len(lines)
    if kind == "swap lines":
        lines[one], lines[other] = lines[other], lines[one]
    elif kind == "double line":
        lines.insert(other, lines[one])
    else:
        del lines[one]
    return "\n".join(lines)


TEXTS = st.builds(changed, st.sampled_from(GOOD), CHANGES)


def check(data: bytes) -> Checked:
    checked = check_file(BESIDE, data=data)
    assert not checked.trace, checked.trace
    assert "NB900" not in {finding.code for finding in checked.findings}
    if checked.report is None:
        assert any(finding.severity is Severity.ERROR for finding in checked.findings)
    for finding in checked.findings:
        assert finding.message
        assert finding.span.line <= len(checked.source_lines) + 1 or finding.code == "NB002"
        assert finding.span[:2] <= finding.span[2:]
    return checked


def encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_changed_text_in_any_encoding(text: str, encoding: str) -> None:
    check(encoded(text, encoding))


@given(st.sampled_from(GOOD), st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), max_size=40))
def test_changed_bytes(text: str, changes: list[tuple[int, int]]) -> None:
    data = bytearray(text.encode())
    for place, value in changes:
        data[place % len(data)] = value
    check(bytes(data))


@given(st.sampled_from(GOOD), st.integers(0, 20_000), st.sampled_from(ENCODINGS))
def test_cut_off_anywhere(text: str, length: int, encoding: str) -> None:
    check(encoded(text, encoding)[:length])


@given(st.binary(max_size=400))
def test_no_text_at_all(data: bytes) -> None:
    check(data)


@given(st.lists(st.sampled_from([*MARKS, *"机关年度: 自然人\n  "]), max_size=80).map("".join))
def test_nothing_but_marks(text: str) -> None:
    check(encoded(text, "utf-8"))


@given(TEXTS, st.sampled_from(["docx", "md", "html"]), st.booleans())
def test_a_draft_is_made_of_whatever_can_be_read(text: str, form: str, fragment: bool) -> None:
    data = encoded(text, "utf-8")
    checked, content = render_file(BESIDE, BuildOptions(formats=(form,), draft=True, fragment=fragment), data)
    assert not checked.trace, checked.trace
    assert (content is None) == (checked.report is None)


@given(TEXTS)
def test_building_writes_all_or_nothing(tmp_path_factory, text: str) -> None:
    folder = tmp_path_factory.mktemp("out")
    options = BuildOptions(directory=os.fspath(folder), formats=("docx", "md", "html"))
    built = build_file(BESIDE, options, encoded(text, "utf-8"))
    assert not built.checked.trace, built.checked.trace
    errors = any(finding.severity is Severity.ERROR for finding in built.checked.findings)
    assert len(list(folder.iterdir())) == len(built.written) == (0 if errors or built.problem else 3)


@given(TEXTS)
def test_fixing_comes_to_rest(tmp_path_factory, text: str) -> None:
    file = tmp_path_factory.mktemp("fix") / "年报.yaml"
    file.write_bytes(encoded(text, "utf-8"))
    fixed = fix_file(os.fspath(file))
    assert not fixed.checked.trace, fixed.checked.trace
    assert (fixed.after == fixed.before) == (fixed.backup is None)
    again = fix_file(os.fspath(file))
    assert (again.after, again.titles, again.backup) == (fixed.after, (), None)


def test_an_expression_behind_words_is_not_quoted_again_and_again(tmp_path: Path) -> None:
    file = tmp_path / "年报.yaml"
    text = "年度: 2023\n不予公开: {属于国家秘密: 0,\n  新收{{ 本年新收 }}件，{{ 较上年(本年新收, '件') }}。\n机关: 甲\n"
    file.write_text(text, encoding="utf-8")
    fixed = fix_file(os.fspath(file))
    assert len(fixed.after) < len(text) + 20
    assert fix_file(os.fspath(file)).after == fixed.after
