"""Real reports as found; figures are compared by the tests of the import, here only what the readers are to find."""

from pathlib import Path

import pytest
from reading import texts

from generator.importing.blocks import Paragraph, Published, Table
from generator.importing.readers import read_published

SHARED = Path(__file__).resolve().parents[4] / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="没有 ../shared")


def published(pattern: str) -> Published:
    (path,) = SHARED.glob(pattern)
    return read_published(path.name, path.read_bytes())


def tables(given: Published) -> list[Table]:
    return [block for block in given.blocks if isinstance(block, Table)]


def sizes(given: Published) -> list[tuple[int, int]]:
    return [(len(table.rows), sum(len(row) for row in table.rows)) for table in tables(given)]


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        ("seeds/000*.txt", [14, 28, 4]),
        ("seeds/001*.txt", [14, 28, 4]),
        ("seeds/003*.txt", [14, 28, 4]),
        ("seeds/004*.txt", [14, 28, 4]),
    ],
)
def test_the_tables_of_copied_text(pattern: str, rows: list[int]) -> None:
    assert [count for count, _ in sizes(published(pattern))] == rows


def test_a_whole_government_page() -> None:
    given = published("reports/沭阳*.html")
    assert given.title.startswith("沭阳县发展和改革局2023年")
    assert [count for count, _ in sizes(given)][1:] == [14, 28, 4]
    lines = texts(given)
    assert lines[-2:] == ["沭阳县发展和改革局", "2024年1月17日"]
    assert not any("{" in line or "javascript" in line for line in lines)
    labels = [cell.text for row in tables(given)[2].rows for cell in row]
    assert "（七）总计" in labels


def test_extracted_pages_lose_their_numbers_and_nothing_else() -> None:
    (path,) = SHARED.glob("reports/洪泽*2023.txt")
    source = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = [block.text for block in published("reports/洪泽*2023.txt").blocks if isinstance(block, Paragraph)]
    assert [line for line in source if line not in found] == [f"-{n}-" for n in range(1, 6)]


def test_rows_that_ran_together_are_left_as_they_are() -> None:
    assert "640020470二、" in texts(published("reports/平潭*2021.txt"))[-1]
