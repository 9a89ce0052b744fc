// VS Code's snippets from the schema's `defaultSnippets`: the same bodies, written out as YAML.

/** The snippets.json of a schema: the whole report, every part, every group and row of its tables. */
export function snippetsOf(schema) {
    const form = new Form(schema);
    const places = [...form.places(schema, [])].filter(([, node]) => offered(node));
    return Object.fromEntries(places.map(([path, node]) => [path.join("．") || schema.title, form.snippet(path, node)]));
}

/** The first snippet of a place that is more than one value. */
function offered(node) {
    return node.defaultSnippets?.find(({ body }) => typeof body === "object");
}

class Form {
    constructor(schema) {
        this.definitions = schema.definitions;
    }

    snippet(path, node) {
        const { body, label } = offered(node);
        const meaning = node.description.split("\n")[0];
        if (path.length === 0) return { prefix: "年报", body: this.entries(body, node, ""), description: `${label}：${meaning}` };
        const key = path.at(-1);
        return { prefix: key, body: this.entry(key, body, node, ""), description: `${node.title}：${meaning}` };
    }

    /** Every place below `node` that has a key of its own, and `node` itself, in the order of the form. */
    *places(node, path) {
        yield [path, node];
        for (const [key, child] of Object.entries(node.properties ?? {})) yield* this.places(child, [...path, key]);
    }

    entries(body, node, indent) {
        return Object.entries(body).flatMap(([key, value]) => this.entry(key, value, node.properties[key], indent));
    }

    /** The YAML lines of one entry: a row of figures on one line, text under `|`, anything else indented. */
    entry(key, value, node, indent) {
        if (typeof value !== "object") {
            return this.isText(node) ? [`${indent}${key}: |`, `${indent}  ${value}`] : [`${indent}${key}: ${value}`];
        }
        if (Object.keys(value).every((cell) => this.isFigure(node.properties[cell]))) {
            const cells = Object.entries(value).map(([cell, stop]) => `${cell}: ${stop}`);
            return [`${indent}${key}: {${cells.join(", ")}}`];
        }
        return [`${indent}${key}:`, ...this.entries(value, node, `${indent}  `)];
    }

    isText(node) {
        return ["#/definitions/text", "#/definitions/entry"].includes(node.$ref);
    }

    isFigure(node) {
        const { type } = this.resolved(node);
        return [type].flat().every((each) => each === "integer" || each === "number");
    }

    resolved(node) {
        return node.$ref ? this.resolved(this.definitions[node.$ref.split("/").at(-1)]) : node;
    }
}
