// What stays between two openings of the page: drafts, in the browser's own database. Private windows may have none.

import type { Draft } from "../types";

export interface Kept extends Draft {
  files: Record<string, string>; // what the text names, as base64 by file name
  handle?: FileSystemFileHandle | undefined; // the file it was saved in
}

const NAME = "nianbao";
const DRAFTS = "drafts";
const MOST = 30; // drafts that are kept; the oldest go first

let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = (): void => void request.result.createObjectStore(DRAFTS, { keyPath: "key" });
    request.onsuccess = (): void => done(request.result);
    request.onerror = (): void => fail(request.error ?? new Error("no database"));
    request.onblocked = request.onerror;
  });
  return opened;
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const store = (await database()).transaction(DRAFTS, mode).objectStore(DRAFTS);
  return new Promise((done, fail) => {
    const request = act(store);
    const transaction = store.transaction;
    transaction.oncomplete = (): void => done(request.result);
    transaction.onabort = (): void => fail(transaction.error ?? new Error("aborted"));
    transaction.onerror = (): void => fail(transaction.error ?? new Error("failed"));
  });
}

/** All drafts, the newest first. Rejects where the browser keeps nothing. */
export async function drafts(): Promise<Kept[]> {
  const found = (await inStore("readonly", (store) => store.getAll())) as Kept[];
  return found.sort((one, other) => other.when - one.when);
}

export async function keep(draft: Kept): Promise<void> {
  await inStore("readwrite", (store) => store.put(draft));
  for (const old of (await drafts()).slice(MOST)) await forget(old.key);
}

export const forget = async (key: string): Promise<void> => void (await inStore("readwrite", (store) => store.delete(key)));
