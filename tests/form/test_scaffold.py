"""``nianbao new``: whatever the agency, it is read back exactly and lacks only what is to be filled in."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.form import edition_for
from generator.form.edition import walk
from generator.form.layout import comment, quoted
from generator.form.model import FIGURES, Item, Kind
from generator.form.scaffold import scaffold
from generator.han.width import columns as width
from generator.pipeline.opening import read_tree
from generator.report.building import read_report
from generator.report.reading import Reading

SCHEMA = "../schema/nianbao.schema.json"
EDITION = edition_for(2025)
NAMES = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split())
)


def _open_places() -> set[tuple[str, ...]]:
    """What is to be filled in: topics, the fee, rows that tell kinds apart, single figures, cells of other rows."""
    return {path for path, item in walk(EDITION.root) if path[0] in _PARTS and _is_open(path, item)}


def _is_open(path: tuple[str, ...], item: Item) -> bool:
    parent = EDITION.find(path[:-1])
    if item.kind in FIGURES:
        return parent is not None and not parent.kinds and parent.kind is not Kind.SENTENCE
    return item.kind in {Kind.TOPIC, Kind.SENTENCE} or (item.kind is Kind.ROW and bool(item.kinds))


_PARTS = {part.key for part in EDITION.parts}


def _read(text: str) -> tuple[Reading, set[tuple[str, tuple[str | int, ...]]]]:
    tree = read_tree(text.encode())
    assert tree.root is not None, tree.findings
    assert tree.findings == ()
    draft = read_report(tree, tree.root)
    return draft.reading, {(f.code, f.path) for f in draft.findings}


@pytest.mark.parametrize("year", [2021, 2025, 2099])
def test_what_is_not_filled_in_yet_is_all_that_is_wrong(year: int) -> None:
    reading, found = _read(scaffold(year, "温县人民政府办公室", SCHEMA))
    assert found == {("NB105", path) for path in _open_places()}
    assert reading.fields["年度",] == year


def test_without_an_agency_it_is_one_more_place_to_fill_in() -> None:
    _, found = _read(scaffold(2025, None, SCHEMA))
    assert found == {("NB105", path) for path in (*_open_places(), ("机关",))}


def test_there_are_as_many_places_as_the_form_has() -> None:
    tables = {path for path in _open_places() if path[0] in {part.key for part in EDITION.tables}}
    assert len(tables) == 6 + 4 + 24 + 3, "6 cells and 4 figures of table 2, 24 rows of table 3, 3 of table 4"


@given(NAMES)
@pytest.mark.parametrize("prefix", ["", "某某（县）"])
def test_any_agency_is_read_back_as_given(prefix: str, agency: str) -> None:
    reading, _ = _read(scaffold(2025, prefix + agency, SCHEMA))
    expected = (prefix + agency).strip()
    is_name = any(char.isalpha() for char in expected) and expected != "无"
    assert reading.fields.get(("机关",)) == (expected if is_name else None)


@pytest.mark.parametrize(
    ("agency", "typed"),
    [
        ("温县人民政府办公室", "温县人民政府办公室"),
        ("孟津区（原孟津县）教育局", "孟津区（原孟津县）教育局"),
        ("甲: 乙", "'甲: 乙'"),
        ("甲 #1", "'甲 #1'"),
        ("某'局'", "'某''局'''"),
        ("2023", "'2023'"),
        ("null", "'null'"),
        ("甲局\n乙局", "'甲局 乙局'"),
        ("甲\x00局\u200b", "甲局"),
        ("", ""),
    ],
)
def test_names_are_quoted_only_where_they_must(agency: str, typed: str) -> None:
    assert quoted(agency) == typed


def test_the_first_line_tells_editors_the_schema_and_people_what_it_is_for() -> None:
    first = scaffold(2025, None, "中文/s.json").split("\n", 1)[0]
    assert first.startswith("# yaml-language-server: $schema=中文/s.json （")
    assert "请保留" in first


@pytest.mark.parametrize("agency", ["江口市教育局", None])
def test_no_other_agency_is_named_in_the_samples(agency: str | None) -> None:
    """Its own name, or one of the made-up county 青山."""
    text = scaffold(2025, agency, SCHEMA)
    assert f"# 上年报告: {agency or '青山县人民政府办公室'}-2024.yaml" in text
    named = set(re.findall(r"[\u4e00-\u9fff]{2}[省市县区](?=人民政府|政府办|教育局)", text))
    assert named <= {"青山县", "江口市"}


def test_the_official_heading_and_the_help_stand_above_each_part() -> None:
    lines = scaffold(2025, None, SCHEMA).splitlines()
    for part in EDITION.parts:
        start = lines.index(f"# {part.heading}")
        assert lines[start + 1] == f"# {part.help}"
        assert lines[lines.index(f"{part.key}:") - 1].startswith("#")


def test_notes_stand_under_one_another_in_every_table() -> None:
    lines = scaffold(2025, None, SCHEMA).splitlines()
    for part in EDITION.tables:
        start = lines.index(f"{part.key}:")
        end = lines.index("", start)
        columns = {width(line.partition("# ")[0]) for line in lines[start:end] if "# " in line}
        assert len(columns) == 1


def test_optional_entries_are_comments_that_become_entries_without_their_mark() -> None:
    text = scaffold(2025, "甲局", SCHEMA)
    optional = [item.key for item in EDITION.items if not item.required]
    for key in optional:
        text = text.replace(f"\n# {key}:", f"\n{key}:")
    reading, found = _read(text)
    assert {path for _, path in found} == _open_places()
    assert set(optional) <= set(reading.instance)


def test_no_text_place_has_a_note_that_would_cut_off_what_is_typed_there() -> None:
    lines = scaffold(2025, None, SCHEMA).splitlines()
    topics = {child.key for part in EDITION.narratives for child in part.children}
    typed = [line.strip() for line in lines if line.strip().partition(":")[0] in topics]
    assert typed
    assert [line for line in typed if "#" in line] == []


@pytest.mark.parametrize(("text", "columns"), [("a", 1), ("年", 2), ("（", 2), ("年报: 1", 7)])
def test_width_counts_han_characters_twice(text: str, columns: int) -> None:
    assert width(text) == columns
    assert unicodedata.east_asian_width("“") == "A", "quotation marks count once, as in most editors"


@pytest.mark.parametrize("end", ["\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x1c"])
def test_nothing_in_a_comment_ends_it(end: str) -> None:
    assert comment(f"第一句{end}机关: 别的机关\x00", 1) == "  # 第一句 机关: 别的机关"
