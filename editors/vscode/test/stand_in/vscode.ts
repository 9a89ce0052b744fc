/**
 * Stands in for VS Code's own module where no VS Code can be had. Only what the extension and its language client touch
 * does something; every other class, enumeration and event is an empty one.
 */

import { Document, editor, emitter, Panel } from "./editor.js";
import * as editing from "./editor.js";
import * as values from "./values.js";
import type { Diagnostic, Uri } from "./values.js";

type Call = (...args: never[]) => unknown;
const nothing = new values.Disposable(() => undefined);

function say(text: string): void {
    editor.output += text;
    editor.changed.fire();
}

function message(text: string): Promise<undefined> {
    editor.messages.push(text);
    editor.changed.fire();
    return Promise.resolve(undefined);
}

const channel = { append: say, appendLine: (line: string) => { say(`${line}\n`); }, show: () => undefined, dispose: () => undefined };

const collection = {
    set(uri: Uri, found: readonly Diagnostic[]) {
        editor.diagnostics.set(uri.toString(), found);
        editor.changed.fire();
    },
    delete: (uri: Uri) => editor.diagnostics.delete(uri.toString()),
    clear: () => { editor.diagnostics.clear(); },
    dispose: () => undefined,
};

const commands = {
    registerCommand(name: string, work: Call) {
        editor.commands.set(name, work);
        return new values.Disposable(() => editor.commands.delete(name));
    },
    executeCommand(name: string, key: string, value: unknown) {
        if (name === "setContext") editor.context[key] = value;
        editor.changed.fire();
        return Promise.resolve();
    },
};

const workspace = {
    get textDocuments() { return editor.documents; },
    workspaceFolders: undefined,
    getConfiguration: (section: string) => ({
        get: (key: string, fallback: unknown) => editor.settings[`${section}.${key}`] ?? fallback,
    }),
};

const window = {
    get activeTextEditor() { return editor.active; },
    get visibleTextEditors() { return editor.active ? [editor.active] : []; },
    tabGroups: { all: [], onDidChangeTabs: emitter("onDidChangeTabs").event },
    createOutputChannel: () => channel,
    showErrorMessage: message,
    showWarningMessage: message,
    showInformationMessage: message,
    createWebviewPanel() {
        const panel = new Panel();
        editor.panels.push(panel);
        return panel;
    },
};

const languages = {
    createDiagnosticCollection: () => collection,
    match: (selector: { scheme?: string }[], { uri }: Document) => selector.some(({ scheme }) => scheme === uri.scheme) ? 10 : 0,
};

/** A namespace whose `on…` are events and whose `register…` remember what they are given. */
function namespace(own: object): object {
    return new Proxy(own, {
        get(target, name) {
            if (name in target || typeof name !== "string") return Reflect.get(target, name) as unknown;
            if (name.startsWith("on")) return emitter(name).event;
            return (_: unknown, provider: Record<string, Call>) => {
                editor.providers.set(name, provider);
                editor.changed.fire();
                return nothing;
            };
        },
    });
}

const api: Record<string, unknown> = {
    ...values,
    version: "1.82.0",
    commands: namespace(commands),
    workspace: namespace(workspace),
    window: namespace(window),
    languages: namespace(languages),
    env: { appName: "stand-in", language: "zh-cn", asExternalUri: (uri: Uri) => Promise.resolve(uri) },
    ViewColumn: { Beside: -2 },
    /** For the tests alone. */
    standIn: editing,
};

/** A class, or an enumeration, that does nothing. */
const empty = (): object => function Empty() { /* nothing */ };

export = new Proxy(api, {
    get: (target, name) => (typeof name === "string" ? (target[name] ??= empty()) : undefined),
});
