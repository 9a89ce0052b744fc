// Where something that has a place in the source stands in a text of the page.

import type { Look } from "./types";

/** Offsets in a text of [line, column, end line, end column] of the source; null where it is not in this text. */
export function offsetsOf(look: Look | null, place: string, text: string, [line, column, endLine, endColumn]: number[]): [number, number] | null {
  const starts = look?.lines?.[place] ?? [];
  const rows = text.split("\n");
  if (starts.length !== rows.length) return null; // it is being typed
  let from = 0;
  for (const [at, row] of rows.entries()) {
    const [source, first] = starts[at] ?? [];
    if (source === line && first !== undefined) {
      const start = units(row, (column ?? 1) - first);
      const end = endLine === line ? units(row, (endColumn ?? 1) - first) : row.length;
      return end > start ? [from + start, from + end] : null;
    }
    from += row.length + 1;
  }
  return null;
}

/** Characters, as the source counts them, in the units of a string. */
const units = (row: string, characters: number): number => Array.from(row).slice(0, Math.max(0, characters)).join("").length;
