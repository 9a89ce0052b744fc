// The head: whose report, its file, what is to be done, and the buttons.

import type { JSX } from "preact";
import { FileButton } from "./file_button";
import { useHeightAs } from "./heights";
import { ToLedger } from "./ledger";
import { carryOn, openDropped } from "./opening";
import { build, make, rename, save } from "./saving";
import { Signing } from "./signing";
import { isSaved, now, read, redo, toStart, undo } from "./store";

/** Ask for a file to open. */
export const choose = (): void => document.querySelector<HTMLInputElement>('[data-file="open"]')?.click();

export function Head(): JSX.Element {
  const { look, name, form, undo: steps, redo: undone, reading, atStart } = now();
  const counts = look?.counts;
  const head = useHeightAs<HTMLElement>("--head");
  return (
    <header class={`head ${reading ? "reading" : ""}`} ref={head}>
      <h1>{look ? `${look.agency || "（未填机关）"}${look.year ?? ""}年报` : "政府信息公开工作年度报告"}</h1>
      {look && !atStart && (
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
            <button type="button" data-act="read" aria-pressed={reading} onClick={() => read(!reading)}>{reading ? "填写" : "看成品"}</button>
            <span class="writing">
              <button type="button" data-act="open" onClick={choose}>打开</button>
              <button type="button" data-act="new" onClick={() => toStart(true)}>新建…</button>
              <LastYear />
              <ToLedger />
              <button type="button" data-act="undo" disabled={steps.length === 0} onClick={() => void undo()}>撤销</button>
              <button type="button" data-act="redo" disabled={undone.length === 0} onClick={() => void redo()}>重做</button>
            </span>
            <button type="button" data-act="save" class="main" onClick={() => void save()}>保存</button>
            <span class="label">生成</span>
            <button type="button" data-act="build-docx" onClick={() => void build("docx")}>Word</button>
            <button type="button" data-act="build-html" onClick={() => void build("html")}>网页</button>
            <button type="button" data-act="build-md" onClick={() => void build("md")}>Markdown</button>
            <button type="button" data-act="build-pdf" onClick={() => void build("pdf")}>PDF</button>
            <button type="button" data-act="build-draft" onClick={() => void build("docx", true)}>草稿</button>
            <button type="button" data-act="signoff" onClick={() => void make("signoff", {})}>核对单</button>
            <Signing />
          </p>
        </>
      )}
      <input
        type="file"
        data-file="open"
        class="hidden"
        aria-label="打开文件"
        disabled={!form}
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) void openDropped(chosen);
          event.currentTarget.value = "";
        }}
      />
    </header>
  );
}

/** Last year's report, to write on from. */
export const LastYear = (): JSX.Element => (
  <FileButton mark={{ "data-act": "next" }} label="接着上年写…" take={(chosen) => void carryOn(chosen)} />
);
