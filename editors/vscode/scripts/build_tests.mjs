// Bundles each test, and the stand-in for VS Code's module, into dist-test/ for node's own test runner.
import { readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { constants } from "./form.mjs";

const here = new URL("../", import.meta.url);
const tests = readdirSync(new URL("test/", here)).filter((name) => name.endsWith(".test.ts"));

const shared = {
    absWorkingDir: fileURLToPath(here),
    bundle: true,
    platform: "node",
    target: "node20",
    define: constants,
    logLevel: "warning",
};

rmSync(new URL("dist-test/", here), { recursive: true, force: true });
await build({
    ...shared,
    entryPoints: tests.map((name) => `test/${name}`),
    outdir: "dist-test",
    outExtension: { ".js": ".mjs" },
    format: "esm",
});
await build({ ...shared, entryPoints: ["test/stand_in/vscode.ts"], outfile: "dist-test/vscode.cjs", format: "cjs" });
