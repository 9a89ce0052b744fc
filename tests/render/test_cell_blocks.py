"""Blocks of cells for a province's forms: the printed figures, row by row, and nothing else."""

from pathlib import Path

import pytest

from generator.document.blocks import Table
from generator.document.compose import compose
from generator.pipeline.checking import check_file
from generator.render.cell_blocks import cell_blocks, is_cell_block


@pytest.mark.parametrize(("table", "number"), [("二", 0), ("三", 1), ("四", 2)])
def test_a_block_is_the_printed_tables_figures(examples: Path, table: str, number: int) -> None:
    for file in sorted(examples.glob("*.yaml")):
        report = check_file(str(file)).report
        assert report is not None
        printed = [block for block in compose(report).blocks if isinstance(block, Table)][number]
        rows = [[cell.text for cell in row if cell.role == "figure"] for row in printed.rows]
        block = cell_blocks(report, table)
        assert [line.split("\t") for line in block.splitlines()] == [row for row in rows if row]
        assert is_cell_block(block)
        assert is_cell_block(cell_blocks(report))


@pytest.mark.parametrize(
    "text", ["", "1\n", "1\t2\t3\n", "甲\t0\t0\n3\t0\t0\n0\n0\n0\n0\n", "0\t0\t0\n0\t0\t0\n0\n0\n0\n0\n1\n"]
)
def test_other_texts_are_no_such_block(text: str) -> None:
    assert not is_cell_block(text)


def test_tsv_on_the_command_line(cli, examples: Path, tmp_path: Path) -> None:
    file = examples / "温县人民政府办公室-2023.yaml"
    done = cli("export", file, "--to", "tsv", "--table", "三", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "16\t0\t0\t0\t0\t0\t16"
    assert cli("export", file, "--to", "csv", "--table", "三", cwd=tmp_path).returncode == 2
    assert cli("export", file, "--to", "tsv", "--table", "五", cwd=tmp_path).returncode == 2


def test_a_fragment_without_its_title(cli, examples: Path, tmp_path: Path) -> None:
    file = examples / "温县人民政府办公室-2023.yaml"
    words = ("build", file, "-t", "html", "-o", tmp_path, "--verify")
    assert cli(*words, "--fragment", "--no-title").returncode == 0
    (page,) = tmp_path.glob("*.html")
    assert "<h1" not in page.read_text(encoding="utf-8")
    assert cli(*words, "--no-title").returncode == 2
