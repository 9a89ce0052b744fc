"""What the server does when it is told to: show a rule's page, show the report as it will look."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

import generator
from generator.pipeline.catalogue import rule_address

SHOW_RULE = "nianbao/rule"
PREVIEW = "nianbao/preview"


class Previews:
    """The live pages that were asked for, each a process of its own; they end with the server, however it ends."""

    def __init__(self) -> None:
        self._running: dict[str, tuple[Process, str]] = {}

    async def address(self, file: str) -> str:
        """The page's address, the page started if it is not there yet; '' when it could not be started."""
        if file in self._running and self._running[file][0].returncode is None:
            return self._running[file][1]
        # -P: a folder of reports may hold files named like our modules, which must not be run.
        command = (sys.executable, "-P", "-m", "generator", "preview", file, "--no-open", "--until-eof")
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={**os.environ, "PYTHONPATH": _module_path()}
        )
        assert process.stdout is not None, "it was asked for"
        address = (await process.stdout.readline()).decode("utf-8", "replace").strip()
        if address:
            self._running[file] = (process, address)
        return address

    def end(self) -> None:
        """End them all; the event loop may be gone already."""
        for process, _ in self._running.values():
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGTERM)


def _module_path() -> str:
    """Where this program is found, then what was there before."""
    ours = os.path.dirname(os.path.dirname(os.path.abspath(generator.__file__)))
    return os.pathsep.join(filter(None, (ours, os.environ.get("PYTHONPATH", ""))))


class Commanded(LanguageServer):
    """A server that can be told to do these things."""

    previews: Previews


def register(server: Commanded) -> None:
    """Make the commands known to the server."""

    @server.command(SHOW_RULE)
    async def _rule(code: str) -> None:
        await _show(server, rule_address(code), in_browser=False)

    @server.command(PREVIEW)
    async def _preview(uri: str) -> str:
        address = await server.previews.address(uris.to_fs_path(uri) or uri)
        if address:
            await _show(server, address, in_browser=True)
        else:
            server.window_show_message(types.ShowMessageParams(types.MessageType.Error, _NOT_STARTED))
        return address


def can_show(capabilities: types.ClientCapabilities) -> bool:
    """Whether the client shows what it is told to show."""
    window = capabilities.window
    return bool(window and window.show_document and window.show_document.support)


async def _show(server: LanguageServer, uri: str, *, in_browser: bool) -> None:
    if can_show(server.client_capabilities):
        await server.window_show_document_async(types.ShowDocumentParams(uri, external=in_browser, take_focus=True))


_NOT_STARTED = "预览没有打开：请先保存文件；仍然不行，在命令行运行 nianbao preview 看原因"
