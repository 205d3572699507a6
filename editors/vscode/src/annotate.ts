import { existsSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";

import { annotatedName } from "./annotated-name";
import { aborted, run } from "./command";
import { pick } from "./lang";
import { options } from "./options";
import type { Server } from "./server";
import { language, settings } from "./settings";

/** `cite-lint.annotate`: a copy of a Word document beside it, with a review comment at each finding. */
export function registerAnnotate(server: Server, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand("cite-lint.annotate", async (chosen?: vscode.Uri) => {
    const uri = chosen ?? (await ask());
    const file = server.binary();
    if (!uri || file === undefined) {
      return;
    }
    const lang = language();
    const name = path.basename(uri.fsPath);
    // A copy that someone may have written answers into is kept.
    const output = annotatedName(uri.fsPath, lang, existsSync);
    const args = ["annotate", ...options(settings()), "-o", output, "--", uri.fsPath];
    const title = pick(lang, `cite-lint đang đọc ${name}`, `cite-lint reads ${name}`);
    const location = vscode.ProgressLocation.Notification;
    const left: string[] = [];
    const ended = await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
      run(file, args, path.dirname(uri.fsPath), aborted(token), (line) => left.push(line)).catch((error: unknown) => ({
        code: 2,
        said: String(error),
      })),
    );
    log.info([...left, ended.said].join("\n"));
    if (ended.code === 0) {
      await offer(output, message(output, ended.said, left.length));
    } else {
      void vscode.window.showErrorMessage(ended.said || `cite-lint: ${ended.code}`);
    }
  });
}

async function ask(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: pick(language(), "Chọn tệp Word", "Choose a Word document"),
    filters: { Word: ["docx", "docm"] },
  });
  return chosen?.[0];
}

/** How many comments there are, which the command says, and how many findings have no place for one. */
function message(output: string, said: string, left: number): string {
  const lang = language();
  const name = path.basename(output);
  const count = /: (\d+) /.exec(said.replace(output, ""))?.[1];
  const placed = pick(lang, `${name}: ${count ?? "?"} nhận xét.`, `${name}: ${count ?? "?"} comments.`);
  const others = pick(
    lang,
    ` ${left} chỗ khác không gắn được nhận xét, xem bảng Output (cite-lint).`,
    ` ${left} other findings have no place for a comment, see Output (cite-lint).`,
  );
  return left === 0 ? placed : placed + others;
}

async function offer(output: string, message: string): Promise<void> {
  const lang = language();
  const uri = vscode.Uri.file(output);
  const open = pick(lang, "Mở", "Open");
  const reveal = pick(lang, "Mở thư mục", "Show in Folder");
  // On another machine there is no Word that could be started.
  const choices = vscode.env.remoteName === undefined ? [open, reveal] : [];
  await vscode.commands.executeCommand("revealInExplorer", uri);
  const choice = await vscode.window.showInformationMessage(message, ...choices);
  if (choice === open) {
    await vscode.env.openExternal(uri);
  } else if (choice === reveal) {
    await vscode.commands.executeCommand("revealFileInOS", uri);
  }
}
