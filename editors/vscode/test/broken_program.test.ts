/** A program that ends as soon as it is started, as one without its optional parts does. */

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { load } from "./stand_in/loading.js";

const { standIn, extension } = load();
const { editor, open, setProgram, until } = standIn;

/** What the language client library leaves behind unheeded, in VS Code as here, when its server ends while starting. */
const LEFT_BEHIND = /EPIPE|after a stream was destroyed|can't be stopped|connection got disposed|not running/;

test("what to do is said, in Chinese and once; nothing is started again", { skip: process.platform === "win32" }, async () => {
    const unheeded: unknown[] = [];
    process.removeAllListeners("unhandledRejection").on("unhandledRejection", (fault) => unheeded.push(fault));
    const program = join(mkdtempSync(join(tmpdir(), "nianbao-")), "nianbao");
    writeFileSync(program, "#!/bin/sh\necho 编辑器服务没有安装 >&2\nexit 1\n", { mode: 0o755 });
    setProgram(program);
    await extension.activate({ subscriptions: [] });
    open("/文件/甲.yaml", "机关: 甲\n年度: 2023\n");
    const said = await until(() => editor.messages[0]);
    assert.match(said, /^年报的检查服务没有启动。请先安装/);
    await until(() => editor.output.includes("编辑器服务没有安装"));
    open("/文件/乙.yaml", "机关: 乙\n年度: 2023\n");
    await extension.deactivate();
    assert.equal(editor.messages.length, 1);
    for (const fault of unheeded) assert.match(String(fault), LEFT_BEHIND);
});
