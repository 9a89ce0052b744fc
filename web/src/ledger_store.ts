// The ledger in the page: counted by calls, its questions answered. The workbook is held here alone, and in no draft.

import { base64, call, download, edition, file, isRefused } from "./carrier";
import { keyOf } from "./ledger_types";
import type { Book, Counted, Differing, Entry, Question } from "./ledger_types";
import { act, enqueue, flushAll, looked, now, put, refuse } from "./store";
import type { Form, Opened } from "./types";

export interface Answered {
  question: Question;
  answer: string;
}

export interface LedgerState {
  shown: boolean;
  book: Book | null;
  last: Book | null; // last year's
  found: Counted | null;
  form: Form | null; // of the ledger's year
  answers: string; // the text of 对照.yaml
  kept: string; // the same as it was brought, downloaded or put beside the report
  stamp: string; // the state in which it lies beside the report
  answered: Record<string, Answered>; // in this sitting
  cell: string; // the figure of which the cases are shown
  of: string | undefined; // the report's text that it was counted for
}

const NONE: LedgerState = { shown: false, book: null, last: null, found: null, form: null, answers: "", kept: "", stamp: "", answered: {}, cell: "", of: undefined };
const OPEN = "？";
const YAML = "application/yaml";

let state = NONE;
let waiting: [...Entry, string][] = []; // answers that no count knows yet

export const ledger = (): LedgerState => state;

function change(to: Partial<LedgerState>): void {
  state = { ...state, ...to };
  put({});
}

/** Count with what has been brought and answered; what was counted before stays where that fails. Not queued. */
async function counted(to: Partial<LedgerState>): Promise<void> {
  const { book, last, answers, form } = { ...state, ...to };
  const given = waiting;
  waiting = [];
  if (!book) return;
  const { look, name } = now();
  const found = await call<Counted>("ledger", { ...book, last, answers, given, text: look?.text ?? "", path: name });
  if (isRefused(found)) {
    refuse(found);
    return;
  }
  const itsForm = form && state.found?.year === found.year ? form : await call<Form>("form", { year: found.year });
  const cell = found.cells[state.cell] ? state.cell : "";
  put({ problem: "", note: "" });
  change({ ...to, found, form: isRefused(itsForm) ? null : itsForm, answers: found.answers, cell, of: look?.text });
}

export const recount = (to: Partial<LedgerState> = {}): Promise<void> => enqueue(() => counted(to));

/** What turned out to be a ledger, or answers about one, when it was opened. Not queued. */
export async function brought(opened: Opened, data: string): Promise<void> {
  if (opened.kind === "ledger") await counted({ ...(await beside()), book: { name: opened.name, data }, answered: {}, shown: true });
  else if (state.book) await counted({ answers: opened.text, kept: opened.text, answered: {}, shown: true });
  else {
    change({ answers: opened.text, kept: opened.text });
    put({ note: `${opened.name} 读进来了，请再放台账。` });
  }
}

/** Answers that lie beside the report hold from the start, where none were brought. */
async function beside(): Promise<Partial<LedgerState>> {
  if (edition !== "served" || state.answers) return {};
  const there = await file<{ text: string; stamp: string }>("answers");
  return isRefused(there) ? {} : { answers: there.text, kept: there.text, stamp: there.stamp };
}

/** The answers beside the report, where `check` looks for them; what is still missing there is said. */
async function keepAnswers(): Promise<void> {
  const { book, found, answers, stamp } = state;
  if (edition !== "served" || !book || !found) return;
  const there = await file<{ kept: boolean; stamp: string; beside: boolean }>("keep_answers", { ...book, text: answers, stamp });
  if (isRefused(there)) {
    refuse(there);
    return;
  }
  if (there.kept) change({ kept: answers, stamp: there.stamp });
  const missing = there.beside ? "" : `以后检查要对照台账：请把 ${book.name} 放在年报旁边。`;
  const told = there.kept ? `回答记在年报旁边的${found.answers_name}里。` : `年报旁边已经有一份${found.answers_name}，内容不同，没有动它：请下载这里的，合在一起。`;
  await looked(now().look?.text ?? "", { note: `${now().note}${answers ? told : ""}${missing}` }); // what is checked has changed
}

export async function giveLast(chosen: File): Promise<void> {
  await recount({ last: { name: chosen.name, data: await base64(chosen) } });
}

/** An answer; given again it replaces the one before. Several given quickly are counted at once. */
export function answer(question: Question, given: string): void {
  waiting.push([...question.entry, given]);
  const answered = { ...state.answered };
  if (given === OPEN) delete answered[keyOf(question.entry)];
  else answered[keyOf(question.entry)] = { question, answer: given };
  change({ answered });
  void enqueue(async () => {
    if (waiting.length > 0) await counted({});
  });
}

export const reopen = (question: Question): void => answer(question, OPEN);
export const choose = (cell: string): void => change({ cell: state.cell === cell ? "" : cell });
export const show = (): void => void recount({ shown: true });

/** Back to the report, which is looked at again: what was counted may say something of it. */
export function close(): void {
  change({ shown: false });
  const text = now().look?.text;
  if (text !== undefined) void enqueue(() => looked(text, {}));
}

export function forgetLedger(): void {
  state = NONE;
  close();
}

export const isKept = (): boolean => Object.keys(state.answered).length === 0 || state.answers === state.kept;

export function downloadAnswers(): void {
  if (state.found) download(state.found.answers_name, YAML, new TextEncoder().encode(state.answers));
  change({ kept: state.answers });
}

/** The figures into the report in one step; of what is filled in otherwise only what was `taken`, as it was shown. */
export async function into(taken: Differing[]): Promise<void> {
  if (!state.book) return;
  flushAll();
  let done = false;
  const body = { ...state.book, last: state.last, answers: state.answers, taken: taken.map((one) => [one.path, one.typed]) };
  await act("ledger_into", body, "", (look) => {
    done = true;
    const left = look.kept?.length ? `，${look.kept.length} 格与台账不同，没有动` : "";
    return `台账的数写进去了：改了 ${look.written ?? 0} 格${left}。要退回去，按“撤销”。`;
  });
  if (!done) return;
  change({ shown: false });
  await enqueue(keepAnswers);
}
