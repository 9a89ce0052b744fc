// The served page follows its file: the server says when it, or last year's report, was written by somebody.

import { seen } from "./opening";
import { tell } from "./store";

const RETRY = 1000; // milliseconds before the next try while the server is away
const GONE = "程序已经结束，页面不再更新，也不能保存。要继续，请重新运行。";

interface Seen {
  epoch: number;
  banner: string;
  beside: string;
}

/** Until the page is closed; nothing to follow where the page was started without a file. */
export async function follow(): Promise<void> {
  let last: Seen | null = null;
  let epoch = -1;
  for (;;) {
    try {
      const answer = await fetch(`state?after=${epoch}`);
      if (answer.status === 404) return;
      if (!answer.ok) throw new Error(answer.statusText);
      const next = (await answer.json()) as Seen;
      if (next.epoch !== last?.epoch) await seen(next.banner, last !== null && last.beside !== next.beside);
      else tell(next.banner);
      last = next;
      epoch = next.epoch;
    } catch {
      epoch = -1; // the next answer comes at once, whatever has changed meanwhile
      tell(GONE);
      await new Promise((resolve) => window.setTimeout(resolve, RETRY));
    }
  }
}
