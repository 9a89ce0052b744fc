"""What is said is true: what a file is, what to do next, how a part is installed."""

from __future__ import annotations

import importlib.metadata
import io
import json
import re
import shlex
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Cli
from hypothesis import given
from hypothesis import strategies as st

from generator import extras
from generator.cli.command_names import ALIASES, COMMANDS
from generator.files.quoting import command, quoted
from generator.pipeline.inputs import is_setting

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EXAMPLE = ROOT / "examples" / "温县人民政府办公室-2022.yaml"


def _ole(stream: str) -> bytes:
    return OLE + bytes(600) + stream.encode("utf-16-le") + bytes(64)


def _xlsx() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("年报.docx", _ole("WordDocument"), "旧式的 Word 文件"),
        ("年报.wps", _ole("WordDocument"), "旧式的 Word 文件"),
        ("年报.docx", _ole("EncryptedPackage"), "设有密码"),
        ("年报.docx", _ole("Workbook"), "旧式的 Excel 表格"),
        ("台账.xls", _ole("Book"), "旧式的 Excel 表格"),
        ("台账.et", _ole("Workbook"), "旧式的 Excel 表格"),
        ("台账.xlsx", _ole("EncryptedPackage"), "设有密码"),
        ("台账.xlsx", _xlsx(), "这是 Excel 表格"),
        ("年报.docx", _xlsx(), "Excel 表格"),
        ("数字.csv", "机关,年度\n".encode(), "表格"),
    ],
)
def test_what_a_file_is(cli: Cli, tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    checked = cli("check", name, cwd=tmp_path)
    assert checked.returncode == 1
    assert said in checked.stdout
    merged = cli("merge", name, "--agency", "甲县人民政府", cwd=tmp_path)
    assert merged.returncode == 1
    assert said in merged.stderr
    for words in (("import", name), ("build", name)):
        refused = cli(*words, cwd=tmp_path)
        assert refused.returncode == 2
        assert "已经公布" not in refused.stderr or not name.endswith((".xlsx", ".xls", ".et", ".csv"))


@pytest.mark.parametrize(
    ("stream", "said"), [("Workbook", ".xls 或 .et"), ("EncryptedPackage", "设有密码"), ("WordDocument", "不是表格")]
)
def test_what_a_roster_is(cli: Cli, tmp_path: Path, stream: str, said: str) -> None:
    (tmp_path / "名单.xlsx").write_bytes(_ole(stream))
    (tmp_path / "报送").mkdir()
    refused = cli("collect", "报送", "--roster", "名单.xlsx", "-o", "台账.xlsx", cwd=tmp_path)
    assert refused.returncode == 2
    assert said in refused.stderr


SETTINGS = ["nianbao.yaml", "Nianbao.YML", "对照.yaml", "县台账.对照.yaml", "甲局-2023.定稿.json", "甲.定稿.yaml"]


def test_folders_pass_over_what_is_no_report(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "甲.yaml").write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    for name in SETTINGS:
        (tmp_path / name).write_text("截止日期: 2024-01-31\n", "utf-8")
    checked = cli("check", ".", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    assert "1 个文件" in checked.stderr
    merged = cli("merge", ".", "--agency", "甲县人民政府", "-o", "总.yaml", cwd=tmp_path)
    assert merged.returncode == 0, merged.stderr
    (tmp_path / "nianbao.yaml").write_text("截止日期: 明天\n", "utf-8")
    assert cli("check", "nianbao.yaml", cwd=tmp_path).returncode == 1, "named, it is looked at"


def test_hooks_pass_over_the_same() -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")):
        for name in SETTINGS:
            for path in (name, f"报送/{name}"):
                assert re.search(hook["exclude"], path) or not re.search(hook["files"], path), path
        for name in ("甲.yaml", "报送/甲县nianbao.yaml", "我的对照.yaml", "定稿.yaml"):
            assert not re.search(hook["exclude"], name), name
            assert not is_setting(name.rpartition("/")[2])


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\n\r/"), min_size=1).filter(
    lambda name: name not in (".", "..") and not name.startswith("-")
)


@given(NAMES)
def test_a_shell_takes_a_pasted_name_whole(name: str) -> None:
    assert shlex.split(f"nianbao check {quoted(name)}") == ["nianbao", "check", name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("年报.yaml", "年报.yaml"),
        ("去年年报（最终版 2）.docx", '"去年年报（最终版 2）.docx"'),
        ("a&b.yaml", '"a&b.yaml"'),
        ("-a.yaml", "./-a.yaml"),
        ("a$b.yaml", "'a$b.yaml'"),
    ],
)
def test_one_quoting_for_bash_cmd_and_powershell(name: str, expected: str) -> None:
    assert command("check", name) == f"nianbao check {expected}"


def test_the_hint_of_new_can_be_pasted(cli: Cli, tmp_path: Path) -> None:
    said = cli("new", "2022", "--agency", "甲 局 (本级)", cwd=tmp_path).stderr
    line = next(line for line in said.splitlines() if line.startswith("  nianbao check"))
    assert cli(*shlex.split(line)[1:], cwd=tmp_path).returncode == 1, "found, and to be filled in"


@pytest.mark.parametrize(("alias", "name"), ALIASES.items())
def test_chinese_names(cli: Cli, alias: str, name: str) -> None:
    assert name in COMMANDS
    assert cli(alias, "--help").stdout.splitlines()[1:] == cli(name, "--help").stdout.splitlines()[1:]


@pytest.mark.parametrize(
    ("word", "said"),
    [("更正", "--correction"), ("核对", "compare"), ("核对", "signoff"), ("帮助", "--help")],
)
def test_words_that_lead_to_a_command(cli: Cli, word: str, said: str) -> None:
    led = cli(word, "x.yaml")
    assert led.returncode == 2
    assert said in led.stderr


def test_help_is_help(cli: Cli) -> None:
    assert cli("help").stdout == cli("--help").stdout
    assert cli("help", "build").stdout == cli("build", "--help").stdout
    assert cli("help", "导出").returncode == 0


class Noted:
    """An installation whose installer noted so much of where it came from."""

    def __init__(self, text: str | None) -> None:
        self.text = text

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return self.text


def noted(monkeypatch: pytest.MonkeyPatch, origin: dict[str, object] | None) -> None:
    text = None if origin is None else json.dumps(origin)
    monkeypatch.setattr(importlib.metadata, "distribution", lambda _name: Noted(text))


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("pipx_metadata.json", "pipx install --force "), ("uv-receipt.toml", "uv tool install --force ")],
)
def test_an_extra_is_installed_as_the_program_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str, expected: str
) -> None:
    (tmp_path / mark).touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    said = extras.install_command("xlsx")
    assert said.startswith(expected)
    assert "xlsx" in said


def test_an_extra_by_pip_names_the_interpreter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert extras.install_command("pdf").startswith((f"{sys.executable} -m pip install", "uv pip install --python"))


def test_an_extra_comes_from_where_the_program_came(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no release to fetch it from: the wheel or the folder is named, an address, and else the name alone."""
    wheel, name = tmp_path / "新 文件夹" / "nianbao-0.1.0-py3-none-any.whl", "nianbao-0.1.0-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.touch()
    address = "https://example.org/nianbao"
    for origin, package in (
        ({"url": wheel.as_uri(), "archive_info": {}}, f'"{wheel}[pdf]"'),
        ({"url": (tmp_path / "不在了" / name).as_uri(), "archive_info": {}}, f'"./{name}[pdf]"'),
        ({"url": tmp_path.as_uri(), "dir_info": {}}, f'"{tmp_path}[pdf]"'),
        ({"url": tmp_path.as_uri(), "dir_info": {"editable": True}}, f'--editable "{tmp_path}[pdf]"'),
        ({"url": address, "vcs_info": {"vcs": "git", "commit_id": "0"}}, f'"nianbao[pdf] @ git+{address}"'),
        (None, '"nianbao[pdf]"'),
    ):
        noted(monkeypatch, origin)
        assert extras.install_command("pdf").endswith(" " + package)
