"""What a person sees of the command line itself, page by page, under LANG=C and under Chinese settings."""

import os
from datetime import date
from pathlib import Path

import pytest

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = bool(os.environ.get("UPDATE_SNAPSHOTS"))

PAGES = {
    "welcome": ([], 0),
    "help": (["--help"], 0),
    "help-new": (["new", "--help"], 0),
    "help-check": (["check", "--help"], 0),
    "help-fix": (["fix", "--help"], 0),
    "help-build": (["build", "--help"], 0),
    "help-fill": (["fill", "--help"], 0),
    "help-preview": (["preview", "--help"], 0),
    "help-import": (["import", "--help"], 0),
    "help-compare": (["compare", "--help"], 0),
    "help-revise": (["revise", "--help"], 0),
    "help-signoff": (["signoff", "--help"], 0),
    "help-due": (["due", "--help"], 0),
    "help-ledger": (["ledger", "--help"], 0),
    "help-collect": (["collect", "--help"], 0),
    "help-merge": (["merge", "--help"], 0),
    "help-export": (["export", "--help"], 0),
    "help-examples": (["examples", "--help"], 0),
    "help-rules": (["rules", "--help"], 0),
    "help-schema": (["schema", "--help"], 0),
    "help-lsp": (["lsp", "--help"], 0),
    "help-检查": (["检查", "-h"], 0),
    "error-no-such-command": (["chekc", "年报"], 2),
    "error-no-such-chinese-command": (["检察", "年报"], 2),
    "error-no-such-option": (["check", "x.yaml", "--strickt"], 2),
    "error-no-such-short-option": (["check", "-x"], 2),
    "error-no-option-of-the-program": (["--verison"], 2),
    "error-missing-argument": (["check"], 2),
    "error-missing-year": (["new"], 2),
    "error-missing-option": (["export", "x.yaml"], 2),
    "error-option-without-value": (["check", "x.yaml", "--last-year"], 2),
    "error-flag-with-value": (["check", "x.yaml", "--strict=yes"], 2),
    "error-bad-choice": (["check", "x.yaml", "--format", "yaml"], 2),
    "error-bad-format": (["build", "x.yaml", "-t", "docx,doc"], 2),
    "error-bad-year": (["new", "二三年"], 2),
    "error-bad-date": (["check", "x.yaml", "--deadline", "一月底"], 2),
    "error-bad-jobs": (["build", "x.yaml", "--jobs", "-3"], 2),
    "error-bad-port": (["preview", "x.yaml", "--port", "70000"], 2),
    "error-preview-of-stdin": (["preview", "-"], 2),
    "error-preview-of-nothing": (["预览", "没有这个文件.yaml"], 2),
    "error-extra-argument": (["new", "2025", "某某县", "人民政府"], 2),
    "error-word-processor-dash": (["check", "x.yaml", "—strict"], 2),
    "error-no-such-file": (["check", "没有这个文件.yaml"], 2),
    "error-no-such-file-alone": (["没有这个文件.yaml"], 2),
}


@pytest.mark.parametrize("language", ["C", "zh_CN.UTF-8"])
@pytest.mark.parametrize("name", PAGES)
def test_page(cli, name, language, tmp_path):
    arguments, code = PAGES[name]
    outcome = cli(*arguments, cwd=tmp_path, LANG=language, LC_ALL=language, COLUMNS="80")
    page = outcome.stdout + outcome.stderr
    if name == "welcome":
        page = page.replace(str(date.today().year - 1), "〔上年〕")
    file = SNAPSHOTS / f"{name}.txt"
    if UPDATE:
        file.write_text(page, encoding="utf-8", newline="\n")
    assert file.exists(), "run with UPDATE_SNAPSHOTS=1, then read the new page"
    assert page == file.read_text(encoding="utf-8")
    assert outcome.returncode == code
    assert (outcome.stderr if code else outcome.stdout) != "", "help to stdout, errors to stderr"
    assert (outcome.stdout if code else outcome.stderr) == ""


def test_every_snapshot_belongs_to_a_page():
    assert {file.stem for file in SNAPSHOTS.iterdir()} == set(PAGES)


def test_every_command_has_its_page():
    from generator.cli.command_names import COMMANDS

    assert {f"help-{name}" for name in COMMANDS} <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_pages_speak_chinese_and_fit_the_screen(name):
    from generator.han.width import columns

    page = (SNAPSHOTS / f"{name}.txt").read_text(encoding="utf-8")
    assert not any(word in page for word in ("Usage", "Options", "Commands", "Arguments", "Error", "required", "Try '"))
    assert all(columns(line) <= 80 for line in page.splitlines())
