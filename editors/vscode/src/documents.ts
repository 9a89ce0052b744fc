/** Keeps the server to reports: other YAML files are never sent to it and never asked about. */

import type { TextDocument } from "vscode";
import { Range } from "vscode";
import type { Middleware } from "vscode-languageclient/node";
import { HEAD_LINES, isReport } from "./recognise.js";

/** Whether an open document is a report. */
export function looksLikeReport(document: TextDocument): boolean {
    if (document.languageId !== "yaml" || !["file", "untitled"].includes(document.uri.scheme)) return false;
    return isReport(document.uri.path, document.getText(new Range(0, 0, HEAD_LINES, 0)));
}

/** The documents that the server knows. A file that becomes a report while it is typed is opened there then. */
export class Reports {
    private readonly known = new Set<string>();

    constructor(private readonly open: (document: TextDocument) => Promise<void>) {}

    has(document: TextDocument): boolean {
        return this.known.has(document.uri.toString());
    }

    /** What stands between VS Code and the server. */
    middleware(): Middleware {
        return { ...this.notifications(), ...this.requests() };
    }

    private notifications(): Middleware {
        return {
            didOpen: async (document, next) => {
                if (looksLikeReport(document)) await next(this.add(document));
            },
            didChange: async (event, next) => {
                if (this.has(event.document)) await next(event);
                else if (looksLikeReport(event.document)) await this.open(this.add(event.document));
            },
            didSave: async (document, next) => {
                if (this.has(document)) await next(document);
            },
            didClose: async (document, next) => {
                if (this.known.delete(document.uri.toString())) await next(document);
            },
        };
    }

    private requests(): Middleware {
        return {
            provideHover: (document, place, token, next) => this.has(document) ? next(document, place, token) : undefined,
            provideCompletionItem: (document, place, context, token, next) =>
                this.has(document) ? next(document, place, context, token) : undefined,
            provideDefinition: (document, place, token, next) =>
                this.has(document) ? next(document, place, token) : undefined,
            provideReferences: (document, place, options, token, next) =>
                this.has(document) ? next(document, place, options, token) : undefined,
            provideDocumentSymbols: (document, token, next) => this.has(document) ? next(document, token) : undefined,
            provideCodeActions: (document, range, context, token, next) =>
                this.has(document) ? next(document, range, context, token) : undefined,
            provideFoldingRanges: (document, context, token, next) =>
                this.has(document) ? next(document, context, token) : undefined,
            provideInlayHints: (document, range, token, next) =>
                this.has(document) ? next(document, range, token) : undefined,
            provideDocumentFormattingEdits: (document, options, token, next) =>
                this.has(document) ? next(document, options, token) : undefined,
        };
    }

    private add(document: TextDocument): TextDocument {
        this.known.add(document.uri.toString());
        return document;
    }
}
