import * as vscode from "vscode";
import { LanguageClient, State as ClientState } from "vscode-languageclient/node";

import { type Found, findBinary, missingMessage } from "./binary";
import { pick } from "./lang";
import { LANGUAGES } from "./languages";
import { SECTION, language, pathSetting, settings } from "./settings";

/** The table of cited documents: the command of this extension, and the one that the server offers. */
export const OPEN_AUTHORITIES = "cite-lint.openAuthorities";
const SHOW_AUTHORITIES = "cite-lint.showAuthorities";

export type State = "starting" | "running" | "stopped" | "missing";

/** The language server, which may be gone and come again. */
export interface Server extends vscode.Disposable {
  state(): State;
  readonly onState: vscode.Event<State>;
  /** The client, while the server runs. */
  running(): LanguageClient | undefined;
  /** Starts it, or starts it anew: the command may be another one now. */
  restart(): Promise<void>;
  /** The command; tells the user where there is none. */
  binary(): string | undefined;
}

export function createServer(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Server {
  const changed = new vscode.EventEmitter<State>();
  let state: State = "stopped";
  let client: LanguageClient | undefined;
  // Starting and stopping take turns, else a quick change of settings leaves two servers.
  let turn = Promise.resolve();

  const become = (next: State) => {
    state = next;
    changed.fire(next);
  };

  const find = (): Found =>
    findBinary({
      setting: pathSetting(),
      extension: context.extensionPath,
      searchPath: process.env["PATH"] ?? "",
      platform: process.platform,
    });

  const binary = () => {
    const found = find();
    if ("file" in found) {
      return found.file;
    }
    log.warn(`looked for the command at: ${found.looked.join(", ")}`);
    void tellMissing(missingMessage(found, language()), context.extensionUri);
    return undefined;
  };

  const stop = async () => {
    const old = client;
    client = undefined;
    // A server that died does not answer; it is gone all the same.
    await old?.dispose().catch((error: unknown) => log.debug(String(error)));
  };

  const start = async () => {
    await stop();
    const command = binary();
    if (command === undefined) {
      become("missing");
      return;
    }
    log.info(`starting ${command} lsp`);
    const next = createClient(command, log);
    client = next;
    next.onDidChangeState(({ newState }) => {
      if (client === next) {
        become(newState === ClientState.Running ? "running" : newState === ClientState.Starting ? "starting" : "stopped");
      }
    });
    try {
      await next.start();
      log.info(`running: ${next.initializeResult?.serverInfo?.name} ${next.initializeResult?.serverInfo?.version}`);
    } catch (error) {
      log.error(`${command}: ${error}`);
      become("stopped");
      void tellNotStarted(command, log);
    }
  };

  return {
    state: () => state,
    onState: changed.event,
    running: () => (state === "running" ? client : undefined),
    restart: () => (turn = turn.then(start)),
    binary,
    dispose: () => {
      changed.dispose();
      void (turn = turn.then(stop));
    },
  };
}

function createClient(command: string, log: vscode.LogOutputChannel): LanguageClient {
  return new LanguageClient(
    SECTION,
    "cite-lint",
    { command, args: ["lsp"] },
    {
      // Files and texts that were never saved; not the sides of a comparison or the lines of a log.
      documentSelector: LANGUAGES.flatMap((name) => [
        { scheme: "file", language: name },
        { scheme: "untitled", language: name },
      ]),
      diagnosticCollectionName: SECTION,
      outputChannel: log,
      initializationOptions: settings(),
      middleware: {
        // The server's own way of showing them, for clients without a view: here there is one.
        executeCommand: (command, args, next) =>
          command === SHOW_AUTHORITIES ? vscode.commands.executeCommand(OPEN_AUTHORITIES) : next(command, args),
        workspace: {
          // A server that asks for its settings gets them as they were made ready, not as they stand in settings.json.
          configuration: (params) => params.items.map((item) => (item.section === SECTION ? settings() : null)),
        },
      },
    },
  );
}

async function tellMissing(message: string, extension: vscode.Uri): Promise<void> {
  const lang = language();
  const open = pick(lang, "Mở cài đặt", "Open Settings");
  const how = pick(lang, "Cách cài đặt", "How to Install");
  const chosen = await vscode.window.showErrorMessage(message, open, how);
  if (chosen === open) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "cite-lint.path");
  } else if (chosen === how) {
    // The name that README.md has in a package.
    await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.joinPath(extension, "readme.md"));
  }
}

async function tellNotStarted(command: string, log: vscode.LogOutputChannel): Promise<void> {
  const lang = language();
  const details = pick(lang, "Xem chi tiết", "Show Details");
  const chosen = await vscode.window.showErrorMessage(
    pick(
      lang,
      `Không khởi động được ‘${command} lsp’. Tệp này có đúng là chương trình cite-lint không?`,
      `‘${command} lsp’ could not be started. Is this file the cite-lint program?`,
    ),
    details,
  );
  if (chosen === details) {
    log.show();
  }
}
