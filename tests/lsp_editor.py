"""An editor for tests of language servers: opens a file, types, completes, fixes, saves, as a person does."""

import asyncio
import itertools
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="pygls 没有安装")
pytest_lsp = pytest.importorskip("pytest_lsp")
from lsprotocol import types  # noqa: E402
from pygls.protocol import default_converter  # noqa: E402
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features  # noqa: E402

PATIENCE = 20
"""Seconds after which a server that does not answer is taken for dead."""


def units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text.encode("utf-16-le")) // 2


@dataclass
class Marked:
    """A diagnostic, with the characters that it marks."""

    code: str
    severity: int
    message: str
    text: str
    line: int
    diagnostic: types.Diagnostic


class Editor:
    """One file open in an editor. Places are named by the text that stands there, ``本年新收|`` is behind it."""

    def __init__(self, client: "pytest_lsp.LanguageClient", path: Path) -> None:
        self.client = client
        self.path = path
        self.uri = path.as_uri()
        self.text = ""
        self.version = 0
        self.document = types.TextDocumentIdentifier(self.uri)

    async def open(self, text: str) -> list[Marked]:
        self.path.write_text(text, encoding="utf-8", newline="")
        self.text, self.version = text, 1
        item = types.TextDocumentItem(self.uri, "yaml", self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.findings()

    async def write(self, text: str) -> list[Marked]:
        """The whole text anew, and what the server finds in it."""
        self.put(text)
        return await self.findings()

    def put(self, text: str) -> None:
        """The whole text anew, without waiting."""
        self.text, self.version = text, self.version + 1
        self.client.published.pop(self.uri, None)  # some servers do not say for which version they speak
        change = types.TextDocumentContentChangeWholeDocument(text)
        document = types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def replace(self, old: str, new: str) -> list[Marked]:
        assert self.text.count(old) == 1, old
        return await self.write(self.text.replace(old, new))

    async def save(self) -> list[Marked]:
        self.path.write_text(self.text, encoding="utf-8", newline="")
        self.client.published.pop(self.uri, None)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(self.document))
        return await self.findings()

    async def findings(self) -> list[Marked]:
        """What was published for the text as it is now."""
        async with asyncio.timeout(PATIENCE):
            while (found := self.client.published.get(self.uri)) is None or found.version not in {None, self.version}:
                self.client.news.clear()
                await self.client.news.wait()
        return [self._marked(one) for one in found.diagnostics]

    def place(self, mark: str) -> types.Position:
        """The position at ``|`` in a piece of the text that is there once."""
        before, _, after = mark.partition("|")
        assert self.text.count(before + after) == 1, mark
        start = self.text.index(before + after) + len(before)
        line = self.text.count("\n", 0, start)
        return types.Position(line, units(self.text[self.text.rfind("\n", 0, start) + 1 : start]))

    def marked(self, span: types.Range) -> str:
        return self.text[self._offset(span.start) : self._offset(span.end)]

    async def complete(self, mark: str) -> list[types.CompletionItem]:
        params = types.CompletionParams(self.document, self.place(mark))
        found = await self.client.text_document_completion_async(params) or []
        return list(found.items if isinstance(found, types.CompletionList) else found)

    async def accept(self, item: types.CompletionItem, *filled: str) -> list[Marked]:
        """Put a completion in, its places to visit filled with these texts."""
        values = dict(enumerate(filled, 1))
        edit = item.text_edit
        indent = re.match(r" *", self.text.split("\n")[edit.range.start.line])[0]
        text = re.sub(r"\$(\d+)", lambda stop: values.get(int(stop[1]), ""), edit.new_text).replace("\n", f"\n{indent}")
        return await self.apply([types.TextEdit(edit.range, text)])

    async def apply(self, edits: list[types.TextEdit]) -> list[Marked]:
        spans = sorted((self._offset(e.range.start), self._offset(e.range.end), e.new_text) for e in edits)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans)), "edits overlap"
        text = self.text
        for start, end, new in reversed(spans):
            text = text[:start] + new + text[end:]
        return await self.write(text)

    async def actions(self, mark: str, *only: str) -> list[types.CodeAction]:
        at = self.place(mark)
        context = types.CodeActionContext(diagnostics=[], only=list(only) or None)
        params = types.CodeActionParams(self.document, types.Range(at, at), context)
        return list(await self.client.text_document_code_action_async(params) or [])

    async def carry_out(self, action: types.CodeAction) -> list[Marked]:
        return await self.apply(list(action.edit.changes[self.uri]))

    async def hover(self, mark: str) -> str:
        found = await self.client.text_document_hover_async(types.HoverParams(self.document, self.place(mark)))
        return found.contents.value if found else ""

    async def hints(self) -> dict[str, str]:
        """Line of text → the hints on it, one behind the other."""
        whole = types.Range(types.Position(0, 0), types.Position(self.text.count("\n") + 1, 0))
        found = await self.client.text_document_inlay_hint_async(types.InlayHintParams(self.document, whole))
        lines = self.text.split("\n")
        on_lines: dict[str, str] = {}
        for one in found or []:
            line = lines[one.position.line].strip()
            on_lines[line] = " ".join(filter(None, (on_lines.get(line), one.label)))
        return on_lines

    def _marked(self, one: types.Diagnostic) -> Marked:
        place = one.range.start.line + 1
        return Marked(str(one.code), int(one.severity), one.message, self.marked(one.range), place, one)

    def _offset(self, at: types.Position) -> int:
        lines = self.text.split("\n")
        line = lines[at.line] if at.line < len(lines) else ""
        column = len(line.encode("utf-16-le")[: at.character * 2].decode("utf-16-le"))
        return min(sum(len(one) + 1 for one in lines[: at.line]) + column, len(self.text))


def client_with_news() -> "pytest_lsp.LanguageClient":
    """A client that keeps what was published last for each file, and tells when there is something new."""
    client = pytest_lsp.LanguageClient(converter_factory=default_converter)
    client.published, client.news = {}, asyncio.Event()

    def publish(_client: object, params: types.PublishDiagnosticsParams) -> None:
        client.published[params.uri] = params
        client.news.set()

    more = {
        types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: publish,
        types.CLIENT_REGISTER_CAPABILITY: _agree,
        types.TELEMETRY_EVENT: _agree,
    }
    register_lsp_features(client, {**DEFAULT_CLIENT_FEATURES, **more})
    return client


def _agree(_client: object, _params: object) -> None:
    """What an editor does with what does not concern it."""
