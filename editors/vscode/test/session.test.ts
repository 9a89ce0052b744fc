/**
 * A whole session: the extension as it is shipped (dist/), its language client and the real program, over stdio. Only
 * VS Code itself is a stand-in. NIANBAO_PROGRAM names the program.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Document } from "./stand_in/editor.js";
import { load } from "./stand_in/loading.js";

const program = process.env.NIANBAO_PROGRAM ?? "";
const skip = program === "" && "NIANBAO_PROGRAM does not name the program";
const sample = process.env.NIANBAO_REPORT ?? "";

const { vscode, standIn, extension } = load();
const { editor, open, setProgram, show, type, until } = standIn;
const context = { subscriptions: [] as { dispose(): void }[] };

function codes(document: Document): string[] | undefined {
    const found = editor.diagnostics.get(document.uri.toString());
    return found?.map(({ code }) => typeof code === "object" && code !== null && "value" in code ? String(code.value) : String(code));
}

/** Carry out a command of the palette. */
async function command(name: string): Promise<void> {
    await (editor.commands.get(name) as () => Promise<void>)();
}

before(async () => {
    editor.settings["nianbao.command"] = "/没有/nianbao";
    await extension.activate(context);
});

after(async () => {
    await extension.deactivate();
    for (const each of context.subscriptions) each.dispose();
});

test("without a report nothing is started and nothing is said", () => {
    open("/文件/compose.yaml", "services:\n  web: {image: x}\n");
    assert.deepEqual(editor.messages, []);
    assert.equal(editor.events.get("onDidSaveTextDocument"), undefined, "no client listens");
});

test("a program that is not there: what to do is said once, in Chinese", async () => {
    const document = open("/文件/甲.yaml", "机关: 甲\n年度: 2023\n");
    show(document);
    type(document, "机关: 甲局\n年度: 2023\n");
    const said = await until(() => editor.messages[0]);
    assert.match(said, /没有找到 \/没有\/nianbao 程序。请先安装 .*pipx install "\.\/nianbao-版本-py3-none-any\.whl\[lsp\]"/);
    assert.equal(editor.messages.length, 1);
    assert.equal(editor.context["nianbao.report"], true);
});

test("the setting put right: the server starts and finds what is wrong", { skip }, async () => {
    setProgram(program);
    const document = editor.documents.at(-1) ?? assert.fail();
    const found = await until(() => codes(document)?.some(Boolean) === true && codes(document));
    assert.ok(found.includes("NB101"), found.join());
    const [first] = editor.diagnostics.get(document.uri.toString()) ?? [];
    assert.equal(first?.severity, 0);
    assert.match(first.message, /[一-鿿]/);
});

test("what is typed is checked anew; put right, the findings go", { skip }, async () => {
    const document = open(sample, readFileSync(sample, "utf8").replace("年度: 2023", "年度: 二〇二三"));
    await until(() => codes(document)?.includes("NB103"));
    type(document, readFileSync(sample, "utf8"));
    await until(() => codes(document)?.includes("NB103") === false);
});

test("hover says what an entry means", { skip }, async () => {
    const document = editor.documents.at(-1) ?? assert.fail();
    const provider = await until(() => editor.providers.get("registerHoverProvider"));
    const line = document.getText().split("\n").findIndex((each) => each.startsWith("年度"));
    const ask = provider.provideHover as unknown as (...args: object[]) => Promise<{ contents: unknown }>;
    const answer = await ask(document, new vscode.Position(line, 1), new vscode.CancellationTokenSource().token);
    assert.match(JSON.stringify(answer.contents), /年度/);
});

test("other YAML stays its own affair, until it becomes a report", { skip }, async () => {
    const document = open("/文件/list.yaml", "- a\n- b\n");
    const other = editor.documents[0] ?? assert.fail();
    type(document, "机关: 乙\n年度: 2023\n");
    await until(() => codes(document)?.includes("NB101"));
    assert.equal(codes(other), undefined, "a file that is no report was sent to the server");
});

test("the commands run the program on the report", { skip }, async () => {
    const document = editor.documents.find(({ uri }) => uri.fsPath === sample) ?? assert.fail();
    show(document);
    await command("nianbao.check");
    assert.match(editor.output, /—— nianbao check .+\.yaml\n/);
    assert.equal(editor.messages.at(-1), "没有发现错误。");
});

test("the preview shows the program's page, and ends with its panel", { skip }, async () => {
    await command("nianbao.preview");
    const panel = editor.panels[0] ?? assert.fail();
    const address = await until(() => /<iframe src="([^"]+)"/.exec(panel.webview.html)?.[1]);
    const answer = await fetch(address);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get("content-security-policy") ?? "", /frame-ancestors [^;]*vscode-webview: vscode-file:/);
    await answer.text();
    await command("nianbao.preview");
    assert.equal(editor.panels.length, 1, "shown again, not opened again");
    panel.dispose();
    while (await fetch(address).then(() => true, () => false)); // until nobody listens any more
});
