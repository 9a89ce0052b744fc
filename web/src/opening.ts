// Texts that come into the page: opened, brought in, begun, carried on, a draft taken up again.

import { base64, call, edition, file, isRefused } from "./carrier";
import { brought as ledgerBrought } from "./ledger_store";
import { stampNow } from "./saving";
import { act, enqueue, flushAll, isSaved, keepNow, looked, now, put, refuse } from "./store";
import type { State } from "./store";
import type { Draft, Form, Opened, Refused } from "./types";

const WATCH = 3000; // milliseconds between two looks at whether the file on the disk has changed

/** Another text, with nothing before it. What was typed into the one before is answered and kept first; unsaved, it is put aside. */
function opening<T extends { text: string }>(ask: () => Promise<T | Refused | null>, change: (answer: T) => Partial<State>): Promise<void> {
  flushAll();
  return enqueue(async () => {
    keepNow();
    const answer = await ask();
    if (isRefused(answer)) refuse(answer);
    else if (answer) await fresh(answer.text, change(answer));
  });
}

function fresh(text: string, change: Partial<State>): Promise<void> {
  const { look, name, stamp, saved, undo } = now();
  const aside = look && undo.length > 0 && !isSaved() && change.name !== name ? { text: look.text, name, stamp, saved } : null;
  return looked(text, { undo: [], redo: [], changed: false, doubts: [], note: "", atStart: false, aside, ...change });
}

/** The unsaved text again that another file was opened over. */
export function bringBack(): Promise<void> {
  return enqueue(async () => {
    const aside = now().aside;
    if (aside) await fresh(aside.text, { ...aside, aside: null, undo: [{ text: aside.saved, what: "" }] });
  });
}

export const openListed = (name: string): Promise<void> =>
  opening(
    () => file<{ name: string; text: string; stamp: string; note: string }>("read", { name }),
    ({ text, stamp, note }) => ({ name, stamp, saved: text, note }),
  );

/** A text that no file holds as yet. */
const brought = (ask: () => Promise<Opened | Refused | null>): Promise<void> =>
  opening(
    async () => {
      const answer = await ask();
      if (edition === "file" && answer && !isRefused(answer)) await file("other"); // from here on another draft
      return answer;
    },
    ({ kind, name, doubts, note }) => {
      const told = kind === "published" ? `读进来了，有 ${doubts.length} 处要人看一看。` : "";
      return { name, stamp: "", saved: "", doubts, note: told + note };
    },
  );

/** A file that was chosen or dropped: a report in place of the one before, or a ledger beside it. */
export function openDropped(chosen: File): Promise<void> {
  return brought(async () => {
    const body = { name: chosen.name, data: await base64(chosen) };
    const answer = await call<Opened>("open", body);
    if (!isRefused(answer) && (answer.kind === "settings" || answer.kind === "record")) {
      await beside(answer);
      return null;
    }
    if (isRefused(answer) || (answer.kind !== "ledger" && answer.kind !== "answers")) return answer;
    await ledgerBrought(answer, body.data);
    return null;
  });
}
/** Settings and a 定稿 belong beside the report: the page as one file has them there from now on. */
async function beside({ kind, name, note }: Opened): Promise<void> {
  const what = kind === "settings" ? "本单位设置" : "定稿";
  const told = edition === "file" ? `${what} ${name} 在用了。${note}` : `${name} 是${what}：请把它放在年报所在的文件夹里，再接着填。${note}`;
  const text = now().look?.text;
  if (text === undefined) put({ note: told, problem: "" });
  else await looked(text, { note: told });
}

export const carryOn = (chosen: File): Promise<void> =>
  brought(async () => call<Opened>("next", { name: chosen.name, data: await base64(chosen) }));
export const begin = (year: number, agency: string): Promise<void> => brought(() => call<Opened>("new", { year, agency }));

/** A draft that was left without saving. */
export const resume = (key: string): Promise<void> =>
  opening(
    () => file<{ name: string; text: string; note: string }>("resume", { key }),
    ({ name, note }) => ({ name, stamp: "", saved: "", note }),
  );

export async function forget(key: string): Promise<void> {
  await file("forget", { key });
  put({ drafts: now().drafts.filter((draft) => draft.key !== key) });
}

/** Last year's report, for a page that finds no files by itself. */
export async function giveLastYear(chosen: File): Promise<void> {
  await act("last_year", { name: chosen.name, data: await base64(chosen) }, "", () => `上年的报告用 ${chosen.name}`);
}

/** The page begins: with the file it was started with, or with what there is to choose from. Answers whether with a file. */
export async function start(): Promise<boolean> {
  const found = await file<{ files: string[]; file: string; drafts?: Draft[] }>("list");
  if (isRefused(found)) refuse(found);
  else {
    put({ files: found.files, drafts: found.drafts ?? [] });
    if (found.file) await openListed(found.file);
  }
  if (!now().form) {
    let form = await call<Form>("form", {});
    if (isRefused(form)) form = await call<Form>("form", {}); // a worker that did not come up is started once more
    if (isRefused(form)) refuse(form);
    else put({ form });
  }
  window.setInterval(() => void watch(), WATCH);
  return !isRefused(found) && found.file !== "";
}

async function watch(): Promise<void> {
  const { stamp, changed, name } = now();
  if (!stamp || changed || document.hidden) return;
  const there = await stampNow();
  if (there === now().stamp || there === "" || now().name !== name) return;
  if (isSaved()) await openListed(name);
  else put({ changed: true });
}

/** The server has seen the file, or last year's report (`beside`), in another state. */
export async function seen(banner: string, beside: boolean): Promise<void> {
  put({ banner });
  await watch();
  if (beside) await enqueue(() => looked(now().look?.text ?? "", {}));
}
