// What page and worker say to each other. A worker answers each message under its number, but for the parts that it is given.

/** What Python is made of, in the order in which it is needed. */
export const PARTS = ["wasm", "stdlib", "packages"] as const;
export type Part = (typeof PARTS)[number];

export interface Given {
  part: Part;
  bytes: Uint8Array;
}

export interface Asked {
  id: number;
  name?: string; // none: to start
  body?: string; // JSON, as Python reads it
}

export interface Answered {
  id: number;
  answer?: string; // JSON, as Python wrote it
  step?: [number, number]; // no answer yet: so many files of so many are read
  fault?: string;
}
