import * as vscode from "vscode";

import { registerAnnotate } from "./annotate";
import { registerAuthorities } from "./authorities";
import { registerCheckFolder } from "./check-folder";
import { registerFixAll } from "./fix-all";
import { createServer } from "./server";
import { SECTION, settings } from "./settings";
import { createStatus } from "./status";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("cite-lint", { log: true });
  const server = createServer(context, log);
  context.subscriptions.push(
    log,
    server,
    createStatus(server),
    registerCheckFolder(server, log),
    registerFixAll(),
    registerAuthorities(server, log),
    registerAnnotate(server, log),
    vscode.commands.registerCommand("cite-lint.restart", () => server.restart()),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration(`${SECTION}.path`)) {
        await server.restart();
      } else if (event.affectsConfiguration(SECTION)) {
        await server
          .running()
          ?.sendNotification("workspace/didChangeConfiguration", { settings: { [SECTION]: settings() } });
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
  );
  await server.restart();
}
