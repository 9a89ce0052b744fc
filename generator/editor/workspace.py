"""The files that are open in the editor: for each the page of its present text, checked once."""

from __future__ import annotations

import asyncio
import os
from typing import NamedTuple
from urllib.parse import unquote

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from generator.editing.opening import open_page
from generator.editing.page import Page
from generator.editor.diagnostics import diagnostics
from generator.editor.places import ClientPositions

PAUSE = 0.15
"""Seconds without a change after which a text is checked."""


class OpenText(NamedTuple):
    """A text with its name, version and positions as the client counts them."""

    uri: str
    version: int | None
    page: Page
    places: ClientPositions


class Desk:
    """Keeps the sheets and publishes what the check finds, after each pause in typing."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._sheets: dict[str, OpenText] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def sheet(self, uri: str) -> OpenText | None:
        """The present state of an open file; None where it is no report, or not open (any more)."""
        if not self._is_open(uri):
            return None
        document = self._server.workspace.get_text_document(uri)
        known = self._sheets.get(uri)
        if known is None or known.version != document.version or known.page.text != document.source:
            page = Page(_path(uri), document.source, known.page if known else None)
            known = OpenText(uri, document.version, page, self._places(page))
            self._sheets[uri] = known
        return known if known.page.is_report else None

    def other(self, file: str) -> tuple[str, ClientPositions]:
        """The name and positions of another file, open or on the disk."""
        uri = uris.from_fs_path(file) or file
        is_open = self._is_open(uri)
        page = Page(file, self._server.workspace.get_text_document(uri).source) if is_open else open_page(file)
        return uri, self._places(page)

    def changed(self, uri: str) -> None:
        """Check soon; not before the typing pauses."""
        self._stop(uri)
        self._waiting[uri] = asyncio.get_running_loop().call_later(PAUSE, self.publish, uri)

    def saved(self, uri: str) -> None:
        """Check at once, and anew whatever was read together with this file."""
        path = _path(uri)
        self.publish(uri)
        for other, sheet in list(self._sheets.items()):
            read = sheet.page.sound or sheet.page
            if other != uri and path in map(os.path.abspath, read.checked.inputs):
                del self._sheets[other]
                self.publish(other)

    def closed(self, uri: str) -> None:
        """Forget a file and what was found in it."""
        self._stop(uri)
        self._sheets.pop(uri, None)
        self._send(uri, None, [])

    def publish(self, uri: str) -> None:
        """Check and tell the client."""
        self._stop(uri)
        sheet = self.sheet(uri)
        if uri not in self._sheets:
            return
        found = diagnostics(sheet.page, uri, sheet.places) if sheet and sheet.page.text.strip() else []
        self._send(uri, self._sheets[uri].version, found)

    def _is_open(self, uri: str) -> bool:
        """Whether the client has opened it; pygls knows files by their names in plain characters."""
        return unquote(uri) in self._server.workspace.text_documents

    def _stop(self, uri: str) -> None:
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()

    def _send(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _places(self, page: Page) -> ClientPositions:
        return ClientPositions(page, self._server.workspace.position_codec)


def _path(uri: str) -> str:
    """Where a file lies; a text that was never saved has only its name."""
    return uris.to_fs_path(uri) or os.path.basename(uri)
