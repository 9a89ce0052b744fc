// The licences of what is bundled, as they ask for: found by what the bundle was made of.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One text of all licences, from esbuild's list of inputs (paths relative to `folder`). */
export function licencesOf(inputs, folder) {
    const packages = new Set(inputs.map((path) => /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]));
    packages.delete(undefined);
    return [...packages].sort().map((path) => `${path.split("node_modules/").at(-1)}\n\n${licence(join(folder, path))}`).join("\n\n———\n\n");
}

function licence(folder) {
    const name = existsSync(folder) && readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (!name) throw new Error(`${folder} has no licence text`);
    return readFileSync(join(folder, name), "utf8").trim();
}
