/** One running `nianbao preview`, from its start until it is stopped. */

import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import * as path from "node:path";
import { environment } from "../program.js";
import { addressIn } from "./address.js";

/** A preview that is being started or runs. */
export class PreviewProcess {
    /** Its address; rejects with what the program said when it ends before it has one. */
    readonly address: Promise<string>;
    private readonly child: ChildProcessWithoutNullStreams;
    private said = "";

    /** `ended` is told what the program said when a preview that ran has ended without having been stopped. */
    constructor(program: string, file: string, private readonly ended: (said: string) => void) {
        // Its standard input closes when VS Code ends, however that happens, and the preview ends with it.
        this.child = spawn(program, ["preview", "--no-open", "--until-eof", file], {
            cwd: path.dirname(file),
            env: environment(),
            windowsHide: true,
        });
        this.address = new Promise((resolve, reject) => { this.listen(resolve, reject); });
    }

    stop(): void {
        this.child.removeAllListeners("close");
        this.child.kill();
    }

    private listen(found: (address: string) => void, failed: (fault: Error) => void): void {
        const hear = (piece: string): void => {
            this.said += piece;
            const address = addressIn(this.said);
            if (address !== undefined) found(address);
        };
        this.child.stdout.setEncoding("utf8").on("data", hear);
        this.child.stderr.setEncoding("utf8").on("data", hear);
        this.child.on("error", failed);
        this.child.on("close", () => {
            if (addressIn(this.said) === undefined) failed(new Error(this.said.trim()));
            else this.ended(this.said.trim());
        });
    }
}
