"""build --reference: an agency's template that cannot serve is told once, before anything is written."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Cli = Callable[..., CompletedProcess[str]]


def test_it_is_told_once_and_nothing_is_written(cli: Cli, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "模板.docx").write_bytes(b"PK nothing")
    reports = sorted(examples.glob("*-2023.yaml"))
    outcome = cli("build", *reports, "-o", tmp_path / "out", "--reference", "模板.docx", cwd=tmp_path)
    assert outcome.returncode == 2
    assert outcome.stderr.count("模板 模板.docx 不能用：文件已经损坏") == 1
    assert "请重新复制一份" in outcome.stderr
    assert not (tmp_path / "out").exists()


def test_it_does_not_matter_where_no_word_file_is_asked_for(cli: Cli, examples: Path, tmp_path: Path) -> None:
    (tmp_path / "模板.docx").write_bytes(b"PK nothing")
    report = next(examples.glob("*-2023.yaml"))
    outcome = cli("build", report, "-o", tmp_path, "-t", "md", "--reference", "模板.docx", cwd=tmp_path)
    assert outcome.returncode == 0


def test_a_report_of_ours_serves(cli: Cli, examples: Path, tmp_path: Path) -> None:
    report = next(examples.glob("*-2023.yaml"))
    assert cli("build", report, "-o", tmp_path, "-t", "docx").returncode == 0
    (template,) = tmp_path.glob("*.docx")
    again = cli("build", report, "-o", tmp_path / "again", "-t", "docx", "--reference", template, "-j", "2")
    assert again.returncode == 0
    assert [path.name for path in (tmp_path / "again").iterdir()] == [template.name]
