// The worker of the main edition: Pyodide 314 (Python 3.14), for Chromium 96 and later.

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { nothingIsFetched, serve } from "./worker";

const LOCK = {
  info: { abi_version: "2026_0", arch: "wasm32" as const, platform: "emscripten_5_0_3", version: "314.0.7", python: "3.14.2" },
  packages: {},
};
const NOWHERE = "https://nothing.invalid/";

nothingIsFetched(LOCK);
serve(() =>
  loadPyodide({ createPyodideModule, indexURL: NOWHERE, packageBaseUrl: NOWHERE, lockFileContents: LOCK, checkAPIVersion: true }),
);
