// The worker of the older edition: Pyodide 0.24.1 (Python 3.11), for Chromium 84 to 95. Its own scripts stand before this one.

import { nothingIsFetched, serve } from "./worker";

declare const loadPyodide: (options: { indexURL: string }) => ReturnType<Parameters<typeof serve>[0]>;
const LOCK = { info: { arch: "wasm32", platform: "emscripten_3_1_45", version: "0.24.1", python: "3.11.3" }, packages: {} };

nothingIsFetched(LOCK);
serve(() => loadPyodide({ indexURL: "https://nothing.invalid/" }));
