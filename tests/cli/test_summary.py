"""The table after a run over several files."""

import pytest

from generator.cli.outcome import LISTED
from generator.cli.summary import table
from generator.han.width import columns


def test_a_file_a_line_and_numbers_under_their_headings():
    lines = table({"水利局.yaml": {"错误": 2, "警告": 11}, "a.yaml": {"提醒": 1}}, 80)
    assert lines == [
        "文件         错误  警告  提醒",
        "水利局.yaml     2    11     -",
        "a.yaml          -     -     1",
    ]


@pytest.mark.parametrize("cells", [60, 80, 120])
@pytest.mark.parametrize("folder", ["很长的文件夹名称/" * 8, "long-folder-name/" * 8, "半half/" * 20])
def test_long_paths_keep_their_ends_within_the_screen(cells, folder):
    lines = table({f"{folder}某某县人民政府办公室-2023.yaml": {"错误": 12345}, "b.yaml": {"警告": 1}}, cells)
    assert {columns(line) for line in lines} <= {cells, cells - 1}
    assert len({columns(line) for line in lines}) == 1
    assert "…" in lines[1]
    assert "某某县人民政府办公室-2023.yaml" in lines[1]


def test_control_characters_in_a_name_do_not_steer_the_terminal():
    assert "\x1b" not in "".join(table({"a\x1b[2J.yaml": {"错误": 1}}, 80))


def test_only_files_with_findings_are_in_it_and_it_follows_the_findings(cli, tmp_path, examples):
    good = (examples / "新华区矿工路街道办事处-2023.yaml").read_text(encoding="utf-8")
    (tmp_path / "好.yaml").write_text(good, encoding="utf-8")
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(good.replace("行政处罚: 0", "行政处罚: 0件"), encoding="utf-8")
    outcome = cli("check", ".", cwd=tmp_path)
    rows = [line.split() for line in outcome.stderr.splitlines()]
    assert ["文件", "错误", "警告", "提醒"] in rows
    assert ["./a.yaml", "1", "-", "-"] in rows
    assert not any(row and row[0] == "./好.yaml" for row in rows)
    assert rows[-1] == ["3", "个文件，2", "个错误，0", "个警告"]


def test_a_table_of_very_many_files_ends_somewhere_and_says_so(cli, tmp_path):
    names = [f"{number:04}.yaml" for number in range(LISTED + 2)]
    for name in names:
        (tmp_path / name).write_text("x: 1", encoding="utf-8")
    outcome = cli("check", ".", cwd=tmp_path)
    rows = [line.split() for line in outcome.stderr.splitlines()]
    listed = [row for row in rows if row and row[0].endswith(".yaml") and len(row) == 4]
    assert [row[0] for row in listed] == [f"./{name}" for name in names[:LISTED]]
    assert "另外 2 个没有列在表里" in outcome.stderr
    assert rows[-1][0] == str(len(names))


def test_one_file_needs_no_table(cli, tmp_path):
    (tmp_path / "a.yaml").write_text("x: 1", encoding="utf-8")
    assert "文件  " not in cli("check", "a.yaml", cwd=tmp_path).stderr
