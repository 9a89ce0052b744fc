"""What is not filled in yet is counted apart and folded; what is mended at once, and what is clean, is said shortly."""

import json
from pathlib import Path

import pytest
from conftest import Cli

from generator.cli.finding_text import finding_text
from generator.findings import Span, error, warning
from generator.form import edition_for
from generator.form.to_fill import filled_in, places_to_fill
from generator.han.width import columns


@pytest.fixture
def new(cli: Cli, tmp_path: Path) -> Path:
    assert cli("new", "2024", "--agency", "青山县水利局", "-o", "年报.yaml", cwd=tmp_path).returncode == 0
    return tmp_path / "年报.yaml"


def _set(file: Path, key: str, value: str) -> None:
    lines = file.read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.strip().startswith(f"{key}:"))
    lines[at] = f"{lines[at].partition(':')[0]}: {value}"
    file.write_text("\n".join([*lines, ""]), "utf-8")


def test_a_new_file_is_greeted_with_what_is_to_be_filled_in(new: Path, cli: Cli) -> None:
    outcome = cli("check", new.name, cwd=new.parent)
    assert outcome.returncode == 1
    assert outcome.stderr.splitlines()[-1] == "1 个文件，待填 45，错误 0，警告 0"
    assert len((outcome.stdout + outcome.stderr).splitlines()) <= 40
    assert "待填 45，已填 0/45" in outcome.stdout
    first = next(i for i, line in enumerate(new.read_text("utf-8").splitlines(), 1) if "本年新收:" in line)
    assert f"表三还有 24 格：第 {first}、{first + 1}、{first + 3}、" in outcome.stdout
    assert "错误" not in outcome.stdout


def test_json_keeps_it_within_the_errors(new: Path, cli: Cli) -> None:
    _set(new, "行政处罚", "十二件")
    counts = json.loads(cli("check", new.name, "--format", "json", cwd=new.parent).stdout)
    assert (counts["errors"], counts["pending"]) == (45, 44)
    [file] = counts["files"]
    assert {f["severity"] for f in file["findings"] if f["code"] == "NB105"} == {"error"}
    assert "待填 44，错误 1，警告 0" in cli("check", new.name, cwd=new.parent).stderr


def test_progress_counts_places_not_lines(new: Path, cli: Cli) -> None:
    _set(new, "行政许可", "3")
    _set(new, "行政处罚", "0")
    lines = new.read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.strip().startswith("不予处理:"))
    new.write_text("\n".join([*lines[: at + 1], *lines[at + 6 :], ""]), "utf-8")
    shown = cli("check", new.name, cwd=new.parent).stdout
    assert "待填 39，已填 2/45" in shown, "a group left empty as a whole leaves its five rows open"


def test_a_few_places_are_shown_one_by_one(cli: Cli, examples: Path, tmp_path: Path) -> None:
    text = (examples / "新华区矿工路街道办事处-2023.yaml").read_text("utf-8")
    (tmp_path / "a.yaml").write_text(text.replace("行政处罚: 0", "行政处罚:"), "utf-8")
    outcome = cli("check", "a.yaml", cwd=tmp_path)
    assert "待填 NB105 “行政处罚”还没有填写" in outcome.stdout
    assert "提示：" in outcome.stdout


def test_a_place_elsewhere_counts_as_one_more() -> None:
    edition = edition_for(2024)
    places = places_to_fill(edition)
    assert len(places) == 45
    assert filled_in(edition, []) == (45, 45)
    assert filled_in(edition, [("机关",)]) == (45, 46)
    assert filled_in(edition, [("政府信息公开申请",)]) == (21, 45)
    assert filled_in(edition, [(*places[-1], "实际收取金额")]) == (44, 45)


def test_what_fix_mends_is_said_with_the_command_and_fix_does_it(cli: Cli, examples: Path, tmp_path: Path) -> None:
    text = (examples / "新华区矿工路街道办事处-2023.yaml").read_text("utf-8")
    (tmp_path / "去 年.yaml").write_text(
        text.replace("行政处罚: 0", "行政处罚: ０").replace("年度: 2023", "年度：2023"), "utf-8"
    )
    outcome = cli("check", "去 年.yaml", cwd=tmp_path)
    assert '处可以自动改好：nianbao fix "去 年.yaml"' in outcome.stderr
    assert cli("fix", "去 年.yaml", cwd=tmp_path).returncode == 0
    assert "自动改好" not in cli("check", "去 年.yaml", cwd=tmp_path).stderr


def test_clean_files_of_a_long_list_are_one_line(cli: Cli, examples: Path, tmp_path: Path) -> None:
    text = (examples / "新华区矿工路街道办事处-2023.yaml").read_text("utf-8")
    for number in range(12):
        (tmp_path / f"单位{number:02}.yaml").write_text(text, "utf-8")
    (tmp_path / "坏.yaml").write_text(text.replace("行政处罚: 0", "行政处罚:"), "utf-8")
    said = cli("check", ".", cwd=tmp_path).stderr.splitlines()
    [clean] = [line for line in said if "没有发现问题" in line]
    assert clean.startswith("12 个文件没有发现问题：./单位00.yaml、")
    assert columns(clean) <= 80
    assert ["./坏.yaml", "1", "-", "-", "-"] in [line.split() for line in said]


def _marked(text: str, style: str) -> str:
    return f"<{style}>{text}</>"


def test_the_place_is_marked_in_the_source_line_itself() -> None:
    line = "  行政处罚: 1,234  # “三安全”"
    text = finding_text(error("NB103", "不对", Span(1, 9, 1, 14)), [line], _marked, 80)
    assert "  行政处罚: <mark>1,234</>  # “三安全”" in text


def test_the_caret_is_right_whether_quotation_marks_take_one_cell_or_two() -> None:
    """Such characters stand for themselves above the caret, so they take what they take in the line above."""
    line = "危及“三安全一稳定”—①: 3件"
    start = line.index("3件") + 1
    shown = finding_text(error("NB103", "不对", Span(1, start, 1, start + 2)), [line], lambda text, _: text, 80)
    source, caret = (row.partition("| ")[2] for row in shown.splitlines()[1:3])
    for ambiguous in (1, 2):
        before = columns(source[: source.index("3件")], ambiguous=ambiguous)
        assert columns(caret[: caret.index("^")], ambiguous=ambiguous) == before


def test_words_that_are_wrapped_keep_their_indent() -> None:
    found = warning("NB301", "很长的说明，" * 20, Span(1, 1, 1, 2), hint="请这样改，" * 20, file="年报.yaml")
    rows = finding_text(found, ["机关: 甲"], lambda text, _: text, 60, wrap=True).splitlines()
    assert max(map(columns, rows)) <= 60
    hint = next(i for i, row in enumerate(rows) if "提示：" in row)
    assert all(row.startswith("      ") for row in rows[1:] if " | " not in row)
    assert all(row.startswith(" " * 12) for row in rows[hint + 1 :])
    assert finding_text(found, ["机关: 甲"], lambda text, _: text, 60).count("\n") == 3, "whole for copying"
