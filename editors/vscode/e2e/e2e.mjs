// A person's way through the extension. Each step fails where it does not see what it should; run.sh starts this.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { MODULES, DRAFTS, SHOTS, SETTINGS, URL: address, CHROMIUM = "/usr/bin/chromium" } = process.env;
const { chromium } = createRequire(`${MODULES}/`)("playwright-core");

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
page.setDefaultTimeout(30_000);

const draft = () => readFileSync(`${DRAFTS}/du-thao.txt`, "utf8");
const shot = (name) => page.screenshot({ path: `${SHOTS}/${name}.png` });
const status = page.locator('[id="cite-lint.cite-lint.cite-lint.status"], [id="cite-lint.cite-lint.status"]').first();
const problems = page.locator(".markers-panel");
const underlined = page.locator(".editor-group-container.active .squiggly-error");
const toast = (words) => page.locator(".notification-toast", { hasText: words });

async function step(name, does) {
  try {
    await does();
    console.log(`ok ${name}`);
  } catch (error) {
    await shot("failed");
    await browser.close();
    throw new Error(`${name} (see failed.png)`, { cause: error });
  }
}

async function until(holds, what) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (holds()) {
      return;
    }
    await page.waitForTimeout(100);
  }
  assert.fail(what);
}

async function openFile(name) {
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget input").first().fill(name);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name.split("/").at(-1) }).first().click();
  await page.locator(".tab.active", { hasText: name.split("/").at(-1) }).waitFor();
}

async function command(name) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").first().fill(`>${name}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
}

async function fromExplorer(name, entry, picture) {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first().click({ button: "right" });
  const label = page.locator(".monaco-menu .action-label", { hasText: entry }).first();
  await label.waitFor();
  await page.waitForTimeout(500); // the menu fades in
  if (picture) {
    await shot(picture);
  }
  await label.click();
}

async function closeToasts() {
  await command("Notifications: Clear All Notifications");
}

await step("a draft is opened and its findings are underlined", async () => {
  await page.goto(address);
  await page.locator(".monaco-workbench").waitFor();
  await openFile("du-thao.txt");
  await page.locator(".squiggly-error").first().waitFor({ timeout: 60_000 });
});

await step("the status bar counts them, and leads to the Problems panel", async () => {
  await status.waitFor();
  assert.match(await status.innerText(), /cite-lint\s*\d+\s+\d+\s+\d+/);
  await status.click();
  for (const code of ["SYM03", "DAT06", "DAT01", "SYM01"]) {
    await problems.getByText(code).first().waitFor();
  }
  await shot("1-problems");
});

await step("a finding tells under the pointer what is known", async () => {
  await page.locator(".view-line", { hasText: "16/CT/TTg" }).first().waitFor();
  await page.locator(".squiggly-error").first().hover({ force: true });
  await page.locator(".monaco-hover", { hasText: "SYM03" }).first().waitFor();
  await shot("2-hover");
  await page.keyboard.press("Escape");
});

await step("a quick fix is applied and saved", async () => {
  await page.locator(".view-line").first().click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  await page.locator(".peekview-widget, .marker-widget").first().waitFor();
  const menu = page.locator(".action-widget");
  // Lines that move close the menu: the code lens and the peek view come first.
  await page.locator(".codelens-decoration a").first().waitFor();
  await page.waitForTimeout(1_000);
  await page.keyboard.press("Control+.");
  await menu.getByText("16/CT-TTg").first().waitFor();
  await shot("3-quick-fix");
  await menu.getByText("16/CT-TTg").first().click();
  await page.locator(".view-line", { hasText: "16/CT-TTg" }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+S");
  await until(() => draft().includes("số 16/CT-TTg ngày"), "the fix is not in the file");
  assert.ok(draft().includes("15- ĐA/TU"), "another place was changed too");
});

await step("all that is safe is mended at once", async () => {
  await command("Mend All That Is Safe");
  await page.locator(".view-line", { hasText: "15-ĐA/TU" }).first().waitFor();
  await page.keyboard.press("Control+S");
  await until(() => draft().includes("15-ĐA/TU"), "the fix is not in the file");
  assert.ok(draft().includes("ngày 06/3/2020"), "a date was changed, which is not safe");
});

await step("the table of cited documents, by the command and by the line above the text", async () => {
  const table = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("table");
  const tab = page.locator(".tab", { hasText: "Văn bản được viện dẫn" });
  const ways = [
    () => command("Table of Cited Documents"),
    () => page.locator(".codelens-decoration a", { hasText: "viện dẫn" }).click(),
  ];
  for (const open of ways) {
    await open();
    await table.getByText("16/CT-TTg").first().waitFor();
    await page.waitForTimeout(500);
    await shot("4-authorities");
    // A click leads to the place.
    await table.locator("tr[data-row]").last().click();
    await page.locator(".editor-group-container.active .tab.active", { hasText: "du-thao.txt" }).waitFor();
    await tab.click({ button: "middle" });
    await tab.waitFor({ state: "detached" });
  }
});

await step("the folder is checked, closed files too", async () => {
  await command("Check Folder");
  await toast("tệp").waitFor();
  await problems.getByText("ke hoach.docx").first().waitFor();
  // The list draws only what is in sight.
  await problems.hover();
  await page.mouse.wheel(0, 2000);
  await problems.getByText("bao-cao.md").first().waitFor();
  await problems.getByText("AGR01").first().waitFor();
  await shot("5-folder");
  await closeToasts();
});

await step("the table of cited documents of a folder and of a Word document", async () => {
  const table = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("table");
  const tab = page.locator(".tab", { hasText: "Văn bản được viện dẫn" });
  for (const [name, cited] of [["phong", "04/2015/N"], ["ke hoach.docx", "16/CT-TTg"]]) {
    await fromExplorer(name, "Table of Cited Documents");
    await table.getByText(cited).first().waitFor();
    await tab.click({ button: "middle" });
    await tab.waitFor({ state: "detached" });
  }
});

await step("a Word document is annotated from the explorer", async () => {
  await fromExplorer("ke hoach.docx", "Annotate a Copy", "6-annotate-menu");
  await toast("nhận xét").waitFor();
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "ke hoach-nhan-xet.docx" }).waitFor();
  await page.waitForTimeout(1000);
  await shot("7-annotated");
  assert.ok(existsSync(`${DRAFTS}/ke hoach-nhan-xet.docx`));
  await closeToasts();
});

await step("a text that was never saved is checked", async () => {
  await command("File: New Untitled Text File");
  await page.locator(".tab.active", { hasText: "Untitled-1" }).waitFor();
  await page.keyboard.type("Thực hiện Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ.");
  await underlined.first().waitFor();
  await shot("8-untitled");
});

await step("a command that is missing is told, one that is there again is started", async () => {
  writeFileSync(SETTINGS, '{"cite-lint.path": "/none/cite-lint"}');
  await toast("Không có chương trình cite-lint ở ‘/none/cite-lint’").first().waitFor();
  await shot("9-missing");
  await toast("Không có chương trình").getByText("Cách cài đặt").click();
  const readme = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  await readme.getByText("cite-lint cho VS Code").first().waitFor();
  await shot("10-how-to-install");
  await page.locator(".tab.active", { hasText: "readme.md" }).click({ button: "middle" });
  await underlined.first().waitFor({ state: "detached" });
  writeFileSync(SETTINGS, "{}");
  await underlined.first().waitFor();
  await closeToasts();
});

await step("a setting reaches the server", async () => {
  writeFileSync(SETTINGS, '{"cite-lint.language": "en"}');
  await problems.hover();
  await page.mouse.wheel(0, -2000);
  await problems.getByText("month 2 of 2021 has no day 31").first().waitFor();
});

await browser.close();
