// A field of one line: typed, or chosen.

import type { JSX } from "preact";
import { act } from "./store";
import { useTyping } from "./typing";
import type { Path } from "./types";
import { dotted } from "./types";

export function Line({ path, value, label, choices }: { path: Path; value: string; label: string; choices?: string[] }): JSX.Element {
  const typing = useTyping(path, value);
  if (choices && choices.length > 0)
    return (
      <select data-path={dotted(path)} aria-label={label} value={value} onChange={(event) => void act("set", { place: path, value: event.currentTarget.value })}>
        <option value="">（不写）</option>
        {choices.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    );
  return (
    <input
      data-path={dotted(path)}
      aria-label={label}
      autocomplete="off"
      value={typing.value}
      onInput={(event) => typing.put(event.currentTarget.value)}
      onBlur={typing.leave}
    />
  );
}
