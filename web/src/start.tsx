// Where a report comes from: begun, carried on from last year, opened, read in.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ToCollecting } from "./collect";
import { LastYear, choose } from "./head";
import { ToLedger } from "./ledger";
import { begin, openListed } from "./opening";
import { now, toStart } from "./store";
import { Drafts } from "./waiting";

export function Start(): JSX.Element {
  const { files, look } = now();
  const [agency, setAgency] = useState("");
  const [year, setYear] = useState(String(new Date().getFullYear() - 1));
  return (
    <main class="start">
      {look && (
        <p class="back">
          <button type="button" onClick={() => toStart(false)}>← 回到正在写的报告</button>
        </p>
      )}
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
        <LastYear />
      </section>
      <section>
        <h2>从台账统计</h2>
        <p>放进依申请公开台账（Excel 或 csv，一行一件）：数出表三、表四，每一格都能查到是哪几件；拿不准的逐条问您。</p>
        <ToLedger />
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
      <section>
        <h2>收各单位的年报</h2>
        <p>收表的单位用：放进各单位交来的一文件夹年报和单位名单，得到报送台账和退回意见。也可以把文件夹拖到这一页上。</p>
        <ToCollecting />
      </section>
    </main>
  );
}
