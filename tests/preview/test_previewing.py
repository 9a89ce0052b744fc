"""A file at one moment: its page, its findings' places, and every way in which there is no page."""

from pathlib import Path

import pytest

from generator.pipeline import previewing
from generator.pipeline.building import BuildOptions, render_file
from generator.pipeline.previewing import look_at

EXAMPLE = "温县人民政府办公室-2023.yaml"


@pytest.fixture
def text(examples: Path) -> str:
    return (examples / EXAMPLE).read_text(encoding="utf-8")


def test_the_page_is_what_build_writes(examples):
    path = str(examples / EXAMPLE)
    look = look_at(path)
    assert look.html == render_file(path, BuildOptions(formats=("html",)))[1]
    assert not look.broken
    assert len(look.located) == len(look.checked.findings) == 1
    assert [Path(file).name for file in look.inputs] == [EXAMPLE, EXAMPLE.replace("2023", "2022")]


def test_with_errors_it_is_the_draft_that_build_writes(examples, text):
    data = text.replace("本年新收: {自然人: 16}", "本年新收: {自然人: }").encode()
    path = str(examples / EXAMPLE)
    look = look_at(path, data)
    assert look.html == render_file(path, BuildOptions(formats=("html",), draft=True), data)[1]
    assert not look.broken
    [empty] = [at for f, at in zip(look.checked.findings, look.located, strict=True) if f.code == "NB105"]
    assert len(empty.marks) == 1


def test_related_places_are_located_too(examples, text):
    look = look_at(str(examples / EXAMPLE), text.replace("本年新收: {自然人: 16}", "本年新收: {自然人: 17}").encode())
    [balance] = [(f, at) for f, at in zip(look.checked.findings, look.located, strict=True) if f.code == "NB201"]
    assert len(balance[1].related) == len(balance[0].related) > 0
    assert all(balance[1].related)


@pytest.mark.parametrize(
    ("data", "has_page"),
    [(b"", False), (b"\xff\xff\xff", False), (b"\x00" * 100, False), ("机关: [".encode(), True)],
    ids=["empty", "undecodable", "binary", "cut off"],
)
def test_what_cannot_be_read_is_broken(data, has_page):
    look = look_at("x.yaml", data)
    assert look.broken
    assert (look.html is not None) is has_page
    assert look.checked.findings
    assert look.inputs == ("x.yaml",)


def test_a_slip_in_the_syntax_is_broken_but_has_a_page_of_what_could_be_read(examples, text):
    look = look_at(str(examples / EXAMPLE), text.replace("{自然人: 16}", "{自然人: 16", 1).encode())
    assert look.broken
    assert look.html is not None


def test_a_file_that_is_not_there_is_a_problem_to_be_told(tmp_path):
    look = look_at(str(tmp_path / "没有.yaml"))
    assert look.problem is not None
    assert "找不到文件" in look.problem.message
    assert look.broken
    assert look.inputs == (str(tmp_path / "没有.yaml"),)


def test_a_fault_of_our_own_is_a_finding(examples, monkeypatch):
    def fail(*_arguments, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr(previewing, "composed", fail)
    look = look_at(str(examples / EXAMPLE))
    assert [f.code for f in look.checked.findings] == ["NB900"]
    assert "ZeroDivisionError" in look.checked.trace
    assert look.broken
