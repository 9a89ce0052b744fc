// The page: head, messages, and the start or the report.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Collect } from "./collect";
import { collecting, dropped as folderDropped } from "./collect_store";
import { Head } from "./head";
import { useHeightAs } from "./heights";
import { HeldFile, isAmbiguous } from "./held";
import { bring } from "./held_store";
import { Ledger } from "./ledger";
import { ledger } from "./ledger_store";
import { Report } from "./report";
import { Start } from "./start";
import { bringBack, openDropped, openListed } from "./opening";
import { save } from "./saving";
import { dismiss, now, onChange } from "./store";
import { Waiting } from "./waiting";

export function App(): JSX.Element {
  const [, draw] = useState(0);
  useEffect(() => onChange(() => draw((count) => count + 1)), []);
  const { look, problem, note, changed, aside, atStart, banner } = now();
  const messages = useHeightAs<HTMLDivElement>("--told");
  const isCollecting = collecting().shown;
  const isCounting = ledger().shown && !isCollecting;
  return (
    <div
      class="page"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (folderDropped(event.dataTransfer)) return;
        const dropped = event.dataTransfer?.files[0];
        if (dropped) void (look && !atStart && isAmbiguous(dropped.name) ? bring(dropped) : openDropped(dropped));
      }}
    >
      <Head />
      <div class="messages" role="status" ref={messages}>
        <Waiting />
        {problem && (
          <p class="told error">
            {problem} <button type="button" onClick={dismiss}>知道了</button>
          </p>
        )}
        {banner && <p class="told warning" data-banner>{banner}</p>}
        {changed && (
          <p class="told warning">
            文件刚刚被别的程序改过。
            <button type="button" onClick={() => void openListed(now().name)}>读改过的（放弃这里的）</button>
            <button type="button" onClick={() => void save(true)}>用这里的覆盖它</button>
          </p>
        )}
        {aside && (
          <p class="told warning">
            “{aside.name || "没有起名的一份"}”还没有保存，先放在一边。
            <button type="button" onClick={() => void bringBack()}>回到它</button>
          </p>
        )}
        {note && !problem && <p class="told info">{note}</p>}
      </div>
      {look && !atStart && !isCounting && !isCollecting && <HeldFile />}
      {isCollecting && <Collect />}
      {isCounting && <Ledger />}
      <div hidden={isCounting || isCollecting}>{look && !atStart ? <Report /> : <Start />}</div>
    </div>
  );
}
