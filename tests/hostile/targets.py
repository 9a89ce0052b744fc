"""What is fuzzed: each target takes any bytes and raises only when something is wrong with us."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hostile import figure_laws, worst

from generator.editing.actions import actions, fix_all
from generator.editing.answers import Position
from generator.editing.completing import completions
from generator.editing.definition import definition, references
from generator.editing.formatting import formatted
from generator.editing.hints import hints
from generator.editing.hover import hover
from generator.editing.outline import folds, outline
from generator.editing.page import Page
from generator.findings import Finding, Severity
from generator.fixes import carry_out, mechanical
from generator.importing.blocks import UnreadableError
from generator.importing.importing import import_published
from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.checking import Checked, check_file
from generator.render import docx, html, markdown

ROOT = Path(__file__).resolve().parents[2]
BESIDE = str(ROOT / "examples" / "例.yaml")
"""Not a file; what it names as last year's report lies beside it."""
_ROUNDS = 20
_LONGEST_ANSWER = 1200
"""Characters that an expression of 500 may print: no number in it has more than 20 digits."""


class Target(NamedTuple):
    """``run`` raises what is wrong; ``seeds`` are what to begin with."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


def checked(data: bytes) -> Checked:
    found = check_file(BESIDE, data=data)
    assert not found.trace, found.trace
    assert found.report is not None or any(f.severity is Severity.ERROR for f in found.findings)
    for finding in found.findings:
        in_text(finding, found.source_lines)
    return found


def in_text(finding: Finding, lines: tuple[str, ...]) -> None:
    """A finding has words, and a place that is there."""
    span = finding.span
    assert finding.message, finding
    assert finding.code != "NB900", finding
    assert (1, 1) <= span[:2] <= span[2:], finding
    if finding.code == "NB002":  # there is no text to show
        return
    if span.end_line <= len(lines):
        assert span.end_column <= len(lines[span.end_line - 1]) + 1, finding
    else:
        assert span.end_line <= max(len(lines), 1) + 1, finding


def _yaml(data: bytes) -> None:
    found = checked(data)
    form = ("docx", "md", "html")[len(data) % 3]
    made, content = render_file(BESIDE, BuildOptions(formats=(form,), draft=True), data)
    assert not made.trace, made.trace
    assert (content is None) == (found.report is None)
    _fixed("\n".join(found.source_lines))


def _fixed(text: str) -> None:
    """Fixing comes to rest."""
    for _ in range(_ROUNDS):
        text, done = carry_out(text, mechanical(list(checked(text.encode("utf-8", "surrogatepass")).findings)))
        if not done:
            return
    raise AssertionError(f"still fixing after {_ROUNDS} rounds")


def _expression(data: bytes) -> None:
    inner = " ".join(data.decode("utf-8", "replace").split())
    found = checked(
        f"机关: 甲局\n年度: 2023\n总体情况:\n  概述: |\n    共{{{{{inner}}}}}件\n".encode("utf-8", "replace")
    )
    for narrative in found.report.narratives.values() if found.report else ():
        for entry in narrative.entries:
            assert sum(len(line.text) for line in entry.paragraphs) <= len(inner) + _LONGEST_ANSWER


def _published(suffix: str, wrap: Callable[[bytes], bytes] = bytes) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        try:
            imported = import_published(f"a.{suffix}", wrap(data))
        except UnreadableError as problem:
            if not (problem.message and problem.hint):
                raise AssertionError(problem) from problem
            return
        checked(imported.text.encode("utf-8", "surrogatepass"))

    return run


def _editing(data: bytes) -> None:
    text = data[4:].decode("utf-8", "replace")
    page = Page(BESIDE, text)
    at = Position(1 + int.from_bytes(data[:2]) % 200, 1 + int.from_bytes(data[2:4]) % 100)
    if page.is_report:
        hover(page, at)
        completions(page, at)
        definition(page, at)
        references(page, at, with_definition=True)
        formatted(page)
        hints(page, 1, 1000)
        outline(page)
        folds(page)
        fix_all(page)
        for finding in page.checked.findings[:3]:
            actions(page, finding.span)


def _examples() -> list[bytes]:
    return [file.read_bytes() for file in sorted((ROOT / "examples").glob("*.yaml"))]


def _built(render: Callable[..., bytes]) -> Callable[[], list[bytes]]:
    from generator.document.compose import compose

    def seeds() -> list[bytes]:
        reports = [checked(data).report for data in _examples()[:2]]
        return [render(compose(report)) for report in reports if report]

    return seeds


def _bodies() -> list[bytes]:
    import io
    import zipfile

    made = _built(docx.render)()
    parts = [zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml") for data in made]
    return [part.partition(b"<w:body>")[2].partition(b"</w:body>")[0] for part in parts]


def _expressions() -> list[bytes]:
    said = [
        "本年新收",
        "较上年(本年新收, ‘件’)",
        "占比(1, 3, 位数=2)",
        "汉字(16)",
        "(1 + 2) * 3 / 4",
        "上年.本年新收",
        "机关",
    ]
    return [one.encode() for one in said]


def _pdfs() -> list[bytes]:
    from hostile import pdfs

    return [pdfs.page(b"BT /F 12 Tf 50 700 Td (" + b"Hello 123 " * 9 + b") Tj ET 0 0 m 100 0 l S")]


TARGETS: dict[str, Target] = {
    "yaml": Target(_yaml, _examples),
    "expression": Target(_expression, _expressions),
    "editing": Target(_editing, lambda: [b"\0\x0a\0\x05" + data for data in _examples()]),
    "html": Target(_published("html"), _built(html.render)),
    "md": Target(_published("md"), _built(markdown.render)),
    "txt": Target(_published("txt"), _built(markdown.render)),
    "docx": Target(_published("docx"), _built(docx.render)),
    "body": Target(_published("docx", lambda data: worst.docx(data.decode("utf-8", "replace"))), _bodies),
    "pdf": Target(_published("pdf"), _pdfs),
    "cell": Target(figure_laws.published_cell, figure_laws.seeds),
    "markup": Target(figure_laws.published_markup, figure_laws.markup_seeds),
    "figure": Target(figure_laws.fixed_figure, lambda: [seed[2:] for seed in figure_laws.seeds()]),
}


def mutated(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """The data with a few pieces left out, doubled, moved, replaced by others' or by signs that mean something."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(out) + 1)
        stop = min(len(out), start + chance.choice([0, 1, 2, 3, 8, 40, 400]))
        other = chance.choice(others)
        place = chance.randrange(len(other) + 1)
        piece = chance.choice(
            [b"", out[start:stop] * 2, other[place : place + chance.choice([1, 4, 60])], chance.choice(SIGNS).encode()]
        )
        out[start:stop] = piece
    return bytes(out)


SIGNS = [
    *(
        "：",
        "，",
        "｛",
        "　",
        "\ufeff",
        "\x00",
        "\x85",
        "\u2028",
        "\t",
        "\r",
        "\n",
        " #",
        "- ",
        "? ",
        "&a ",
        "*a",
        "!!x ",
        "%",
    ),
    *(
        "|",
        ">",
        "{{ ",
        " }}",
        "“",
        "〔",
        "《",
        "１",
        "十",
        "99999999999",
        "-1",
        "1e9",
        "0x",
        "{",
        "[",
        "'",
        '"',
        "\\",
        ": ",
    ),
    *(
        "<table>",
        "<tr>",
        "<td colspan=99 rowspan=99>",
        "</table>",
        "<!--",
        "]]>",
        "&#x110000;",
        "<w:tbl>",
        "<w:tc>",
        "</w:p>",
    ),
    *(
        "<w:vMerge/>",
        "<w:gridSpan w:val='-1'/>",
        "style='display:none'",
        "<style>.a{",
        "charset=idna",
        *("¹", "①", "²", "O", "%", "件", "万", "元", "<sup>", "</sup>", "<s>", "</s>", "<br>", "，", "1,000", "左右"),
        "\f",
        "|-|",
        "+-+",
    ),
    *(
        "()",
        "**",
        "lambda:",
        "__class__",
        "上年.",
        "增减(",
        "占比(",
        "/0",
        "1." * 9,
        "（" * 9,
        "# nianbao: 忽略 NB305\n",
    ),
]
