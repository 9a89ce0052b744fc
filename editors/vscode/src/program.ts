/** Where the nianbao program is. Nothing of VS Code's is used here. */

import { accessSync, constants, statSync } from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** What to say to somebody who has not installed it. */
export const HOW_TO_INSTALL =
    "请先安装 Python 3.11 或更新的版本，再在命令行里运行 pipx install \"./nianbao-版本-py3-none-any.whl[lsp]\"" +
    "（在源码文件夹里写 pipx install \".[lsp]\"）。装在别处的，请在设置里写明它的完整路径。";

/** The machine as far as a search for a program goes. */
export interface Machine {
    readonly platform: NodeJS.Platform;
    readonly searchPath: string;
    readonly home: string;
    isProgram(file: string): boolean;
}

/**
 * The full path of `command`, or undefined. A bare name is looked for on the PATH and then where pipx and uv install to,
 * which a VS Code started from the desktop often does not have on its PATH. The open folder is never searched: a
 * program that lies beside a report somebody sent is not ours.
 */
export function findProgram(command: string, machine: Machine = thisMachine()): string | undefined {
    const paths = machine.platform === "win32" ? path.win32 : path.posix;
    const name = command.trim().replace(/^~(?=[\\/])/, machine.home);
    if (name === "") return undefined;
    const names = machine.platform === "win32" && paths.extname(name) === "" ? [`${name}.exe`] : [name];
    const folders = /[\\/]/.test(name) ? [""] : [...machine.searchPath.split(paths.delimiter), paths.join(machine.home, ".local", "bin")];
    const candidates = folders.flatMap((folder) => names.map((each) => paths.join(folder, each)));
    return candidates.find((file) => paths.isAbsolute(file) && machine.isProgram(file));
}

function thisMachine(): Machine {
    return {
        platform: process.platform,
        searchPath: process.env.PATH ?? "",
        home: os.homedir(),
        isProgram(file) {
            try {
                accessSync(file, constants.X_OK);
                return statSync(file).isFile();
            } catch {
                return false;
            }
        },
    };
}

/** The environment for the program: its output is UTF-8 everywhere, comes at once and has no colours. */
export function environment(): NodeJS.ProcessEnv {
    return { ...process.env, PYTHONUTF8: "1", PYTHONUNBUFFERED: "1", NO_COLOR: "1" };
}
