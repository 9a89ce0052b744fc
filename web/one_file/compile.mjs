// Compiles Python's own library and the packages with the very Python that will run them.
// node compile.mjs PYODIDE PACKAGES STDLIB-OUT PACKAGES-OUT
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, packages, stdlibOut, packagesOut] = process.argv.slice(2).map((one) => path.resolve(one));
const { loadPyodide } = await import(pathToFileURL(path.join(pyodide, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: pyodide + path.sep });
const here = path.dirname(new URL(import.meta.url).pathname);
python.FS.mkdirTree("/job");
for (const name of ["pack.py", "compile_pack.py"]) python.FS.writeFile(`/job/${name}`, fs.readFileSync(path.join(here, name)));
python.FS.writeFile("/job/packages", fs.readFileSync(packages));
python.FS.writeFile("/job/stdlib.zip", fs.readFileSync(path.join(pyodide, "python_stdlib.zip")));
try {
  python.runPython("import sys; sys.path.insert(0, '/job'); import compile_pack; compile_pack.run()");
} catch (fault) {
  console.error(fault.message); // alone: Node would print the whole of Pyodide before it
  process.exit(1);
}
fs.writeFileSync(stdlibOut, python.FS.readFile("/job/stdlib.out"));
fs.writeFileSync(packagesOut, python.FS.readFile("/job/packages.out"));
process.exit(0);
