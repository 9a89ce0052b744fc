// The scripts of the page as one file: node bundle.mjs main|older FOLDER → page.js, page.css, worker.js
import fs from "node:fs";
import { build } from "esbuild";

const [edition, folder] = process.argv.slice(2);
const shared = { bundle: true, minify: true, charset: "utf8", legalComments: "none", format: "iife", logLevel: "error" };
const target = ["es2019", "chrome84"];
await build({ ...shared, target, entryPoints: ["src/file/main.ts"], outfile: `${folder}/page.js` });
await build({ ...shared, target, entryPoints: ["src/page.css"], outfile: `${folder}/page.css`, format: undefined });
const banner =
  edition === "older"
    ? ["pyodide.asm.js", "pyodide.js"].map((name) => fs.readFileSync(`node_modules/pyodide-older/${name}`, "utf8").replace(/^\/\/# source.*$/m, "")).join("\n;")
    : "";
await build({
  ...shared,
  banner: { js: banner },
  target: edition === "older" ? target : ["chrome96"],
  entryPoints: [`src/file/worker_${edition}.ts`],
  outfile: `${folder}/worker.js`,
  external: ["node:*", "ws", "module"],
  define: { "import.meta.url": '"https://nothing.invalid/pyodide.asm.mjs"' },
});
