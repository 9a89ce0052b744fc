// What the ledger's calls answer (generator/desk/ledger_calls.py).

import type { Path } from "./types";

/** A workbook that was brought: it stays in the page's memory and goes with each call. */
export interface Book {
  name: string;
  data: string; // base64
}

export type Entry = [string, string, string]; // section, key and field of 对照.yaml

export interface Question {
  entry: Entry;
  of: string; // the case it is about, "" for none
  why: string;
  column: string;
  value: string;
  cells: string[];
  cases: string[];
  choices: string[];
  wants_day: boolean;
}

export interface Differing {
  path: Path;
  place: string;
  typed: string;
  counted: number;
  cases: string[];
}

export interface Fault {
  severity: "warning" | "info";
  message: string;
  hint: string;
  cells: string[];
}

export interface Into {
  refused?: string;
  hint?: string;
  new: number;
  differing: Differing[];
  changes: boolean;
}

export interface Counted {
  name: string;
  year: number;
  year_why: string;
  answers: string;
  answers_name: string;
  answers_problem: string;
  questions: Question[];
  tables: string[];
  figures: Record<string, number | null>; // null: hangs on a question
  totals: Record<string, number | null>;
  cells: Record<string, string[]>;
  cases: Record<string, { place: string; rule: string }>;
  excluded: { case: string; why: string }[];
  faults: Fault[];
  into: Into | null;
}

export const keyOf = (entry: Entry): string => entry.filter(Boolean).join(".");
