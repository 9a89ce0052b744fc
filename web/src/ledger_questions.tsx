// What the ledger asks: each question by itself, answered by one of its choices, a day, or words of one's own.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { answer, ledger, reopen } from "./ledger_store";
import { keyOf } from "./ledger_types";
import type { Question } from "./ledger_types";

const FEW = 4; // choices that stand side by side
const SOME_CELLS = 5; // cells that are named one by one

export function cellsInWords(cells: string[]): string {
  return cells.length > SOME_CELLS ? `${cells.slice(0, SOME_CELLS).join("、")} 等 ${cells.length} 处` : cells.join("、");
}

const readable = (choice: string): string => choice.split(".").join(" › ");

export function Questions({ questions }: { questions: Question[] }): JSX.Element | null {
  const { answered } = ledger();
  const list = useRef<HTMLOListElement>(null);
  const at = useRef(-1); // the question that was answered last: what stands there now gets the focus
  useEffect(() => {
    if (at.current < 0) return;
    const next = list.current?.children[Math.min(at.current, questions.length - 1)];
    next?.querySelector<HTMLElement>("button, select, input")?.focus();
    at.current = -1;
  }, [questions]);
  const done = Object.values(answered).filter((one) => !questions.some((open) => keyOf(open.entry) === keyOf(one.question.entry)));
  return (
    <section class="part">
      <h2>
        {questions.length > 0 ? "要您回答的" : "没有要回答的了"}
        {questions.length > 0 && <b class="count" data-count="ledger-questions"> {questions.length}</b>}
      </h2>
      <ol class="questions" ref={list}>
        {questions.map((one, number) => (
          <One key={keyOf(one.entry)} question={one} onAnswer={() => (at.current = number)} />
        ))}
      </ol>
      {done.length > 0 && (
        <details>
          <summary>已经回答的 {done.length} 处</summary>
          <ul class="answered">
            {done.map(({ question, answer: given }) => (
              <li key={keyOf(question.entry)} data-answered={keyOf(question.entry)}>
                {question.of && <b>{question.of} </b>}
                {question.why}：<b>{readable(given)}</b>{" "}
                <button type="button" onClick={() => reopen(question)}>重新回答</button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function One({ question, onAnswer }: { question: Question; onAnswer: () => void }): JSX.Element {
  const given = ledger().answered[keyOf(question.entry)]?.answer ?? "";
  const give = (value: string): void => {
    if (!value) return;
    onAnswer();
    answer(question, value);
  };
  const { choices, of, why, cells } = question;
  return (
    <li data-question={keyOf(question.entry)}>
      <p>
        {of && <b>{of} </b>}
        {why}
        {cells.length > 0 && <span class="hint">（{cellsInWords(cells)}）</span>}
      </p>
      <div class="choices" role="group" aria-label={`${of} ${why}`.trim()}>
        {choices.length <= FEW
          ? choices.map((one) => (
              <button key={one} type="button" aria-pressed={given === one} onClick={() => give(one)}>
                {readable(one)}
              </button>
            ))
          : choices.length > 0 && (
              <select aria-label="选一个回答" value={given} onChange={(event) => give(event.currentTarget.value)}>
                <option value="">请选择……</option>
                {choices.map((one) => (
                  <option key={one} value={one}>{readable(one)}</option>
                ))}
              </select>
            )}
        {question.wants_day ? <Own kind="date" label="是哪一天" give={give} /> : question.entry[0] === "口径" && <Own kind="text" label="另写" give={give} />}
      </div>
    </li>
  );
}

/** A day, or an answer that is none of the choices. */
function Own({ kind, label, give }: { kind: "date" | "text"; label: string; give: (value: string) => void }): JSX.Element {
  const [value, setValue] = useState("");
  return (
    <span class="own">
      <input
        type={kind}
        aria-label={label}
        placeholder={kind === "text" ? label : ""}
        value={value}
        onInput={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && give(value.trim())}
      />
      <button type="button" disabled={!value.trim()} onClick={() => give(value.trim())}>就是它</button>
    </span>
  );
}
