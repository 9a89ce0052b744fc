/** 年报 in VS Code: starts the language server for reports, shows the preview, runs the program's commands. */

import { commands, window, workspace } from "vscode";
import type { ExtensionContext, OutputChannel, TextEditor } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { registerCommands } from "./commands.js";
import { looksLikeReport } from "./documents.js";
import { findProgram, HOW_TO_INSTALL } from "./program.js";
import { makeClient } from "./server.js";

let extension: Extension | undefined;

/** Called by VS Code when the first YAML file is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
    extension = new Extension(context);
    await extension.look();
}

/** Called by VS Code at the end. */
export async function deactivate(): Promise<void> {
    await extension?.stop();
}

class Extension {
    private readonly output: OutputChannel = window.createOutputChannel("年报");
    private client: LanguageClient | undefined;
    /** Whether somebody has been told what is wrong; once is enough until a setting is changed. */
    private told = false;

    constructor(context: ExtensionContext) {
        context.subscriptions.push(
            this.output,
            window.onDidChangeActiveTextEditor(() => this.look()),
            workspace.onDidOpenTextDocument(() => this.look()),
            workspace.onDidChangeTextDocument(({ document }) => {
                if (document === window.activeTextEditor?.document) void this.look();
            }),
            workspace.onDidChangeConfiguration(async (event) => {
                if (event.affectsConfiguration("nianbao.command")) await this.again();
            }),
            ...registerCommands(() => this.find(), this.output),
        );
    }

    /** Show the commands where a report is before one's eyes, and see that the server runs if there is any report. */
    async look(): Promise<void> {
        void commands.executeCommand("setContext", "nianbao.report", showsReport(window.activeTextEditor));
        if (this.client === undefined && !this.told && workspace.textDocuments.some(looksLikeReport)) await this.start();
    }

    async stop(): Promise<void> {
        const client = this.client;
        this.client = undefined;
        if (client?.isRunning() === true) await client.stop();
    }

    private async again(): Promise<void> {
        await this.stop();
        this.told = false;
        await this.look();
    }

    private async start(): Promise<void> {
        const program = this.find();
        if (program === undefined) return;
        const client = makeClient(program, this.output, {
            failed: () => { this.failed(client); },
            ended: () => { this.tell("年报的检查服务反复停下来，不再启动。"); },
        });
        this.client = client;
        try {
            await client.start();
        } catch {
            this.failed(client);
        }
    }

    private failed(client: LanguageClient): void {
        if (this.client !== client) return; // said already, or another one has been started since
        this.client = undefined;
        this.tell(`年报的检查服务没有启动。${HOW_TO_INSTALL}`);
    }

    private find(): string | undefined {
        const command = workspace.getConfiguration("nianbao").get("command", "nianbao");
        const program = findProgram(command);
        if (program === undefined) this.tell(`没有找到 ${command} 程序。${HOW_TO_INSTALL}`);
        return program;
    }

    private tell(message: string): void {
        this.told = true;
        void this.ask(message);
    }

    private async ask(message: string): Promise<void> {
        const answer = await window.showErrorMessage(message, "打开设置", "看输出");
        if (answer === "打开设置") await commands.executeCommand("workbench.action.openSettings", "nianbao.command");
        if (answer === "看输出") this.output.show(true);
    }
}

function showsReport(editor: TextEditor | undefined): boolean {
    return editor !== undefined && looksLikeReport(editor.document);
}
