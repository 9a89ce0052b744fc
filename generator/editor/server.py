"""The server: each request of the protocol led to its answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from lsprotocol import types
from pygls.exceptions import JsonRpcException, PyglsError

from generator.editing.actions import actions, fix_all
from generator.editing.answers import Location
from generator.editing.completing import completions
from generator.editing.definition import definition, references
from generator.editing.formatting import formatted
from generator.editing.hints import hints
from generator.editing.hover import hover
from generator.editing.outline import folds, outline
from generator.editor import answers, commands
from generator.editor.protocol import Answering
from generator.editor.workspace import Desk

TRIGGERS = ["{", ".", " ", ":", "/", "｛"]
_ACTION_KINDS = [
    types.CodeActionKind.QuickFix,
    types.CodeActionKind.RefactorRewrite,
    types.CodeActionKind.SourceFixAll,
]


class EditorServer(commands.Commanded):
    """The language server with the files open in it and the previews that run for it."""

    def __init__(self, version: str) -> None:
        super().__init__(
            "nianbao", version, text_document_sync_kind=types.TextDocumentSyncKind.Full, protocol_cls=Answering
        )
        self.desk = Desk(self)
        self.previews = commands.Previews()
        for register in (commands.register, _watch, _explain, _help_typing, _change, _find, _overview):
            register(self)

    def report_server_error(self, error: Exception, source: type[PyglsError | JsonRpcException]) -> None:
        """After pygls has said what went wrong: what was no message at all is answered too."""
        super().report_server_error(error, source)
        unread = source is JsonRpcException and not isinstance(error, JsonRpcException)
        if unread and isinstance(self.protocol, Answering):
            self.protocol.answer_unread(error)


def serve(version: str) -> None:
    """Answer on stdin and stdout until the client says that it is enough. Closes a stream of its own, not stdout."""
    server = EditorServer(version)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stream:
        try:
            server.start_io(stdout=stream)
        finally:
            server.previews.end()


def _watch(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _opened(params: types.DidOpenTextDocumentParams) -> None:
        server.desk.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(params: types.DidChangeTextDocumentParams) -> None:
        server.desk.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _saved(params: types.DidSaveTextDocumentParams) -> None:
        server.desk.saved(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: types.DidCloseTextDocumentParams) -> None:
        server.desk.closed(params.text_document.uri)


def _explain(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def _hover(params: types.HoverParams) -> types.Hover | None:
        sheet = server.desk.sheet(params.text_document.uri)
        answer = sheet and hover(sheet.page, sheet.places.at(params.position))
        return answers.hover(answer, sheet.places) if sheet and answer else None

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def _hints(params: types.InlayHintParams) -> list[types.InlayHint]:
        sheet = server.desk.sheet(params.text_document.uri)
        if sheet is None:
            return []
        found = hints(sheet.page, params.range.start.line + 1, params.range.end.line + 1)
        return [answers.hint(hint, sheet.places) for hint in found]


def _help_typing(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS))
    def _completions(params: types.CompletionParams) -> list[types.CompletionItem]:
        sheet = server.desk.sheet(params.text_document.uri)
        if sheet is None:
            return []
        at, line = sheet.places.at(params.position), sheet.page.line(params.position.line + 1)
        snippets = _knows_snippets(server.client_capabilities)
        return [
            answers.completion(
                one, number, sheet.places, typed=line[one.span.column - 1 : at.column - 1], snippets=snippets
            )
            for number, one in enumerate(completions(sheet.page, at))
        ]

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def _formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        sheet = server.desk.sheet(params.text_document.uri)
        return sheet.places.edits(formatted(sheet.page)) if sheet else []


def _change(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=_ACTION_KINDS))
    def _actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        sheet = server.desk.sheet(params.text_document.uri)
        if sheet is None:
            return []
        wanted = params.context.only
        found = actions(sheet.page, sheet.places.span(params.range))
        if _is_wanted(types.CodeActionKind.SourceFixAll, wanted) and (everything := fix_all(sheet.page)):
            found.append(everything)
        made = [answers.action(one, sheet.uri, sheet.places) for one in found]
        if commands.can_show(server.client_capabilities):
            made += answers.rule_pages(found)
        return [one for one in made if one.kind and _is_wanted(one.kind, wanted)]


def _find(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def _definition(params: types.DefinitionParams) -> list[types.Location]:
        sheet = server.desk.sheet(params.text_document.uri)
        found = definition(sheet.page, sheet.places.at(params.position)) if sheet else []
        return _locations(server, params.text_document.uri, found)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def _references(params: types.ReferenceParams) -> list[types.Location]:
        sheet = server.desk.sheet(params.text_document.uri)
        if sheet is None:
            return []
        at, declared = sheet.places.at(params.position), params.context.include_declaration
        return _locations(server, sheet.uri, references(sheet.page, at, with_definition=declared))


def _overview(server: EditorServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def _outline(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        sheet = server.desk.sheet(params.text_document.uri)
        return [answers.symbol(one, sheet.places) for one in outline(sheet.page)] if sheet else []

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def _folds(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        sheet = server.desk.sheet(params.text_document.uri)
        return [answers.fold(one) for one in folds(sheet.page)] if sheet else []


def _locations(server: EditorServer, uri: str, found: list[Location]) -> list[types.Location]:
    sheet = server.desk.sheet(uri)
    made = []
    for place in found:
        is_here = sheet is not None and place.file == sheet.page.path
        name, places = (uri, sheet.places) if sheet and is_here else server.desk.other(place.file)
        made.append(types.Location(name, places.range(place.span)))
    return made


def _knows_snippets(capabilities: types.ClientCapabilities) -> bool:
    document = capabilities.text_document
    item = document.completion.completion_item if document and document.completion else None
    return bool(item and item.snippet_support)


def _is_wanted(kind: str, wanted: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Kinds are named from the general to the special: ``source`` asks for ``source.fixAll`` too."""
    return not wanted or any(kind == one or kind.startswith(f"{one}.") for one in map(str, wanted))
