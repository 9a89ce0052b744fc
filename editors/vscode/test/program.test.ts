import assert from "node:assert/strict";
import { test } from "node:test";
import { findProgram } from "../src/program.js";
import type { Machine } from "../src/program.js";

const linux = (...programs: string[]): Machine => ({
    platform: "linux",
    searchPath: "/usr/bin:/opt/bin",
    home: "/home/li",
    isProgram: (file) => programs.includes(file),
});
const windows = (...programs: string[]): Machine => ({
    platform: "win32",
    searchPath: "C:\\Windows;C:\\Python",
    home: "C:\\Users\\li",
    isProgram: (file) => programs.includes(file),
});

test("a name is found on the PATH, in its order", () => {
    assert.equal(findProgram("nianbao", linux("/opt/bin/nianbao", "/usr/bin/nianbao")), "/usr/bin/nianbao");
    assert.equal(findProgram("nianbao", windows("C:\\Python\\nianbao.exe")), "C:\\Python\\nianbao.exe");
});

test("where pipx and uv install is searched after the PATH", () => {
    assert.equal(findProgram("nianbao", linux("/home/li/.local/bin/nianbao")), "/home/li/.local/bin/nianbao");
    const mine = "C:\\Users\\li\\.local\\bin\\nianbao.exe";
    assert.equal(findProgram("nianbao", windows(mine)), mine);
    assert.equal(findProgram("nianbao", windows(mine, "C:\\Python\\nianbao.exe")), "C:\\Python\\nianbao.exe");
});

test("a full path is taken as it is, ~ is the home folder", () => {
    assert.equal(findProgram("/srv/nianbao", linux("/srv/nianbao")), "/srv/nianbao");
    assert.equal(findProgram("~/bin/nianbao", linux("/home/li/bin/nianbao")), "/home/li/bin/nianbao");
    assert.equal(findProgram(" D:\\工具\\nianbao.exe ", windows("D:\\工具\\nianbao.exe")), "D:\\工具\\nianbao.exe");
});

test("what lies in the open folder is never run", () => {
    const machine = { ...linux("nianbao", "bin/nianbao", "./nianbao"), searchPath: "::.:bin" };
    assert.equal(findProgram("nianbao", machine), undefined);
    assert.equal(findProgram("./nianbao", machine), undefined);
    assert.equal(findProgram("nianbao", { ...windows("nianbao.exe", ".\\nianbao.exe"), searchPath: ";.;" }), undefined);
});

test("nothing is found where there is nothing", () => {
    assert.equal(findProgram("nianbao", linux()), undefined);
    assert.equal(findProgram("", linux("/usr/bin")), undefined);
});
