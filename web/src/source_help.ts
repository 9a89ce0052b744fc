// Help while 原文 is typed: what may come here, what stands here. Both are asked of Python, in its lines and characters.

import { autocompletion } from "@codemirror/autocomplete";
import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorState, Extension, Text } from "@codemirror/state";
import { hoverTooltip, tooltips } from "@codemirror/view";
import type { EditorView, Tooltip } from "@codemirror/view";
import { call, isRefused } from "./carrier";
import { explainedIn } from "./explained";
import { now } from "./store";
import type { Completion, Explained } from "./types";

/** Line and column from 1, columns in characters. */
function placeOf(doc: Text, at: number): { line: number; column: number } {
  const line = doc.lineAt(at);
  return { line: line.number, column: Array.from(line.text.slice(0, at - line.from)).length + 1 };
}

function offsetOf(doc: Text, line: number, column: number): number {
  const there = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return there.from + Array.from(there.text).slice(0, column - 1).join("").length;
}

const asked = (state: EditorState, at: number): Record<string, unknown> => ({ text: state.doc.toString(), path: now().name, ...placeOf(state.doc, at) });

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos } = context;
  const answer = await call<{ completions: Completion[] }>("complete", asked(state, pos));
  if (isRefused(answer) || answer.completions.length === 0 || context.aborted) return null;
  const from = offsetOf(state.doc, answer.completions[0]!.span[0], answer.completions[0]!.span[1]);
  const typed = state.doc.sliceString(from, pos).toLowerCase();
  const found = answer.completions.filter((one) => one.find.toLowerCase().includes(typed));
  if (found.length === 0) return null;
  return {
    from,
    filter: false, // names are found by their pinyin initials too
    options: found.map((one) => ({
      label: one.label,
      detail: one.detail,
      info: one.markdown ? () => explainedIn(one.markdown) : undefined,
      apply: (view: EditorView) => put(view, one),
    })),
  };
}

/** Further lines stand to the line that they are put in. */
function put(view: EditorView, one: Completion): void {
  const [line, column, endLine, endColumn] = one.span;
  const doc = view.state.doc;
  const indent = /^ */.exec(doc.line(Math.min(line, doc.lines)).text)?.[0] ?? "";
  const insert = one.text.replace(/\n/g, `\n${indent}`);
  const from = offsetOf(doc, line, column);
  const to = Math.max(offsetOf(doc, endLine, endColumn), view.state.selection.main.head);
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } });
}

async function hover(view: EditorView, pos: number): Promise<Tooltip | null> {
  const answer = await call<Explained>("hover", asked(view.state, pos));
  if (isRefused(answer) || !answer.markdown) return null;
  return { pos, above: true, create: () => ({ dom: explainedIn(answer.markdown) }) };
}

export const sourceHelp: Extension = [tooltips({ parent: document.body }), autocompletion({ override: [complete], icons: false }), hoverTooltip(hover)];
