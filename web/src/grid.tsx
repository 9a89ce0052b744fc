// A statutory table as a grid of inputs: merged headers and all, arrows, Enter, Tab, blocks pasted and copied.

import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { copyTable } from "./signing";
import { act, now } from "./store";
import { useTyping } from "./typing";
import type { Cell, Finding, Part, Path } from "./types";
import { dotted } from "./types";

interface Place {
  row: number;
  column: number; // the number of the cell among the inputs of its row
}

/** The inputs of a table row by row, as arrows and blocks count them. */
function inputsOf(part: Part): Path[][] {
  return (part.grid?.rows ?? []).map((row) => row.flatMap((cell) => (cell.path ? [cell.path] : []))).filter((row) => row.length > 0);
}

function focusAt(paths: Path[][], row: number, column: number): void {
  const found = paths[row]?.[Math.min(column, (paths[row]?.length ?? 1) - 1)];
  const input = found && document.querySelector<HTMLInputElement>(`input[data-path="${CSS.escape(dotted(found))}"]`);
  input?.focus();
  input?.select();
}

const worst = (found: Finding[]): string =>
  ["error", "warning", "pending", "info"].find((severity) => found.some((one) => one.severity === severity)) ?? "";

export function Table({ part }: { part: Part }): JSX.Element | null {
  const [place, setPlace] = useState<Path | null>(null);
  const look = now().look;
  const grid = part.grid;
  if (!grid || !look) return null;
  const paths = inputsOf(part);
  const byPlace = new Map<string, Finding[]>();
  for (const one of look.findings) byPlace.set(dotted(one.path), [...(byPlace.get(dotted(one.path)) ?? []), one]);
  const found = (path: Path): Finding[] => byPlace.get(dotted(path)) ?? [];
  const row = (cells: Cell[], number: number): JSX.Element => (
    <tr key={number}>
      {cells.map((cell, at) => (
        <GridCell key={at} cell={cell} part={part} paths={paths} found={found} onPlace={setPlace} />
      ))}
    </tr>
  );
  return (
    <div class="table">
      <div class="wide" tabIndex={-1}>
        <table class={grid.label_columns ? "" : "abreast"}>
          <caption class="hidden">{part.label}</caption>
          <colgroup>
            {grid.widths.map((width, number) => (
              <col key={number} style={{ width: `${width / 10}%` }} />
            ))}
          </colgroup>
          <thead>{grid.rows.slice(0, grid.header_rows).map(row)}</thead>
          <tbody>
            {grid.rows.slice(grid.header_rows).map(row)}
            {grid.balance.length > 0 && <Balance part={part} />}
          </tbody>
        </table>
      </div>
      <Help part={part} place={place} found={place ? found(place) : []} />
    </div>
  );
}

interface CellProps {
  cell: Cell;
  part: Part;
  paths: Path[][];
  found: (path: Path) => Finding[];
  onPlace: (path: Path) => void;
}

function GridCell({ cell, paths, found, onPlace }: CellProps): JSX.Element {
  const look = now().look;
  if (cell.path) return <Figure cell={cell} path={cell.path} paths={paths} found={found(cell.path)} onPlace={onPlace} />;
  if (cell.total)
    return (
      <td class="total" colSpan={cell.columns}>
        <output data-total={dotted(cell.total)}>{look?.totals?.[dotted(cell.total)] ?? "？"}</output>
      </td>
    );
  return (
    <th class={cell.role} scope={cell.role === "label" ? "row" : "col"} colSpan={cell.columns} rowSpan={cell.rows}>
      {cell.text}
    </th>
  );
}

function Figure({ cell, path, paths, found, onPlace }: Omit<CellProps, "part" | "found"> & { path: Path; found: Finding[] }): JSX.Element {
  const look = now().look;
  const there = look?.values?.[dotted(path)] ?? "";
  const typing = useTyping(path, there);
  const implied = look?.implied?.includes(dotted(path)) ?? false;
  const before = look?.last?.[dotted(path)];
  const start = useRef("");
  const at = (): Place => {
    const row = paths.findIndex((each) => each.some((one) => dotted(one) === dotted(path)));
    return { row, column: paths[row]?.findIndex((one) => dotted(one) === dotted(path)) ?? 0 };
  };
  const go = (event: KeyboardEvent, row: number, column: number): void => {
    event.preventDefault();
    focusAt(paths, row, column);
  };
  const onKey = (event: KeyboardEvent): void => {
    const { row, column } = at();
    const input = event.currentTarget as HTMLInputElement;
    const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (event.key === "Enter" || event.key === "ArrowDown") go(event, row + 1, column);
    else if (event.key === "ArrowUp") go(event, row - 1, column);
    else if (event.key === "ArrowLeft" && (all || input.selectionEnd === 0)) go(event, row, column - 1);
    else if (event.key === "ArrowRight" && (all || input.selectionStart === input.value.length)) go(event, row, column + 1);
    else if (event.altKey && event.key === "0") {
      event.preventDefault();
      fillZeros(paths[row]?.length === 1 ? path : path.slice(0, -1));
    } else if (event.key === "Escape" && typing.isTyped) typing.put(start.current);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const block = blockOf(event.clipboardData);
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    const { row, column } = at();
    const values = block.flatMap((line, i) =>
      line.flatMap((value, j) => {
        const target = paths[row + i]?.[column + j];
        return target ? [[target, value]] : [];
      }),
    );
    void act("set_many", { values }, "", () => `已粘贴 ${values.length} 格`);
  };
  const title = [before === undefined ? "" : `上年 ${before}`, ...found.map((one) => `${one.word}：${one.message}`)].filter(Boolean).join("\n");
  return (
    <td class={`figure ${worst(found)}`} colSpan={cell.columns}>
      <input
        data-path={dotted(path)}
        aria-label={path.slice(1).join(" ")}
        aria-invalid={found.some((one) => one.severity === "error")}
        class={implied ? "implied" : ""}
        inputMode="decimal"
        autocomplete="off"
        value={typing.value}
        placeholder={there === "" ? "待填" : ""}
        title={title}
        onFocus={(event) => {
          start.current = there;
          (event.currentTarget as HTMLInputElement).select();
          onPlace(path);
        }}
        onInput={(event) => typing.put((event.currentTarget as HTMLInputElement).value)}
        onBlur={typing.leave}
        onKeyDown={onKey}
        onPaste={onPaste}
      />
    </td>
  );
}

/** The cells of what was copied from Excel, WPS, Word or a web page. */
function blockOf(data: DataTransfer | null): string[][] {
  const html = data?.getData("text/html") ?? "";
  if (html.includes("<t")) {
    const rows = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")];
    if (rows.length > 0) return rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? "").trim()));
  }
  const text = (data?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  return text.split("\n").map((line) => line.split("\t").map((cell) => cell.trim()));
}

/** Column by column how the table balances, below the columns it is about. */
function Balance({ part }: { part: Part }): JSX.Element | null {
  const look = now().look;
  const grid = part.grid;
  if (!grid || !look) return null;
  return (
    <tr class="balance">
      <th class="label" scope="row" colSpan={grid.label_columns} title={grid.balance_rule}>
        勾稽
      </th>
      {grid.balance.map((column) => {
        const balance = look.balances?.[column];
        const off = Number(balance?.off ?? "0");
        const told = !balance?.known ? "待填" : off === 0 ? "✓" : off > 0 ? `左多 ${balance.off}` : `右多 ${String(-off)}`;
        return (
          <td key={column} class={!balance?.known ? "pending" : off === 0 ? "fine" : "error"}>
            <output data-balance={column} title={grid.balance_rule}>
              {told}
            </output>
          </td>
        );
      })}
      <td />
    </tr>
  );
}

/** What the place in hand means, its law article, last year's figure, and zeros for it, its group, its table. */
function Help({ part, place, found }: { part: Part; place: Path | null; found: Finding[] }): JSX.Element {
  const look = now().look;
  const words = place && [...place.keys()].reverse().map((at) => part.words?.[dotted(place.slice(0, at + 1))]).find((one) => one?.help);
  const before = place && look?.last?.[dotted(place)];
  return (
    <div class="help" aria-live="polite">
      {place && (
        <p>
          <b>{place.slice(1).join(" › ")}</b>
          {words && <span> {words.help}</span>}
          {words?.law && <span class="law"> 依据：{words.law}</span>}
          {before !== null && before !== undefined && <span class="last"> 上年：{before}</span>}
        </p>
      )}
      {found.map((one) => (
        <p key={one.number} class={one.severity}>
          {one.word}：{one.message} <span class="hint">{one.hint}</span>
        </p>
      ))}
      <Zeros part={part} place={place} />
    </div>
  );
}

/** What is empty at and below a place becomes 0; what a person must know stays, and is named. */
function fillZeros(place: Path): void {
  void act("fill_zeros", { place }, "", (look) => {
    const left = look.left ?? [];
    const named = left.slice(0, 6).map((one) => one.place).join("、");
    return `填了 ${look.filled?.length ?? 0} 处 0。${left.length > 0 ? `还有 ${left.length} 处请人来填：${named}${left.length > 6 ? " 等" : ""}。` : ""}`;
  });
}

function Zeros({ part, place }: { part: Part; place: Path | null }): JSX.Element {
  const levels = place ? [...place.keys()].slice(1).map((at) => place.slice(0, at + 1)) : [];
  return (
    <p class="zeros">
      没有的填 0{place ? "（这一行按 Alt+0）" : ""}：
      {levels.reverse().map((level, number) => (
        <button key={number} type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => fillZeros(level)}>
          {level[level.length - 1]}
        </button>
      ))}
      <button type="button" data-act="fill-zeros" data-place={part.key} onClick={() => fillZeros([part.key])}>
        这张表空着的
      </button>
      <button type="button" data-copy={part.number} onClick={() => void copyTable(part.number)}>
        复制这张表的数
      </button>
    </p>
  );
}
