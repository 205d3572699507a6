import * as vscode from "vscode";
import type { Range } from "vscode-languageclient/node";

import { type Authority, csv, page } from "./authorities-page";
import { pick } from "./lang";
import { OPEN_AUTHORITIES, type Server } from "./server";
import { language } from "./settings";

/** What the server is asked. */
const AUTHORITIES = "cite-lint.authorities";

type Row = Authority & { range: Range };

/** The table of the documents that the text in front cites. */
export function registerAuthorities(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand(OPEN_AUTHORITIES, async () => {
    const document = vscode.window.activeTextEditor?.document;
    const client = server.running();
    const lang = language();
    if (!document || !client) {
      void vscode.window.showInformationMessage(
        pick(lang, "Hãy mở một văn bản và chờ cite-lint khởi động xong.", "Open a text, and wait until cite-lint has started."),
      );
      return;
    }
    const offered = client.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
    if (!offered.includes(AUTHORITIES)) {
      void vscode.window.showWarningMessage(
        pick(
          lang,
          "Bản cite-lint đang dùng chưa có bảng văn bản được viện dẫn. Hãy cài bản mới hơn.",
          "This version of cite-lint has no table of cited documents yet. Install a newer one.",
        ),
      );
      return;
    }
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const rows = await client.sendRequest<Row[] | null>("workspace/executeCommand", {
      command: AUTHORITIES,
      arguments: [uri],
    });
    if (!rows?.length) {
      void vscode.window.showInformationMessage(
        pick(lang, "Văn bản này không viện dẫn văn bản nào.", "This text cites no document."),
      );
      return;
    }
    show(document, rows);
  });
}

function show(document: vscode.TextDocument, rows: Row[]): void {
  const lang = language();
  const title = pick(lang, "Văn bản được viện dẫn", "Cited documents");
  const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel("cite-lint.authorities", title, beside, { enableScripts: true });
  const name = vscode.workspace.asRelativePath(document.uri);
  panel.webview.html = page(rows, name, lang, crypto.randomUUID());
  panel.webview.onDidReceiveMessage(async (message: { row?: unknown; copy?: unknown }) => {
    if (message.copy) {
      await vscode.env.clipboard.writeText(csv(rows, lang));
      void vscode.window.setStatusBarMessage(pick(lang, "Đã chép bảng (CSV).", "The table was copied (CSV)."), 3000);
    } else if (typeof message.row === "number") {
      await goTo(document.uri, rows[message.row]?.range);
    }
  });
}

async function goTo(uri: vscode.Uri, place: Range | undefined): Promise<void> {
  if (place) {
    const { start, end } = place;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    await vscode.window.showTextDocument(uri, { selection, viewColumn: vscode.ViewColumn.One });
  }
}
