import * as path from "node:path";
import * as vscode from "vscode";

import type { Lang } from "./lang";

export const SECTION = "cite-lint";

/** What the server and the command are told; a key that is left out is as `cite-lint.toml` says. */
export interface Settings {
  language: Lang;
  level: "info" | "warning" | "error";
  profile?: string;
  regime?: string;
  registries: string[];
  select: string[];
  ignore: string[];
}

export function settings(): Settings {
  const section = vscode.workspace.getConfiguration(SECTION);
  const named = (key: string) => {
    const value = section.get<string>(key, "auto");
    return value === "auto" ? {} : { [key]: value };
  };
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  return {
    language: language(),
    level: section.get("level", "info"),
    ...named("profile"),
    ...named("regime"),
    registries: section.get<string[]>("registries", []).map((file) => path.resolve(folder, file)),
    select: section.get("select", []),
    ignore: section.get("ignore", []),
  };
}

export function language(): Lang {
  return vscode.workspace.getConfiguration(SECTION).get<Lang>("language", "vi");
}

/** The path that the user set, or nothing. */
export function pathSetting(): string {
  return vscode.workspace.getConfiguration(SECTION).get("path", "").trim();
}
