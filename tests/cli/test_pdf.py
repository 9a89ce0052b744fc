"""``build -t pdf`` from outside: what is written and said, with which exit code, with and without what it needs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from conftest import ROOT
from printing import needs_chinese_font

pytestmark = needs_chinese_font

AGENCY = "新华区矿工路街道办事处"
NAME = f"{AGENCY}2023年政府信息公开工作年度报告"
EXAMPLES = (
    "三门峡市行政审批和政务信息管理局",
    "孟津区人民政府办公室",
    "山阳区人民政府",
    AGENCY,
    "温县人民政府办公室",
)


@pytest.fixture
def work(tmp_path, examples):
    """A folder with one good report."""
    shutil.copy(examples / f"{AGENCY}-2023.yaml", tmp_path / "报告.yaml")
    (tmp_path / "没有字体").mkdir()
    return tmp_path


@pytest.fixture(scope="module")
def built(cli, examples, tmp_path_factory):
    """All five examples, built at once by two processes, and what was said."""
    folder = tmp_path_factory.mktemp("成品")
    reports = [examples / f"{agency}-2023.yaml" for agency in EXAMPLES]
    return folder, cli("build", *reports, "-o", folder, "-t", "pdf", "--jobs", "2")


def text_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_every_report_is_written_under_its_name(built):
    folder, outcome = built
    assert outcome.returncode == 0
    names = sorted(f"{agency}2023年政府信息公开工作年度报告.pdf" for agency in EXAMPLES)
    assert sorted(path.name for path in folder.iterdir()) == names
    assert sorted(os.path.basename(line) for line in outcome.stdout.splitlines()) == names


def test_substituted_fonts_are_named_once_a_run_on_stderr(built):
    from generator.render.pdf import substitutions

    pairs = substitutions()
    _, outcome = built
    assert outcome.stderr.count("PDF 里用别的代替") == (1 if pairs else 0)
    for wanted, used in pairs:
        assert f"{wanted} → {used}" in outcome.stderr


@pytest.mark.parametrize("agency", EXAMPLES)
def test_what_was_built_reads_back_without_a_difference(cli, built, examples, agency):
    folder, _ = built
    outcome = cli("compare", examples / f"{agency}-2023.yaml", folder / f"{agency}2023年政府信息公开工作年度报告.pdf")
    assert outcome.returncode == 0, outcome.stdout


def test_it_repeats_byte_for_byte_in_another_process(cli, built, examples, tmp_path):
    folder, _ = built
    cli("build", examples / f"{AGENCY}-2023.yaml", "-o", tmp_path, "-t", "pdf")
    assert (tmp_path / f"{NAME}.pdf").read_bytes() == (folder / f"{NAME}.pdf").read_bytes()


def test_it_is_read_back_where_that_is_asked_for(cli, work):
    assert cli("build", "报告.yaml", "-t", "pdf", "--verify", cwd=work).returncode == 0
    assert (work / f"{NAME}.pdf").exists()


def test_standard_output_gets_the_file_and_nothing_else(work, root):
    outcome = subprocess.run(
        [sys.executable, "-m", "generator", "build", "报告.yaml", "-t", "pdf", "-o", "-"],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        check=True,
    )
    assert outcome.stdout.startswith(b"%PDF-")
    assert "街道办事处" in text_of(outcome.stdout)
    assert not list(work.glob("*.pdf"))


def test_a_draft_says_so_in_its_name_and_on_the_page(cli, work):
    file = work / "报告.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("行政许可: 0", "行政许可: 无"), encoding="utf-8")
    assert cli("build", "报告.yaml", "-t", "pdf", cwd=work).returncode == 1
    assert not list(work.glob("*.pdf"))
    assert cli("build", "报告.yaml", "-t", "pdf", "--draft", cwd=work).returncode == 1
    text = text_of(work / f"{NAME}（草稿）.pdf")
    assert "草稿，不得公布" in text
    assert "？" in text


def test_what_has_not_changed_is_not_built_again(cli, work):
    cli("build", "报告.yaml", "-t", "pdf", cwd=work)
    before = (work / f"{NAME}.pdf").stat().st_mtime_ns
    outcome = cli("build", "报告.yaml", "-t", "pdf", "--skip-unchanged", cwd=work)
    assert "没有变化" in outcome.stderr
    assert (work / f"{NAME}.pdf").stat().st_mtime_ns == before


def test_without_a_chinese_font_nothing_is_written_and_nothing_lost(cli, work):
    older = work / f"{NAME}.pdf"
    older.write_bytes(b"older")
    text = (work / "报告.yaml").read_text(encoding="utf-8").replace("年度: 2023", "年度: 2024")
    (work / "又一份.yaml").write_text(text, encoding="utf-8")
    outcome = cli("build", ".", "-t", "docx,pdf", cwd=work, NIANBAO_FONTS="没有字体")
    assert outcome.returncode == 2
    assert outcome.stderr.count("没有中文字体，不能生成 PDF：没有字体") == 1, "told once a run"
    assert "Traceback" not in outcome.stderr
    assert sorted(path.name for path in work.iterdir()) == sorted(["报告.yaml", "又一份.yaml", "没有字体", older.name])
    assert older.read_bytes() == b"older"


def test_a_character_that_no_font_has_is_named(cli, work):
    file = work / "报告.yaml"
    text = file.read_text(encoding="utf-8").replace("总体情况:\n", "总体情况:\n  概述: 群众𲎯满意。\n", 1)
    file.write_text(text, encoding="utf-8")
    outcome = cli("build", "报告.yaml", "-t", "pdf", cwd=work)
    assert outcome.returncode == 2
    assert f"{NAME}：本机的字体里没有这些字" in outcome.stderr
    assert "U+323AF" in outcome.stderr
    assert not list(work.glob("*.pdf"))


def test_without_typst_the_extra_is_named(work, root):
    blocked = "import sys; sys.modules['typst'] = None; sys.argv = ['nianbao', 'build', '报告.yaml', '-t', 'pdf']\n"
    outcome = subprocess.run(
        [sys.executable, "-c", blocked + "from generator.cli.app import main; main()"],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert outcome.returncode == 2
    assert '[pdf]"' in outcome.stderr
    assert "Traceback" not in outcome.stderr


@pytest.mark.parametrize("kilobytes", [120_000, 200_000, 300_000])
def test_too_little_memory_is_said_at_once(tmp_path: Path, kilobytes: int) -> None:
    """Neither a hang nor an abort, and not that anything is missing."""
    resource = pytest.importorskip("resource", reason="没有 ulimit")
    report = ROOT / "examples" / "温县人民政府办公室-2022.yaml"
    most = kilobytes * 1024
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "build", report, "-t", "pdf", "-o", tmp_path],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)),
    )
    assert ran.returncode == 2
    assert "内存不够" in ran.stderr
    assert "没有安装" not in ran.stderr
    assert list(tmp_path.iterdir()) == []
