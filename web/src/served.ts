// The carrier of the served page: calls go to the loopback server.

import type { Carrier } from "./carrier";
import type { Refused } from "./types";

async function post<T>(address: string, body: unknown): Promise<T | Refused> {
  let answer: Response;
  try {
    answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Nianbao-Token": window.nianbaoBoot.token },
      body: JSON.stringify(body),
    });
  } catch {
    return { refused: "程序没有应答", hint: "启动填报的窗口可能已经关了；内容还在这一页上，请重新启动后再保存" };
  }
  if (!answer.ok) return { refused: await answer.text(), hint: "" };
  return (await answer.json()) as T;
}

export const served: Carrier = {
  call: (name, body) => post(`call/${name}`, body),
  file: (name, body) => post(`file/${name}`, body),
};
