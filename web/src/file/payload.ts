// What the page carries: compressed, in elements that are no scripts; unpacked once for each start of Python.

import { gunzipSync } from "fflate";

const kept = new Map<string, Uint8Array>();

function compressed(id: string): Uint8Array {
  const found = kept.get(id);
  if (found) return found;
  const element = document.getElementById(id);
  if (!element) throw new Error(`missing: ${id}`);
  const text = atob(element.textContent ?? "");
  element.remove();
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  kept.set(id, bytes);
  return bytes;
}

export async function payload(id: string): Promise<Uint8Array> {
  const bytes = compressed(id);
  if (typeof DecompressionStream !== "function") return gunzipSync(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
