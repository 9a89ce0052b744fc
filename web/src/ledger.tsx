// 从台账统计: the workbook counted, what is asked answered, the tables with each figure's cases, all put into the report.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { FileButton } from "./file_button";
import { begin, openDropped } from "./opening";
import { close, downloadAnswers, forgetLedger, giveLast, into, isKept, ledger, recount, show } from "./ledger_store";
import { Questions, cellsInWords } from "./ledger_questions";
import { Cases, CountedTables } from "./ledger_tables";
import { edition } from "./carrier";
import type { Counted, Differing, Into } from "./ledger_types";
import { now } from "./store";
import { dotted } from "./types";

const Chooser = ({ what, ...button }: { what: string; label: string; take: (chosen: File) => void }): JSX.Element => (
  <FileButton {...button} mark={{ "data-ledger-file": what }} />
);

export function ToLedger(): JSX.Element {
  if (ledger().book) return <button type="button" data-act="ledger" onClick={show}>台账…</button>;
  return <Chooser what="ledger" label="从台账统计…" take={(chosen) => void openDropped(chosen)} />;
}

export function Ledger(): JSX.Element | null {
  const { found, last, of } = ledger();
  const text = now().look?.text;
  useEffect(() => {
    if (found && text !== of) void recount(); // another report, or a step taken back
  }, [text]);
  if (!found) return null;
  return (
    <div class="ledger" data-ledger>
      <main>
        <section class="part">
          <h2>从台账统计：{found.name}，{found.year} 年{found.year_why && <span class="hint">（{found.year_why}）</span>}</h2>
          <p class="hint">姓名、电话、证件号码、申请内容只在这一页的内存里，不写进年报，也不留下来。拿不准的一律不猜，请您回答。</p>
          <p class="acts">
            <button type="button" data-act="ledger-close" onClick={close}>{now().look ? "← 回到年报" : "← 回到开始"}</button>
            <Chooser what="ledger" label="换一本台账…" take={(chosen) => void openDropped(chosen)} />
            <Chooser what="ledger-last" label={last ? `上年台账：${last.name}` : "加上上年台账…"} take={(chosen) => void giveLast(chosen)} />
            <Chooser what="ledger-answers" label={`用已有的${found.answers_name}…`} take={(chosen) => void openDropped(chosen)} />
            <button type="button" data-act="ledger-answers" disabled={!found.answers} onClick={downloadAnswers}>下载{found.answers_name}</button>
            <button type="button" data-act="ledger-forget" onClick={forgetLedger}>不用这本台账了</button>
          </p>
          {found.answers_problem && <p class="told error">{found.answers_problem}</p>}
          {!isKept() && <p class="told info">回答写在{found.answers_name}里：{edition === "served" ? "写进年报的时候存在年报旁边，也可以下载" : "下载下来，放在台账旁边，明年接着用"}。</p>}
        </section>
        <Questions questions={found.questions} />
        <IntoReport found={found} />
        <CountedTables found={found} />
        <Beside found={found} />
      </main>
      <aside aria-label="这一格是哪几件" aria-live="polite">
        <Cases found={found} />
      </aside>
    </div>
  );
}

/** What putting the figures in would change: shown first. */
function IntoReport({ found }: { found: Counted }): JSX.Element {
  const open = found.questions.length;
  return (
    <section class="part">
      <h2>写进年报</h2>
      {open > 0 && <p class="told pending">还有 {open} 处没有回答，回答完才能写。</p>}
      {found.into ? <Changes into={found.into} open={open} /> : <NewReport year={found.year} />}
    </section>
  );
}

function Changes({ into: change, open }: { into: Into; open: number }): JSX.Element {
  const [taken, setTaken] = useState<Record<string, boolean>>({});
  if (change.refused) return <p class="told error">{change.refused}。{change.hint}</p>;
  const chosen = change.differing.filter((one) => taken[dotted(one.path)]);
  const take = (one: Differing): void => setTaken({ ...taken, [dotted(one.path)]: !taken[dotted(one.path)] });
  return (
    <>
      {change.differing.length > 0 && (
        <table class="differing">
          <caption>年报里已经填了、与台账不同的 {change.differing.length} 格：不选就不动</caption>
          <thead>
            <tr>
              <th scope="col">栏目</th>
              <th scope="col">年报里</th>
              <th scope="col">台账</th>
              <th scope="col">是哪几件</th>
              <th scope="col">改成台账的数</th>
            </tr>
          </thead>
          <tbody>
            {change.differing.map((one) => (
              <tr key={dotted(one.path)} data-differing={dotted(one.path)}>
                <th scope="row">{one.place}</th>
                <td>{one.typed}</td>
                <td>{one.counted}</td>
                <td class="cases">{cellsInWords(one.cases) || "台账里没有"}</td>
                <td>
                  <input type="checkbox" data-take={dotted(one.path)} aria-label={`${one.place} 改成 ${one.counted}`} checked={taken[dotted(one.path)] ?? false} onChange={() => take(one)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="acts">
        <button type="button" class="main" data-act="ledger-into" disabled={open > 0 || (!change.changes && chosen.length === 0)} onClick={() => void into(chosen)}>
          写进年报（填 {change.new} 格{chosen.length > 0 ? `，改 ${chosen.length} 格` : ""}）
        </button>
        {!change.changes && change.differing.length === 0 && <span class="fine">年报里的数和台账一样。</span>}
      </p>
    </>
  );
}

function NewReport({ year }: { year: number }): JSX.Element {
  const [agency, setAgency] = useState("");
  return (
    <form
      class="acts"
      onSubmit={(event) => {
        event.preventDefault();
        void begin(year, agency);
      }}
    >
      还没有打开年报：
      <label>
        机关 <input value={agency} placeholder="与印章一致的全称" onInput={(event) => setAgency(event.currentTarget.value)} />
      </label>
      <button type="submit" data-act="ledger-new">新建 {year} 年的年报</button>
      <span class="hint">或者打开写了一半的（也可以拖进来）。</span>
    </form>
  );
}

/** What was left out, and what is worth a look in the workbook. */
function Beside({ found }: { found: Counted }): JSX.Element {
  return (
    <>
      {found.faults.length > 0 && (
        <section class="part">
          <h2>台账里请留意的</h2>
          <ul class="findings">
            {found.faults.map((one, number) => (
              <li key={number} class={one.severity} data-fault>
                {one.cells.length > 0 && <b>{cellsInWords(one.cells)} </b>}
                {one.message}
                {one.hint && <p class="hint">{one.hint}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.excluded.length > 0 && (
        <section class="part">
          <details>
            <summary>没有计入的 {found.excluded.length} 件</summary>
            <ul data-excluded>
              {found.excluded.map((one, number) => (
                <li key={number}>
                  <b>{one.case}</b> {one.why}
                </li>
              ))}
            </ul>
          </details>
        </section>
      )}
    </>
  );
}
