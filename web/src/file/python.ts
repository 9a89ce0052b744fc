// Python in a worker of its own: started, asked, stopped when a call takes too long, started again.

import type { Refused } from "../types";
import type { Answered, Asked, Given } from "./messages";
import { PARTS } from "./messages";
import { payload } from "./payload";

type Waiting = { done: (answer: string) => void; fail: (why: Refused) => void };

const STOPPED = { refused: "已停止，没有做成", hint: "内容没有动；可以接着填，再试一次" };
const BROKEN = { refused: "程序内部出错，已经重新启动", hint: "内容没有动，请再试一次；还不行，请告诉维护人员" };

export class Python {
  private worker: Worker | null = null;
  private running: Promise<void> | null = null;
  private asked = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** `told` hears how far the start has come, `stepped` how far a call over many files. */
  constructor(
    private readonly told: (step: string) => void,
    private readonly stepped: (step: string) => void,
  ) {}

  async call<T>(name: string, body: unknown): Promise<T | Refused> {
    try {
      await this.started();
      return JSON.parse(await this.ask({ name, body: JSON.stringify(body) })) as T;
    } catch (why) {
      return typeof (why as Refused).refused === "string" ? (why as Refused) : { refused: `没有启动成（${String(why)}）`, hint: "请关掉别的网页，重新打开这个文件" };
    }
  }

  /** End what is being done; the next call starts anew. */
  stop(why: Refused = STOPPED): void {
    this.worker?.terminate();
    this.worker = null;
    this.running = null;
    this.stepped("");
    this.waiting.forEach((one) => one.fail(why));
    this.waiting.clear();
  }

  started(): Promise<void> {
    this.running ??= this.start().catch((why: unknown) => {
      this.running = null;
      throw why;
    });
    return this.running;
  }

  private async start(): Promise<void> {
    this.told("正在解开程序（1/3）");
    const script = await payload("worker");
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = (this.worker = new Worker(address));
    worker.onmessage = (event: MessageEvent<Answered>): void => this.take(event.data);
    worker.onerror = (event): void => this.stop({ ...BROKEN, refused: `${BROKEN.refused}（${event.message}）` });
    const running = this.ask({});
    await Promise.all([running, this.give(worker)]);
    URL.revokeObjectURL(address);
    this.told("马上就好（3/3）");
  }

  /** The parts one by one: Python begins with the first while the others are read and unpacked. */
  private async give(worker: Worker): Promise<void> {
    for (const part of PARTS) {
      const bytes = await payload(part);
      worker.postMessage({ part, bytes } satisfies Given, [bytes.buffer]);
    }
    this.told("正在启动（2/3）");
  }

  private ask(what: Omit<Asked, "id">): Promise<string> {
    return new Promise((done, fail) => {
      this.asked += 1;
      this.waiting.set(this.asked, { done, fail });
      this.worker?.postMessage({ ...what, id: this.asked } satisfies Asked);
    });
  }

  private take({ id, answer, fault, step }: Answered): void {
    this.stepped(step ? step.join("/") : "");
    if (step) return;
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    if (fault === undefined) one?.done(answer ?? "{}");
    else {
      console.warn(fault);
      one?.fail(BROKEN);
      this.stop(BROKEN); // after a fault below Python nothing in the worker can be relied on
    }
  }
}
