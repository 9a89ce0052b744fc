/** The preview beside the text: one panel for each report, each with its own `nianbao preview`. */

import { randomBytes } from "node:crypto";
import * as path from "node:path";
import { env, Uri, ViewColumn, window } from "vscode";
import type { TextDocument, WebviewPanel } from "vscode";
import { framePage, wordsPage } from "./page.js";
import { PreviewProcess } from "./process.js";

const panels = new Map<string, WebviewPanel>();

/** Show the preview of a report that is saved; one that is shown already comes to the front. */
export function showPreview(program: string, document: TextDocument): void {
    const key = document.uri.toString();
    const shown = panels.get(key);
    if (shown !== undefined) {
        shown.reveal(undefined, true);
        return;
    }
    const panel = makePanel(path.basename(document.fileName));
    panels.set(key, panel);
    const preview = new PreviewProcess(program, document.fileName, (said) => { say(panel, `预览已经停止。\n${said}`); });
    panel.onDidDispose(() => {
        panels.delete(key);
        preview.stop();
    });
    void fill(panel, preview);
}

function makePanel(name: string): WebviewPanel {
    const beside = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel("nianbao.preview", `预览：${name}`, beside, { retainContextWhenHidden: true });
    say(panel, "正在打开预览……");
    return panel;
}

async function fill(panel: WebviewPanel, preview: PreviewProcess): Promise<void> {
    try {
        const address = Uri.parse(await preview.address, true);
        const port = Number(address.authority.split(":")[1]);
        // A frame inherits what its panel may do: without scripts the preview's own page would stand still.
        panel.webview.options = { enableScripts: true, portMapping: [{ webviewPort: port, extensionHostPort: port }] };
        // Through VS Code's tunnel when the window is remote: that knows servers, and may lose a path.
        const server = (await env.asExternalUri(address.with({ path: "/" }))).toString(true);
        panel.webview.html = framePage(server.replace(/\/$/, "") + address.path, nonce());
    } catch (fault) {
        say(panel, `预览没有打开。\n${fault instanceof Error ? fault.message : String(fault)}`);
    }
}

function say(panel: WebviewPanel, words: string): void {
    panel.webview.html = wordsPage(words, nonce());
}

function nonce(): string {
    return randomBytes(16).toString("base64");
}
