// Packs dist/ into build/nianbao-VERSION.vsix. Nothing is fetched or published.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { dist, file, version } from "./form.mjs";

const target = process.argv[2] ?? fileURLToPath(file(`build/nianbao-${version}.vsix`));
mkdirSync(file("build/"), { recursive: true });
await createVSIX({
    cwd: fileURLToPath(dist),
    packagePath: target,
    dependencies: false,
    allowMissingRepository: true,
});
console.log(target);
