// Python's side, whichever Pyodide it is. All that it needs comes in one message; nothing is fetched.

import type { Answered, Asked, Given } from "./messages";

interface Python {
  FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, data: Uint8Array, options?: { canOwn: boolean }): void;
  };
  runPython(code: string): unknown;
}

const PLACE = "/nianbao";
const START = `
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, '${PLACE}')
from generator.desk.in_browser import answer
answer
`;

/** Pyodide asks for its parts by name: they are here. Whatever else is asked for is refused. */
export function nothingIsFetched(given: Given, lock: unknown): void {
  self.fetch = (asked: RequestInfo | URL): Promise<Response> => {
    const name = String(asked instanceof Request ? asked.url : asked);
    if (name.endsWith(".wasm")) return Promise.resolve(new Response(given.wasm, { headers: { "content-type": "application/wasm" } }));
    if (name.endsWith("python_stdlib.zip")) return Promise.resolve(new Response(given.stdlib));
    if (name.endsWith(".json")) return Promise.resolve(new Response(JSON.stringify(lock)));
    return Promise.reject(new Error(`nothing is fetched: ${name}`));
  };
}

function unpack(python: Python, packed: Uint8Array): void {
  const size = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + size))) as [string, number][];
  let at = 4 + size;
  const made = new Set<string>();
  for (const [name, length] of index) {
    const folder = `${PLACE}/${name.slice(0, Math.max(0, name.lastIndexOf("/")))}`;
    if (!made.has(folder)) python.FS.mkdirTree(folder);
    made.add(folder);
    python.FS.writeFile(`${PLACE}/${name}`, packed.subarray(at, at + length), { canOwn: true });
    at += length;
  }
}

export function serve(load: (given: Given) => Promise<Python>): void {
  let answer: (name: string, body: string, told: (done: number, all: number) => void) => string;

  async function start(given: Given): Promise<string> {
    const python = await load(given);
    unpack(python, given.packages);
    answer = python.runPython(START) as typeof answer;
    return "{}";
  }

  async function take({ id, start: given, name, body }: Asked): Promise<void> {
    const told: Answered = { id };
    const step = (done: number, all: number): void => self.postMessage({ id, step: [done, all] } satisfies Answered);
    try {
      told.answer = given ? await start(given) : answer(name ?? "", body ?? "{}", step);
    } catch (fault) {
      told.fault = String((fault as Error | null)?.stack ?? fault);
    }
    self.postMessage(told);
  }

  self.onmessage = (event: MessageEvent<Asked>): void => void take(event.data);
}
