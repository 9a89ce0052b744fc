// {text, undo, last look}: the text is the only truth, every act is a call that answers with a new text and a new look.

import { call, extras, isRefused, view } from "./carrier";
import type { Draft, Form, Look, Opened, Path } from "./types";
import { dotted } from "./types";

const PAUSE = 60; // milliseconds without a key before what is typed goes to Python

interface Step {
  text: string;
  what: string; // what the act was about: typing on at one place is one step
}

export interface Aside {
  text: string;
  name: string;
  stamp: string;
  saved: string;
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
  step: string; // how far a call over many files has come
  undo: Step[];
  redo: Step[];
  note: string; // one sentence about what was done last
  problem: string; // why something could not be done
  changed: boolean; // somebody else changed the file on the disk
  doubts: Opened["doubts"];
  busy: number;
  aside: Aside | null; // an unsaved text that another file was opened over
  atStart: boolean; // the start is shown though there is a report
  reading: boolean; // the finished page is shown in place of the fields
  chosen: string; // the finding that is marked on the finished page, by what it says
  banner: string; // why the page on the screen is not the file as it stands
  turn: number; // how often the text was changed by anything but typing: what is being typed gives way to it
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
  step: "",
  undo: [],
  redo: [],
  note: "",
  problem: "",
  changed: false,
  doubts: [],
  busy: 0,
  aside: null,
  atStart: false,
  reading: view === "read",
  chosen: "",
  banner: "",
  turn: 0,
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
export const stepped = (step: string): void => {
  if (step !== state.step) put({ step });
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

/** Send what is typed without its pause. */
export const flushAll = (): void => [...typing.values()].forEach((one) => one.send());

/** When all that was typed has been answered. */
export async function settled(): Promise<void> {
  do {
    flushAll();
    await queue;
  } while (typing.size > 0 || state.busy > 0);
  await new Promise((drawn) => window.setTimeout(drawn));
}

function taken(look: Look, what: string): void {
  const before = state.look?.text ?? "";
  if (look.text === before) {
    put({ look, problem: "" });
    return;
  }
  const last = state.undo[state.undo.length - 1];
  const turn = state.turn + (what === "" ? 1 : 0);
  const goesOn = what !== "" && last?.what === what && state.redo.length === 0;
  put({ look, undo: goesOn ? state.undo : [...state.undo, { text: before, what }], redo: [], problem: "", turn });
}

/** An act on the text by a call; `what` joins acts at one place into one step of undo. */
export function act(name: string, body: Record<string, unknown>, what = "", told: (look: Look) => string = () => ""): Promise<void> {
  if (what === "") flushAll();
  return enqueue(async () => {
    const answer = await call<Look>(name, { ...body, text: state.look?.text ?? "", path: state.name });
    if (isRefused(answer)) {
      refuse(answer);
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
  void enqueue(async () => {
    const last = state.undo[state.undo.length - 1];
    if (last && last.what) put({ undo: [...state.undo.slice(0, -1), { ...last, what: "" }] });
  });
}

/** The whole text, typed in 原文. */
export function setSource(text: string): void {
  window.clearTimeout(typing.get("")?.timer);
  const later = (): void => {
    window.clearTimeout(typing.get("")?.timer);
    typing.delete("");
    void enqueue(async () => {
      const answer = await call<Look>("look", { text, path: state.name });
      if (isRefused(answer)) refuse(answer);
      else taken(answer, "source");
    });
  };
  typing.set("", { timer: window.setTimeout(later, PAUSE), send: later });
}

export async function looked(text: string, change: Partial<State>): Promise<void> {
  const name = change.name ?? state.name;
  const look = await call<Look>("look", { text, path: name });
  if (isRefused(look)) {
    refuse(look);
    return;
  }
  const form = await call<Form>("form", { year: look.year });
  put({ ...change, look, form: isRefused(form) ? state.form : form, problem: "", turn: state.turn + 1 });
}

type Steps = "undo" | "redo";

function goTo(from: Steps, to: Steps, note: string): Promise<void> {
  flushAll();
  return enqueue(async () => {
    const step = state[from][state[from].length - 1];
    if (!step || !state.look) return;
    const here = { text: state.look.text, what: "" };
    await looked(step.text, { [from]: state[from].slice(0, -1), [to]: [...state[to], here], note });
  });
}

export const undo = (): Promise<void> => goTo("undo", "redo", "已撤销一步");
export const redo = (): Promise<void> => goTo("redo", "undo", "已重做一步");

export const isSaved = (): boolean => state.look !== null && state.look.text === state.saved && state.stamp !== "";
export const refuse = (answer: { refused: string; hint: string }): void => put({ problem: `${answer.refused}。${answer.hint}` });
export const toStart = (atStart: boolean): void => put({ atStart });
export const read = (reading: boolean): void => put({ reading });
/** Mark a finding on the finished page, by what it says; "" for none. */
export const choose = (chosen: string): void => put({ chosen });
export const tell = (banner: string): void => {
  if (banner !== state.banner) put({ banner });
};
export const dismiss = (): void => put({ problem: "", note: "" });
