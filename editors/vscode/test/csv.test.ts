import assert from "node:assert/strict";
import { test } from "node:test";

import { readTable } from "../src/csv";

test("a table of the command", () => {
  const text = '\uFEFFdocument,title,count\r\n"Luật, ""mới""",hai\u0300,1\r\n,"dòng\nhai",\n';
  assert.deepEqual(readTable(text), [
    { document: 'Luật, "mới"', title: "hai\u0300", count: "1" },
    { document: "", title: "dòng\nhai", count: "" },
  ]);
  assert.deepEqual(readTable("document,count\n"), []);
  assert.deepEqual(readTable(""), []);
  // The last line may have no end, a row fewer fields.
  assert.deepEqual(readTable("a,b\nx"), [{ a: "x", b: "" }]);
});
