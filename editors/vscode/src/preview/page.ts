/** The pages of the preview panel: a frame around the preview's own page, or a sentence. No script in either. */

/** The page that shows what is at `address`. `nonce` lets in this page's own style, and nothing else. */
export function framePage(address: string, nonce: string): string {
    const origin = new URL(address).origin;
    return page(nonce, `frame-src ${origin}`, `<iframe src="${escaped(address)}" title="年报预览"></iframe>`);
}

/** A page with words, line by line. */
export function wordsPage(words: string, nonce: string): string {
    return page(nonce, "frame-src 'none'", `<pre>${escaped(words)}</pre>`);
}

function page(nonce: string, frames: string, body: string): string {
    return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${frames}; style-src 'nonce-${nonce}'">
<title>年报预览</title>
<style nonce="${nonce}">
html, body { margin: 0; padding: 0; height: 100%; overflow: hidden; }
iframe { display: block; width: 100%; height: 100%; border: 0; background: #fff; }
pre { margin: 2em; white-space: pre-wrap; font: inherit; }
</style>
</head>
<body>${body}</body>
</html>`;
}

function escaped(text: string): string {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
