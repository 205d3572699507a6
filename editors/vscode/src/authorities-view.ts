import * as vscode from "vscode";

import { type Authority, type Place, csv, page } from "./authorities-page";
import { pick } from "./lang";
import { language } from "./settings";

/** Shows the table in a view of its own; a click on a row leads to the first place. */
export function showAuthorities(name: string, rows: Authority[]): void {
  const lang = language();
  const title = pick(lang, "Văn bản được viện dẫn", "Cited documents");
  const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel("cite-lint.authorities", title, beside, { enableScripts: true });
  panel.webview.html = page(rows, name, lang, crypto.randomUUID());
  panel.webview.onDidReceiveMessage(async (message: { row?: unknown; copy?: unknown }) => {
    if (message.copy) {
      await vscode.env.clipboard.writeText(csv(rows, lang));
      void vscode.window.setStatusBarMessage(pick(lang, "Đã chép bảng (CSV).", "The table was copied (CSV)."), 3000);
    } else if (typeof message.row === "number") {
      await goTo(rows[message.row]?.place);
    }
  });
}

async function goTo(place: Place | undefined): Promise<void> {
  if (place) {
    const uri = vscode.Uri.parse(place.uri);
    const options = { selection: new vscode.Range(...place.range), viewColumn: vscode.ViewColumn.One };
    // What is no text, a Word document, is opened as VS Code opens it.
    await vscode.commands.executeCommand("vscode.open", uri, options);
  }
}
