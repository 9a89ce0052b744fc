/** Runs the program once and collects what it says. */

import { spawn } from "node:child_process";
import { environment } from "./program.js";

/** What came out of one run: the exit code, and stdout and stderr in the order in which they came. */
export interface Outcome {
    readonly code: number;
    readonly text: string;
}

/** Run `program`; rejects when it cannot be started at all. */
export function run(program: string, args: readonly string[], folder: string): Promise<Outcome> {
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, { cwd: folder, env: environment(), windowsHide: true });
        let text = "";
        child.stdout.setEncoding("utf8").on("data", (piece: string) => (text += piece));
        child.stderr.setEncoding("utf8").on("data", (piece: string) => (text += piece));
        child.on("error", reject);
        child.on("close", (code) => { resolve({ code: code ?? -1, text }); });
    });
}
