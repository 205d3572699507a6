import * as path from "node:path";

import { type Lang, pick } from "./lang";

/** The name of the copy: `ke-hoach-nhan-xet.docx` beside `ke-hoach.docx`, with a number where that one exists. */
export function annotatedName(file: string, lang: Lang, exists: (file: string) => boolean): string {
  const { dir, name, ext } = path.parse(file);
  const copy = path.join(dir, `${name}-${pick(lang, "nhan-xet", "comments")}`);
  let output = copy + ext;
  for (let number = 2; exists(output); number += 1) {
    output = `${copy}-${number}${ext}`;
  }
  return output;
}
