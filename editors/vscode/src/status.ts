import * as vscode from "vscode";

import { pick } from "./lang";
import { LANGUAGES } from "./languages";
import type { Server } from "./server";
import { SECTION, language } from "./settings";

const SHOW_STATUS = "cite-lint.showStatus";

/** The item in the status bar: how many findings the text in front has, or why there are none. */
export function createStatus(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("cite-lint.status", vscode.StatusBarAlignment.Left);
  item.name = "cite-lint";
  item.command = SHOW_STATUS;
  const show = () => update(item, server);
  show();
  return vscode.Disposable.from(
    item,
    server.onState(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeConfiguration(show),
    vscode.languages.onDidChangeDiagnostics((event) => {
      const uri = vscode.window.activeTextEditor?.document.uri.toString();
      if (event.uris.some((changed) => changed.toString() === uri)) {
        show();
      }
    }),
    // The Problems panel where there is something to see, else what is the matter with the server.
    vscode.commands.registerCommand(SHOW_STATUS, () =>
      server.state() === "running" || server.state() === "starting"
        ? vscode.commands.executeCommand("workbench.actions.view.problems")
        : server.restart(),
    ),
  );
}

function update(item: vscode.StatusBarItem, server: Server): void {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !LANGUAGES.includes(document.languageId)) {
    item.hide();
    return;
  }
  const lang = language();
  const state = server.state();
  item.backgroundColor =
    state === "missing" || state === "stopped" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
  if (state === "running") {
    const [errors, warnings, infos] = counts(document.uri);
    const none = errors + warnings + infos === 0;
    item.text = none ? "cite-lint $(check)" : `cite-lint $(error) ${errors} $(warning) ${warnings} $(info) ${infos}`;
    item.tooltip = pick(
      lang,
      `cite-lint: ${errors} lỗi, ${warnings} cảnh báo, ${infos} lưu ý. Bấm để mở bảng Problems.`,
      `cite-lint: ${errors} errors, ${warnings} warnings, ${infos} infos. Click to open Problems.`,
    );
  } else if (state === "starting") {
    item.text = "cite-lint $(sync~spin)";
    item.tooltip = pick(lang, "cite-lint đang khởi động", "cite-lint is starting");
  } else {
    item.text = "cite-lint $(circle-slash)";
    item.tooltip =
      state === "missing"
        ? pick(lang, "Chưa tìm thấy chương trình cite-lint. Bấm để thử lại.", "The cite-lint program was not found. Click to try again.")
        : pick(lang, "cite-lint không chạy. Bấm để khởi động lại.", "cite-lint does not run. Click to restart it.");
  }
  item.show();
}

/** Errors, warnings, infos. */
function counts(uri: vscode.Uri): [number, number, number] {
  const own = vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === SECTION);
  const of = (severity: vscode.DiagnosticSeverity) => own.filter((diagnostic) => diagnostic.severity === severity).length;
  return [
    of(vscode.DiagnosticSeverity.Error),
    of(vscode.DiagnosticSeverity.Warning),
    of(vscode.DiagnosticSeverity.Information),
  ];
}
