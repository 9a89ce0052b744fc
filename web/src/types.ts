// What the calls answer (generator/desk). No rule, sum or label of the form is written here: all come with the answers.

export type Path = string[];

export interface Words {
  path: Path;
  key: string;
  label: string;
  kind: string;
  help: string;
  law: string;
  unit: string;
  how: string;
}

export interface Field extends Words {
  choices: string[];
  required: boolean;
  short: boolean;
  fields: Field[];
}

export interface Cell {
  role: "header" | "label" | "figure";
  text?: string;
  columns: number;
  rows: number;
  path?: Path;
  total?: Path;
}

export interface Grid {
  columns: number;
  header_rows: number;
  label_columns: number;
  widths: number[];
  rows: Cell[][];
  balance: string[];
  balance_rule: string;
}

export interface Part extends Words {
  number: string;
  heading: string;
  grid?: Grid;
  words?: Record<string, Words>;
  note?: Words;
  topics?: Topic[];
}

export interface Topic extends Words {
  fields: Field[]; // what an entry has besides its text
}

export interface Form {
  first_year: number;
  title_ending: string;
  fields: Field[];
  parts: Part[];
  fee: Words[];
}

export interface Finding {
  number: number;
  code: string;
  severity: "pending" | "error" | "warning" | "info";
  word: string;
  message: string;
  hint: string;
  path: Path;
  span: [number, number, number, number];
  related: { message: string; path: Path; span: number[] }[];
  fix: string;
  mechanical: boolean;
  can_silence: boolean;
}

export interface Counts {
  pending: number;
  error: number;
  warning: number;
  info: number;
}

export interface Entry {
  key: string;
  topic: string;
  text: string;
  fields: Record<string, string>; // by their keys
  fee: Record<string, string> | null;
  is_figures?: boolean;
}

export interface Look {
  text: string;
  findings: Finding[];
  counts: Counts;
  parts: (Counts & { key: string })[];
  html: string | null;
  marks: number[][][];
  year: number | null;
  agency: string;
  refused: string;
  broken: boolean; // there is a slip in how the text is written: what is shown is a guess
  settings: string; // the office's settings that are in use, by name
  outside: boolean; // page numbers stand outside, not in the middle
  values?: Record<string, string>;
  implied?: string[];
  entries?: Record<string, Entry[]>;
  totals?: Record<string, string>;
  balances?: Record<string, { known: boolean; off: string }>;
  last?: Record<string, string>;
  last_year?: number | null;
  last_texts?: Record<string, string>;
  lines?: Record<string, number[][]>; // of each text, line and column where its lines begin in the source
  references?: [number, number, number, number, string, string][]; // span, source and value of each expression
  left?: { path: Path; place: string }[];
  filled?: Path[];
  written?: number; // figures from the ledger
  kept?: { path: Path }[]; // what differs from it and stays
}

export interface NumberName {
  name: string;
  way: string;
  value: string;
}

export interface Opened {
  text: string;
  name: string;
  doubts: { place: string; message: string; path: Path }[];
  note: string;
  kind: "yaml" | "published" | "ledger" | "answers" | "settings" | "record"; // the last ones and a ledger come without text
}

export interface Made {
  name: string;
  kind: string;
  data: string;
}

/** Words before and after, piece by piece. */
export type Pieces = [string, string][];

export interface WordEdit {
  number: number;
  place: string;
  pieces: Pieces;
}

export interface Review {
  done: boolean;
  edits: WordEdit[];
  figures: { place: string; path: Path; before: string; after: string; can_take: boolean }[];
  expressions: { typed: string; before: string; after: string; gives_way: boolean }[];
  left: { place: string; before: string; after: string }[];
  marks: Finding[];
  doubts: string[];
}

export interface ComparedSide {
  name: string;
  year: number | null;
  doubts: number;
}

export interface Compared {
  same: boolean;
  before: ComparedSide;
  after: ComparedSide;
  two_years: boolean;
  figures: { place: string; path: Path; before: string; after: string; change: string }[];
  lines: { place: string; pieces: Pieces }[];
  may_correct: boolean;
  why_not: string;
}

export interface Verified {
  same: boolean;
  outcome: string; // in words
  figures: { place: string; before: string; after: string }[];
  lines: { place: string; pieces: Pieces }[];
  doubts: string[];
}

export interface Completion {
  label: string;
  text: string;
  span: [number, number, number, number];
  sort: string;
  detail: string;
  markdown: string;
  find: string;
}

export interface Explained {
  markdown: string;
  span?: number[];
}

export interface Refused {
  refused: string;
  hint: string;
}

/** What was not saved when a page was left: the text, and the files that it names. */
export interface Draft {
  key: string;
  name: string;
  title: string;
  text: string;
  when: number; // milliseconds since 1970
}

export const dotted = (path: Path): string => path.join(".");
