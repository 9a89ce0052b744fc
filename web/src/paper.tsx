// The finished page in a frame without scripts; it stays where it was read while the report is changed.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { colour } from "./marks";
import looks from "./paper_looks";
import { layOut } from "./pages";
import { now } from "./store";

const WIDTH = 820; // CSS pixels that a page with its margin needs at its natural size
const TIMES = 4; // a zoomed page is not measured in the pixels that it scrolls in; each time comes closer
const ALIKE = 8; // characters that two beginnings of a paragraph have in common at least
const READ_AT = 0.2; // of the window's height from above: what stands there is what is being read

interface Anchor {
  block: number;
  text: string;
  offset: number;
}

export function Paper(): JSX.Element {
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef("");
  const chosenBefore = useRef("");
  const [broken, setBroken] = useState(false);
  const { look, chosen } = now();
  useEffect(() => {
    const element = frame.current;
    if (!element || !look) return;
    const keepsOld = look.html === null || (look.broken && shown.current !== "");
    setBroken(keepsOld && shown.current !== "");
    if (keepsOld) return;
    const state = `${String(look.outside)}${look.html ?? ""}`;
    if (state !== shown.current) show(element, look.html ?? "", look.outside);
    shown.current = state;
    const place = colour(element, look, chosen);
    if (chosen !== chosenBefore.current) place?.scrollIntoView({ block: "center" });
    chosenBefore.current = chosen;
  }, [look, chosen]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const fits = new ResizeObserver(() => fit(element));
    fits.observe(element);
    return () => fits.disconnect();
  }, []);
  return (
    <>
      {broken && <p class="told warning">现在的写法读不准，下面是最近一次能读时的样子。</p>}
      {!look?.html && <p>内容还读不出来，没有成品可看。</p>}
      <iframe ref={frame} title="成品" sandbox="allow-same-origin" data-paper hidden={!look?.html && !broken} />
    </>
  );
}

function show(frame: HTMLIFrameElement, html: string, outside: boolean): void {
  const page = frame.contentDocument;
  const Sheet = (frame.contentWindow as (Window & { CSSStyleSheet: typeof CSSStyleSheet }) | null)?.CSSStyleSheet;
  if (!page || !Sheet) return;
  if (page.adoptedStyleSheets.length === 0) {
    const sheet = new Sheet();
    sheet.replaceSync(looks);
    page.adoptedStyleSheets = [sheet];
    page.documentElement.lang = "zh-CN";
  }
  const anchors = anchorsOf(page);
  page.body.style.setProperty("zoom", "1"); // measured at its natural size
  layOut(page, html, outside);
  fit(frame);
  scrollBack(page, anchors);
}

function fit(frame: HTMLIFrameElement): void {
  const page = frame.contentDocument;
  if (page && frame.clientWidth > 0) page.body.style.setProperty("zoom", String(Math.min(1.25, frame.clientWidth / WIDTH)));
}

const blocksOf = (page: Document): HTMLElement[] => [...page.querySelectorAll<HTMLElement>("[data-block]")];

/** The blocks that are seen, where people read first; none at the very top, where a page stays at its top. */
function anchorsOf(page: Document): Anchor[] {
  const height = page.defaultView?.innerHeight ?? 0;
  if ((page.defaultView?.scrollY ?? 0) === 0) return [];
  const seen = blocksOf(page).flatMap((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > 0 && top < height ? [{ block: Number(block.dataset.block), text: block.textContent ?? "", offset: top }] : [];
  });
  const away = (one: Anchor): number => Math.abs(one.offset - height * READ_AT);
  return seen.sort((a, b) => away(a) - away(b));
}

/** Scroll so that the first block that still says the same stands where it stood. */
function scrollBack(page: Document, anchors: Anchor[]): void {
  const blocks = blocksOf(page);
  const to = (block: HTMLElement | undefined, anchor: Anchor): boolean => {
    for (let time = 0; block && time < TIMES; time += 1) page.defaultView?.scrollBy(0, block.getBoundingClientRect().top - anchor.offset);
    return block !== undefined;
  };
  const far = (one: HTMLElement, anchor: Anchor): number => Math.abs(Number(one.dataset.block) - anchor.block);
  const same = (anchor: Anchor): HTMLElement | undefined =>
    blocks.filter((one) => isAlike(one.textContent ?? "", anchor.text)).sort((a, b) => far(a, anchor) - far(b, anchor))[0];
  if (anchors.some((anchor) => to(same(anchor), anchor))) return;
  anchors.slice(0, 1).forEach((anchor) => to([...blocks].sort((a, b) => far(a, anchor) - far(b, anchor))[0], anchor));
}

/** The same text, or the beginning of it that a page's end has left. */
const isAlike = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) >= ALIKE && (a.startsWith(b) || b.startsWith(a)));
