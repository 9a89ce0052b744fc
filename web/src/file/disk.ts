// Files of the page that has no server: saved through the browser's own dialog, or as a download.

import { bytesOf, download } from "../carrier";
import type { Refused } from "../types";

const DOWNLOADED = "下载";
const YAML = "application/yaml";

interface Saved {
  name: string;
  stamp: string;
  changed?: boolean;
}

type Picker = (options: { suggestedName: string; types: { accept: Record<string, string[]> }[] }) => Promise<FileSystemFileHandle>;
type Permitting = FileSystemFileHandle & { requestPermission?: (options: { mode: string }) => Promise<string> };

/** The file that the text in the page was saved in, as long as it has that name. */
export class Disk {
  handle: FileSystemFileHandle | undefined;

  async stamp(): Promise<string> {
    if (!this.handle) return DOWNLOADED;
    try {
      const file = await this.handle.getFile();
      return `${file.lastModified}-${file.size}`;
    } catch {
      return "";
    }
  }

  async read(): Promise<string> {
    return this.handle ? (await this.handle.getFile()).text() : "";
  }

  /** Asks where, the first time and when the name was changed. A file that somebody changed meanwhile is not written over. */
  async save(name: string, text: string, stamp: string): Promise<Saved | Refused> {
    const picker = (window as unknown as { showSaveFilePicker?: Picker }).showSaveFilePicker;
    try {
      if (!picker) throw new DOMException("none", "SecurityError");
      if (!stamp || stamp === DOWNLOADED || !this.handle) this.handle = undefined;
      if (this.handle && (await this.stamp()) !== stamp) return { name, stamp: await this.stamp(), changed: true };
      this.handle ??= await picker.call(window, { suggestedName: name, types: [{ accept: { [YAML]: [".yaml", ".yml"] } }] });
      await (this.handle as Permitting).requestPermission?.({ mode: "readwrite" });
      const writer = await this.handle.createWritable();
      await writer.write(text);
      await writer.close();
      return { name: this.handle.name, stamp: await this.stamp() };
    } catch (why) {
      return this.otherwise(why as DOMException, name, text);
    }
  }

  private otherwise(why: DOMException, name: string, text: string): Saved | Refused {
    if (why.name === "AbortError") return { refused: "没有保存", hint: "刚才取消了；要保存，请再点一次“保存”" };
    if (why.name === "SecurityError") {
      download(name, YAML, new TextEncoder().encode(text));
      return { name, stamp: DOWNLOADED };
    }
    this.handle = undefined;
    return { refused: `没有写进文件（${why.message}）`, hint: "请再点一次“保存”，另存到别的地方" };
  }
}

/** The report in a frame without scripts, handed to the browser's own print dialog. */
export function print(html: string): void {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.className = "printed";
  frame.title = "打印";
  frame.srcdoc = html;
  frame.onload = (): void => {
    frame.contentWindow?.addEventListener("afterprint", () => frame.remove());
    frame.contentWindow?.print();
  };
  document.body.append(frame);
}

export const textOf = (data: string): string => new TextDecoder().decode(bytesOf(data));
