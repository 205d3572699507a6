import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { LANGUAGES } from "../src/languages";

const read = (name: string) => readFileSync(name, "utf8");

test("every text of the package stands in both languages, and none is left over", () => {
  const used = [...new Set([...read("package.json").matchAll(/"%([^%]+)%"/g)].map((found) => found[1]))].sort();
  for (const name of ["package.nls.json", "package.nls.vi.json"]) {
    assert.deepEqual(Object.keys(JSON.parse(read(name))).sort(), used, name);
  }
});

test("the extension starts for the kinds of text that it checks", () => {
  const { activationEvents, contributes } = JSON.parse(read("package.json"));
  assert.deepEqual(activationEvents, LANGUAGES.map((name) => `onLanguage:${name}`));
  const kinds = `editorLangId =~ /^(${LANGUAGES.join("|")})$/`;
  const shown = Object.values<{ when: string }[]>(contributes.menus).flat().filter((entry) => entry.when.includes("editorLangId"));
  assert.equal(shown.length, 3);
  assert.ok(shown.every((entry) => entry.when === kinds));
});
