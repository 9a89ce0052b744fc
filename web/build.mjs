// The page's script and styles, bundled into ../templates/page (or the folder named), where the package takes them from.
import { build } from "esbuild";

const folder = process.argv[2] ?? "../templates/page";
const shared = { bundle: true, minify: true, charset: "utf8", target: ["es2019", "chrome84"], legalComments: "none" };
await build({ ...shared, entryPoints: ["src/main.tsx"], outfile: `${folder}/page.js`, format: "iife" });
await build({ ...shared, entryPoints: ["src/page.css"], outfile: `${folder}/page.css` });
