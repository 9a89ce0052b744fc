// The page: start, head, rail, the report's fields and six parts, and the side.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Line, Narrative, Text, Told } from "./narrative";
import { Side } from "./side";
import { Table } from "./grid";
import { Drafts, Waiting } from "./waiting";
import { begin, carryOn, openDropped, openListed } from "./opening";
import { build, dismiss, isSaved, now, onChange, redo, rename, save, undo } from "./store";
import type { Field, Part } from "./types";

export function App(): JSX.Element {
  const [, draw] = useState(0);
  useEffect(() => onChange(() => draw((count) => count + 1)), []);
  const { look, problem, note, changed } = now();
  return (
    <div
      class="page"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const dropped = event.dataTransfer?.files[0];
        if (dropped) void openDropped(dropped);
      }}
    >
      <Head />
      <div class="messages" role="status">
        <Waiting />
        {problem && (
          <p class="told error">
            {problem} <button type="button" onClick={dismiss}>知道了</button>
          </p>
        )}
        {changed && (
          <p class="told warning">
            文件刚刚被别的程序改过。
            <button type="button" onClick={() => void openListed(now().name)}>读改过的（放弃这里的）</button>
            <button type="button" onClick={() => void save(true)}>用这里的覆盖它</button>
          </p>
        )}
        {note && !problem && <p class="told info">{note}</p>}
      </div>
      {look ? <Report /> : <Start />}
    </div>
  );
}

function Head(): JSX.Element {
  const { look, name, form, undo: steps, redo: undone } = now();
  const counts = look?.counts;
  return (
    <header class="head">
      <h1>{look ? `${look.agency || "（未填机关）"}${look.year ?? ""}年报` : "政府信息公开工作年度报告"}</h1>
      {look && (
        <>
          <p class="file">
            <input aria-label="文件名" value={name} onChange={(event) => rename(event.currentTarget.value)} />
            <span>{isSaved() ? "已保存" : "未保存"}</span>
          </p>
          <p class="counts" aria-live="polite">
            <span class="pending">待填 <b data-count="pending">{counts?.pending}</b></span>
            <span class="error">错误 <b data-count="error">{counts?.error}</b></span>
            <span class="warning">警告 <b data-count="warning">{counts?.warning}</b></span>
          </p>
          <p class="buttons">
            <button type="button" data-act="undo" disabled={steps.length === 0} onClick={() => void undo()}>撤销</button>
            <button type="button" data-act="redo" disabled={undone.length === 0} onClick={() => void redo()}>重做</button>
            <button type="button" data-act="save" class="main" onClick={() => void save()}>保存</button>
            <span class="label">生成</span>
            <button type="button" data-act="build-docx" onClick={() => void build("docx")}>Word</button>
            <button type="button" data-act="build-html" onClick={() => void build("html")}>网页</button>
            <button type="button" data-act="build-md" onClick={() => void build("md")}>Markdown</button>
            <button type="button" data-act="build-pdf" onClick={() => void build("pdf")}>PDF</button>
            <button type="button" data-act="build-draft" onClick={() => void build("docx", true)}>草稿</button>
          </p>
        </>
      )}
      <input
        type="file"
        data-file="open"
        class="hidden"
        aria-label="打开文件"
        disabled={!form}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) void openDropped(chosen);
          event.currentTarget.value = "";
        }}
      />
    </header>
  );
}

function Start(): JSX.Element {
  const { files } = now();
  const [agency, setAgency] = useState("");
  const [year, setYear] = useState(String(new Date().getFullYear() - 1));
  const choose = (): void => document.querySelector<HTMLInputElement>('[data-file="open"]')?.click();
  return (
    <main class="start">
      <Drafts />
      <section>
        <h2>新建</h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void begin(Number(year), agency);
          }}
        >
          <label>机关 <input value={agency} placeholder="与印章一致的全称" onInput={(event) => setAgency(event.currentTarget.value)} /></label>
          <label>年度 <input value={year} inputMode="numeric" onInput={(event) => setYear(event.currentTarget.value)} /></label>
          <button type="submit" class="main" data-act="new">新建一份</button>
        </form>
      </section>
      <section>
        <h2>接着上年写</h2>
        <p>放进去年的 Word、网页、PDF 或 YAML：结转的数带过来，去年的文字作参考。</p>
        <input
          type="file"
          data-act="next"
          aria-label="上年的报告"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) void carryOn(chosen);
          }}
        />
      </section>
      <section>
        <h2>打开</h2>
        <p>写了一半的 YAML，或者已经公布的报告（Word、网页、PDF、文字）。也可以把文件拖到这一页上。</p>
        <button type="button" data-act="open" onClick={choose}>选一个文件</button>
        {files.length > 0 && <h3>这个文件夹里的</h3>}
        <ul>
          {files.map((name) => (
            <li key={name}>
              <button type="button" class="plain" onClick={() => void openListed(name)}>{name}</button>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function Report(): JSX.Element {
  const { form, look, doubts } = now();
  const [folded, setFolded] = useState(window.innerWidth < 1500);
  return (
    <div class={`report ${folded ? "folded" : ""}`}>
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
