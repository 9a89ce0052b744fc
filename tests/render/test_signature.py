"""落款 on the page, as GB/T 9704 7.3.5 has it: the date 右空四字, the agency centred over it, at least 右空二字."""

import pytest
from pdf_places import Box, places

from generator.document.blocks import Document, Paragraph, Signature, Title
from generator.document.measuring import signature_span
from generator.render import docx

RIGHT, CHARACTER = (210 - 26) / 25.4 * 72, 315 / 20
"""The right margin and the width of a character, in points."""

WIDER = CHARACTER
"""By how much the date's end may be off: digits of a substitute for Times New Roman are wider than half a character."""

DAY = "2024年1月20日"


def signed(*lines: str, paragraphs: tuple[str, ...] = ("正文。",)) -> Document:
    body = (Title(("题",)), *map(Paragraph, paragraphs), Signature(lines))
    return Document("题", "某局", "2023", body)


@pytest.fixture(scope="module")
def place(soffice):  # type: ignore[no-untyped-def]
    """The pages and places of the lines of 落款."""

    def find(document: Document, reference: bytes | None = None) -> list[tuple[int, Box]]:
        pdf = soffice(docx.render(document, reference))
        signature = document.blocks[-1]
        assert isinstance(signature, Signature)
        return [places(pdf, line)[-1] for line in signature.lines]

    return find


def test_the_date_ends_four_characters_before_the_margin_and_the_agency_stands_over_its_middle(place) -> None:  # type: ignore[no-untyped-def]
    (_, agency), (_, day) = place(signed("某县水利局", DAY))
    assert abs(RIGHT - day.right - 4 * CHARACTER) < WIDER
    assert abs(agency.middle - day.middle) < 2
    assert agency.bottom < day.top


def test_a_long_name_ends_two_characters_before_the_margin(place) -> None:  # type: ignore[no-untyped-def]
    (_, agency), (_, day) = place(signed("某某自治州某某县人民政府办公室", DAY))
    assert abs(RIGHT - agency.right - 2 * CHARACTER) < 2
    assert abs(agency.middle - day.middle) < 2


def test_a_date_alone(place) -> None:  # type: ignore[no-untyped-def]
    ((_, day),) = place(signed(DAY))
    assert abs(RIGHT - day.right - 4 * CHARACTER) < WIDER


def test_a_line_stands_empty_above_it_and_none_inside(place, soffice) -> None:  # type: ignore[no-untyped-def]
    document = signed("某县水利局", DAY)
    (_, agency), (_, day) = place(document)
    (_, before) = places(soffice(docx.render(document)), "正文。")[0]
    line = 28.95
    assert abs(agency.bottom - before.bottom - 2 * line) < 3
    assert abs(day.bottom - agency.bottom - line) < 3


@pytest.mark.parametrize("lines", [17, 18, 19])
def test_it_never_stands_alone_on_a_page(place, soffice, lines: int) -> None:  # type: ignore[no-untyped-def]
    document = signed("某县水利局", DAY, paragraphs=("正文。",) * lines)
    (page, _), (same, _) = place(document)
    assert page == same == 2
    assert any(on == 2 for on, _ in places(soffice(docx.render(document)), "正文。"))


def test_how_much_of_a_line_it_takes() -> None:
    assert signature_span((DAY,)) == 2 * 4 + 6.5
    assert signature_span(("某县水利局", DAY)) == 2 * 4 + 6.5
    assert signature_span(("某" * 12, DAY)) == 2 * 2 + 12
    assert signature_span(("某县水利局",)) == 2 * 4 + 5


def test_a_name_wider_than_the_line_is_all_there(place) -> None:  # type: ignore[no-untyped-def]
    name = "某" * 30
    document = signed(name, DAY)
    assert place(document)[1][0] == 1
    assert docx._before_signature(document.blocks[-1], docx.built_in()) == 0
