"""The worst inputs come to an end, by themselves, in bounded memory: findings, or a refusal in words."""

import os

import pytest

if not hasattr(os, "fork"):
    pytest.skip("这个系统没有 fork，量不了单个输入的内存", allow_module_level=True)

from hostile.measuring import MIB, Measured, check, measured, read
from hostile.pdfs import PDFS, page
from hostile.worst import PUBLISHED, YAML

from generator.importing.readers import pdf_apart
from generator.importing.readers.kinds import kind_of

MOST = 700 * MIB
"""What a YAML file, a page, a Word file or text may take at its worst."""


def well(one: Measured) -> str:
    """Its outcome, after a look at what it took."""
    assert not one.died, one.died
    return one.outcome


@pytest.mark.parametrize("name", YAML)
def test_yaml(name: str) -> None:
    one = measured(name, lambda: check(YAML[name]()))
    assert int(well(one).split()[0]) <= 1000
    assert one.peak < MOST


@pytest.mark.parametrize("name", PUBLISHED)
def test_published(name: str) -> None:
    suffix, maker = PUBLISHED[name]
    one = measured(name, lambda: read(f"a.{suffix}", maker()))
    assert well(one)
    assert one.peak < MOST


@pytest.mark.parametrize("name", PDFS)
def test_pdf(name: str) -> None:
    pytest.importorskip("pypdfium2")
    assert kind_of("a.pdf", PDFS[name]()) == "pdf"
    assert well(measured(name, lambda: read("a.pdf", PDFS[name]()))) == "refused"


def test_after_a_pdf_that_breaks_the_engine_the_next_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pypdfium2")
    text = b"BT /F 12 Tf 50 700 Td (" + b"Hello 123 " * 9 + b") Tj ET"

    def work() -> str:
        assert read("a.pdf", PDFS["a drawing that calls itself"]()) == "refused"
        return "".join(str(block) for block in pdf_apart.read(page(text)).blocks)

    assert "Hello 123" in well(measured("two", work))
    assert capfd.readouterr().err == "", "what the engine says in dying is not for the clerk"


def test_a_process_that_was_forked_leaves_the_reader_of_the_first_alone() -> None:
    pytest.importorskip("pypdfium2")
    text = page(b"BT /F 12 Tf 50 700 Td (" + b"Hello 123 " * 9 + b") Tj ET")
    before = pdf_apart.read(text)
    assert well(measured("fork", lambda: str(pdf_apart.read(text) == before))) == "True"
    assert pdf_apart.read(text) == before
