// The page's script and styles, bundled into ../templates/page, where the package takes them from.
import { build } from "esbuild";

const shared = { bundle: true, minify: true, charset: "utf8", target: ["es2019", "chrome84"], legalComments: "none" };
await build({ ...shared, entryPoints: ["src/main.tsx"], outfile: "../templates/page/page.js", format: "iife" });
await build({ ...shared, entryPoints: ["src/page.css"], outfile: "../templates/page/page.css" });
