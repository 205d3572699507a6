import * as path from "node:path";
import * as vscode from "vscode";
import type { LanguageClient, Range } from "vscode-languageclient/node";

import type { Authority } from "./authorities-page";
import { showAuthorities } from "./authorities-view";
import { authoritiesOf } from "./authorities-files";
import { pick } from "./lang";
import { OPEN_AUTHORITIES, type Server } from "./server";
import { language } from "./settings";

/** What the server is asked. */
const AUTHORITIES = "cite-lint.authorities";

/** The table of the documents that the text in front cites, or those of a file or folder of the explorer. */
export function registerAuthorities(server: Server, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand(OPEN_AUTHORITIES, async (chosen?: unknown) => {
    const document = vscode.window.activeTextEditor?.document;
    if (chosen instanceof vscode.Uri && chosen.toString() !== document?.uri.toString()) {
      const rows = await authoritiesOf(chosen, server, log);
      if (rows) {
        show(path.basename(chosen.fsPath), rows);
      }
      return;
    }
    const client = server.running();
    if (!document || !client) {
      say("Hãy mở một văn bản và chờ cite-lint khởi động xong.", "Open a text, and wait until cite-lint has started.");
      return;
    }
    const offered = client.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
    if (!offered.includes(AUTHORITIES)) {
      say(
        "Bản cite-lint đang dùng chưa có bảng văn bản được viện dẫn. Hãy cài bản mới hơn.",
        "This version of cite-lint has no table of cited documents yet. Install a newer one.",
      );
      return;
    }
    show(vscode.workspace.asRelativePath(document.uri), await authoritiesInFront(document.uri, client));
  });
}

async function authoritiesInFront(uri: vscode.Uri, client: LanguageClient): Promise<Authority[]> {
  const told = await client.sendRequest<(Authority & { range: Range })[] | null>("workspace/executeCommand", {
    command: AUTHORITIES,
    arguments: [client.code2ProtocolConverter.asUri(uri)],
  });
  const place = ({ start, end }: Range) => ({
    uri: uri.toString(),
    range: [start.line, start.character, end.line, end.character] as const,
  });
  return (told ?? []).map((row) => ({ ...row, place: place(row.range) }));
}

function show(name: string, rows: Authority[]): void {
  if (rows.length === 0) {
    say(`${name} không viện dẫn văn bản nào.`, `${name} cites no document.`);
  } else {
    showAuthorities(name, rows);
  }
}

function say(vi: string, en: string): void {
  void vscode.window.showInformationMessage(pick(language(), vi, en));
}
