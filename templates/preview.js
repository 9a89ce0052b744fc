"use strict";
const CHOSEN = "2px solid #d9480f";
const TINT = "#fff0b3";
const RETRY = 1000; // milliseconds before the next try while the server is away
const one = (id) => document.getElementById(id);
const { token, name } = document.body.dataset;

let state = null; // what the server said last
let frame = null; // the report that is seen
let wanted = 0; // the number of the page that is asked for
let chosen = ""; // which finding is marked on the page, by what it says
let unmark = []; // how to take the marks off again

/* An element with a class, and text: text is never taken as HTML. */
function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/* The report's blocks in order; the words that say it is a draft are not one of them. */
function blocksOf(of) {
  const article = of?.contentDocument?.querySelector("article");
  return article ? [...article.children].filter((child) => !child.classList.contains("draft")) : [];
}

/* What is at the top of the window, to be found again in the next page; null at its very top. */
function anchorOf(of) {
  if (!of?.contentWindow || of.contentWindow.scrollY === 0) return null;
  const blocks = blocksOf(of);
  const block = blocks.findIndex((each) => each.getBoundingClientRect().bottom > 0);
  if (block < 0) return null;
  return { block, text: blocks[block].textContent, offset: blocks[block].getBoundingClientRect().top };
}

/* Scroll so that the same block stands where it stood: the nearest that says the same, else the one of its number. */
function scrollBack(to, anchor) {
  const blocks = blocksOf(to);
  const same = blocks.map((each, number) => (each.textContent === anchor.text ? number : -1)).filter((n) => n >= 0);
  same.sort((a, b) => Math.abs(a - anchor.block) - Math.abs(b - anchor.block));
  const block = blocks[same[0] ?? Math.min(anchor.block, blocks.length - 1)];
  if (block) to.contentWindow.scrollBy(0, block.getBoundingClientRect().top - anchor.offset);
}

/* Load a page behind the one that is seen, and change over when it is there: nothing flashes, nothing jumps. */
function showPage(number) {
  wanted = number;
  const next = element("iframe", "report waiting");
  next.title = "报告";
  next.setAttribute("sandbox", "allow-same-origin");
  next.src = `report/${number}`;
  next.addEventListener("load", () => (number === wanted ? changeOver(next) : next.remove()), { once: true });
  one("stage").append(next);
}

function changeOver(next) {
  const anchor = frame ? anchorOf(frame) : JSON.parse(sessionStorage.getItem("anchor"));
  sessionStorage.removeItem("anchor");
  if (anchor) scrollBack(next, anchor);
  frame?.remove();
  frame = next;
  frame.classList.remove("waiting");
  frame.dataset.page = wanted;
  markChosen(false);
}

/* The element of a mark: [block, row, cell, first character, last character + 1]. */
function elementOf([block, row, cell]) {
  const found = blocksOf(frame)[block];
  return row < 0 ? found : found?.querySelector("table")?.rows[row]?.cells[cell];
}

/* A range over characters of an element's text. */
function rangeOf(within, start, end) {
  const range = frame.contentDocument.createRange();
  const texts = frame.contentDocument.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let started = false;
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!started && start < passed + text.length) {
      range.setStart(text, start - passed);
      started = true;
    }
    if (end <= passed + text.length) {
      range.setEnd(text, end - passed);
      return started ? range : null;
    }
    passed += text.length;
  }
  return null;
}

/* Tint the words themselves, where the browser can; the frame around their paragraph is there in any case. */
function tintWords(ranges) {
  const { CSS: css, Highlight: Words, CSSStyleSheet: Sheet } = frame.contentWindow;
  if (!css?.highlights || !Words || ranges.length === 0) return;
  const sheet = new Sheet();
  sheet.replaceSync(`::highlight(finding){background:${TINT};text-decoration:underline 2px #d9480f}`);
  frame.contentDocument.adoptedStyleSheets = [sheet];
  css.highlights.set("finding", new Words(...ranges));
  unmark.push(() => css.highlights.delete("finding"));
}

function mark(marks, scroll) {
  unmark.forEach((undo) => undo());
  unmark = [];
  const found = marks.map((each) => [elementOf(each), each]).filter(([place]) => place);
  for (const [place, each] of found) {
    place.style.outline = CHOSEN;
    place.style.outlineOffset = "-2px"; // or the edge of the table cuts it off
    if (each[4] === 0) place.style.backgroundColor = TINT;
    unmark.push(() => ["outline", "outline-offset", "background-color"].forEach((property) => place.style.removeProperty(property)));
  }
  const words = found.filter(([, each]) => each[4] > 0).map(([place, each]) => rangeOf(place, each[3], each[4]));
  tintWords(words.filter((range) => range));
  if (scroll && found.length > 0) found[0][0].scrollIntoView({ block: "center", inline: "nearest" });
}

/* Mark what is chosen on the page that is seen. */
function markChosen(scroll) {
  const places = [...one("findings").querySelectorAll("button")];
  const place = places.find((each) => each.dataset.key === chosen);
  for (const each of places) each.setAttribute("aria-pressed", String(each === place));
  if (frame) mark(place ? JSON.parse(place.dataset.marks) : [], scroll);
}

function placeButton(className, key, marks) {
  const button = element("button", className);
  button.type = "button";
  button.dataset.key = key;
  button.dataset.marks = JSON.stringify(marks);
  button.addEventListener("click", () => {
    chosen = chosen === key ? "" : key;
    markChosen(true);
  });
  return button;
}

function findingItem(finding) {
  const item = element("li", finding.severity);
  const key = `${finding.code} ${finding.message}`;
  const button = placeButton("finding", key, finding.marks);
  const head = element("span", "head");
  head.append(element("b", "", `${finding.word} ${finding.code}`), finding.place);
  button.append(head, element("span", "message", finding.message));
  if (finding.source.length > 0) {
    const source = element("span", "source", finding.source[0]);
    source.append(element("mark", "", finding.source[1]), finding.source[2]);
    button.append(source);
  }
  if (finding.hint) button.append(element("span", "hint", finding.hint));
  if (finding.marks.length === 0 && !state.banner) button.append(element("span", "nowhere", "不在版面上，请看文件里的这一处"));
  item.append(button);
  for (const other of finding.related) {
    const related = placeButton("related", `${key} ${other.message}`, other.marks);
    related.textContent = `另见：${other.message}（${other.place}）`;
    item.append(related);
  }
  return item;
}

function showCounts(counts) {
  const some = counts.filter(({ count }) => count > 0);
  const spans = some.map(({ severity, word, count }) => element("span", `count ${severity}`, `${count} 个${word}`));
  one("counts").replaceChildren(...(some.length > 0 ? spans : [state.banner ? "" : "没有发现问题"]));
  document.title = some.length > 0 ? `（${some[0].count} 个${some[0].word}）${name}` : name;
}

function banner(text) {
  one("banner").textContent = text;
  one("banner").hidden = text === "";
}

function show(next) {
  state = next;
  banner(state.banner);
  showCounts(state.counts);
  one("findings").replaceChildren(...state.findings.map(findingItem));
  if (state.page !== wanted) {
    one("built").hidden = true; // what was built is no longer what is seen
    showPage(state.page);
  } else markChosen(false);
}

/* A new server on the old port has a new token: begin anew, at the same place. */
function beginAnew() {
  sessionStorage.setItem("anchor", JSON.stringify(anchorOf(frame)));
  location.reload();
}

async function follow() {
  for (;;) {
    try {
      const answer = await fetch(`state?after=${state?.epoch ?? -1}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const next = await answer.json();
      if (state && next.run !== state.run) return beginAnew();
      show(next);
    } catch {
      if (state) state.epoch = -1; // the next answer comes at once, whatever has changed meanwhile
      banner("预览程序已经结束，页面不再更新。要继续，请重新运行 nianbao preview。");
      await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
  }
}

async function build(event) {
  const button = event.currentTarget;
  const built = one("built");
  button.disabled = true;
  try {
    const headers = { "X-Nianbao-Token": token };
    const answer = await fetch(`build/${button.dataset.format}`, { method: "POST", headers });
    const outcome = answer.ok ? await answer.json() : { written: false, message: await answer.text() };
    built.textContent = outcome.message;
    built.classList.toggle("refused", !outcome.written);
  } catch {
    built.textContent = "没有生成：预览程序没有回答。";
    built.classList.add("refused");
  }
  built.hidden = false;
  button.disabled = false;
}

for (const button of document.querySelectorAll(".build")) button.addEventListener("click", build);
follow();
