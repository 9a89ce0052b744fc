// Beside the form: what was found, the finished page, last year, the text itself.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { keyOf } from "./marks";
import { Why } from "./explained";
import { Paper } from "./paper";
import { Source } from "./source";
import { edition } from "./carrier";
import { giveLastYear } from "./opening";
import { act, choose, now } from "./store";
import type { Finding } from "./types";
import { dotted } from "./types";

const VIEWS = ["检查结果", "成品", "上年", "原文"] as const;
type View = (typeof VIEWS)[number];

export function Side(): JSX.Element {
  const { look, reading } = now();
  const [view, setView] = useState<View>(look?.refused ? "原文" : "检查结果");
  const shown = reading && view === "成品" ? "检查结果" : view;
  const broken = Boolean(look?.refused);
  useEffect(() => {
    if (broken && !reading) setView("原文");
  }, [broken]);
  return (
    <aside class="side" aria-label="检查结果和成品">
      <div role="tablist" class="tabs">
        {VIEWS.filter((one) => !(reading && one === "成品")).map((one) => (
          <button key={one} type="button" role="tab" aria-selected={shown === one} onClick={() => setView(one)}>
            {one}
          </button>
        ))}
      </div>
      <div role="tabpanel" hidden={shown !== "检查结果"}>
        <Findings />
      </div>
      <div role="tabpanel" class="paper" hidden={shown !== "成品"}>
        {shown === "成品" && <Paper />}
      </div>
      <div role="tabpanel" hidden={shown !== "上年"}>
        <LastYear />
      </div>
      <div role="tabpanel" hidden={shown !== "原文"}>
        {look?.refused && <p class="told error">{look.refused}</p>}
        {shown === "原文" && <Source />}
        <pre data-yaml hidden>
          {look?.text ?? ""}
        </pre>
      </div>
    </aside>
  );
}

function jump(path: string[]): void {
  for (let length = path.length; length > 0; length -= 1) {
    const place = dotted(path.slice(0, length));
    const exact = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(place)}"]`);
    const below = document.querySelector<HTMLElement>(`[data-path^="${CSS.escape(place)}."]`);
    const found = exact ?? below ?? document.getElementById(`part-${place}`);
    if (found) {
      found.scrollIntoView({ block: "center" });
      found.focus();
      return;
    }
  }
}

/** Go to a finding's field; on the finished page its place is marked. */
function show(finding: Finding): void {
  const key = keyOf(finding);
  choose(now().reading && now().chosen === key ? "" : key);
  if (!now().reading) jump(finding.path);
}

function Findings(): JSX.Element | null {
  const look = now().look;
  if (!look) return null;
  const pending = look.findings.filter((one) => one.severity === "pending");
  const others = look.findings.filter((one) => one.severity !== "pending");
  const mechanical = look.findings.filter((one) => one.mechanical).length;
  return (
    <>
      {look.settings && <p class="hint" data-settings>按本单位设置“{look.settings}”检查。</p>}
      {mechanical > 0 && (
        <p>
          <button type="button" data-act="fix" onClick={() => void act("fix", {}, "", () => "能自动改的都改好了")}>
            全部改好（{mechanical} 处）
          </button>
        </p>
      )}
      {look.findings.length === 0 && <p class="fine">没有发现问题。</p>}
      <ol class="findings">
        {others.map((one) => (
          <One key={one.number} finding={one} />
        ))}
      </ol>
      {pending.length > 0 && <Pending pending={pending} />}
    </>
  );
}

/** 待填 folded by part, with a jump to each. */
function Pending({ pending }: { pending: Finding[] }): JSX.Element {
  const form = now().form;
  const parts = [...new Set(pending.map((one) => one.path[0] ?? ""))];
  return (
    <>
      {parts.map((key) => {
        const mine = pending.filter((one) => (one.path[0] ?? "") === key);
        const part = form?.parts.find((one) => one.key === key);
        return (
          <details key={key} class="pending">
            <summary>
              {part ? `第${part.number}部分` : "报告信息"}还有 {mine.length} 处待填
            </summary>
            <ol class="findings">
              {mine.map((one) => (
                <li key={one.number} data-code={one.code} class="pending">
                  <button type="button" class="plain" onClick={() => show(one)}>
                    {one.path.slice(1).join(" › ") || key}
                  </button>
                </li>
              ))}
            </ol>
          </details>
        );
      })}
    </>
  );
}

function One({ finding }: { finding: Finding }): JSX.Element {
  const [reason, setReason] = useState<string | null>(null);
  return (
    <li data-code={finding.code} class={finding.severity}>
      <button type="button" class="plain" aria-pressed={now().chosen === keyOf(finding)} onClick={() => show(finding)}>
        <b>
          {finding.word} {finding.code}
        </b>{" "}
        {finding.message}
      </button>
      {finding.hint && <p class="hint">{finding.hint}</p>}
      <Why code={finding.code} />
      <p class="acts">
        {finding.fix && (
          <button type="button" onClick={() => void act("act", { number: finding.number })}>
            {finding.fix}
          </button>
        )}
        {finding.can_silence && reason === null && (
          <button type="button" onClick={() => setReason("")}>
            不改，写明原因
          </button>
        )}
        {reason !== null && (
          <>
            <input aria-label="原因" placeholder="为什么可以不改" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
            <button
              type="button"
              disabled={!reason.trim()}
              onClick={() => {
                void act("silence", { number: finding.number, reason });
                setReason(null);
              }}
            >
              忽略
            </button>
          </>
        )}
      </p>
    </li>
  );
}

function LastYear(): JSX.Element {
  const look = now().look;
  const last = Object.entries(look?.last ?? {}).filter(([, value]) => value !== "0");
  if (!look?.last_year) return edition === "file" ? <GiveLastYear /> : <p>没有上年报告。在“报告信息”里写上年报告的文件名，就能核对结转、计算增减。</p>;
  return (
    <table class="last">
      <caption>{look.last_year} 年度不是 0 的数</caption>
      <thead>
        <tr>
          <th scope="col">栏目</th>
          <th scope="col">上年</th>
          <th scope="col">本年</th>
        </tr>
      </thead>
      <tbody>
        {last.map(([place, value]) => (
          <tr key={place}>
            <th scope="row">{place.split(".").slice(1).join(" › ")}</th>
            <td>{value}</td>
            <td>{look.values?.[place] || "待填"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** This page cannot look into folders: last year's report is put in. */
function GiveLastYear(): JSX.Element {
  return (
    <label>
      没有上年报告。放进去年的报告（YAML、Word、网页、PDF），就能核对结转、计算增减：
      <input
        type="file"
        data-file="last-year"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) void giveLastYear(chosen);
        }}
      />
    </label>
  );
}
