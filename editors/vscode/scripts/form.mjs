// What the extension knows about the form: read from the committed schema and from package.json, never typed again.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const root = new URL("../../../", import.meta.url);

/** The JSON Schema that is generated from the form. */
export const schemaUrl = new URL("schema/nianbao.schema.json", root);
export const schema = JSON.parse(readFileSync(schemaUrl, "utf8"));

/** The committed package.json, which has no version: the version is stated once, in the Python package. */
export const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
export const version = /^__version__ = "([^"]+)"$/m.exec(
    readFileSync(new URL("generator/__init__.py", root), "utf8"),
)[1];

/** The constants that src/form.d.ts declares. */
export const constants = {
    REPORT_KEYS: JSON.stringify(schema.required),
    REPORT_FILES: JSON.stringify(manifest.contributes.yamlValidation[0].fileMatch),
    SCHEMA_FILE: JSON.stringify(manifest.contributes.yamlValidation[0].url.replace("./", "")),
};

export const file = (name) => new URL(name, root);

/** Where the extension is put together: a folder of its own for whoever builds it beside others. */
export const dist = process.env.NIANBAO_DIST
    ? pathToFileURL(`${process.env.NIANBAO_DIST}/`)
    : new URL("../dist/", import.meta.url);
