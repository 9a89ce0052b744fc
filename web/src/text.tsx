// A text: what is found in it underlined, figures of the tables put in by name, and shown as they are printed.

import type { JSX, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { call, isRefused } from "./carrier";
import { offsetsOf } from "./places";
import { endStep, flush, now } from "./store";
import { useTyping } from "./typing";
import type { NumberName, Path } from "./types";
import { dotted } from "./types";

interface Given {
  path: Path;
  value: string;
  label: string;
  rows?: number;
  takesNumbers?: boolean;
}

export function Text({ path, value, label, rows = 3, takesNumbers = false }: Given): JSX.Element {
  const typing = useTyping(path, value, "set_text");
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = typing.value;
  useEffect(() => grow(area.current), [shown]);
  useEffect(() => {
    const again = (): void => grow(area.current);
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, []);
  return (
    <>
      <div class="text">
        <Underlined path={path} text={shown} />
        <textarea
          ref={area}
          data-path={dotted(path)}
          aria-label={label}
          rows={rows}
          value={shown}
          onPaste={() => {
            flush(path); // a paste is a step of its own
            endStep();
          }}
          onInput={(event) => typing.put(event.currentTarget.value)}
          onBlur={typing.leave}
        />
      </div>
      {shown.includes("{{") && <Printed path={path} text={shown} area={area} />}
      {takesNumbers && <Insert path={path} area={area} put={typing.put} label={label} />}
    </>
  );
}

/** As high as its text. */
function grow(area: HTMLTextAreaElement | null): void {
  if (!area || area.clientWidth === 0) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

/** The same text behind the field, its letters unseen, with a line under what was found. */
function Underlined({ path, text }: { path: Path; text: string }): JSX.Element | null {
  const look = now().look;
  const place = dotted(path);
  const found = (look?.findings ?? [])
    .filter((one) => dotted(one.path.slice(0, path.length)) === place)
    .flatMap((one) => {
      const offsets = offsetsOf(look, place, text, one.span);
      return offsets ? [{ offsets, severity: one.severity }] : [];
    })
    .sort((a, b) => a.offsets[0] - b.offsets[0]);
  if (found.length === 0) return null;
  const pieces: (string | JSX.Element)[] = [];
  let at = 0;
  for (const { offsets: [start, end], severity } of found) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), <u class={severity}>{text.slice(start, end)}</u>);
    at = end;
  }
  return (
    <div class="under" aria-hidden="true">
      {pieces}
      {text.slice(at)}
    </div>
  );
}

/** The text as it is printed: a reference looks like its value, and a click on it goes to its place in the field. */
function Printed({ path, text, area }: { path: Path; text: string; area: RefObject<HTMLTextAreaElement> }): JSX.Element | null {
  const look = now().look;
  const found = (look?.references ?? []).flatMap(([line, column, endLine, endColumn, source, value]) => {
    const offsets = offsetsOf(look, dotted(path), text, [line, column, endLine, endColumn]);
    return offsets ? [{ offsets, source, value }] : [];
  });
  if (found.length === 0) return null;
  const pieces: (string | JSX.Element)[] = [];
  let at = 0;
  for (const { offsets: [start, end], source, value } of found) {
    const go = (): void => {
      area.current?.focus();
      area.current?.setSelectionRange(start, end);
    };
    pieces.push(
      text.slice(at, start),
      <button type="button" class="reference" title={source} onClick={go}>
        {value}
      </button>,
    );
    at = end;
  }
  return (
    <p class="printed-text">
      <b>印出来：</b>
      {pieces}
      {text.slice(at)}
    </p>
  );
}

/** 插入数字: figures of the tables by name, with what they are now. */
function Insert({ path, area, put, label }: { path: Path; area: RefObject<HTMLTextAreaElement>; put: (text: string) => void; label: string }): JSX.Element {
  const [numbers, setNumbers] = useState<NumberName[] | null>(null);
  const [sought, setSought] = useState("");
  const load = async (open: boolean): Promise<void> => {
    if (!open) return;
    const answer = await call<{ numbers: NumberName[] }>("numbers", { text: now().look?.text ?? "", path: now().name });
    if (!isRefused(answer)) setNumbers(answer.numbers);
  };
  const take = (one: NumberName): void => {
    const element = area.current;
    if (!element) return;
    element.focus();
    flush(path); // what is put in is a step of its own
    endStep();
    element.setRangeText(`{{ ${one.name} }}`, element.selectionStart, element.selectionEnd, "end");
    put(element.value);
    flush(path);
    endStep();
  };
  const found = (numbers ?? []).filter((one) => one.way.includes(sought.trim()) || one.name.includes(sought.trim()));
  if (sought.trim()) found.sort((a, b) => a.way.length - b.way.length); // totals before their parts
  return (
    <details class="insert" onToggle={(event) => void load(event.currentTarget.open)}>
      <summary>插入数字</summary>
      <input aria-label={`${label} 找数字`} placeholder="找：本年新收、予以公开……" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
      <ul tabIndex={0} aria-label={`${label} 可以插入的数字`}>
        {found.map((one) => (
          <li key={one.name}>
            <button type="button" class="plain" onMouseDown={(event) => event.preventDefault()} onClick={() => take(one)}>
              {one.way} <b>{one.value || "待填"}</b>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
