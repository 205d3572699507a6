import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";

import { type Lang, pick } from "./lang";

/** Where the command may be. */
export interface Places {
  /** `cite-lint.path`, empty where it was not set. */
  setting: string;
  /** The folder of this extension; a package for one platform has the command in its `bin/`. */
  extension: string;
  /** The `PATH` of the environment. */
  searchPath: string;
  platform: NodeJS.Platform;
}

export interface Missing {
  missing: "setting" | "anywhere";
  looked: string[];
}

export type Found = { file: string } | Missing;

/**
 * The command `cite-lint`: the one that the user named, else the one that came along, else the first on the `PATH`. One
 * that was named and is not there is never replaced by another: a person who sets a path wants that one.
 */
export function findBinary(places: Places, isProgram = isExecutable): Found {
  const name = places.platform === "win32" ? "cite-lint.exe" : "cite-lint";
  if (places.setting) {
    const file = places.setting.replace(/^~(?=[/\\])/, homedir());
    return isProgram(file) ? { file } : { missing: "setting", looked: [file] };
  }
  const { join, delimiter, isAbsolute } = places.platform === "win32" ? path.win32 : path.posix;
  // A relative folder in the PATH would be one of the workspace: what lies there is not run.
  const folders = places.searchPath.split(delimiter).filter((folder) => isAbsolute(folder));
  const looked = [join(places.extension, "bin"), ...folders].map((folder) => join(folder, name));
  const file = looked.find(isProgram);
  return file === undefined ? { missing: "anywhere", looked } : { file };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** What is wrong and what to do. */
export function missingMessage(found: Missing, lang: Lang): string {
  if (found.missing === "setting") {
    const file = found.looked[0];
    return pick(
      lang,
      `Không có chương trình cite-lint ở ‘${file}’ (mục cài đặt cite-lint.path). Hãy sửa đường dẫn, hoặc để trống để tìm trong PATH.`,
      `There is no cite-lint program at ‘${file}’ (the setting cite-lint.path). Correct the path, or leave it empty to look on the PATH.`,
    );
  }
  return pick(
    lang,
    "Chưa tìm thấy chương trình cite-lint. Hãy cài đặt (cargo install cite-lint), hoặc ghi đường dẫn đầy đủ của chương trình vào mục cài đặt cite-lint.path.",
    "The cite-lint program was not found. Install it (cargo install cite-lint), or put its full path into the setting cite-lint.path.",
  );
}
