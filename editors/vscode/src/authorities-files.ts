import * as path from "node:path";
import * as vscode from "vscode";

import type { Authority } from "./authorities-page";
import { aborted, run } from "./command";
import { readTable } from "./csv";
import { pick } from "./lang";
import type { Server } from "./server";
import { settings } from "./settings";

/** The documents that a file or the files of a folder cite, as the command tells them; nothing where it could not. */
export async function authoritiesOf(
  chosen: vscode.Uri,
  server: Server,
  log: vscode.LogOutputChannel,
): Promise<Authority[] | undefined> {
  const file = server.binary();
  if (file === undefined) {
    return undefined;
  }
  const { language: lang, registries } = settings();
  const own = registries.flatMap((registry) => ["--registry", registry]);
  const args = ["authorities", "--format", "csv", "--lang", lang, ...own, "--", chosen.fsPath];
  const title = pick(lang, "cite-lint đang lập bảng", "cite-lint makes the table");
  const location = vscode.ProgressLocation.Notification;
  const lines: string[] = [];
  const ended = await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
    run(file, args, path.dirname(chosen.fsPath), aborted(token), (line) => lines.push(line)).catch((error: unknown) => ({
      code: 2,
      said: String(error),
    })),
  );
  if (ended.said) {
    log.info(ended.said);
  }
  // Files that could not be read do not take the table of the others away.
  if (ended.code !== 0 && lines.length === 0) {
    void vscode.window.showErrorMessage(ended.said || `cite-lint: ${ended.code}`);
    return undefined;
  }
  return readTable(lines.join("\n")).map((row) => {
    const line = Math.max(Number(row["line"]) - 1, 0);
    const uri = vscode.Uri.file(path.resolve(path.dirname(chosen.fsPath), row["file"] ?? "")).toString();
    return {
      document: row["document"] ?? "",
      title: row["title"] ?? null,
      date: row["date"] ?? null,
      status: row["state"] ?? null,
      count: Number(row["count"]),
      place: { uri, range: [line, 0, line, 0] },
    };
  });
}
