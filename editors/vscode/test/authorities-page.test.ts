import assert from "node:assert/strict";
import { test } from "node:test";

import { csv, page } from "../src/authorities-page";

const ROWS = [
  { document: "Nghị định số 30/2020/NĐ-CP", title: 'về "công tác" <văn thư>, lưu trữ', date: "2020-03-05", status: "known", count: 2 },
  { document: "Kế hoạch số 484/KH-UBND", title: null, date: null, status: null, count: 1 },
];

test("what a document says is text on the page, never markup", () => {
  const html = page(ROWS, "<b>&.txt", "vi", "n0nce");
  assert.ok(html.includes("về &quot;công tác&quot; &lt;văn thư&gt;, lưu trữ"));
  assert.ok(html.includes("&lt;b&gt;&amp;.txt"));
  assert.equal(html.match(/data-row="/g)?.length, 2);
  assert.ok(html.includes("script-src 'nonce-n0nce'"));
});

test("the table for a spreadsheet", () => {
  assert.equal(
    csv(ROWS, "en"),
    'Document,Title,Times,Status,Date\r\nNghị định số 30/2020/NĐ-CP,"về ""công tác"" <văn thư>, lưu trữ",2,known,2020-03-05\r\nKế hoạch số 484/KH-UBND,,1,,\r\n',
  );
});
