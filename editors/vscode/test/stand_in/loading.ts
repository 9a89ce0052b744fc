/** Loads the extension as it is shipped, with the stand-in where it asks for `vscode`. */

import Module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type * as StandIn from "./editor.js";
import type * as Values from "./values.js";

interface Extension {
    activate(context: { subscriptions: { dispose(): void }[] }): Promise<void>;
    deactivate(): Promise<void>;
}

interface Loaded {
    readonly vscode: typeof Values;
    readonly standIn: typeof StandIn;
    readonly extension: Extension;
}

/** Both run in this process, as they do in VS Code; the paths are those of dist-test/. */
export function load(): Loaded {
    const require = createRequire(import.meta.url);
    const path = fileURLToPath(new URL("vscode.cjs", import.meta.url));
    const modules = Module as unknown as { _resolveFilename(name: string, ...rest: unknown[]): string };
    const usual = modules._resolveFilename.bind(modules);
    modules._resolveFilename = (name, ...rest) => (name === "vscode" ? path : usual(name, ...rest));
    const vscode = require("vscode") as typeof Values & { standIn: typeof StandIn };
    return { vscode, standIn: vscode.standIn, extension: require("../dist/extension.js") as Extension };
}
