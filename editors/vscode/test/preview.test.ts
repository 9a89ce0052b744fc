import assert from "node:assert/strict";
import { test } from "node:test";
import { addressIn } from "../src/preview/address.js";
import { framePage, wordsPage } from "../src/preview/page.js";

test("the address is found among what the preview says, and only this machine's", () => {
    assert.equal(addressIn("http://127.0.0.1:40123/\n请在浏览器里打开上面的网址。"), "http://127.0.0.1:40123/");
    assert.equal(addressIn("预览：http://localhost:8000/a?b=1，按 Ctrl+C 结束"), "http://localhost:8000/a?b=1");
    assert.equal(addressIn("正在准备……"), undefined);
    assert.equal(addressIn("http://example.org:80/"), undefined);
});

test("the page frames that address and no other, and runs no script", () => {
    const page = framePage("http://127.0.0.1:40123/?a=\"><b>", "abc");
    assert.match(page, /content="default-src 'none'; frame-src http:\/\/127\.0\.0\.1:40123; style-src 'nonce-abc'"/);
    assert.match(page, /<iframe src="http:\/\/127\.0\.0\.1:40123\/\?a=&quot;&gt;&lt;b&gt;"/);
    assert.doesNotMatch(page, /<script|<b>/);
});

test("words are shown as words", () => {
    assert.match(wordsPage("<预览> & \"停止\"", "n"), /<pre>&lt;预览&gt; &amp; &quot;停止&quot;<\/pre>/);
});
