"""The answers of ``editing`` in the protocol's types."""

from __future__ import annotations

from lsprotocol import types

from generator.editing.answers import Action, ActionKind, Completion, CompletionKind, Fold, Hint, Hover, Symbol
from generator.editing.completing.plain import without_stops, words_to_find
from generator.editor.commands import SHOW_RULE
from generator.editor.diagnostics import diagnostic
from generator.editor.places import ClientPositions

_SORTS = {
    CompletionKind.ENTRY: types.CompletionItemKind.Property,
    CompletionKind.ROW: types.CompletionItemKind.Snippet,
    CompletionKind.VALUE: types.CompletionItemKind.Value,
    CompletionKind.NAME: types.CompletionItemKind.Variable,
    CompletionKind.FUNCTION: types.CompletionItemKind.Function,
    CompletionKind.FILE: types.CompletionItemKind.File,
}
_ACTIONS = {
    ActionKind.FIX: types.CodeActionKind.QuickFix,
    ActionKind.FIX_ALL: types.CodeActionKind.SourceFixAll,
    ActionKind.REWRITE: types.CodeActionKind.RefactorRewrite,
}


def hover(answer: Hover, places: ClientPositions) -> types.Hover:
    """An explanation."""
    return types.Hover(_markdown(answer.markdown), places.range(answer.span))


def completion(
    answer: Completion, number: int, places: ClientPositions, *, typed: str = "", snippets: bool
) -> types.CompletionItem:
    """A completion, the ``number``-th, for what is ``typed``.

    It comes without the places to visit for a client that does not know ``snippets``.
    """
    text = answer.text if snippets else without_stops(answer.text)
    return types.CompletionItem(
        label=answer.label,
        kind=_SORTS[answer.sort],
        detail=answer.detail or None,
        documentation=_markdown(answer.markdown) if answer.markdown else None,
        sort_text=f"{number:04}",
        filter_text=words_to_find(answer, typed) or None,
        text_edit=types.TextEdit(places.range(answer.span), text),
        insert_text_format=types.InsertTextFormat.Snippet if snippets else types.InsertTextFormat.PlainText,
        insert_text_mode=types.InsertTextMode.AdjustIndentation,
    )


def hint(answer: Hint, places: ClientPositions) -> types.InlayHint:
    """A hint between the text."""
    return types.InlayHint(
        places.position(*answer.position), answer.label, tooltip=answer.tooltip or None, padding_left=True
    )


def action(answer: Action, uri: str, places: ClientPositions) -> types.CodeAction:
    """A change with its edits and the findings it answers."""
    return types.CodeAction(
        answer.title,
        kind=_ACTIONS[answer.kind],
        diagnostics=[diagnostic(finding, uri, places) for finding in answer.findings] or None,
        is_preferred=answer.preferred or None,
        edit=types.WorkspaceEdit(changes={uri: places.edits(answer.edits)}),
    )


def rule_pages(found: list[Action]) -> list[types.CodeAction]:
    """For each rule that these changes answer, the way to its page."""
    codes = dict.fromkeys(finding.code for one in found for finding in one.findings)
    return [
        types.CodeAction(
            f"看规则 {code} 的说明",
            kind=types.CodeActionKind.QuickFix,
            command=types.Command("看规则的说明", SHOW_RULE, arguments=[code]),
        )
        for code in codes
    ]


def symbol(answer: Symbol, places: ClientPositions) -> types.DocumentSymbol:
    """An entry of the outline with what is under it."""
    return types.DocumentSymbol(
        answer.name,
        types.SymbolKind.Object if answer.children else types.SymbolKind.Field,
        places.range(answer.span),
        places.range(answer.name_span),
        detail=answer.detail or None,
        children=[symbol(child, places) for child in answer.children],
    )


def fold(answer: Fold) -> types.FoldingRange:
    """Lines to fold."""
    kind = types.FoldingRangeKind.Comment if answer.is_comment else types.FoldingRangeKind.Region
    return types.FoldingRange(answer.first - 1, answer.last - 1, kind=kind)


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)
