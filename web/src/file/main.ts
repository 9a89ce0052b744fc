// The page as one file begins here: Python in a worker, drafts in the browser, files through its dialogs.

import { isRefused, use } from "../carrier";
import { run } from "../run";
import { stepped, tell, telling } from "../store";
import type { Draft, Refused } from "../types";
import type { Kept } from "./database";
import * as database from "./database";
import { Disk, print } from "./disk";
import { Python } from "./python";

const NO_DRAFTS = "这个浏览器不让网页留东西（可能是无痕窗口，或者空间满了），没保存的内容关掉就没有了：请随时点“保存”。";
const GIVING = new Set(["open", "next", "last_year"]); // calls that bring a file

const python = new Python(telling, stepped);
void python.started().catch(() => undefined); // whoever calls first is told why it did not start
const disk = new Disk();
const given = new Map<string, string>(); // files that were brought, base64 by name: a new worker gets them again
const beside = new Set<string>(); // those of them that hold for every report: settings, 定稿
let ledger: unknown = null; // workbook and answers that were put into the report: held here alone, in no draft
let here = newKey(); // the draft of the text in the page
let fresh = true; // whether the worker has been given all files

function newKey(): string {
  return `${Date.now()}-${Math.random().toString(36).slice(2)}`;
}

async function call<T>(name: string, body: unknown): Promise<T | Refused> {
  if (!fresh) {
    fresh = true;
    for (const [file, data] of given) await python.call("keep", { name: file, data });
    if (ledger) await python.call("keep", ledger);
  }
  const { name: file, data, answers } = body as { name?: string; data?: string; answers?: string };
  const answer = await python.call<T>(name, body);
  const isLedger = (answer as { kind?: string }).kind === "ledger"; // never part of a draft
  if (GIVING.has(name) && file && data && !isLedger && !isRefused(answer)) given.set(file, data);
  const { kind, name: made, data: content } = answer as { kind?: string; name?: string; data?: string };
  if (file && (kind === "settings" || kind === "record")) beside.add(file);
  if (name === "record" && made && content) {
    given.set(made, content);
    beside.add(made);
  }
  if (name === "ledger_into" && !isRefused(answer)) ledger = { name: file, data, answers };
  telling("");
  return answer;
}

/** What the browser keeps, or does not: that stays said until it does. */
async function told<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    const done = await act();
    tell("");
    return done;
  } catch {
    tell(NO_DRAFTS);
    return otherwise;
  }
}

function keep(draft: Draft): void {
  const files = Object.fromEntries([...given].filter(([name]) => draft.text.includes(name) || beside.has(name)));
  const kept: Kept = { ...draft, key: here, files, handle: disk.handle };
  void told(() => database.keep(kept), undefined);
}

async function resume(key: string): Promise<unknown> {
  const draft = (await database.drafts()).find((one) => one.key === key);
  if (!draft) return { refused: "这份草稿已经不在了", hint: "请打开保存过的文件" };
  here = draft.key;
  disk.handle = draft.handle;
  for (const [name, data] of Object.entries(draft.files)) {
    given.set(name, data);
    if (!draft.text.includes(name)) beside.add(name);
    await python.call("keep", { name, data });
  }
  return { name: draft.name, text: draft.text, stamp: "", note: "接着上次没写完的：内容是浏览器里留的，请记得保存" };
}

const files: Record<string, (body: Record<string, string>) => Promise<unknown>> = {
  list: async () => ({ files: [], file: "", drafts: await told(() => database.drafts(), []) }),
  stamp: async () => ({ stamp: await disk.stamp() }),
  read: async ({ name }) => ({ name, text: await disk.read(), stamp: await disk.stamp(), note: "" }),
  resume: ({ key }) => resume(key ?? ""),
  forget: async ({ key }) => told(async () => (await database.forget(key ?? ""), {}), {}),
  other: () => {
    here = newKey();
    disk.handle = undefined;
    return Promise.resolve({});
  },
  save: async ({ name, text, stamp }) => {
    const saved = await disk.save(name ?? "", text ?? "", stamp ?? "");
    if (disk.handle && !("refused" in saved) && !saved.changed) await told(() => database.forget(here), undefined);
    return saved;
  },
};

use({
  call,
  file: async <T>(name: string, body: unknown) => (await files[name]?.(body as Record<string, string>)) as T,
  stop: () => {
    fresh = false;
    python.stop();
  },
  keep,
  print,
});
run();
