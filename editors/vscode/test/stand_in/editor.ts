/** An editor without a window: holds documents, remembers what is registered, shown and said. */

import type { EventEmitter as Emitter } from "./values.js";
import { EventEmitter, Range, Uri } from "./values.js";
import type { Diagnostic } from "./values.js";

/** A text as VS Code hands it out. */
export class Document {
    readonly languageId = "yaml";
    readonly isUntitled = false;
    version = 1;
    constructor(readonly uri: Uri, private text: string) {}
    get fileName(): string { return this.uri.fsPath; }
    get lineCount(): number { return this.text.split("\n").length; }
    getText(range?: Range): string {
        return range ? this.text.split("\n").slice(range.start.line, range.end.line).join("\n") : this.text;
    }
    replace(text: string): void {
        this.text = text;
        this.version += 1;
    }
    save(): Promise<boolean> { return Promise.resolve(true); }
}

/** A panel that keeps its page. */
export class Panel {
    readonly webview = {
        options: {},
        page: "",
        get html(): string { return this.page; },
        set html(page: string) {
            this.page = page;
            editor.changed.fire();
        },
    };
    readonly disposed = new EventEmitter<void>();
    readonly onDidDispose = this.disposed.event;
    reveal(): void { this.webview.options = { revealed: true }; }
    dispose(): void { this.disposed.fire(); }
}

type Registered = (...args: never[]) => unknown;

export const editor = {
    documents: [] as Document[],
    active: undefined as { document: Document } | undefined,
    settings: {} as Record<string, string>,
    context: {} as Record<string, unknown>,
    commands: new Map<string, Registered>(),
    /** What was registered for the language, by the name of the call: `registerHoverProvider` … */
    providers: new Map<string, Record<string, Registered>>(),
    diagnostics: new Map<string, readonly Diagnostic[]>(),
    panels: [] as Panel[],
    messages: [] as string[],
    output: "",
    events: new Map<string, Emitter<unknown>>(),
    /** Told whenever anything above has changed. */
    changed: new EventEmitter<void>(),
};

/** The event of a name (`onDidOpenTextDocument`), made when first asked for. */
export function emitter(name: string): Emitter<unknown> {
    const found = editor.events.get(name) ?? new EventEmitter<unknown>();
    editor.events.set(name, found);
    return found;
}

export function open(path: string, text: string): Document {
    const document = new Document(Uri.file(path), text);
    editor.documents.push(document);
    emitter("onDidOpenTextDocument").fire(document);
    return document;
}

export function type(document: Document, text: string): void {
    const whole = new Range(0, 0, document.lineCount, 0);
    document.replace(text);
    const contentChanges = [{ range: whole, rangeOffset: 0, rangeLength: 0, text }];
    emitter("onDidChangeTextDocument").fire({ document, contentChanges });
}

/** Change the extension's setting, as on VS Code's page of settings. */
export function setProgram(path: string): void {
    editor.settings["nianbao.command"] = path;
    emitter("onDidChangeConfiguration").fire({ affectsConfiguration: () => true });
}

export function show(document: Document): void {
    editor.active = { document };
    emitter("onDidChangeActiveTextEditor").fire(editor.active);
}

/** Milliseconds that anything may take here, on a machine that does much else. */
const PATIENCE = 60_000;

/** Resolves as soon as `holds` gives something; looked at after every change. Rejects with what is shown otherwise. */
export function until<T>(holds: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
            const shown = [...editor.messages, ...editor.panels.map(({ webview }) => webview.html)];
            reject(new Error(`not seen: ${holds.toString()}\nshown: ${shown.join("\n")}`));
        }, PATIENCE);
        const look = (): boolean => {
            const value = holds();
            if (value === undefined || value === false) return false;
            clearTimeout(late);
            resolve(value);
            return true;
        };
        if (look()) return;
        const listener = editor.changed.event(() => {
            if (look()) listener.dispose();
        });
    });
}
