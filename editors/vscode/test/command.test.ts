import assert from "node:assert/strict";
import * as path from "node:path";
import { test } from "node:test";

import { annotatedName } from "../src/annotated-name";
import { run } from "../src/command";
import { readFinding } from "../src/finding";
import { options } from "../src/options";

const NODE = process.execPath;

test("the settings as options", () => {
  const none = { language: "vi", level: "info", registries: [], select: [], ignore: [] } as const;
  assert.deepEqual(options({ ...none, registries: [], select: [], ignore: [] }), ["--lang", "vi", "--level", "info"]);
  assert.deepEqual(
    options({ ...none, profile: "strict", regime: "party", registries: ["/a b", "/c"], select: ["SYM", "DAT06"], ignore: ["NAM"] }),
    ["--lang", "vi", "--level", "info", "--profile", "strict", "--regime", "party", "--registry", "/a b", "--registry", "/c", "--select", "SYM,DAT06", "--ignore", "NAM"],
  );
});

test("a copy never stands on another one", () => {
  const file = path.join("thư mục", "kế hoạch.docx");
  const first = path.join("thư mục", "kế hoạch-nhan-xet.docx");
  const second = path.join("thư mục", "kế hoạch-nhan-xet-2.docx");
  assert.equal(annotatedName(file, "vi", () => false), first);
  assert.equal(annotatedName(file, "vi", (name) => name === first), second);
  assert.equal(annotatedName("a.DOCX", "en", () => false), "a-comments.DOCX");
});

test("lines, status and complaints of a run", async () => {
  const script = 'process.stdout.write("Đ\\nb"); process.stderr.write("hỏng"); process.exitCode = 2';
  const lines: string[] = [];
  const ended = await run(NODE, ["-e", script], undefined, new AbortController().signal, (line) => lines.push(line));
  assert.deepEqual([lines, ended], [["Đ", "b"], { code: 2, said: "hỏng" }]);
  await assert.rejects(run("/none/cite-lint", [], undefined, new AbortController().signal, () => {}), /ENOENT/);
  const controller = new AbortController();
  const long = run(NODE, ["-e", "setTimeout(() => {}, 60000)"], undefined, controller.signal, () => {});
  controller.abort();
  await assert.rejects(long, { name: "AbortError" });
});

test("a line that is no finding is none", () => {
  const line = '{"file":"a","rule":"SYM03","severity":"error","line":1,"utf16_column":4,"message":"m","help":"h"}';
  assert.equal(readFinding(line)?.rule, "SYM03");
  for (const other of ["", "null", "[]", "{", '{"file":"a"}', line.replace("error", "fatal")]) {
    assert.equal(readFinding(other), undefined, other);
  }
});
