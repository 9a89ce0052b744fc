// 原文: the YAML itself, for who wants it and for what cannot be read.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { StreamLanguage, defaultHighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { yaml } from "@codemirror/legacy-modes/mode/yaml";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { nonce } from "./carrier";
import { sourceHelp } from "./source_help";
import { now, setSource } from "./store";

export function Source(): JSX.Element {
  const home = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const text = now().look?.text ?? "";
  useEffect(() => {
    if (!home.current) return;
    const told = EditorView.updateListener.of((update) => {
      if (update.docChanged && update.view.hasFocus) setSource(update.state.doc.toString());
    });
    const extensions = [
      lineNumbers(),
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      StreamLanguage.define(yaml),
      syntaxHighlighting(defaultHighlightStyle),
      EditorView.lineWrapping,
      EditorView.cspNonce.of(nonce),
      EditorView.contentAttributes.of({ "aria-label": "原文", tabindex: "0" }),
      sourceHelp,
      told,
    ];
    view.current = new EditorView({ parent: home.current, state: EditorState.create({ doc: text, extensions }) });
    return () => view.current?.destroy();
  }, []);
  useEffect(() => {
    const editor = view.current;
    if (editor && !editor.hasFocus && editor.state.doc.toString() !== text)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);
  return <div class="source" ref={home} />;
}
