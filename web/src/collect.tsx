// 收各单位的年报: a folder and a roster in, who stands where on the screen, workbook and 退回意见 as one archive out.

import type { JSX } from "preact";
import { change, chosen, collect, collecting, lastYear, leave, sheets, take } from "./collect_store";
import type { Agency, Collected } from "./collect_store";
import { FileButton, FolderButton } from "./file_button";
import { now } from "./store";

const Folder = ({ what, ...button }: { what: string; label: string; take: (files: FileList) => void }): JSX.Element => (
  <FolderButton {...button} mark={{ "data-collect-file": what }} />
);

export const ToCollecting = (): JSX.Element => <Folder what="folder" label="选放年报的文件夹…" take={chosen} />;

export function Collect(): JSX.Element {
  const { folder, files, last, found, deadline, newest, roster } = collecting();
  return (
    <main class="ledger collect" data-collect>
      <section class="part">
        <h2>收各单位的年报：{folder}（{files.length} 个文件）</h2>
        <p class="hint">逐份检查，与单位名单核对，做成报送台账（Excel）和给各单位的退回意见。文件夹里的东西不会改动，也不会留下来。</p>
        <p class="acts">
          <button type="button" data-act="collect-leave" onClick={leave}>{now().look ? "← 回到年报" : "← 回到开始"}</button>
          <Folder what="folder" label="换一个文件夹…" take={chosen} />
          <Folder what="last" label={last.length > 0 ? `上年年报：${last.length} 个文件` : "加上上年年报的文件夹…"} take={lastYear} />
        </p>
        <Roster />
        <p class="acts">
          <label>期限 <input type="date" value={deadline} onInput={(event) => change({ deadline: event.currentTarget.value })} /></label>
          <label>
            <input type="checkbox" checked={newest} onChange={() => change({ newest: !newest })} /> 一个单位交来几份不同的，取最后修改的一份
          </label>
          <button type="button" class="main" data-act="collect" disabled={!roster} onClick={() => void collect()}>收一遍</button>
          {!roster && <span class="hint">请先放单位名单</span>}
        </p>
      </section>
      {found && <Outcome found={found} />}
    </main>
  );
}

function Roster(): JSX.Element {
  const { roster } = collecting();
  const found = sheets();
  return (
    <p class="acts">
      <span>单位名单：<b>{roster?.name ?? "还没有"}</b></span>
      {found.length > 0 && (
        <select aria-label="文件夹里的单位名单" value={found.findIndex((one) => one === roster)} onChange={(event) => change({ roster: found[Number(event.currentTarget.value)] ?? roster })}>
          <option value={-1}>用文件夹里的……</option>
          {found.map((one, number) => (
            <option key={one.name} value={number}>{one.name}</option>
          ))}
        </select>
      )}
      <FileButton mark={{ "data-collect-file": "roster" }} label="选一份（xlsx、csv）…" take={(file) => change({ roster: { name: file.name, file } })} />
      <span class="hint">表头有“单位名称”，还可以有“简称”“曾用名”“联系人”“电话”</span>
    </p>
  );
}

const WORDS: [Agency["level"], string][] = [
  ["good", "fine"],
  ["doubtful", "warning"],
  ["faulty", "error"],
  ["missing", "pending"],
];

function Outcome({ found }: { found: Collected }): JSX.Element {
  const colour = Object.fromEntries(WORDS);
  const asides = found.asides.filter((one) => !one.harmless);
  const stand = WORDS.map(([level]) => found.agencies.filter((one) => one.level === level)).filter((some) => some.length > 0);
  return (
    <>
      <section class="part" aria-live="polite">
        <h2>
          {found.year} 年度，共 {found.agencies.length} 家：{stand.map((some) => `${some[0]?.status} ${some.length}`).join("，")}
        </h2>
        <p class="acts">
          <button type="button" class="main" data-act="collect-download" onClick={() => take(found)}>下载报送台账和 {found.notices} 份退回意见（zip）</button>
        </p>
        {found.remarks.map((one, number) => (
          <p key={number} class="told warning">{one}</p>
        ))}
        <table>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">情况</th>
              <th scope="col">文件</th>
              <th scope="col">问题</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {found.agencies.map((one) => (
              <tr key={one.name} data-agency={one.name} data-level={one.level}>
                <th scope="row">{one.name}</th>
                <td class={colour[one.level]}>{one.status}</td>
                <td>{one.file}</td>
                <td>{one.problems || ""}</td>
                <td class="cases">{one.remarks.join("")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {asides.length > 0 && (
        <section class="part">
          <h2>没有算作哪一家的 {asides.length} 个文件</h2>
          <ul class="left">
            {asides.map((one) => (
              <li key={one.file} data-aside class={one.pending ? "warning" : ""}>
                <b>{one.file}</b> {one.reason}。<span class="hint">{one.advice}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
