"""落款 on the page, as GB/T 9704 7.3.5 has it: the date 右空四字, the agency centred over it, at least 右空二字."""

from pathlib import Path

import pytest
from pdf_places import Box, places
from programs import Office

from generator.document.blocks import Document, Paragraph, Signature, Title
from generator.document.measuring import signature_span
from generator.render import docx

RIGHT, CHARACTER, LINE = (210 - 26) / 25.4 * 72, 315 / 20, 28.95
"""The right margin, the width of a character and the pitch of lines, in points."""

WIDER = CHARACTER
"""By how much the date's end may be off: digits of a substitute for Times New Roman are wider than half a character."""

AGENCY, LONG, WIDEST, DAY = "某县水利局", "某某自治州某某县人民政府办公室", "某" * 30, "2024年1月20日"
FULL_PAGES = (17, 18, 19)
"""How many lines of text leave too little room for 落款 on the first page."""


def signed(*lines: str, paragraphs: int = 1) -> Document:
    body = (Title(("题",)), *[Paragraph("正文。")] * paragraphs, Signature(lines))
    return Document("题", "某局", "2023", body)


DOCUMENTS = {
    "both": signed(AGENCY, DAY),
    "long": signed(LONG, DAY),
    "date": signed(DAY),
    "widest": signed(WIDEST, DAY),
    **{f"full {lines}": signed(AGENCY, DAY, paragraphs=lines) for lines in FULL_PAGES},
}


@pytest.fixture(scope="module")
def printed(office: Office) -> dict[str, Path]:
    made = office.convert({f"{name}.docx": docx.render(document) for name, document in DOCUMENTS.items()}, "pdf")
    return {name: made[f"{name}.docx"] for name in DOCUMENTS}


def place(pdf: Path, line: str) -> tuple[int, Box]:
    return places(pdf, line)[-1]


def test_the_date_ends_four_characters_before_the_margin_and_the_agency_stands_over_its_middle(
    printed: dict[str, Path],
) -> None:
    (_, agency), (_, day) = place(printed["both"], AGENCY), place(printed["both"], DAY)
    assert abs(RIGHT - day.right - 4 * CHARACTER) < WIDER
    assert abs(agency.middle - day.middle) < 2
    assert agency.bottom < day.top


def test_a_long_name_ends_two_characters_before_the_margin(printed: dict[str, Path]) -> None:
    (_, agency), (_, day) = place(printed["long"], LONG), place(printed["long"], DAY)
    assert abs(RIGHT - agency.right - 2 * CHARACTER) < 2
    assert abs(agency.middle - day.middle) < 2


def test_a_date_alone(printed: dict[str, Path]) -> None:
    assert abs(RIGHT - place(printed["date"], DAY)[1].right - 4 * CHARACTER) < WIDER


def test_a_line_stands_empty_above_it_and_none_inside(printed: dict[str, Path]) -> None:
    before, agency, day = (place(printed["both"], text)[1] for text in ("正文。", AGENCY, DAY))
    assert abs(agency.bottom - before.bottom - 2 * LINE) < 3
    assert abs(day.bottom - agency.bottom - LINE) < 3


@pytest.mark.parametrize("lines", FULL_PAGES)
def test_it_never_stands_alone_on_a_page(printed: dict[str, Path], lines: int) -> None:
    pdf = printed[f"full {lines}"]
    assert place(pdf, AGENCY)[0] == place(pdf, DAY)[0] == place(pdf, "正文。")[0] == 2


def test_how_much_of_a_line_it_takes() -> None:
    assert signature_span((DAY,)) == 2 * 4 + 6.5
    assert signature_span((AGENCY, DAY)) == 2 * 4 + 6.5
    assert signature_span((LONG, DAY)) == 2 * 2 + 15
    assert signature_span((AGENCY,)) == 2 * 4 + 5


def test_a_name_wider_than_the_line_is_all_there(printed: dict[str, Path]) -> None:
    assert len(places(printed["widest"], "某")) == 30
    assert place(printed["widest"], DAY)[0] == 1
    assert docx._before_signature(DOCUMENTS["widest"].blocks[-1], docx.built_in()) == 0
