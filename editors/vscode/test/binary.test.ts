import assert from "node:assert/strict";
import { homedir } from "node:os";
import { test } from "node:test";

import { findBinary, missingMessage } from "../src/binary";

const LINUX = { setting: "", extension: "/ext", searchPath: "bin:/usr/bin::/opt/bin", platform: "linux" } as const;
const WINDOWS = { setting: "", extension: "C:\\ext", searchPath: "C:\\a b;.;D:\\c", platform: "win32" } as const;
const only = (...files: string[]) => (file: string) => files.includes(file);

test("the setting, then the command that came along, then the path", () => {
  const all = only("/my/cite-lint", "/ext/bin/cite-lint", "/opt/bin/cite-lint");
  assert.deepEqual(findBinary({ ...LINUX, setting: "/my/cite-lint" }, all), { file: "/my/cite-lint" });
  assert.deepEqual(findBinary(LINUX, all), { file: "/ext/bin/cite-lint" });
  assert.deepEqual(findBinary(LINUX, only("/opt/bin/cite-lint")), { file: "/opt/bin/cite-lint" });
  assert.deepEqual(findBinary(WINDOWS, only("D:\\c\\cite-lint.exe")), { file: "D:\\c\\cite-lint.exe" });
  const home = `${homedir()}/x/cite-lint`;
  assert.deepEqual(findBinary({ ...LINUX, setting: "~/x/cite-lint" }, only(home)), { file: home });
});

test("a path that was set is not replaced by another", () => {
  const found = findBinary({ ...LINUX, setting: "/my/cite-lint" }, only("/ext/bin/cite-lint"));
  assert.ok("missing" in found);
  assert.match(missingMessage(found, "vi"), /‘\/my\/cite-lint’.*cite-lint\.path/);
  assert.match(missingMessage(found, "en"), /no cite-lint program at ‘\/my\/cite-lint’/);
});

test("folders of the workspace are not searched", () => {
  const found = findBinary(LINUX, () => false);
  assert.deepEqual(found, {
    missing: "anywhere",
    looked: ["/ext/bin/cite-lint", "/usr/bin/cite-lint", "/opt/bin/cite-lint"],
  });
  const windows = findBinary(WINDOWS, () => false);
  assert.ok("missing" in windows);
  assert.deepEqual(windows.looked, ["C:\\ext\\bin\\cite-lint.exe", "C:\\a b\\cite-lint.exe", "D:\\c\\cite-lint.exe"]);
});
