/** Which YAML files are reports: by a name like a report's, by its first line, or by its keys. */

/** How many lines from the top are looked at: 机关 and 年度 stand there. */
export const HEAD_LINES = 200;

/** Whether a YAML file with this name (or path) and these first lines is a report. */
export function isReport(name: string, head: string): boolean {
    return hasReportName(name) || namesOurSchema(head) || hasReportKeys(head);
}

function hasReportName(path: string): boolean {
    const name = path.split(/[\\/]/).at(-1) ?? "";
    return REPORT_FILES.some((pattern) => {
        const [first = "", ...rest] = pattern.split("*");
        return name.startsWith(first) && inOrder(name.slice(first.length), rest);
    });
}

/** Whether `pieces` follow each other in `text`, the last one at its end. */
function inOrder(text: string, pieces: readonly string[]): boolean {
    const last = pieces.at(-1) ?? "";
    let from = 0;
    for (const piece of pieces) {
        const at = text.indexOf(piece, from);
        if (at < 0) return false;
        from = at + piece.length;
    }
    return text.endsWith(last);
}

function namesOurSchema(head: string): boolean {
    const modeline = /^#\s*yaml-language-server:\s*\$schema=(\S+)/m.exec(head);
    return modeline?.[1]?.endsWith(SCHEMA_FILE) ?? false;
}

/** Two of the keys that every report has; a full-width colon, the commonest slip, counts too. */
function hasReportKeys(head: string): boolean {
    const keys = new Set(head.split(/\r?\n/).map((line) => /^["']?([^\s"':：#]+)["']?\s*[:：]/.exec(line)?.[1]));
    return REPORT_KEYS.filter((key) => keys.has(key)).length >= 2;
}
