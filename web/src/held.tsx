// 改稿 and 比对: the changes of an edited Word file one by one, or what differs from what was published.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { again, bring, compare, correct, holding, leave, letGo, revise, take, takeFigure, verify } from "./held_store";
import type { Held } from "./held_store";
import { carryOn, openDropped } from "./opening";
import { bytesOf } from "./carrier";
import { FileButton } from "./file_button";
import { now } from "./store";
import type { Compared, Pieces, Review, Verified, WordEdit } from "./types";

/** Whether a file that is dropped on an open report may be meant in several ways. */
export const isAmbiguous = (name: string): boolean => /\.(docx|html?|md|txt|pdf)$/i.test(name);

export const Chooser = (): JSX.Element => (
  <FileButton mark={{ "data-brings": "held" }} label="改稿、比对…" take={(chosen) => void bring(chosen)} />
);

export function HeldFile(): JSX.Element | null {
  const held = holding();
  const text = now().look?.text;
  useEffect(() => void again(), [text]);
  if (!held) return null;
  const title = held.review ? "改稿" : held.verified ? "与定稿核对" : held.compared ? "比对" : "放进来的文件";
  return (
    <section class="held" data-held aria-label={title}>
      <h2>
        {title}：{held.name}
        <button type="button" data-act="let-go" onClick={letGo}>收起</button>
      </h2>
      {held.review ? <Revision held={held} review={held.review} /> : held.verified ? <Verification found={held.verified} /> : held.compared ? <Comparison found={held.compared} /> : <Ask held={held} />}
    </section>
  );
}

function Ask({ held }: { held: Held }): JSX.Element {
  const isWord = /\.docx$/i.test(held.name);
  const given = (): File => new File([bytesOf(held.data)], held.name);
  return (
    <>
      <p class="hint">它是什么？</p>
      <p class="acts">
        {isWord && <button type="button" class="main" data-act="revise" onClick={() => void revise()}>领导改过的稿子：把改动逐处收回来</button>}
        <button type="button" data-act="verify" onClick={() => void verify()}>已经公布的这份报告：核对是不是定稿</button>
        <button type="button" data-act="compare" onClick={() => void compare()}>已经公布的这份报告：比对、写更正说明</button>
        <button
          type="button"
          onClick={() => {
            letGo();
            void carryOn(given());
          }}
        >
          去年的报告：接着它写
        </button>
        <button
          type="button"
          onClick={() => {
            letGo();
            void openDropped(given());
          }}
        >
          另一份报告：打开它
        </button>
      </p>
    </>
  );
}

/** Words with what was taken out and put in. */
function Changed({ pieces }: { pieces: Pieces }): JSX.Element {
  return (
    <p class="changed">
      {pieces.map(([before, after], at) =>
        before === after ? (
          <span key={at}>{before}</span>
        ) : (
          <span key={at}>
            {before && <del>{before}</del>}
            {after && <ins>{after}</ins>}
          </span>
        ),
      )}
    </p>
  );
}

const wordsOf = (edit: WordEdit): string => JSON.stringify([edit.place, edit.pieces]);

function Revision({ held, review }: { held: Held; review: Review }): JSX.Element {
  const open = review.edits.filter((edit) => !held.left.has(wordsOf(edit)));
  const aside = review.edits.length - open.length;
  return (
    <>
      <p class="counts-line">
        {review.done ? "Word 里的改动都在年报里了。" : `还有 ${open.length} 处改动${aside ? `，${aside} 处不采用` : ""}。`}{" "}
        {open.length > 1 && (
          <button type="button" data-act="take-all" onClick={() => void take(open.map((edit) => edit.number))}>全部采用（{open.length} 处）</button>
        )}
      </p>
      <ol class="edits">
        {open.map((edit) => (
          <li key={wordsOf(edit)} data-edit={edit.number}>
            <b>{edit.place}</b>
            <Changed pieces={edit.pieces} />
            <button type="button" class="main" onClick={() => void take([edit.number])}>采用</button>
            <button type="button" onClick={() => leave(wordsOf(edit))}>不采用</button>
          </li>
        ))}
      </ol>
      <Figures held={held} review={review} />
      {review.left.length > 0 && <h3>没有收回的，请看着改</h3>}
      <ul class="left">
        {review.left.map((one, at) => (
          <li key={at} data-left>
            <b>{one.place}</b> {one.before && <del>{one.before}</del>} {one.after && <ins>{one.after}</ins>}
          </li>
        ))}
      </ul>
      <ul class="left">
        {review.marks.map((one) => (
          <li key={one.number} data-mark class={one.severity}>{one.message}</li>
        ))}
        {review.doubts.map((one, at) => (
          <li key={at} class="warning">没有把握读准：{one}</li>
        ))}
      </ul>
    </>
  );
}

/** Figures that the Word file has otherwise: named, and put in only by a person's own hand. */
function Figures({ held, review }: { held: Held; review: Review }): JSX.Element | null {
  const numbers = review.expressions.filter((one) => !one.gives_way).length;
  if (review.figures.length === 0 && review.expressions.length === 0) return null;
  return (
    <>
      <h3>数不一样的地方，请核对</h3>
      <ul class="left">
        {review.figures.map((one) => (
          <li key={one.place} data-figure={one.path.join(".")}>
            <b>{one.place}</b> 年报 {one.before} → Word {one.after}{" "}
            {one.can_take ? (
              <button type="button" onClick={() => void takeFigure(one.path, one.after)}>采用 {one.after}</button>
            ) : (
              <span class="hint">合计由程序算</span>
            )}
          </li>
        ))}
        {review.expressions.map((one) => (
          <li key={one.typed}>
            由表格取的数 <code>{one.typed}</code>：{one.before} → {one.after}
            {one.gives_way && "，采用这一处以后不再随表格变化"}
          </li>
        ))}
      </ul>
      {numbers > 0 && !held.figures && (
        <button type="button" data-act="with-figures" onClick={() => void revise(true)}>取数的地方也按 Word 的数列进改动</button>
      )}
    </>
  );
}

/** What was published against what was signed off. */
function Verification({ found }: { found: Verified }): JSX.Element {
  return (
    <>
      <p class={found.same ? "told info" : "told warning"} data-verified={found.same ? "same" : "different"}>{found.outcome}。</p>
      <ul class="left">
        {found.figures.map((one) => (
          <li key={one.place}>
            <b>{one.place}</b> 定稿 {one.before} → 公布的 {one.after || "没有读出来"}
          </li>
        ))}
        {found.lines.map((one, at) => (
          <li key={at}>
            <b>{one.place}</b>
            <Changed pieces={one.pieces} />
          </li>
        ))}
        {found.doubts.map((one, at) => (
          <li key={at} class="warning">请看原件：{one}</li>
        ))}
      </ul>
    </>
  );
}

function Comparison({ found }: { found: Compared }): JSX.Element {
  const side = (one: Compared["before"]): string => `${one.name}${one.doubts ? `（${one.doubts} 处没有把握读准）` : ""}`;
  return (
    <>
      <p>{found.same ? "数字和文字都相同。" : `第一份：${side(found.before)}；第二份：这一页上的年报。不同：数 ${found.figures.length} 个，文字 ${found.lines.length} 处。`}</p>
      {found.figures.length > 0 && (
        <table class="last">
          <thead>
            <tr>
              <th scope="col">栏目</th>
              <th scope="col">{found.two_years ? found.before.year : "第一份"}</th>
              <th scope="col">{found.two_years ? found.after.year : "这一页"}</th>
              <th scope="col">增减</th>
            </tr>
          </thead>
          <tbody>
            {found.figures.map((one) => (
              <tr key={one.place}>
                <th scope="row">{one.place}</th>
                <td>{one.before}</td>
                <td>{one.after}</td>
                <td>{one.change}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul class="left">
        {found.lines.map((one, at) => (
          <li key={at}>
            <b>{one.place}</b>
            <Changed pieces={one.pieces} />
          </li>
        ))}
      </ul>
      {found.may_correct && (
        <p class="acts">
          更正说明（公布的是第一份，这一页是改正以后的）：
          {found.why_not ? <span class="told error">{found.why_not}</span> : ["docx", "html", "md"].map((form) => (
            <button key={form} type="button" data-act={`correction-${form}`} onClick={() => void correct(form)}>
              {{ docx: "Word", html: "网页", md: "Markdown" }[form]}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
