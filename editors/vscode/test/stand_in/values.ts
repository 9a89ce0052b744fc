/** The plain values of VS Code's API that a language client makes and reads. */

import { fileURLToPath, pathToFileURL } from "node:url";

export class Position {
    constructor(readonly line: number, readonly character: number) {}
}

export class Range {
    readonly start: Position;
    readonly end: Position;
    constructor(a: number | Position, b: number | Position, c = 0, d = 0) {
        this.start = a instanceof Position ? a : new Position(a, b as number);
        this.end = b instanceof Position ? b : new Position(c, d);
    }
}

export class Uri {
    private constructor(private readonly url: URL) {}
    static parse(text: string): Uri { return new Uri(new URL(text)); }
    static file(path: string): Uri { return new Uri(pathToFileURL(path)); }
    get scheme(): string { return this.url.protocol.slice(0, -1); }
    get authority(): string { return this.url.host; }
    get path(): string { return decodeURIComponent(this.url.pathname); }
    get fsPath(): string { return fileURLToPath(this.url); }
    with({ path }: { path: string }): Uri { return new Uri(new URL(path, this.url)); }
    toString(): string { return this.url.href; }
}

export class Diagnostic {
    code: unknown;
    source: string | undefined;
    constructor(readonly range: Range, readonly message: string, readonly severity: number) {}
}

export class Hover {
    constructor(readonly contents: unknown, readonly range?: Range) {}
}

export class MarkdownString {
    constructor(readonly value = "") {}
    appendCodeblock(code: string): MarkdownString { return new MarkdownString(this.value + code); }
}

/** VS Code counts severities from 0, the protocol from 1. */
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };

export class Disposable {
    constructor(private readonly end: () => unknown) {}
    dispose(): void { this.end(); }
}

export class EventEmitter<T> {
    private readonly listeners = new Set<(value: T) => unknown>();
    readonly event = (listener: (value: T) => unknown, self?: unknown): Disposable => {
        const bound = listener.bind(self);
        this.listeners.add(bound);
        return new Disposable(() => this.listeners.delete(bound));
    };
    fire(value: T): void {
        for (const listener of [...this.listeners]) listener(value);
    }
    dispose(): void { this.listeners.clear(); }
}

export class CancellationTokenSource {
    readonly token = { isCancellationRequested: false, onCancellationRequested: new EventEmitter<void>().event };
    cancel(): void { this.token.isCancellationRequested = true; }
    dispose(): void { this.cancel(); }
}

export class CancellationError extends Error {}

export class CodeActionKind {
    static readonly Empty = new CodeActionKind("");
    private constructor(readonly value: string) {}
    append(part: string): CodeActionKind { return new CodeActionKind(this.value === "" ? part : `${this.value}.${part}`); }
}
