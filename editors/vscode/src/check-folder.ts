import * as path from "node:path";
import * as vscode from "vscode";

import { aborted, run } from "./command";
import { type Finding, readFinding } from "./finding";
import { pick } from "./lang";
import { options } from "./options";
import type { Server } from "./server";
import { SECTION, language, settings } from "./settings";

const SEVERITY = {
  info: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning,
  error: vscode.DiagnosticSeverity.Error,
};

/**
 * `cite-lint.checkFolder`: the findings of all files of the open folders, or of one that was chosen, Word documents
 * included. What is open is left to the server, which knows what is not saved yet.
 */
export function registerCheckFolder(server: Server, log: vscode.LogOutputChannel): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${SECTION}-folder`);

  const check = async (paths: string[], signal: AbortSignal) => {
    const file = server.binary();
    if (file === undefined) {
      return undefined;
    }
    const found = new Map<string, vscode.Diagnostic[]>();
    const args = ["check", "--format", "jsonl", ...options(settings()), "--", ...paths];
    const ended = await run(file, args, vscode.workspace.workspaceFolders?.[0]?.uri.fsPath, signal, (line) => {
      const finding = readFinding(line);
      if (finding) {
        const name = path.resolve(finding.file);
        found.set(name, [...(found.get(name) ?? []), diagnostic(finding)]);
      }
    });
    return { found, ended };
  };

  const checkFolder = async (chosen?: vscode.Uri) => {
    const folders = chosen ? [chosen] : (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
    const paths = folders.filter((uri) => uri.scheme === "file").map((uri) => uri.fsPath);
    const lang = language();
    if (paths.length === 0) {
      void vscode.window.showInformationMessage(
        pick(lang, "Chưa mở thư mục nào. Hãy mở thư mục có các dự thảo.", "No folder is open. Open the folder of your drafts."),
      );
      return;
    }
    const title = pick(lang, "cite-lint đang kiểm tra thư mục", "cite-lint checks the folder");
    const location = vscode.ProgressLocation.Notification;
    const result = await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
      check(paths, aborted(token)).catch((error: unknown) => {
        log.error(String(error));
        return undefined;
      }),
    );
    if (!result) {
      return;
    }
    collection.clear();
    for (const [name, diagnostics] of result.found) {
      const uri = vscode.Uri.file(name);
      if (!isOpen(uri)) {
        collection.set(uri, diagnostics);
      }
    }
    if (result.ended.said) {
      log.info(result.ended.said);
    }
    await tell([...result.found.values()].flat().length, result.found.size, result.ended.code === 2, log);
  };

  return vscode.Disposable.from(
    collection,
    vscode.commands.registerCommand("cite-lint.checkFolder", checkFolder),
    vscode.workspace.onDidOpenTextDocument((document) => collection.delete(document.uri)),
  );
}

/** Begins at the words; how far it goes is known when the file is opened, and then the server tells. */
function diagnostic(finding: Finding): vscode.Diagnostic {
  const place = new vscode.Position(Math.max(finding.line - 1, 0), Math.max(finding.utf16_column - 1, 0));
  const message = `${finding.message}\n${finding.help}`;
  const made = new vscode.Diagnostic(new vscode.Range(place, place), message, SEVERITY[finding.severity]);
  made.code = finding.rule;
  made.source = SECTION;
  return made;
}

async function tell(findings: number, files: number, incomplete: boolean, log: vscode.LogOutputChannel): Promise<void> {
  const lang = language();
  const problems = pick(lang, "Mở bảng Problems", "Open Problems");
  const details = pick(lang, "Xem chi tiết", "Show Details");
  const summary =
    findings === 0
      ? pick(lang, "Không có gì phải báo.", "Nothing to report.")
      : pick(lang, `${findings} chỗ trong ${files} tệp.`, `${findings} findings in ${files} files.`);
  const chosen = incomplete
    ? await vscode.window.showWarningMessage(
        `${summary} ${pick(lang, "Có tệp không đọc được.", "Some files could not be read.")}`,
        problems,
        details,
      )
    : await vscode.window.showInformationMessage(summary, ...(findings === 0 ? [] : [problems]));
  if (chosen === problems) {
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  } else if (chosen === details) {
    log.show();
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
