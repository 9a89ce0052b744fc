// {text, undo, last look}: the text is the only truth, every act is a call that answers with a new text and a new look.

import { bytesOf, call, download, extras, file, isRefused } from "./carrier";
import type { Draft, Form, Look, Made, Opened, Path } from "./types";
import { dotted } from "./types";

const PAUSE = 90; // milliseconds without a key before what is typed goes to Python

interface Step {
  text: string;
  what: string; // what the act was about: typing on at one place is one step
}

export interface State {
  form: Form | null;
  look: Look | null;
  name: string; // the file's name, "" for none yet
  stamp: string; // the state of the file on the disk that the text came from
  saved: string; // the text as it was saved last
  files: string[];
  drafts: Draft[]; // what was not saved when the page was left
  starting: string; // how far the program has come
  undo: Step[];
  redo: Step[];
  note: string; // one sentence about what was done last
  problem: string; // why something could not be done
  changed: boolean; // somebody else changed the file on the disk
  doubts: Opened["doubts"];
  busy: number;
}

let state: State = {
  form: null,
  look: null,
  name: "",
  stamp: "",
  saved: "",
  files: [],
  drafts: [],
  starting: "",
  undo: [],
  redo: [],
  note: "",
  problem: "",
  changed: false,
  doubts: [],
  busy: 0,
};
let listener: () => void = () => undefined;
const typing = new Map<string, { timer: number; send: () => void }>();
let queue: Promise<void> = Promise.resolve();

export const now = (): State => state;
export const onChange = (listen: () => void): void => {
  listener = listen;
};

export function put(change: Partial<State>): void {
  const before = state;
  state = { ...state, ...change };
  if (state.look && state.look.text !== before.look?.text && state.undo.length > 0) keepSoon();
  listener();
}

export const telling = (starting: string): void => {
  if (starting !== state.starting) put({ starting });
};
export const problem = (told: string): void => put({ problem: told });

let keeping = 0;
function keepSoon(): void {
  window.clearTimeout(keeping);
  keeping = window.setTimeout(keepNow, PAUSE);
}

/** The draft of what is in the page, if anything waits to be kept. */
export function keepNow(): void {
  const { look, name } = state;
  if (keeping && look) extras().keep?.({ key: "", name, title: `${look.agency}${look.year ?? ""}`, text: look.text, when: Date.now() });
  window.clearTimeout(keeping);
  keeping = 0;
}

/** One after the other: each act is about the text that the one before it has left. */
export function enqueue(act: () => Promise<void>): Promise<void> {
  put({ busy: state.busy + 1 });
  queue = queue.then(act).then(
    () => put({ busy: state.busy - 1 }),
    (fault: unknown) => put({ busy: state.busy - 1, problem: `没有做成：${String(fault)}` }),
  );
  return queue;
}

/** When all that was typed has been answered. */
export async function settled(): Promise<void> {
  do {
    [...typing.values()].forEach((one) => one.send());
    await queue;
  } while (typing.size > 0 || state.busy > 0);
}

function taken(look: Look, what: string): void {
  const before = state.look?.text ?? "";
  if (look.text === before) {
    put({ look, problem: "" });
    return;
  }
  const last = state.undo[state.undo.length - 1];
  const goesOn = what !== "" && last?.what === what && state.redo.length === 0;
  put({ look, undo: goesOn ? state.undo : [...state.undo, { text: before, what }], redo: [], problem: "" });
}

/** An act on the text by a call; `what` joins acts at one place into one step of undo. */
export function act(name: string, body: Record<string, unknown>, what = "", told: (look: Look) => string = () => ""): Promise<void> {
  return enqueue(async () => {
    const answer = await call<Look>(name, { ...body, text: state.look?.text ?? "", path: state.name });
    if (isRefused(answer)) {
      put({ problem: `${answer.refused}。${answer.hint}` });
      return;
    }
    taken(answer, what);
    put({ note: told(answer) });
  });
}

/** What is typed at a place, after a short pause; the last of several wins. */
export function type(place: Path, value: string, name: "set" | "set_text" = "set"): void {
  const key = dotted(place);
  window.clearTimeout(typing.get(key)?.timer);
  const send = (): void => {
    window.clearTimeout(typing.get(key)?.timer);
    typing.delete(key);
    void act(name, { place, value }, `${name} ${key}`);
  };
  typing.set(key, { timer: window.setTimeout(send, PAUSE), send });
}

export const flush = (place: Path): void => typing.get(dotted(place))?.send();

/** The next typing at the same place is a step of its own. */
export function endStep(): void {
  const last = state.undo[state.undo.length - 1];
  if (last && last.what) put({ undo: [...state.undo.slice(0, -1), { ...last, what: "" }] });
}

/** The whole text, typed in 原文. */
export function setSource(text: string): void {
  window.clearTimeout(typing.get("")?.timer);
  const later = (): void => {
    window.clearTimeout(typing.get("")?.timer);
    typing.delete("");
    void enqueue(async () => {
      const answer = await call<Look>("look", { text, path: state.name });
      if (isRefused(answer)) put({ problem: `${answer.refused}。${answer.hint}` });
      else taken(answer, "source");
    });
  };
  typing.set("", { timer: window.setTimeout(later, PAUSE), send: later });
}

export async function looked(text: string, change: Partial<State>): Promise<void> {
  const name = change.name ?? state.name;
  const look = await call<Look>("look", { text, path: name });
  if (isRefused(look)) {
    put({ problem: `${look.refused}。${look.hint}` });
    return;
  }
  const form = await call<Form>("form", { year: look.year });
  put({ ...change, look, form: isRefused(form) ? state.form : form, problem: "" });
}

function goTo(from: Step[], to: Step[], change: (from: Step[], to: Step[]) => Partial<State>): Promise<void> {
  return enqueue(async () => {
    const step = from[from.length - 1];
    if (!step || !state.look) return;
    const here = { text: state.look.text, what: "" };
    await looked(step.text, change(from.slice(0, -1), [...to, here]));
  });
}

export async function undo(): Promise<void> {
  await settled();
  await goTo(state.undo, state.redo, (undo, redo) => ({ undo, redo, note: "已撤销一步" }));
}

export async function redo(): Promise<void> {
  await settled();
  await goTo(state.redo, state.undo, (redo, undo) => ({ undo, redo, note: "已重做一步" }));
}

export async function save(over = false): Promise<void> {
  await settled();
  const look = state.look;
  if (!look) return;
  const answer = await file<{ name: string; stamp: string; changed?: boolean; exists?: boolean }>("save", {
    name: state.name || "年报.yaml",
    text: look.text,
    stamp: over ? await stampNow() : state.stamp,
  });
  if (isRefused(answer)) put({ problem: `${answer.refused}。${answer.hint}` });
  else if (answer.exists) put({ problem: `文件夹里已经有“${answer.name}”，没有覆盖。请在“报告信息”上面换一个文件名。` });
  else if (answer.changed) put({ changed: true });
  else put({ name: answer.name, stamp: answer.stamp, saved: look.text, changed: false, note: `已保存到 ${answer.name}` });
}

export async function stampNow(): Promise<string> {
  const answer = await file<{ stamp: string }>("stamp", { name: state.name });
  return isRefused(answer) ? state.stamp : answer.stamp;
}

export const isSaved = (): boolean => state.look !== null && state.look.text === state.saved && state.stamp !== "";

export async function build(form: string, draft = false): Promise<void> {
  await settled();
  const print = extras().print;
  if (form === "pdf" && print) {
    if (state.look?.html && state.look.counts.error + state.look.counts.pending === 0) print(state.look.html);
    else put({ problem: "还有没填完、没改好的地方，没有打印。请先填完、改好；要先看样子，可以生成草稿" });
    return;
  }
  const made = await call<Made>("build", { text: state.look?.text ?? "", path: state.name, form, draft });
  if (isRefused(made)) put({ problem: `${made.refused}。${made.hint}` });
  else {
    download(made.name, made.kind, bytesOf(made.data));
    put({ note: `已生成 ${made.name}，在浏览器的下载里`, problem: "" });
  }
}

export const dismiss = (): void => put({ problem: "", note: "" });
export const rename = (name: string): void => put({ name, stamp: "", saved: "" });
