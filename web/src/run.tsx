// The page, whichever carrier it has been given.

import { render } from "preact";
import { App } from "./app";
import { edition } from "./carrier";
import { follow } from "./follow";
import { isKept } from "./ledger_store";
import { start } from "./opening";
import { save } from "./saving";
import { isSaved, now, redo, settled, undo } from "./store";

export function run(): void {
  const home = document.getElementById("page");
  if (home) render(<App />, home);
  const started = start();
  void started.then((withFile) => (edition === "served" && withFile ? follow() : undefined));
  Object.defineProperty(window, "nianbao", {
    value: Object.freeze({
      /** Resolves when the page is there and all that was typed has been answered. */
      get ready(): Promise<void> {
        return started.then(() => settled());
      },
    }),
  });

  window.addEventListener("beforeunload", (event) => {
    if ((now().look && !isSaved() && now().undo.length > 0) || !isKept()) event.preventDefault();
  });

  window.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || (event.target as HTMLElement).closest(".source")) return;
    const key = event.key.toLowerCase();
    const does = key === "s" ? save : key === "z" ? (event.shiftKey ? redo : undo) : key === "y" ? redo : null;
    if (!does) return;
    event.preventDefault();
    void does();
  });
}
