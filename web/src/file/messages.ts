// What page and worker say to each other. A worker answers each message under its number.

export interface Given {
  wasm: Uint8Array;
  stdlib: Uint8Array;
  packages: Uint8Array;
}

export interface Asked {
  id: number;
  start?: Given;
  name?: string;
  body?: string; // JSON, as Python reads it
}

export interface Answered {
  id: number;
  answer?: string; // JSON, as Python wrote it
  step?: [number, number]; // no answer yet: so many files of so many are read
  fault?: string;
}
