// Puts together, in dist/ or where NIANBAO_DIST says, exactly what goes into the .vsix: the bundle, and what is generated or copied.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { constants, dist, file, manifest, schema, schemaUrl, version } from "./form.mjs";
import { licencesOf } from "./licences.mjs";
import { snippetsOf } from "./snippets.mjs";

const here = new URL("../", import.meta.url);

/** The manifest that is shipped: with its version, without what only building needs. */
function shipped() {
    const { private: _, scripts: __, devDependencies: ___, ...rest } = manifest;
    return { ...rest, version, files: ["*"] };
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const { metafile } = await build({
    absWorkingDir: fileURLToPath(here),
    entryPoints: ["src/extension.ts"],
    outfile: fileURLToPath(new URL("extension.js", dist)),
    bundle: true,
    minify: true,
    platform: "node",
    target: "node18", // what VS Code 1.82 runs
    format: "cjs",
    external: ["vscode"],
    define: constants,
    metafile: true,
    logLevel: "warning",
});
const write = (name, content) => writeFileSync(new URL(name, dist), `${JSON.stringify(content, null, 2)}\n`);
write("package.json", shipped());
write("snippets.json", snippetsOf(schema));
const licences = licencesOf(Object.keys(metafile.inputs), fileURLToPath(here));
writeFileSync(new URL("THIRD_PARTY_LICENCES.txt", dist), `${licences}\n`);
copyFileSync(schemaUrl, new URL("nianbao.schema.json", dist));
copyFileSync(file("LICENSE"), new URL("LICENSE", dist));
copyFileSync(file("CHANGELOG.md"), new URL("CHANGELOG.md", dist));
copyFileSync(new URL("README.md", here), new URL("README.md", dist));
