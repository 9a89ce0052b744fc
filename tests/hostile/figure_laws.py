"""Laws of a figure's notation, for any bytes: what is read, and what ``fix`` leaves, has the digits that were typed."""

from __future__ import annotations

import html
import re
import unicodedata

from importing.published_figures import PLACES, Place, marked_down, read, tabs, text_in_web, text_in_word, web

from generator.findings import Severity
from generator.fixes import carry_out, mechanical
from generator.han.numerals import CHARACTERS
from generator.pipeline.checking import check_file

_LONGEST = 14
"""Characters of a figure's place; more shows no more kinds."""
_UNREAD = {"NB003", "NB004", "NB005", "NB007", "NB008", "NB102", "NB103", "NB104", "NB105"}
_NOTE = re.compile(r"[(（][^()（）]*[)）]")
_TWO = re.compile(r"\d[\s'’]+\d")
_OTHERWISE = re.compile(r"[-−–—－%％‰A-Za-z~～^×*/／约近逾余多负△▲±<>≈=＝≥≤]")
_SUFFIXES = ("html", "md", "txt", "docx")
_WRITERS = (text_in_web, marked_down, tabs, text_in_word)
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n\u2028\u2029]*")
"""A comment of YAML, also at the beginning of a line; what stands on the next line is typed again."""
_TAG = re.compile(r"<(?:[A-Za-z/!?][^>]*)>")
"""Markup of HTML: behind any other character a ``<`` is shown as it is, and what follows it."""
_FILE = """机关: 例县例局
年度: 2025
主动公开政府信息: {{规章: 0, 行政规范性文件: 0, 行政许可: 0, 行政处罚: 0, 行政强制: 0, 行政事业性收费: 0}}
政府信息公开申请:
  本年新收: {{自然人: {}, 商业企业: 7}}
  上年结转: 0
  办理结果: 0
  结转下年度: 0
"""


def digits(text: str) -> str:
    """The decimal digits of a text in ASCII, without zeros at the ends, which units and points move."""
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal()).strip("0")


def holds(text: str, value: str) -> None:
    """Raise unless a value can be what the text says: every digit of it, and nothing that makes it another figure."""
    outside = _NOTE.sub("", text)
    spoken = "".join(char for char in outside if not char.isspace() and unicodedata.category(char) != "Cf")
    if not any(char.isdecimal() for char in outside):
        assert value == "0" or any(char in CHARACTERS for char in spoken), (text, value)
        return
    assert digits(outside) == digits(value), (text, value)
    assert not any(unicodedata.category(char) in {"No", "Me", "Mn"} for char in outside), (text, value)
    assert not _OTHERWISE.search(outside), (text, value)


def published_cell(data: bytes) -> None:
    """Any text in a published cell: the figure it says, or nothing."""
    kind, place = (data + b"\0\0")[0] % len(_SUFFIXES), list(PLACES.values())[(data + b"\0\0")[1] % 3]
    text = _text(data[2:])
    if kind > 0:
        text = " ".join(text.replace("|", " ").replace("<", " ").split())
    _read(_SUFFIXES[kind], _WRITERS[kind](place, text), place, text)


def published_markup(data: bytes) -> None:
    """Any markup in the cell of a page: no digit that is not shown there."""
    markup = data[:80].decode("utf-8", "replace").replace("</td", "").replace("<td", "").replace("<t", "")
    place = PLACES["table 2"]
    value, _ = read("html", web(place, markup), place)
    shown = html.unescape(_TAG.sub("", markup))
    assert value is None or value == "0" or _is_within(digits(value), "".join(c for c in shown if c.isdecimal()))


def _is_within(wanted: str, shown: str) -> bool:
    """Whether the digits come one after another in what is shown, others between them or not."""
    rest = iter(digits(shown) + "0" * 20)
    return all(digit in rest for digit in wanted)


def _read(suffix: str, data: bytes, place: Place, text: str) -> None:
    value, imported = read(suffix, data, place)
    if value is None:
        assert any(doubt.path[: len(place.row)] == place.row for doubt in imported.doubts), text
    elif not _TWO.search(text.strip()):
        holds(text, value)


def fixed_figure(data: bytes) -> None:
    """Any text in a figure's place: fixing leaves the figure it says, or a finding."""
    text = _text(data)
    file = _FILE.format(text)
    for _ in range(20):
        checked = check_file("例.yaml", data=file.encode())
        file, done = carry_out(file, mechanical(checked.findings))
        if not done:
            break
    wrong = [f for f in checked.findings if f.severity is Severity.ERROR and f.code in _UNREAD]
    row = checked.report and checked.report.figures.rows.get(("政府信息公开申请", "本年新收"))
    if wrong or not row or row[0] is None:
        return
    typed = _COMMENT.sub("", text)
    if not re.search(r"[,:{}\[\]'\"，：｛｝]\s*\S*[^\d,，\s]", typed):  # no entry of its own
        holds(typed, str(row[0]))


def _text(data: bytes) -> str:
    """The beginning of the data as text, without what no Word file can hold."""
    text = data.decode("utf-8", "replace").replace("\ufffd", "")
    return "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cn", "Cs"} or char == "\n")[
        :_LONGEST
    ]


def seeds() -> list[bytes]:
    """What to begin with."""
    said = [
        "16",
        "1,234",
        "１６",
        "16件",
        "1.6万",
        "237¹",
        "2O7",
        "-5",
        "约16",
        "16\n5",
        "16（其中2件）",
        "1e3",
        "十六",
        "5元",
        "16十六其中2",
        "总计其中规章2",
    ]
    return [b"\0\0" + text.encode() for text in said]


def markup_seeds() -> list[bytes]:
    """Cells of pages."""
    said = [
        "<s>5</s>16",
        "16<sup>1</sup>",
        "1<span style='display:none'>2</span>6",
        "<font color=white>1</font>6",
        "<p>1</p><p>6</p>",
    ]
    return [text.encode() for text in said]
