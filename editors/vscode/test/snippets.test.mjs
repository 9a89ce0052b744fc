import assert from "node:assert/strict";
import { test } from "node:test";
import { schema } from "../scripts/form.mjs";
import { snippetsOf } from "../scripts/snippets.mjs";

const snippets = Object.values(snippetsOf(schema));
const named = (prefix) => snippets.find((snippet) => snippet.prefix === prefix);

test("the whole report has every required part, in the order of the form", () => {
    const top = named("年报").body.filter((line) => !line.startsWith(" ")).map((line) => line.split(":")[0]);
    assert.deepEqual(top, schema.required);
});

test("a row is one line with a stop for each cell", () => {
    const [row] = Object.keys(schema.properties.政府信息公开申请.properties);
    const { body } = named(row);
    assert.equal(body.length, 1);
    assert.match(body[0], /^[^:]+: \{(?:[^:{},]+: \$\d(?:, )?){6}\}$/);
});

test("text goes under |, one step further in", () => {
    const [part] = Object.keys(schema.properties).filter((key) => key === schema.required[2]);
    const { body } = named(part);
    assert.match(body[1], /^ {2}\S+: \|$/);
    assert.match(body[2], /^ {4}\$1$/);
});

test("no snippet brings a figure of its own, and the stops of each are 1, 2, 3 …", () => {
    for (const { body } of snippets) {
        const text = body.join("\n");
        assert.doesNotMatch(text.replaceAll(/\$\d+/g, ""), /\d/);
        const stops = [...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1]));
        assert.deepEqual(stops, stops.map((_, index) => index + 1));
    }
});

test("each says what it is, in one line", () => {
    for (const { description, prefix } of snippets) {
        assert.ok(description.length > prefix.length);
        assert.ok(!description.includes("\n"));
    }
});
