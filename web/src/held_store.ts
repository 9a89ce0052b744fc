// A file held against the report in the page: the Word file that came back edited, or the report as it was published.

import { base64, bytesOf, call, download, isRefused } from "./carrier";
import { act, enqueue, flushAll, now, put, refuse } from "./store";
import type { Compared, Look, Made, Path, Review, Verified } from "./types";

export interface Held {
  name: string;
  data: string; // base64
  review: Review | null; // as an edited Word file
  compared: Compared | null; // as another state of the report
  verified: Verified | null; // as what was signed off should have been published
  figures: boolean; // figures that the Word file changed are among its edits
  of: string | undefined; // the report's text that it was held against
  left: Set<string>; // edits that a person left alone, by what they say
}

let held: Held | null = null;

export const holding = (): Held | null => held;

function hold(change: Held | null): void {
  held = change;
  put({});
}

export const letGo = (): void => hold(null);

/** A file for which a person says what it is. */
export async function bring(chosen: File): Promise<void> {
  hold({ name: chosen.name, data: await base64(chosen), review: null, compared: null, verified: null, figures: false, of: undefined, left: new Set() });
}

const body = (mine: Held): Record<string, unknown> => ({ text: now().look?.text ?? "", path: now().name, name: mine.name, data: mine.data });

/** 改稿: what the Word file changed. */
export function revise(figures = held?.figures ?? false): Promise<void> {
  flushAll();
  return enqueue(async () => {
    if (!held) return;
    const answer = await call<Look & { review: Review }>("revise", { ...body(held), figures });
    if (isRefused(answer)) refuse(answer);
    else hold({ ...held, review: answer.review, compared: null, verified: null, figures, of: answer.text });
  });
}

/** Once more, when the report has changed: edits are told by their numbers, which are those of one text. */
export async function again(): Promise<void> {
  if (!held || held.of === undefined || held.of === now().look?.text) return;
  await (held.review ? revise() : compare());
}

/** Take edits over, as one step; what is left to be taken comes with the answer. */
export async function take(numbers: number[]): Promise<void> {
  flushAll();
  await enqueue(() => Promise.resolve()); // what was typed is answered
  const mine = held;
  if (!mine) return;
  if (mine.of !== now().look?.text) {
    await again();
    put({ problem: "年报刚刚改过，请再看一遍改动" });
    return;
  }
  const told = (look: Look & { review?: Review }): string => {
    if (look.review) hold({ ...mine, review: look.review, of: look.text });
    return `采用了 ${numbers.length} 处改动`;
  };
  await act("revise", { name: mine.name, data: mine.data, take: numbers, figures: mine.figures }, "", told);
}

/** A figure of the Word file put into its place. */
export async function takeFigure(place: Path, value: string): Promise<void> {
  await act("set", { place, value }, "", () => `采用了 ${value}`);
  await revise();
}

export function leave(words: string): void {
  if (held) hold({ ...held, left: new Set([...held.left, words]) });
}

/** 比对: what differs between the file and the text in the page. */
export function compare(): Promise<void> {
  flushAll();
  return enqueue(async () => {
    if (!held) return;
    const given = body(held);
    const answer = await call<Compared>("compare", given);
    if (isRefused(answer)) refuse(answer);
    else hold({ ...held, compared: answer, review: null, verified: null, of: String(given.text) });
  });
}

/** Whether what was published is what was signed off; the text in the page has no part in it. */
export function verify(): Promise<void> {
  return enqueue(async () => {
    if (!held) return;
    const answer = await call<Verified>("verify", body(held));
    if (isRefused(answer)) refuse(answer);
    else hold({ ...held, verified: answer, compared: null, review: null, of: undefined });
  });
}

/** 更正说明, downloaded. */
export function correct(form: string): Promise<void> {
  flushAll();
  return enqueue(async () => {
    if (!held) return;
    const made = await call<Made>("correction", { ...body(held), form });
    if (isRefused(made)) refuse(made);
    else {
      download(made.name, made.kind, bytesOf(made.data));
      put({ note: `已生成 ${made.name}，在浏览器的下载里`, problem: "" });
    }
  });
}
