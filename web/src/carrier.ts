// How calls reach Python and files the disk: whichever edition it is, the page knows only this.

import type { Draft, Refused } from "./types";

export interface Boot {
  token: string;
  edition: "served" | "file";
  nonce: string; // of the only styles that may run
  view?: "fill" | "read"; // what the page begins with
}

declare global {
  interface Window {
    nianbaoBoot: Boot;
    nianbao: { ready: Promise<void> };
  }
}

export interface Carrier {
  call<T>(name: string, body: unknown): Promise<T | Refused>;
  file<T>(name: string, body: unknown): Promise<T | Refused>;
  /** Give up what is being done; the text stays. Undefined where a call ends by itself. */
  stop?: () => void;
  /** Keep an unsaved text for the next start. */
  keep?: (draft: Draft) => void;
  /** Show the report as it will be printed, for the browser to print or save as PDF. */
  print?: (html: string) => void;
}

let carrier: Carrier = {
  call: () => Promise.resolve({ refused: "还没有启动", hint: "请稍候" }),
  file: () => Promise.resolve({ refused: "还没有启动", hint: "请稍候" }),
};

export const use = (given: Carrier): void => {
  carrier = given;
};
export const { edition, nonce, view } = window.nianbaoBoot;
export const call = <T>(name: string, body: unknown): Promise<T | Refused> => carrier.call<T>(name, body);
export const file = <T>(name: string, body: unknown = {}): Promise<T | Refused> => carrier.file<T>(name, body);
export const extras = (): Pick<Carrier, "stop" | "keep" | "print"> => carrier;

export const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === "object" && answer !== null && typeof (answer as Refused).refused === "string" && "hint" in answer;

export async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export const bytesOf = (data: string): Uint8Array => Uint8Array.from(atob(data), (char) => char.charCodeAt(0));

export function download(name: string, kind: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: kind }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
