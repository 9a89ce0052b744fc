// One whole report in an old Chromium: node run.mjs VERSION PAGE REPORT → what was seen, as JSON.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const puppeteer = createRequire(import.meta.url)("puppeteer-core");
const [version, file, report] = process.argv.slice(2);
const HERE = path.dirname(new URL(import.meta.url).pathname);
const PATIENCE = 240_000; // milliseconds after which it gives up
const FIGURES = '.form td.figure input[data-path]';

/** The program and its libraries, unpacked once from the package. */
function unpacked() {
  const from = path.join(HERE, "node_modules", `chromium-${version}`, "bin");
  const into = path.join(HERE, "node_modules", ".unpacked", version);
  if (fs.existsSync(path.join(into, "done"))) return into;
  fs.mkdirSync(into, { recursive: true });
  for (const name of ["chromium", "aws.tar", "swiftshader.tar"]) {
    const data = brotliDecompressSync(fs.readFileSync(path.join(from, `${name}.br`)));
    fs.writeFileSync(path.join(into, name), data, { mode: 0o755 });
    if (name.endsWith(".tar")) execFileSync("tar", ["xf", path.join(into, name), "-C", into]);
  }
  fs.writeFileSync(path.join(into, "done"), "");
  return into;
}

const program = unpacked();
const profile = fs.mkdtempSync(path.join(os.tmpdir(), "old-browser-"));
const browser = await puppeteer.launch({
  executablePath: path.join(program, "chromium"),
  headless: true,
  userDataDir: profile,
  timeout: PATIENCE,
  env: { ...process.env, LD_LIBRARY_PATH: path.join(program, "lib"), HOME: profile },
  args: ["--no-sandbox", "--disable-gpu", "--no-zygote", "--single-process", "--disable-dev-shm-usage"],
});
try {
  const page = (await browser.pages())[0];
  page.setDefaultTimeout(PATIENCE);
  const seen = { version: await browser.version(), faults: [], requests: [] };
  page.on("pageerror", (fault) => seen.faults.push(fault.message));
  page.on("request", (request) => seen.requests.push(request.url()));
  await page.evaluateOnNewDocument(() => {
    window.made = []; // what would be downloaded
    const address = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => (window.made.push(blob), address(blob));
    HTMLAnchorElement.prototype.click = () => undefined;
    delete window.showSaveFilePicker;
  });
  await page.goto(pathToFileURL(path.resolve(file)).href);
  seen.told = await page.evaluate(() => document.getElementById("page").innerText);
  if (await page.evaluate(() => Boolean(window.nianbao))) Object.assign(seen, await whole(page));
  process.stdout.write(JSON.stringify(seen));
} finally {
  await browser.close();
  fs.rmSync(profile, { recursive: true, force: true });
}

async function whole(page) {
  const ready = () => page.evaluate(() => window.nianbao.ready);
  const yaml = () => page.evaluate(() => document.querySelector("[data-yaml]").textContent);
  const built = async (form) => {
    await page.evaluate((act) => document.querySelector(`[data-act="${act}"]`).dispatchEvent(new MouseEvent("click", { bubbles: true })), form);
    await ready();
    return page.evaluate(async () => {
      const bytes = new Uint8Array(await window.made[window.made.length - 1].arrayBuffer());
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
    });
  };
  await ready();
  await (await page.$('[data-file="open"]')).uploadFile(report);
  await page.waitForSelector('[data-count="error"]');
  await ready();
  const made = {};
  for (const form of ["docx", "html", "md"]) made[form] = await built(`build-${form}`);
  const opened = await yaml();
  const counts = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll("[data-count]")].map((one) => [one.dataset.count, one.textContent])));

  const first = (await page.$$(FIGURES))[0];
  await first.click({ clickCount: 3 });
  await page.keyboard.type("十八件");
  await page.keyboard.press("Tab");
  await ready();
  const typed = await page.evaluate(() => document.querySelectorAll('[data-code="NB103"]').length);
  await page.evaluate(() => document.querySelector('[data-act="undo"]').dispatchEvent(new MouseEvent("click", { bubbles: true })));
  await ready();
  const undone = await yaml();

  const figures = await page.evaluate(async (which) => {
    const cells = [...document.querySelectorAll(which)];
    const set = {};
    for (const [number, cell] of cells.entries()) {
      cell.focus();
      cell.value = String(number + 1);
      cell.dispatchEvent(new InputEvent("input", { bubbles: true }));
      set[cell.dataset.path] = cell.value;
    }
    document.activeElement.blur();
    await window.nianbao.ready;
    return { set, shown: Object.fromEntries(cells.map((cell) => [cell.dataset.path, cell.value])) };
  }, FIGURES);
  return { opened, counts, made, typed, undone, figures, filled: await yaml() };
}
