import * as vscode from "vscode";

import { pick } from "./lang";
import { language } from "./settings";

/** The kind of the action that mends all that is safe, and how servers up to 0.1.0 call it. */
const KINDS = ["source.fixAll.cite-lint", "source.fixAll"];

/** `cite-lint.fixAll`: mends all that is safe in the text in front. */
export function registerFixAll(): vscode.Disposable {
  return vscode.commands.registerCommand("cite-lint.fixAll", async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) {
      return;
    }
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      whole,
      "source.fixAll",
      10,
    );
    const action = KINDS.map((kind) => actions.find((one) => one.kind?.value === kind)).find((one) => one?.edit);
    if (action?.edit) {
      await vscode.workspace.applyEdit(action.edit);
    } else {
      void vscode.window.showInformationMessage(
        pick(language(), "Không có chỗ nào sửa được an toàn.", "There is nothing that can be mended safely."),
      );
    }
  });
}
