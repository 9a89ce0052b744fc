// 签发: the sheet to sign in other formats, what is kept of the signed report, a table's figures for the clipboard.

import type { JSX } from "preact";
import { bytesOf, call, isRefused } from "./carrier";
import { Chooser } from "./held";
import { make } from "./saving";
import { enqueue, flushAll, isSaved, now, problem, put, refuse } from "./store";
import type { Made } from "./types";

/** What is seldom needed, folded away. */
export function Signing(): JSX.Element {
  return (
    <details class="menu">
      <summary>签发…</summary>
      <div>
        <button type="button" data-act="signoff-html" onClick={() => void make("signoff", { form: "html" })}>核对单（网页）</button>
        <button type="button" data-act="signoff-md" onClick={() => void make("signoff", { form: "md" })}>核对单（Markdown）</button>
        <button type="button" data-act="record" onClick={() => void record()}>定稿：记下签发的数和文字</button>
        <Chooser />
      </div>
    </details>
  );
}

/** 定稿 lies beside the YAML, so that each later change is told: the text must be that of the file. */
async function record(): Promise<void> {
  if (!isSaved()) {
    problem("先保存，再定稿：定稿记的是保存了的文件");
    return;
  }
  const day = new Date();
  const words = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  await make("record", { day: words });
  if (!now().problem) put({ note: `${now().note}。请把它放在 ${now().name} 旁边，以后改了哪里，检查会说` });
}

/** The figures of a table as cells, for a spreadsheet or a province's form. */
export function copyTable(table: string): Promise<void> {
  flushAll();
  return enqueue(async () => {
    const made = await call<Made>("export", { to: "tsv", table, text: now().look?.text ?? "", path: now().name });
    if (isRefused(made)) refuse(made);
    else put(copied(new TextDecoder().decode(bytesOf(made.data))) ? { note: `表${table}的数已复制，到表格里选左上角一格粘贴`, problem: "" } : { problem: "浏览器不让复制，请用 Excel 表格导出" });
  });
}

/** As text, and as a table, which spreadsheets take without a question. */
function copied(cells: string): boolean {
  const rows = cells.split("\n").filter(Boolean).map((row) => `<tr>${row.split("\t").map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", cells);
    event.clipboardData?.setData("text/html", `<table>${rows.join("")}</table>`);
  };
  document.addEventListener("copy", give, true);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", give, true);
  return done;
}
