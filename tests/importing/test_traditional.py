"""Reports in traditional characters: labels, headings and titles are read; what is text stays as it was typed."""

from __future__ import annotations

import random

import permuted_tables as permuted
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from table_layouts import EDITION, Tables, random_tables

from generator.form.edition import walk
from generator.han.variants import in_usual
from generator.importing.importing import import_published
from generator.importing.words import label_form
from generator.pipeline.opening import open_report

_PAIRS = (
    "万萬与與业業个個为為举舉于於众眾会會体體关關内內决決况況划劃别別制製办辦务務动動单單发發号號后後团團"
    "围圍国國处處复復实實审審导導属屬师師应應废廢开開强強当當径徑总總执執报報据據护護数數无無时時机機权權条條"
    "构構查査标標档檔码碼确確离離种種称稱稳穩签簽类類系係纠糾纳納组組织織终終经經结結统統继繼续續维維综綜编編"
    "缴繳罚罰获獲补補规規视視计計认認训訓议議讼訟许許设設访訪诉訴询詢语語请請负負责責败敗费費资資转轉载載过過"
    "这這进進销銷门門问問间間际際隐隱页頁项項题題额額县縣书書厅廳"
)
TRADITIONAL = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))


def rows_of(text: str) -> Tables:
    report = open_report("例.yaml", text.encode()).report
    assert report is not None
    return {path: [int(v) for v in row if v is not None] for path, row in report.figures.rows.items()}


def traditional(grids: permuted.Grids) -> permuted.Grids:
    return {
        key: [[(text.translate(TRADITIONAL), columns, rows) for text, columns, rows in row] for row in grid]
        for key, grid in grids.items()
    }


@pytest.mark.parametrize("suffix", ["html", "md", "txt", "docx"])
@settings(max_examples=4)
@given(seed=st.integers(0, 10_000))
def test_tables_with_traditional_labels(suffix: str, seed: int) -> None:
    rng = random.Random(seed)
    tables = random_tables(rng)
    grids = permuted.grids(tables, rng)
    if suffix == "docx":
        data = permuted.as_docx(traditional(grids))
    else:
        maker = {"html": permuted.as_html, "md": permuted.as_markdown, "txt": permuted.as_tabs}[suffix]
        data = maker(grids).decode().translate(TRADITIONAL).encode()
    found = import_published(f"報告.{suffix}", data)
    assert found.year == 2023
    assert rows_of(found.text).items() >= tables.items()
    assert not found.doubts


def test_every_label_of_the_form_is_known_in_traditional_characters() -> None:
    labels = [item.label for _, item in walk(EDITION.root)]
    for label in labels:
        assert label_form(label.translate(TRADITIONAL)) == label_form(label), label


def test_text_and_agency_stay_as_they_were_typed() -> None:
    tables = random_tables(random.Random(1))
    page = permuted.as_html(permuted.grids(tables, random.Random(1))).decode().translate(TRADITIONAL)
    first = "<p>（一）主動公開。全年發佈信息若干，內容屬實。</p>"
    page = page.replace("<p>写明有關情況。</p>", first, 1)
    assert first in page
    found = import_published("報告.html", page.encode())
    assert found.agency == "示例縣甲局"
    report = open_report("例.yaml", found.text.encode()).report
    assert report is not None
    assert "全年發佈信息若干，內容屬實。" in found.text
    assert "主动公开:" in found.text
    assert "主動公開" in found.text


@given(st.text())
def test_usual_characters_keep_the_length(text: str) -> None:
    assert len(in_usual(text)) == len(text)
    assert in_usual(in_usual(text)) == in_usual(text)
