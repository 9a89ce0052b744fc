// What a page says while it starts or a call takes long, and what was left unsaved the last time.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { extras } from "./carrier";
import { forget, resume } from "./opening";
import { now } from "./store";

const LONG = 4000; // milliseconds after which a call may be stopped

/** How far the start is; a button to stop what takes long. */
export function Waiting(): JSX.Element | null {
  const { starting, busy, step } = now();
  const [long, setLong] = useState(false);
  const working = busy > 0 && starting === "";
  useEffect(() => {
    setLong(false);
    if (!working) return undefined;
    const timer = window.setTimeout(() => setLong(true), LONG);
    return () => window.clearTimeout(timer);
  }, [working]);
  if (starting) return <p class="told info" data-starting>{starting}……</p>;
  const stop = extras().stop;
  if (!long || !stop) return null;
  return (
    <p class="told info">
      还在处理……{step && `已读 ${step} `} <button type="button" data-act="stop" onClick={stop}>停止（已填的内容不会丢）</button>
    </p>
  );
}

/** Drafts of this browser. */
export function Drafts(): JSX.Element | null {
  const { drafts, form } = now();
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2>继续上次没写完的</h2>
      <ul class="drafts">
        {drafts.map((draft) => (
          <li key={draft.key}>
            <button type="button" class="plain" data-act="resume" disabled={!form} onClick={() => void resume(draft.key)}>
              {draft.title || draft.name}（{new Date(draft.when).toLocaleString("zh-CN")}）
            </button>{" "}
            <button type="button" data-act="forget" onClick={() => void forget(draft.key)}>清除草稿</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
