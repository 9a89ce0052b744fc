/** Starts `nianbao lsp` and keeps one language client to it. */

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import type { OutputChannel } from "vscode";
import { CloseAction, DidOpenTextDocumentNotification, ErrorAction, LanguageClient, State } from "vscode-languageclient/node";
import type { CloseHandlerResult, ErrorHandler, ErrorHandlerResult } from "vscode-languageclient/node";
import { Reports } from "./documents.js";
import { environment } from "./program.js";

const NAME = "年报";
/** A server that ends is started again this many times; then something is wrong that starting does not mend. */
const RESTARTS = 3;

/** A client whose own words, which are English, go to the output only; what a clerk has to know is said elsewhere. */
class QuietClient extends LanguageClient {
    override error(message: string, data?: unknown): void {
        super.error(message, data, false);
    }
}

/** What is told when a server never came to run, or ran and has gone for good. */
export interface Fate {
    failed(): void;
    ended(): void;
}

/** A client that is not yet started. */
export function makeClient(program: string, output: OutputChannel, fate: Fate): LanguageClient {
    const watch = new Watch(fate);
    const reports = new Reports(async (document) => {
        const opened = client.code2ProtocolConverter.asOpenTextDocumentParams(document);
        await client.sendNotification(DidOpenTextDocumentNotification.type, opened);
    });
    const client = new QuietClient("nianbao", NAME, () => watch.start(program), {
        documentSelector: [{ scheme: "file", language: "yaml" }, { scheme: "untitled", language: "yaml" }],
        diagnosticCollectionName: NAME,
        outputChannel: output,
        middleware: reports.middleware(),
        initializationFailedHandler: () => false, // the watch has seen it
        errorHandler: watch,
    });
    client.onDidChangeState(({ newState }) => { watch.ran ||= newState === State.Running; });
    return client;
}

/**
 * Starts a server that has broken off again, a few times. It looks at the process itself: the client's own start() does
 * not always come to an end when the process has ended before its first answer.
 */
class Watch implements ErrorHandler {
    ran = false;
    private restarts = 0;

    constructor(private readonly fate: Fate) {}

    start(program: string): Promise<ChildProcess> {
        const child = spawn(program, ["lsp"], { env: environment(), windowsHide: true });
        const failed = (): void => { if (!this.ran) this.fate.failed(); };
        child.once("error", failed).once("exit", failed);
        child.stdin.on("error", () => undefined); // what is still being written to a process that has ended
        return Promise.resolve(child);
    }

    error(): ErrorHandlerResult {
        return { action: ErrorAction.Continue, handled: true };
    }

    closed(): CloseHandlerResult {
        this.restarts += 1;
        if (this.ran && this.restarts <= RESTARTS) return { action: CloseAction.Restart, handled: true };
        if (this.ran) this.fate.ended();
        return { action: CloseAction.DoNotRestart, handled: true };
    }
}
