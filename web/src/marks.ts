// What was found, shown on the finished page: cells coloured, words underlined, the chosen one outlined.

import type { Finding, Look } from "./types";

const ORDER = ["info", "warning", "pending", "error"];

export const keyOf = (finding: Finding): string => `${finding.code} ${finding.message}`;

/** Colour everything that was found; answers with the first place of the chosen finding. */
export function colour(frame: HTMLIFrameElement, look: Look, chosen: string): HTMLElement | null {
  const page = frame.contentDocument;
  if (!page) return null;
  page.querySelectorAll("[class*='m-']").forEach((one) => one.classList.remove("m-pending", "m-warning", "m-error", "m-chosen"));
  const words: Record<string, Range[]> = { error: [], warning: [], chosen: [] };
  const found = [...look.findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  let first: HTMLElement | null = null;
  for (const finding of found) {
    const isChosen = keyOf(finding) === chosen;
    for (const mark of look.marks[finding.number] ?? []) {
      for (const place of placesOf(page, mark)) {
        const ranges = (mark[4] ?? 0) > 0 ? rangesOf(place, mark[3] ?? 0, mark[4] ?? 0) : [];
        if (ranges.length > 0) words[finding.severity]?.push(...ranges);
        else if ((mark[1] ?? -1) >= 0 && finding.severity !== "info") paint(place, `m-${finding.severity}`);
        if (!isChosen) continue;
        first = first ?? place;
        place.classList.add("m-chosen");
        words.chosen?.push(...ranges);
      }
    }
  }
  underline(frame, words);
  return first;
}

function paint(place: HTMLElement, how: string): void {
  place.classList.remove("m-pending", "m-warning", "m-error");
  place.classList.add(how);
}

/** The pieces of a mark's place: [block, row, cell, first character, last character + 1]. */
function placesOf(page: Document, [block, row, cell]: number[]): HTMLElement[] {
  const pieces = [...page.querySelectorAll<HTMLElement>(`[data-block="${block}"]`)];
  if ((row ?? -1) < 0) return pieces;
  return pieces.flatMap((piece) => [...piece.querySelectorAll<HTMLElement>(`[data-row="${row}"] > [data-cell="${cell}"]`)]);
}

/** A range over characters of a place's text; none where this piece of it does not hold them. */
function rangesOf(place: HTMLElement, start: number, end: number): Range[] {
  const from = Number(place.dataset.from ?? 0);
  const range = place.ownerDocument.createRange();
  const texts = place.ownerDocument.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  let passed = from;
  let open = false;
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    const until = passed + text.length;
    if (!open && start < until && end > passed) {
      range.setStart(text, Math.max(0, start - passed));
      open = true;
    }
    if (open) range.setEnd(text, Math.min(text.length, end - passed));
    if (end <= until) break;
    passed = until;
  }
  return open && !range.collapsed ? [range] : [];
}

interface Highlights {
  CSS: { highlights?: Map<string, unknown> };
  Highlight?: new (...ranges: Range[]) => unknown;
}

/** Where the browser can, the words themselves are underlined. */
function underline(frame: HTMLIFrameElement, words: Record<string, Range[]>): void {
  const { CSS: css, Highlight } = frame.contentWindow as unknown as Highlights;
  if (!css.highlights || !Highlight) return;
  for (const [name, ranges] of Object.entries(words)) css.highlights.set(name, new Highlight(...ranges));
}
