"""Excel on the command line: written whole to a file or a pipe, never to a screen; what to install is said."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
ASKS = [("export", "2023.yaml", "--to", "xlsx"), ("check", "2023.yaml", "--format", "xlsx")]


@pytest.fixture
def work(tmp_path, examples):  # type: ignore[no-untyped-def]
    for file in examples.glob("温县人民政府办公室-*"):
        shutil.copy(file, tmp_path)
    good = (tmp_path / "温县人民政府办公室-2023.yaml").read_text(encoding="utf-8")
    (tmp_path / "2023.yaml").write_text(good, encoding="utf-8")
    bad = good.replace("本年新收: {自然人: 16}", "本年新收: {自然人: 十六}")
    assert bad != good
    (tmp_path / "bad.yaml").write_text(bad, encoding="utf-8")
    return tmp_path


def book(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path)


def test_export_writes_the_tables(cli, work):
    outcome = cli("export", "2023.yaml", "--to", "xlsx", "-o", "数字.xlsx", cwd=work)
    assert (outcome.returncode, outcome.stdout) == (0, "")
    assert "已写入" in outcome.stderr
    sheets = book(work / "数字.xlsx").worksheets
    assert [sheet.title[:2] for sheet in sheets] == ["二、", "三、", "四、"]
    assert sheets[1]["D4"].value == 16


def test_export_of_what_could_not_be_read_leaves_it_empty(cli, work):
    outcome = cli("export", "bad.yaml", "--to", "xlsx", "-o", "数字.xlsx", cwd=work)
    assert outcome.returncode == 1
    assert "NB103" in outcome.stderr
    assert book(work / "数字.xlsx").worksheets[1]["D4"].value is None


def test_check_writes_the_list_of_problems(cli, work):
    outcome = cli("check", "bad.yaml", "2023.yaml", "--format", "xlsx", "-o", "问题.xlsx", cwd=work)
    assert (outcome.returncode, outcome.stdout) == (1, "")
    [sheet] = book(work / "问题.xlsx").worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("文件", "程度", "在哪里", "问题", "怎样处理", "规则")
    assert rows[1][:2] == ("bad.yaml", "错误")
    assert rows[1][2].startswith("表三“本年新收”自然人（第")
    assert rows[1][5] == "NB103"
    assert all(row[3] and row[4] for row in rows[1:])


def test_check_of_a_published_report_names_places_in_words(cli, work):
    page = next(work.glob("*.html")).name
    cli("check", page, "--format", "xlsx", "-o", "问题.xlsx", cwd=work)
    assert all(not row[2].endswith("行）") for row in book(work / "问题.xlsx").active.iter_rows(values_only=True))


@pytest.mark.parametrize("arguments", ASKS, ids=lambda arguments: arguments[0])
def test_a_pipe_gets_the_whole_workbook(work, arguments):
    outcome = subprocess.run(
        [sys.executable, "-m", "generator", *arguments], cwd=work, env=ENVIRONMENT, capture_output=True, check=True
    )
    assert openpyxl.load_workbook(io.BytesIO(outcome.stdout)).worksheets


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="这个系统没有伪终端")
@pytest.mark.parametrize("arguments", ASKS, ids=lambda arguments: arguments[0])
def test_a_screen_gets_none(work, arguments):
    screen, terminal = os.openpty()
    outcome = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=work, env=ENVIRONMENT, stdout=terminal, stderr=subprocess.PIPE, encoding="utf-8", check=False,
    )  # fmt: skip
    os.close(terminal)
    os.close(screen)
    assert outcome.returncode == 2
    assert "-o" in outcome.stderr


@pytest.mark.parametrize("arguments", ASKS, ids=lambda arguments: arguments[0])
def test_an_input_is_never_overwritten(cli, work, arguments):
    before = (work / "2023.yaml").read_bytes()
    assert cli(*arguments, "-o", "2023.yaml", cwd=work).returncode == 2
    assert (work / "2023.yaml").read_bytes() == before


@pytest.mark.parametrize("arguments", ASKS, ids=lambda arguments: arguments[0])
def test_without_its_library_it_says_what_to_install(work, arguments):
    blocked = f"import sys; sys.modules['xlsxwriter'] = None; sys.argv = {['nianbao', *arguments, '-o', '表.xlsx']!r}\n"
    blocked += "from generator.cli.app import main; main()"
    outcome = subprocess.run(
        [sys.executable, "-c", blocked],
        cwd=work, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert outcome.returncode == 2
    assert '[xlsx]"' in outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert not (work / "表.xlsx").exists()


def test_without_room_for_temporary_files_it_says_so(work):
    blocked = "import sys, tempfile; tempfile.tempdir = '/nowhere'\n"
    blocked += f"sys.argv = {['nianbao', *ASKS[1], '-o', '表.xlsx']!r}\n"
    blocked += "from generator.cli.app import main; main()"
    outcome = subprocess.run(
        [sys.executable, "-c", blocked],
        cwd=work, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert outcome.returncode == 2
    assert "临时文件夹" in outcome.stderr
    assert not (work / "表.xlsx").exists()


def test_only_workbooks_go_to_a_file_of_check(cli, work):
    outcome = cli("check", "2023.yaml", "-o", "结果.txt", cwd=work)
    assert outcome.returncode == 2
    assert "--format xlsx" in outcome.stderr
    assert not (work / "结果.txt").exists()
