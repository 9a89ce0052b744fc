// What goes out of the page: the file saved, the report made and downloaded.

import { bytesOf, call, download, extras, file, isRefused } from "./carrier";
import { enqueue, flushAll, now, put, refuse } from "./store";
import type { Made } from "./types";

export function save(over = false): Promise<void> {
  flushAll();
  return enqueue(() => saved(over));
}

async function saved(over: boolean): Promise<void> {
  const { look, name, stamp } = now();
  if (!look) return;
  const answer = await file<{ name: string; stamp: string; changed?: boolean; exists?: boolean }>("save", {
    name: name || "年报.yaml",
    text: look.text,
    stamp: over ? await stampNow() : stamp,
  });
  if (isRefused(answer)) refuse(answer);
  else if (answer.exists) put({ problem: `文件夹里已经有“${answer.name}”，没有覆盖。请在页面最上面换一个文件名。` });
  else if (answer.changed) put({ changed: true });
  else put({ name: answer.name, stamp: answer.stamp, saved: look.text, changed: false, problem: "", note: `已保存到 ${answer.name}` });
}

/** The mark of the file as it lies on the disk. */
export async function stampNow(): Promise<string> {
  const answer = await file<{ stamp: string }>("stamp", { name: now().name });
  return isRefused(answer) ? now().stamp : answer.stamp;
}

/** The report in one format. */
export function build(form: string, draft = false): Promise<void> {
  const print = extras().print;
  if (form !== "pdf" || !print) return make("build", { form, draft });
  flushAll();
  return enqueue(async () => printed(print));
}

/** PDF where no program makes one: the browser prints. */
function printed(print: (html: string) => void): void {
  const { look } = now();
  if (look?.html && look.counts.error + look.counts.pending === 0) print(look.html);
  else put({ problem: "还有没填完、没改好的地方，没有打印。请先填完、改好；要先看样子，可以生成草稿" });
}

/** A call that answers with a file, which is downloaded. */
export function make(name: string, body: Record<string, unknown>): Promise<void> {
  flushAll();
  return enqueue(async () => {
    const made = await call<Made>(name, { ...body, text: now().look?.text ?? "", path: now().name });
    if (isRefused(made)) refuse(made);
    else {
      download(made.name, made.kind, bytesOf(made.data));
      put({ note: `已生成 ${made.name}，在浏览器的下载里`, problem: "" });
    }
  });
}

export const rename = (name: string): void => put({ name, stamp: "", saved: "" });
