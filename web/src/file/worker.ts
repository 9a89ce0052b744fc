// Python's side, whichever Pyodide it is. All that it needs comes in messages; nothing is fetched.

import type { Answered, Asked, Given, Part } from "./messages";
import { PARTS } from "./messages";

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
from generator.desk.in_browser import answer, prepare
answer, prepare
`;
const IDLE = 300; // milliseconds without a call after which Python gets ready for the next ones: what was answered is drawn by then


const coming = new Map<Part, { bytes: Promise<Uint8Array>; take: (bytes: Uint8Array) => void }>();
for (const part of PARTS) {
  let take: (bytes: Uint8Array) => void = () => undefined;
  coming.set(part, { bytes: new Promise((done) => (take = done)), take });
}
const bytesOf = async (part: Part): Promise<Uint8Array> => (await coming.get(part)?.bytes) ?? new Uint8Array();

/** Pyodide asks for its parts by name: they are here, or come. Whatever else is asked for is refused. */
export function nothingIsFetched(lock: unknown): void {
  self.fetch = async (asked: RequestInfo | URL): Promise<Response> => {
    const name = String(asked instanceof Request ? asked.url : asked);
    if (name.endsWith(".wasm")) return new Response(await bytesOf("wasm"), { headers: { "content-type": "application/wasm" } });
    if (name.endsWith("python_stdlib.zip")) return new Response(await bytesOf("stdlib"));
    if (name.endsWith(".json")) return new Response(JSON.stringify(lock));
    throw new Error(`nothing is fetched: ${name}`);
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

export function serve(load: () => Promise<Python>): void {
  let answer: (name: string, body: string, told: (done: number, all: number) => void) => string;
  let prepare: (step: number) => boolean;
  let step = 0; // of getting ready; -1 when there is no other
  let idle = 0;

  async function start(): Promise<string> {
    const python = await load();
    unpack(python, await bytesOf("packages"));
    [answer, prepare] = python.runPython(START) as [typeof answer, typeof prepare];
    return "{}";
  }

  /** While a person looks for a file, or reads: what the next calls need. A call that comes waits for one step at most. */
  function getReady(): void {
    try {
      step = prepare(step) ? step + 1 : -1;
    } catch (fault) {
      step = -1; // it is told when a person's own call meets it
      console.warn(fault);
    }
    whenIdle();
  }

  function whenIdle(): void {
    if (step >= 0) idle = self.setTimeout(getReady, IDLE);
  }

  async function take({ id, name, body }: Asked): Promise<void> {
    const told: Answered = { id };
    self.clearTimeout(idle);
    const stepped = (done: number, all: number): void => self.postMessage({ id, step: [done, all] } satisfies Answered);
    try {
      told.answer = name === undefined ? await start() : answer(name, body ?? "{}", stepped);
    } catch (fault) {
      told.fault = String((fault as Error | null)?.stack ?? fault);
    }
    self.postMessage(told);
    if (told.fault === undefined) whenIdle();
  }

  self.onmessage = ({ data }: MessageEvent<Asked | Given>): void => void ("part" in data ? coming.get(data.part)?.take(data.bytes) : take(data));
}
