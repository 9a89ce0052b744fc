// The report's blocks laid out on A4 pages as its DOCX has them: breaks between lines and rows, never through them.

const LINE = (28.95 * 96) / 72; // CSS pixels of a line of the text
const KEPT_ROWS = 2; // rows that stay on the page of the headings above them
const WHOLE_GROUP = 8; // rows of a group that stays whole
const LABEL_ROWS = 3; // first rows of a longer group that stay together
const LEAST_OVER = 5; // rows that go over to the next page at least
const SLACK = 1; // CSS pixels by which a line may stand below the page's end: browsers round

/** Fill the document with pages. `outside`: page numbers right on odd and left on even pages. */
export function layOut(page: Document, report: string, outside: boolean): void {
  const parsed = new DOMParser().parseFromString(withoutLooks(report), "text/html");
  const article = parsed.querySelector("article");
  page.body.textContent = "";
  if (!article) return;
  const draft = article.querySelector(":scope > .draft");
  const blocks = [...article.children].filter((block) => block !== draft).map((block) => page.importNode(block, true) as HTMLElement);
  blocks.forEach(number);
  const queue = blocks;
  let sheet = newSheet(page, draft, outside);
  for (let block = queue.shift(); block; block = queue.shift()) {
    sheet.append(block);
    if (bottom(block) <= sheet.clientHeight + SLACK) continue;
    const rest = block.matches("p") ? cutText(block, sheet.clientHeight) : block.matches(".wide") ? cutTable(block, sheet.clientHeight) : null;
    const over = rest ? [rest] : goesAlong(block);
    if (!rest && over[0] === sheet.firstElementChild) continue; // nothing before it: it is longer than a page
    queue.unshift(...over);
    sheet = newSheet(page, draft, outside);
  }
}

/** The report's body, its styles as data: in the markup the page's policy would refuse them. Typed text holds no <. */
function withoutLooks(report: string): string {
  const body = report.slice(report.indexOf("<article"), report.lastIndexOf("</article>"));
  return body.replace(/(<[a-z][^<>]*?) style="([^"<>]*)"/g, '$1 data-look="$2"');
}

/** Every block, row and cell keeps its number, wherever its pieces come to stand. */
function number(block: HTMLElement, at: number): void {
  block.dataset.block = String(at);
  block.querySelectorAll("tr").forEach((row, r) => {
    row.dataset.row = String(r);
    [...row.cells].forEach((cell, c) => (cell.dataset.cell = String(c)));
  });
  [block, ...block.querySelectorAll<HTMLElement>("[data-look]")].forEach((one) => (one.style.cssText = one.dataset.look ?? ""));
}

function newSheet(page: Document, draft: Element | null, outside: boolean): HTMLElement {
  const sheet = page.createElement("section");
  const inner = page.createElement("div");
  const foot = page.createElement("p");
  const count = page.querySelectorAll(".sheet").length + 1;
  sheet.className = "sheet";
  inner.className = "inner";
  foot.className = `number ${outside ? (count % 2 ? "right" : "left") : ""}`;
  foot.textContent = `— ${count} —`;
  if (draft) sheet.append(page.importNode(draft, true));
  sheet.append(inner, foot);
  page.body.append(sheet);
  return inner;
}

const bottom = (block: Element): number => block.getBoundingClientRect().bottom - top(block);
const top = (block: Element): number => block.closest(".inner")?.getBoundingClientRect().top ?? 0;

/** A block that goes over to the next page takes the headings above it along, 落款 the last line of the text. */
function goesAlong(block: HTMLElement): HTMLElement[] {
  const over = [block];
  const last = block.previousElementSibling;
  if (block.matches(".signature") && last?.matches("p.paragraph")) {
    const line = cutText(last as HTMLElement, bottom(last) - LINE + SLACK);
    if (line) return [line, block];
    over.unshift(last as HTMLElement);
  }
  for (let above = over[0]?.previousElementSibling; above?.matches("h2, h3"); above = over[0]?.previousElementSibling) over.unshift(above as HTMLElement);
  return over;
}

/** Part a paragraph after the last line above `end`; null where not even one fits. Answers with what is left over. */
function cutText(block: HTMLElement, end: number): HTMLElement | null {
  const page = block.ownerDocument;
  const pieces: [Text, number][] = [];
  const walker = page.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    pieces.push([node, length]);
    length += node.length;
  }
  const at = (offset: number): [Text, number] | null => {
    const found = [...pieces].reverse().find(([, from]) => from <= offset);
    return found ? [found[0], offset - found[1]] : null;
  };
  const range = page.createRange();
  const middle = (offset: number): number => {
    const place = at(offset);
    if (!place) return 0;
    range.setStart(place[0], place[1]);
    range.setEnd(place[0], place[1] + 1);
    const rects = range.getClientRects();
    const rect = rects[rects.length - 1] ?? range.getBoundingClientRect();
    return (rect.top + rect.bottom) / 2 - top(block);
  };
  const limit = end + SLACK - LINE / 2 + LINE / 8; // the middle of a line that ends at `end`, and some for the font
  let [low, high] = [0, length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (middle(half) <= limit) low = half + 1;
    else high = half;
  }
  const place = at(low);
  if (low === 0 || low >= length || !place) return null;
  range.setStart(...place);
  range.setEnd(block, block.childNodes.length);
  const rest = block.cloneNode(false) as HTMLElement;
  rest.append(range.extractContents());
  rest.dataset.from = String(Number(block.dataset.from ?? 0) + low);
  rest.classList.add("on");
  block.classList.add("cut");
  return rest;
}

/** Part a table after the last row above `end`; its heading rows stand above both pieces. Null where no row fits. */
function cutTable(block: HTMLElement, end: number): HTMLElement | null {
  const table = block.querySelector("table");
  const rows = [...(table?.tBodies[0]?.rows ?? [])];
  const kept = keptRows(rows);
  let cut = rows.findIndex((row) => bottom(row) > end + SLACK);
  while (cut > 0 && kept.has(cut - 1)) cut -= 1;
  if (!table || cut <= 0) return null;
  const over = rows.slice(cut);
  const rest = block.cloneNode(true) as HTMLElement;
  const body = rest.querySelector("tbody");
  rest.querySelectorAll("thead tr").forEach((row) => row.removeAttribute("data-row"));
  goOn(rows, cut);
  if (body) body.textContent = "";
  body?.append(...over);
  return rest;
}

/** The rows that stay on one page with the next one, as in the DOCX. */
function keptRows(rows: HTMLTableRowElement[]): Set<number> {
  const kept = new Set<number>(rows[0]?.dataset.row === String(rows[0]?.closest("table")?.tHead?.rows.length) ? [...Array(KEPT_ROWS).keys()] : []);
  rows.forEach((row, at) => {
    for (const label of row.querySelectorAll<HTMLTableCellElement>("th[scope=row][data-cell]")) {
      const whole = label.rowSpan <= WHOLE_GROUP ? label.rowSpan : LABEL_ROWS;
      for (let below = 0; below < whole - 1; below += 1) kept.add(at + below);
    }
  });
  for (let last = Math.max(0, rows.length - LEAST_OVER); last < rows.length - 1; last += 1) kept.add(last);
  return kept;
}

/** Cells that reach over the cut end at it, and stand again below it with the same text. */
function goOn(rows: HTMLTableRowElement[], cut: number): void {
  const next = rows[cut];
  const going: HTMLTableCellElement[] = [];
  rows.slice(0, cut).forEach((row, at) => {
    for (const cell of row.cells) {
      if (at + cell.rowSpan <= cut) continue;
      const below = cell.cloneNode(true) as HTMLTableCellElement;
      below.removeAttribute("data-cell");
      below.rowSpan = at + cell.rowSpan - cut;
      cell.rowSpan = cut - at;
      going.push(below);
    }
  });
  next?.prepend(...going); // they stand left of a row's own cells
}
