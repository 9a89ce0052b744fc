// A text part: each entry a card with its subheading, its text, and what is found in it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Line } from "./fields";
import { act, now } from "./store";
import { Text } from "./text";
import type { Entry, Finding, Part, Path } from "./types";
import { dotted } from "./types";

export function Told({ found }: { found: Finding[] }): JSX.Element {
  return (
    <>
      {found.map((one) => (
        <p key={one.number} class={`told ${one.severity}`}>
          {one.word}：{one.message} <span class="hint">{one.hint}</span>
          {one.fix && (
            <button type="button" onClick={() => void act("act", { number: one.number })}>
              {one.fix}
            </button>
          )}
        </p>
      ))}
    </>
  );
}

export function Narrative({ part }: { part: Part }): JSX.Element | null {
  const look = now().look;
  const [key, setKey] = useState("");
  const entries = look?.entries?.[part.key];
  if (!look || !entries) return null;
  const missing = (part.topics ?? []).filter((topic) => !entries.some((entry) => entry.topic === topic.key));
  const add = (name: string): void => {
    if (name.trim()) void act("add_entry", { place: [part.key], key: name.trim() });
    setKey("");
  };
  return (
    <div class="narrative">
      {entries.map((entry, number) => (
        <Card key={entry.key} part={part} entry={entry} first={number === 0} last={number === entries.length - 1} />
      ))}
      <p class="add">
        加小标题：
        {missing.map((topic) => (
          <button key={topic.key} type="button" onClick={() => add(topic.key)}>
            {topic.key}
          </button>
        ))}
        <input aria-label={`${part.label} 新的小标题`} placeholder="其他小标题" value={key} onInput={(event) => setKey(event.currentTarget.value)} onKeyDown={(event) => event.key === "Enter" && add(key)} />
        <button type="button" disabled={!key.trim()} onClick={() => add(key)}>
          加
        </button>
      </p>
    </div>
  );
}

function Card({ part, entry, first, last }: { part: Part; entry: Entry; first: boolean; last: boolean }): JSX.Element {
  const look = now().look;
  const path = entry.key ? [part.key, entry.key] : [part.key];
  const place = dotted(path);
  const found = (look?.findings ?? []).filter((one) => dotted(one.path.slice(0, path.length)) === place);
  const topic = part.topics?.find((one) => one.key === entry.topic);
  return (
    <section class={`card ${found.some((one) => one.severity === "error") ? "error" : ""}`} aria-label={entry.key || part.label}>
      {entry.key && (
        <header>
          <Key path={path} value={entry.key} />
          {topic?.fields.map((one) => (
            <Line key={one.key} path={[...path, one.key]} value={entry.fields[one.key] ?? ""} label={`${entry.key} ${one.label}`} choices={one.choices} />
          ))}
          <button type="button" title="上移" aria-label={`上移 ${entry.key}`} disabled={first} onClick={() => void act("move", { place: path, by: -1 })}>
            ↑
          </button>
          <button type="button" title="下移" aria-label={`下移 ${entry.key}`} disabled={last} onClick={() => void act("move", { place: path, by: 1 })}>
            ↓
          </button>
          <button type="button" title="删去" aria-label={`删去 ${entry.key}`} onClick={() => void act("remove", { place: path }, "", () => `删去了“${entry.key}”，可以撤销`)}>
            ✕
          </button>
        </header>
      )}
      {topic?.help && <p class="hint">{topic.help}</p>}
      {entry.fee ? <Fee part={part} entry={entry} path={path} /> : <Text path={path} value={entry.text} label={entry.key || part.label} takesNumbers />}
      <LastText part={part} entry={entry} />
      <p class="length">{entry.text.length > 0 && `${entry.text.replace(/\s/g, "").length} 字`}</p>
      <Told found={found} />
    </section>
  );
}

function Key({ path, value }: { path: Path; value: string }): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null);
  const send = (): void => {
    if (typed !== null && typed.trim() && typed !== value) void act("rename", { place: path, key: typed.trim() });
    setTyped(null);
  };
  return (
    <input
      class="key"
      aria-label={`小标题 ${value}`}
      value={typed ?? value}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={send}
      onKeyDown={(event) => event.key === "Enter" && send()}
    />
  );
}

function Fee({ part, entry, path }: { part: Part; entry: Entry; path: Path }): JSX.Element {
  const form = now().form;
  const figures = (form?.fee ?? []).slice(1);
  const none = (): void => void act("set", { place: path, value: "0" });
  return (
    <div class="fee" aria-label={`${part.label} ${entry.key}`}>
      <p>
        <button type="button" onClick={none}>
          没有收取（0）
        </button>
        {figures.map((one) => (
          <label key={one.key}>
            {one.label || one.key}
            <Line path={[...path, one.key]} value={entry.fee?.[one.key] ?? ""} label={one.key} />
            {one.unit}
          </label>
        ))}
      </p>
      {!entry.is_figures && <Text path={path} value={entry.text} label={entry.key} rows={1} />}
    </div>
  );
}

/** What stood here last year. */
function LastText({ part, entry }: { part: Part; entry: Entry }): JSX.Element | null {
  const look = now().look;
  const text = look?.last_texts?.[entry.key ? `${part.key}.${entry.topic || entry.key}` : part.key];
  if (!text) return null;
  return (
    <details class="last-text">
      <summary>上年（{look?.last_year}）的文字</summary>
      <p>{text}</p>
    </details>
  );
}
