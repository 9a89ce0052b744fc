/** The commands of the palette: 预览, 检查, 修正, 生成. Each saves the report first and then runs the program on it. */

import * as path from "node:path";
import { commands, window } from "vscode";
import type { Disposable, OutputChannel, TextDocument } from "vscode";
import { looksLikeReport } from "./documents.js";
import { showPreview } from "./preview/panel.js";
import { run } from "./running.js";
import type { Outcome } from "./running.js";

/** How each command of the program is spoken of. */
const TASKS = {
    check: { fine: "没有发现错误。", findings: "检查出了错误，见“问题”。" },
    fix: { fine: "能直接改好的都改好了，原来的文件留有备份（.bak）。", findings: "还有需要您自己改的地方，见“问题”。" },
    build: { fine: "已经生成，在报告旁边。", findings: "有错误，没有生成；请先按“问题”里说的改好。" },
} as const;
type Task = keyof typeof TASKS;

/** The program's place, undefined (and said so) when there is none. */
export type Find = () => string | undefined;

/** Register all commands. */
export function registerCommands(find: Find, output: OutputChannel): Disposable[] {
    const tasks = Object.keys(TASKS) as Task[];
    return [
        commands.registerCommand("nianbao.preview", () => withReport(find, (program, report) => { showPreview(program, report); })),
        ...tasks.map((task) =>
            commands.registerCommand(`nianbao.${task}`, () => withReport(find, (program, report) => carryOut(task, program, report, output))),
        ),
    ];
}

async function withReport(find: Find, work: (program: string, report: TextDocument) => void | Promise<void>): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !looksLikeReport(document)) {
        void window.showInformationMessage("请先打开一份年报（YAML 文件）。");
        return;
    }
    const program = find();
    if (program === undefined) return;
    if (document.isUntitled || !(await document.save())) {
        void window.showWarningMessage("请先保存文件。");
        return;
    }
    await work(program, document);
}

async function carryOut(task: Task, program: string, report: TextDocument, output: OutputChannel): Promise<void> {
    try {
        tell(task, await run(program, [task, report.fileName], path.dirname(report.fileName)), report, output);
    } catch (fault) {
        void window.showErrorMessage(`nianbao 程序没有运行起来：${String(fault)}`);
    }
}

function tell(task: Task, outcome: Outcome, report: TextDocument, output: OutputChannel): void {
    output.appendLine(`—— nianbao ${task} ${path.basename(report.fileName)}`);
    output.appendLine(outcome.text.trimEnd());
    if (outcome.code === 0) {
        void done(task, report, output);
    } else if (outcome.code === 1) {
        void offer(window.showWarningMessage(TASKS[task].findings, "看问题"), () => commands.executeCommand("workbench.actions.view.problems"));
    } else {
        void offer(window.showErrorMessage("没有做成，见“输出”。", "看输出"), () => { output.show(true); });
    }
}

function done(task: Task, report: TextDocument, output: OutputChannel): Promise<void> {
    if (task === "build") {
        const answer = window.showInformationMessage(TASKS.build.fine, "打开文件夹");
        return offer(answer, () => commands.executeCommand("revealFileInOS", report.uri));
    }
    return offer(window.showInformationMessage(TASKS[task].fine, "看输出"), () => { output.show(true); });
}

async function offer(answer: Thenable<string | undefined>, work: () => unknown): Promise<void> {
    if ((await answer) !== undefined) await work();
}
