// The report: rail, fields, six parts, and the side.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Line } from "./fields";
import { Table } from "./grid";
import { Narrative, Told } from "./narrative";
import { Paper } from "./paper";
import { Side } from "./side";
import { now } from "./store";
import { Text } from "./text";
import type { Field, Part } from "./types";

export function Report(): JSX.Element {
  const { form, look, doubts, reading } = now();
  const [isFolded, setFolded] = useState(window.innerWidth < 1500);
  const folded = isFolded && !look?.refused; // what cannot be read is mended in 原文
  return (
    <div class={`report ${reading ? "reading" : folded ? "folded" : ""}`}>
      {reading && (
        <main class="desk">
          <Paper />
        </main>
      )}
      <Rail />
      <main class="form">
        <Front />
        {form?.parts.map((part) => (
          <section key={part.key} id={`part-${part.key}`} class="part">
            <h2>{part.heading}</h2>
            <p class="hint">{part.help}</p>
            {look?.refused ? <p class="told error">{look.refused}</p> : part.grid ? <Figures part={part} /> : <Narrative part={part} />}
          </section>
        ))}
        {doubts.length > 0 && (
          <section class="part">
            <h2>读进来时没有把握的地方</h2>
            <ol>
              {doubts.map((one, number) => (
                <li key={number}>{one.place} {one.message}</li>
              ))}
            </ol>
          </section>
        )}
      </main>
      <button type="button" class="fold" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
        {folded ? "检查结果 ◀" : "收起 ▶"}
      </button>
      <Side />
    </div>
  );
}

function Figures({ part }: { part: Part }): JSX.Element {
  const look = now().look;
  const note = [part.key, part.note?.key ?? "注"];
  return (
    <>
      <Table part={part} />
      <label class="note">
        注（可选，印在表下）
        <Text path={note} value={look?.values?.[note.join(".")] ?? ""} label={`${part.label} 注`} rows={1} />
      </label>
    </>
  );
}

function Rail(): JSX.Element {
  const { form, look } = now();
  const of = (key: string): { pending: number; error: number; warning: number } => look?.parts.find((one) => one.key === key) ?? { pending: 0, error: 0, warning: 0 };
  const item = (key: string, label: string, number: string): JSX.Element => {
    const counts = of(key);
    const state = counts.error ? "error" : counts.pending ? "pending" : counts.warning ? "warning" : "fine";
    return (
      <li key={key}>
        <a href={`#part-${key}`} data-part={number || undefined} class={state}>
          {label}
          <small>{counts.error ? `错误 ${counts.error}` : counts.pending ? `待填 ${counts.pending}` : counts.warning ? `警告 ${counts.warning}` : "✓"}</small>
        </a>
      </li>
    );
  };
  return (
    <nav class="rail" aria-label="报告的部分">
      <ol>
        {item("", "报告信息", "")}
        {form?.parts.map((part) => item(part.key, part.heading, part.number))}
      </ol>
    </nav>
  );
}

function Front(): JSX.Element | null {
  const { form, look } = now();
  if (!form || !look || look.refused) return null;
  const input = (field: Field, path: string[]): JSX.Element => {
    const value = look.values?.[path.join(".")] ?? "";
    return (
      <label key={path.join(".")} title={field.help}>
        {field.label}
        {field.required && <i aria-hidden="true"> *</i>}
        {field.kind === "text" ? <Text path={path} value={value} label={field.label} rows={1} /> : <Line path={path} value={value} label={field.label} choices={field.choices} />}
      </label>
    );
  };
  const mine = look.findings.filter((one) => form.fields.some((field) => field.key === one.path[0]));
  return (
    <section id="part-" class="part front">
      <h2>报告信息</h2>
      <div class="fields">{form.fields.flatMap((field) => (field.fields.length > 0 ? field.fields.map((below) => input(below, [field.key, below.key])) : [input(field, [field.key])]))}</div>
      <Told found={mine.filter((one) => one.severity !== "pending")} />
    </section>
  );
}
