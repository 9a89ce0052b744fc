// What is being typed in a field, until the text has it or something else has changed the text.

import { useState } from "preact/hooks";
import { endStep, flush, now, type } from "./store";
import type { Path } from "./types";

export interface Typing {
  value: string;
  isTyped: boolean;
  put: (value: string) => void;
  leave: () => void;
}

/** The field at a place: what stands there, or what is being typed over it. */
export function useTyping(path: Path, there: string, name: "set" | "set_text" = "set"): Typing {
  const [typed, setTyped] = useState<{ value: string; turn: number } | null>(null);
  const isTyped = typed !== null && typed.turn === now().turn;
  return {
    value: isTyped ? typed.value : there,
    isTyped,
    put: (value) => {
      setTyped({ value, turn: now().turn });
      type(path, value, name);
    },
    leave: () => {
      flush(path);
      setTyped(null);
      endStep();
    },
  };
}
