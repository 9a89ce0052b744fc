// The counted tables as they are printed; a figure that is chosen shows its cases.

import type { JSX } from "preact";
import { choose, ledger } from "./ledger_store";
import type { Counted } from "./ledger_types";
import type { Cell, Part } from "./types";
import { dotted } from "./types";

const UNKNOWN = "？"; // hangs on a question

export function CountedTables({ found }: { found: Counted }): JSX.Element {
  const parts = ledger().form?.parts.filter((part) => found.tables.includes(part.key)) ?? [];
  return (
    <>
      {parts.map((part) => (
        <section key={part.key} class="part">
          <h2>{part.label}</h2>
          <CountedTable part={part} found={found} />
        </section>
      ))}
    </>
  );
}

function CountedTable({ part, found }: { part: Part; found: Counted }): JSX.Element | null {
  const grid = part.grid;
  if (!grid) return null;
  const row = (cells: Cell[], number: number): JSX.Element => (
    <tr key={number}>
      {cells.map((cell, at) => (
        <CountedCell key={at} cell={cell} found={found} />
      ))}
    </tr>
  );
  return (
    <div class="wide" tabIndex={-1}>
      <table>
        <caption class="hidden">{part.label}（台账数出来的）</caption>
        <colgroup>
          {grid.widths.map((width, number) => (
            <col key={number} style={{ width: `${width / 10}%` }} />
          ))}
        </colgroup>
        <thead>{grid.rows.slice(0, grid.header_rows).map(row)}</thead>
        <tbody>{grid.rows.slice(grid.header_rows).map(row)}</tbody>
      </table>
    </div>
  );
}

function CountedCell({ cell, found }: { cell: Cell; found: Counted }): JSX.Element {
  if (cell.total) {
    const place = dotted(cell.total);
    return (
      <td class="total" colSpan={cell.columns}>
        <output data-counted-total={place}>{found.totals[place] ?? UNKNOWN}</output>
      </td>
    );
  }
  if (!cell.path)
    return (
      <th class={cell.role} scope={cell.role === "label" ? "row" : "col"} colSpan={cell.columns} rowSpan={cell.rows}>
        {cell.text}
      </th>
    );
  const place = dotted(cell.path);
  const figure = found.figures[place] ?? null;
  const differing = found.into?.differing?.find((one) => dotted(one.path) === place);
  const cases = found.cells[place] ?? [];
  return (
    <td class={figure === null ? "pending" : differing ? "warning" : ""} colSpan={cell.columns} title={differing ? `年报里是 ${differing.typed}` : ""}>
      {cases.length > 0 ? (
        <button type="button" class="plain" data-counted={place} aria-pressed={ledger().cell === place} aria-label={`${cell.path.slice(1).join(" ")} ${figure ?? "还不知道"}`} onClick={() => choose(place)}>
          {figure ?? UNKNOWN}
        </button>
      ) : (
        <output data-counted={place} class={figure === 0 ? "zero" : ""}>{figure ?? UNKNOWN}</output>
      )}
    </td>
  );
}

/** The cases of the figure in hand: where each stands in the workbook, and why it counts there. */
export function Cases({ found }: { found: Counted }): JSX.Element {
  const { cell } = ledger();
  const cases = found.cells[cell] ?? [];
  if (!cell) return <p class="hint">点表里的一个数，看它是哪几件。</p>;
  return (
    <>
      <h2>
        {cell.split(".").slice(1).join(" › ")}：{cases.length} 件
      </h2>
      {found.figures[cell] === null && <p class="told pending">还有没有回答的，这里只列已经确定的。</p>}
      <ol data-cases={cell}>
        {cases.map((one) => (
          <li key={one}>
            <b>{one}</b> {found.cases[one] && <span class="hint">{found.cases[one]?.place}　{found.cases[one]?.rule}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
