/** Starts `nianbao lsp` and keeps one language client to it. */

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

/** A client that is not yet started. `ended` is told when a server that ran has gone for good. */
export function makeClient(program: string, output: OutputChannel, ended: () => void): LanguageClient {
    const server = { command: program, args: ["lsp"], options: { env: environment() } };
    const reports = new Reports(async (document) => {
        const opened = client.code2ProtocolConverter.asOpenTextDocumentParams(document);
        await client.sendNotification(DidOpenTextDocumentNotification.type, opened);
    });
    const watch = new Watch(ended);
    const client = new QuietClient("nianbao", NAME, server, {
        documentSelector: [{ scheme: "file", language: "yaml" }, { scheme: "untitled", language: "yaml" }],
        diagnosticCollectionName: NAME,
        outputChannel: output,
        middleware: reports.middleware(),
        initializationFailedHandler: () => false, // start() rejects, and what to do is said there
        errorHandler: watch,
    });
    client.onDidChangeState(({ newState }) => { watch.ran ||= newState === State.Running; });
    return client;
}

/** Starts a server that has broken off again, a few times. One that never ran is left to what start() says. */
class Watch implements ErrorHandler {
    ran = false;
    private restarts = 0;

    constructor(private readonly ended: () => void) {}

    error(): ErrorHandlerResult {
        return { action: ErrorAction.Continue, handled: true };
    }

    closed(): CloseHandlerResult {
        this.restarts += 1;
        if (this.ran && this.restarts <= RESTARTS) return { action: CloseAction.Restart, handled: true };
        if (this.ran) this.ended();
        return { action: CloseAction.DoNotRestart, handled: true };
    }
}
