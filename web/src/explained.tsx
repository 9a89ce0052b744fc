// Explanations that come as Markdown: paragraphs, bold words, code. Nothing in them is markup.

import type { JSX } from "preact";
import { render } from "preact";
import { useState } from "preact/hooks";
import { call, isRefused } from "./carrier";
import { now } from "./store";
import type { Explained } from "./types";

const BLOCKS = /```[a-z]*\n([\s\S]*?)```/;
const WORDS = /(\*\*[^*]+\*\*|`[^`]+`)/;

export function Explanation({ markdown }: { markdown: string }): JSX.Element {
  const blocks = markdown.split(BLOCKS).map((block, at) => (at % 2 ? <pre key={at}>{block}</pre> : <div key={at}>{paragraphs(block)}</div>));
  return <div class="explained">{blocks}</div>;
}

function paragraphs(text: string): JSX.Element[] {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== "" && line.trim() !== "---");
  return lines.map((line, at) => (
    <p key={at}>
      {line.split(WORDS).map((word, number) =>
        word.startsWith("**") ? <b key={number}>{word.slice(2, -2)}</b> : word.startsWith("`") ? <code key={number}>{word.slice(1, -1)}</code> : word,
      )}
    </p>
  ));
}

/** An explanation in an element of its own, for what is no part of the page's tree. */
export function explainedIn(markdown: string): HTMLElement {
  const home = document.createElement("div");
  render(<Explanation markdown={markdown} />, home);
  return home;
}

/** Why a rule is there, with an example each way; asked for when it is opened. */
export function Why({ code }: { code: string }): JSX.Element {
  const [markdown, setMarkdown] = useState("");
  const load = async (open: boolean): Promise<void> => {
    if (!open || markdown) return;
    const answer = await call<Explained>("explain", { code, text: now().look?.text ?? "", path: now().name });
    setMarkdown(isRefused(answer) ? answer.refused : answer.markdown);
  };
  return (
    <details class="why" onToggle={(event) => void load((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>为什么？</summary>
      {markdown && <Explanation markdown={markdown} />}
    </details>
  );
}
