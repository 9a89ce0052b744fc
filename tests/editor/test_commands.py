"""What the server is told to do: show a rule's page, open the preview; and that it refuses without its library."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

import pytest
from complete import complete
from lsprotocol import types

ROOT = Path(__file__).resolve().parents[2]
Start = Callable[..., Any]
WRONG = "政府信息公开申请: {本年新收: {自然人: 3}, 上年结转: 0, 办理结果: 0, 结转下年度: 0}"


@pytest.mark.asyncio
async def test_every_finding_leads_to_its_rule(start: Start) -> None:
    editor = start()
    [found] = await editor.open(complete(WRONG))
    address = urlsplit(found.diagnostic.code_description.href)
    page = Path(unquote(address.path)).read_text(encoding="utf-8")
    assert address.fragment == "nb201"
    assert re.search(r"^##+ NB201", page, re.MULTILINE)


@pytest.mark.asyncio
async def test_the_rules_page_is_shown_on_demand(start: Start, client: Any) -> None:
    editor = start()
    await editor.open(complete(WRONG.replace("上年结转: 0", "上年结转: ０")))
    assert "看规则 NB103 的说明" in [one.title for one in await editor.actions("上年结转: |０")]
    await client.workspace_execute_command_async(types.ExecuteCommandParams("nianbao/rule", ["NB103"]))
    assert [one.uri.rpartition("/")[2] for one in client.shown_documents] == ["rules.md#nb103"]


@pytest.mark.asyncio
async def test_the_preview_opens_once_and_ends_with_the_server(start: Start, client: Any) -> None:
    editor = start()
    await editor.open(complete(WRONG))
    ask = types.ExecuteCommandParams("nianbao/preview", [editor.uri])
    address = await client.workspace_execute_command_async(ask)
    assert [(one.uri, one.external) for one in client.shown_documents] == [(address, True)]
    with urlopen(address) as page:  # a loopback address
        assert page.status == 200
    assert await client.workspace_execute_command_async(ask) == address


@pytest.mark.asyncio
async def test_a_preview_of_a_file_that_was_never_saved_is_refused_in_words(start: Start, client: Any) -> None:
    editor = start()
    ask = types.ExecuteCommandParams("nianbao/preview", [editor.uri])
    assert await client.workspace_execute_command_async(ask) == ""
    assert "请先保存" in client.messages[0].message


def test_without_its_library_it_says_what_to_install() -> None:
    blocked = "import sys; sys.modules['pygls'] = None; sys.argv = ['nianbao', 'lsp']\n"
    blocked += "from generator.cli.app import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    outcome = subprocess.run(
        [sys.executable, "-c", blocked], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert outcome.returncode == 2
    assert outcome.stdout == ""
    assert '[lsp]"' in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_it_ends_with_the_editor_that_started_it() -> None:
    """The editor is gone without a farewell: stdin ends."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    outcome = subprocess.run(
        [sys.executable, "-m", "generator", "lsp"],
        input=b"",
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert outcome.returncode == 0
    assert outcome.stdout == b""
