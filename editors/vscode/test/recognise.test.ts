import assert from "node:assert/strict";
import { test } from "node:test";
import { isReport } from "../src/recognise.js";

const OTHER = "services:\n  web: {image: x}\n";

test("a file is a report by its name", () => {
    assert.ok(isReport("/文件/年报.yaml", ""));
    assert.ok(isReport("C:\\文件\\青山县水利局年报2025.yml", ""));
    assert.ok(!isReport("/年报/其他.yaml", OTHER));
    assert.ok(!isReport("/年报.yaml.bak", OTHER));
});

test("a file is a report by the schema that its first line names", () => {
    assert.ok(isReport("a.yaml", "# yaml-language-server: $schema=../schema/nianbao.schema.json\n"));
    assert.ok(isReport("a.yaml", "# yaml-language-server: $schema=file:///c%3A/x/nianbao.schema.json\r\n"));
    assert.ok(!isReport("a.yaml", "# yaml-language-server: $schema=./compose.json\n"));
});

test("a file is a report by two of the keys that every report has", () => {
    assert.ok(isReport("a.yaml", "# 说明\n机关: 青山县水利局\n年度: 2025\n"));
    assert.ok(isReport("a.yaml", "机关：青山县水利局\r\n年度：2025\r\n"), "full-width colons are the commonest slip");
    assert.ok(isReport("a.yaml", "总体情况:\n  概述: |\n    文字\n政府信息公开申请:\n"));
    assert.ok(!isReport("a.yaml", "机关: 青山县水利局\n名单: []\n"), "one key alone may be anybody's");
    assert.ok(!isReport("a.yaml", "外层:\n  机关: 甲\n  年度: 2025\n"), "keys further in are something else's");
    assert.ok(!isReport("a.yaml", "# 机关: 甲\n# 年度: 2025\n"));
    assert.ok(!isReport("docker-compose.yaml", OTHER));
    assert.ok(!isReport("a.yaml", ""));
});
