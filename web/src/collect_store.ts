// Collecting in the page: a folder of all agencies' reports and a roster. All is held here alone, and in no draft.

import { base64, bytesOf, call, download, isRefused } from "./carrier";
import { enqueue, put, refuse } from "./store";
import type { Made } from "./types";

export interface Agency {
  name: string;
  status: string;
  level: "missing" | "faulty" | "doubtful" | "good";
  file: string;
  problems: number;
  remarks: string[];
}

export interface Collected extends Made {
  year: number;
  agencies: Agency[];
  asides: { file: string; reason: string; advice: string; pending: boolean; harmless: boolean }[];
  remarks: string[];
  notices: number;
}

export interface Brought {
  name: string; // its path in the folder
  file: File;
}

export interface Collecting {
  shown: boolean;
  folder: string; // its name
  files: Brought[];
  last: Brought[]; // last year's
  roster: Brought | null;
  deadline: string;
  newest: boolean;
  found: Collected | null;
}

const NONE: Collecting = { shown: false, folder: "", files: [], last: [], roster: null, deadline: "", newest: false, found: null };
const SHEET = /\.(xlsx|xlsm|csv)$/i;
const MOST = 400_000_000; // bytes that are read into the page at once

let state = NONE;

export const collecting = (): Collecting => state;

export function change(to: Partial<Collecting>): void {
  state = { ...state, found: null, ...to };
  put({});
}

/** Sheets of the folder that may be the roster. */
export const sheets = (): Brought[] => state.files.filter((one) => SHEET.test(one.name));

function gathered(folder: string, files: Brought[]): void {
  const named = files.filter((one) => SHEET.test(one.name) && one.name.includes("名单"));
  const only = named.length === 1 ? named[0] : undefined;
  change({ shown: true, folder, files, roster: only ?? state.roster });
}

/** The files of a folder that was chosen, without the folder's own name. */
function within(chosen: FileList): Brought[] {
  return [...chosen].map((file) => ({ name: file.webkitRelativePath.split("/").slice(1).join("/") || file.name, file }));
}

export function chosen(files: FileList): void {
  gathered(files[0]?.webkitRelativePath.split("/")[0] ?? "", within(files));
}

export const lastYear = (files: FileList): void => change({ last: within(files) });

/** A folder that was dropped, if one was. Only while the event is being handled are the entries there. */
export function dropped(data: DataTransfer | null): boolean {
  const entry = data?.items[0]?.webkitGetAsEntry();
  if (!entry?.isDirectory) return false;
  void enqueue(async () => gathered(entry.name, await below(entry as FileSystemDirectoryEntry, "")));
  return true;
}

async function below(folder: FileSystemDirectoryEntry, path: string): Promise<Brought[]> {
  const reader = folder.createReader();
  const found: Brought[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return found; // a reader gives a hundred at a time
    for (const entry of some) {
      const name = `${path}${entry.name}`;
      if (entry.isDirectory) found.push(...(await below(entry as FileSystemDirectoryEntry, `${name}/`)));
      else found.push({ name, file: await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail)) });
    }
  }
}

const sent = async ({ name, file }: Brought): Promise<unknown> => ({ name, modified: file.lastModified, data: await base64(file) });

async function all(files: Brought[]): Promise<unknown[]> {
  const made: unknown[] = [];
  for (const one of files) made.push(await sent(one));
  return made;
}

export function collect(): Promise<void> {
  return enqueue(async () => {
    const { files, last, roster, deadline, newest } = state;
    if (!roster) return;
    const reports = files.filter((one) => one !== roster);
    if ([...reports, ...last].reduce((size, one) => size + one.file.size, 0) > MOST) {
      put({ problem: "文件夹太大，一次放不下（超过 400 MB）。请分几次收，或者把不是年报的大文件移出去。" });
      return;
    }
    const body = { files: await all(reports), last: await all(last), roster: await sent(roster), deadline, newest };
    const found = await call<Collected>("collect", body);
    if (isRefused(found)) refuse(found);
    else {
      put({ problem: "", note: "" });
      change({ found });
    }
  });
}

export function take(found: Collected): void {
  download(found.name, found.kind, bytesOf(found.data));
}

export function leave(): void {
  state = NONE;
  put({});
}
