// How calls reach Python: here to the loopback server; the one-file edition brings them to a worker instead.

import type { Refused } from "./types";

export interface Boot {
  token: string;
  edition: "served" | "file";
  nonce: string; // of the only styles that may run
}

declare global {
  interface Window {
    nianbaoBoot: Boot;
    nianbao: { ready: Promise<void> };
  }
}

export const { edition, nonce } = window.nianbaoBoot;

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

export const call = <T>(name: string, body: unknown): Promise<T | Refused> => post<T>(`call/${name}`, body);
export const file = <T>(name: string, body: unknown = {}): Promise<T | Refused> => post<T>(`file/${name}`, body);

export const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === "object" && answer !== null && typeof (answer as Refused).refused === "string" && "hint" in answer;

export async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export function download(name: string, kind: string, data: string): void {
  const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: kind }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
