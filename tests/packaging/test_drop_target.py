"""``nianbao.cmd`` is fit for cmd.exe, which cannot be run here: line ends, code page, never finding itself."""

from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "nianbao.cmd"


def script() -> list[str]:
    return SCRIPT.read_bytes().decode("utf-8").split("\r\n")


def test_line_ends_are_those_of_windows_and_there_is_no_byte_order_mark() -> None:
    assert "\n" not in "".join(script())
    assert script()[0] == "@echo off"


def test_chinese_comes_after_the_code_page_is_set() -> None:
    code_page = script().index("chcp 65001 >nul")
    assert "".join(script()[:code_page]).isascii()
    assert not "".join(script()[code_page:]).isascii()


def test_every_way_to_find_the_program_names_an_executable_other_than_this_script() -> None:
    ways = [line for line in script() if "set RUN=" in line or 'set "RUN=' in line][1:]
    assert len(ways) == 6
    assert all(".exe" in line or "-m generator" in line for line in ways)


def test_the_window_stays_open() -> None:
    assert [line for line in script() if line][-1] == "pause"


def test_every_label_that_is_jumped_to_is_there() -> None:
    text = script()
    jumps = {line.split("goto ")[1].strip() for line in text if "goto " in line}
    assert jumps == {line[1:] for line in text if line.startswith(":")}
