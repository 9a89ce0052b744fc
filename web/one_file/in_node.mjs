// The page's Python in Node: node in_node.mjs PYODIDE PACKAGES FOLDER SCRIPT → what results(FOLDER) of the script gives, as JSON.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, packages, folder, script] = process.argv.slice(2).map((one) => path.resolve(one));
const { loadPyodide } = await import(pathToFileURL(path.join(pyodide, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: pyodide + path.sep });
const packed = fs.readFileSync(packages);
const size = packed.readUInt32LE(0);
let at = 4 + size;
for (const [name, length] of JSON.parse(packed.subarray(4, at))) {
  python.FS.mkdirTree(path.posix.join("/nianbao", path.posix.dirname(name)));
  python.FS.writeFile(`/nianbao/${name}`, packed.subarray(at, at + length));
  at += length;
}
python.FS.mkdirTree(folder);
for (const name of fs.readdirSync(folder)) python.FS.writeFile(path.join(folder, name), fs.readFileSync(path.join(folder, name)));
python.FS.writeFile("/nianbao/script.py", fs.readFileSync(script));
python.globals.set("folder", folder);
const code = "import json, sys; from pathlib import Path; sys.path.insert(0, '/nianbao'); import script; json.dumps(script.results(Path(folder)))";
process.stdout.write(python.runPython(code), () => process.exit(0));
