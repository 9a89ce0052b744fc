"""The settings for Neovim, in the real one without a screen: a broken report opened, its answers awaited."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "editors" / "neovim" / "nianbao.lua"
OLDEST = (0, 7)
ASK = """
local function ask(method, extra)
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(0, "utf-16"), extra or {})
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 30000) or {}) do
    return answer.result
  end
end
local answers = {}
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 20)
local function findings()
  return vim.tbl_map(function(each)
    return { code = each.code or each.user_data.lsp.code, line = each.lnum + 1, column = each.col,
             message = each.message, severity = each.severity }
  end, vim.diagnostic.get(0))
end
answers.findings = findings()
vim.fn.search("^年度:", "w")
answers.hover = ask("textDocument/hover")
answers.omnifunc = vim.bo.omnifunc
answers.commands = vim.tbl_keys(vim.api.nvim_buf_get_commands(0, {}))
vim.fn.setline(vim.fn.search("^年度:", "cw"), "年度: 2023")
vim.wait(60000, function()
  return not vim.tbl_contains(vim.tbl_map(function(each) return each.code end, findings()), "NB103")
end, 20)
answers.left = findings()
vim.cmd("silent write! right.yaml")
vim.fn.writefile({ vim.json.encode(answers) }, vim.env.ANSWERS)
vim.cmd("qall!")
"""


@pytest.fixture(scope="module")
def nvim() -> str:
    found = shutil.which("nvim")
    if found is None:
        pytest.skip("Neovim is not installed")
    pytest.importorskip("pygls", reason="pygls is not installed")
    first = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    if tuple(map(int, first.split()[1].lstrip("v").split("-")[0].split(".")))[:2] < OLDEST:
        pytest.skip(f"{first} is older than {OLDEST}")
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a `nianbao` program and a report whose year is written in words."""
    made = tmp_path_factory.mktemp("neovim")
    program = made / "nianbao"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"\n', "utf-8")
    program.chmod(0o755)
    example = next((ROOT / "examples").glob("孟津*.yaml")).read_text("utf-8")
    (made / "report.yaml").write_text(example.replace("\n年度: 2023\n", "\n年度: 二〇二三\n"), "utf-8")
    (made / "ask.lua").write_text(ASK, "utf-8")
    return made


def neovim(nvim: str, folder: Path, *arguments: str, path: str) -> None:
    command = [nvim, "--headless", "-u", "NONE", "-i", "NONE", "-c", "filetype on", "-c", f"luafile {SETTINGS}"]
    environment = {**os.environ, "PATH": path, "ANSWERS": str(folder / "answers.json"), "XDG_STATE_HOME": str(folder)}
    subprocess.run([*command, *arguments], cwd=folder, env=environment, timeout=240, check=True, capture_output=True)


@pytest.fixture(scope="module")
def answers(nvim: str, folder: Path) -> dict[str, Any]:
    path = os.pathsep.join([str(folder), os.environ["PATH"]])
    neovim(nvim, folder, "-c", "edit report.yaml", "-c", "luafile ask.lua", path=path)
    return json.loads((folder / "answers.json").read_text("utf-8"))


def test_the_findings_are_shown_where_they_are(answers: dict[str, Any], folder: Path) -> None:
    lines = (folder / "report.yaml").read_text("utf-8").splitlines()
    [finding] = [each for each in answers["findings"] if each["code"] == "NB103"]
    assert lines[finding["line"] - 1].startswith("年度")
    assert finding["column"] == len("年度: ".encode()), "Neovim counts bytes"
    assert finding["severity"] == 1
    assert "年度" in finding["message"]


def test_hover_explains_the_entry(answers: dict[str, Any]) -> None:
    assert "统计期" in answers["hover"]["contents"]["value"]


def test_completion_and_preview_are_at_hand(answers: dict[str, Any]) -> None:
    assert answers["omnifunc"] == "v:lua.vim.lsp.omnifunc"
    assert "NianbaoPreview" in answers["commands"]


def test_put_right_what_is_left_is_what_check_says(answers: dict[str, Any], folder: Path, cli: Any) -> None:
    [checked] = json.loads(cli("check", "--format", "json", folder / "right.yaml").stdout)["files"]
    told = [(each["code"], each["line"]) for each in checked["findings"]]
    assert "NB103" not in dict(told)
    assert sorted((each["code"], each["line"]) for each in answers["left"]) == sorted(told)


def test_without_the_program_it_says_what_to_install(nvim: str, folder: Path) -> None:
    said = folder / "said.txt"
    neovim(
        nvim,
        folder,
        *("-c", "edit report.yaml", "-c", f"redir! > {said}", "-c", "messages", "-c", "redir END", "-c", "qall!"),
        path=str(folder / "nothing"),
    )
    assert "没有找到 nianbao 程序" in said.read_text("utf-8")
