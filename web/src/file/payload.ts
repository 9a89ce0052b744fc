// What the page carries: compressed, in elements that are no scripts, behind the script that asks for them. The page is
// 17 MB: while one of its parts is unpacked and put to use, the next is still being read.

import { gunzipSync } from "fflate";

const kept = new Map<string, Uint8Array>();

/** The element, when all of it has been read: something comes after it, or nothing more will. */
function whole(id: string): HTMLElement | null {
  const found = document.getElementById(id);
  return found && (found.nextSibling || document.readyState !== "loading") ? found : null;
}

function arrived(id: string): Promise<HTMLElement> {
  return new Promise((done, fail) => {
    const observer = new MutationObserver(look);
    function look(): void {
      const found = whole(id);
      if (!found && document.readyState === "loading") return;
      observer.disconnect();
      document.removeEventListener("DOMContentLoaded", look);
      if (found) done(found);
      else fail(new Error(`missing: ${id}`));
    }
    observer.observe(document.body, { childList: true });
    document.addEventListener("DOMContentLoaded", look);
    look();
  });
}

async function compressed(id: string): Promise<Uint8Array> {
  const found = kept.get(id);
  if (found) return found;
  const element = await arrived(id);
  const text = atob(element.textContent ?? "");
  element.remove();
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  kept.set(id, bytes);
  return bytes;
}

/** A part of the program, unpacked: once for each start of Python, since it is given away. */
export async function payload(id: string): Promise<Uint8Array> {
  const bytes = await compressed(id);
  if (typeof DecompressionStream !== "function") return gunzipSync(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
