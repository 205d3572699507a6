// A client of `cite-lint lsp` as an editor is one: it starts the command, keeps its own text, and sends changes of ranges.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
export const lsp = require('vscode-languageserver-protocol/node');
const { TextDocument } = require('vscode-languageserver-textdocument');

const binary = process.env.CITE_LINT ?? new URL('../../target/debug/cite-lint', import.meta.url).pathname;

/** What an editor of today can do. */
export const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
    diagnostic: { dynamicRegistration: false },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    rename: { prepareSupport: true },
  },
  window: { showDocument: { support: true } },
  workspace: {
    codeLens: { refreshSupport: true },
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
};

/** Without the requests for findings: they are sent by the server then. */
export const pushed = { ...capabilities, textDocument: { ...capabilities.textDocument, diagnostic: undefined } };

export class Client {
  /** Starts the server and says hello. */
  static async start(capabilities, { folder = null, options = undefined, args = ['--lang', 'en'] } = {}) {
    const client = new Client(args);
    const rootUri = folder && `file://${folder}`;
    const hello = { processId: process.pid, rootUri, capabilities, initializationOptions: options };
    client.server = await client.ask(lsp.InitializeRequest.type, hello);
    await client.tell(lsp.InitializedNotification.type, {});
    return client;
  }

  constructor(args) {
    this.process = spawn(binary, [...args, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.exited = new Promise((resolve) => this.process.on('exit', (code) => resolve(code)));
    const { StreamMessageReader: Reader, StreamMessageWriter: Writer } = lsp;
    this.connection = lsp.createProtocolConnection(new Reader(this.process.stdout), new Writer(this.process.stdin));
    this.waiting = new Map();
    this.arrived = new Map();
    this.connection.onNotification((method, params) => this.take(method, params));
    this.connection.onRequest((method, params) => {
      this.take(method, params);
      return method === 'workspace/configuration' ? params.items.map(() => this.settings ?? null) : null;
    });
    this.connection.listen();
  }

  take(method, params) {
    const wait = this.waiting.get(method)?.shift();
    if (wait) wait(params);
    else this.arrived.set(method, [...(this.arrived.get(method) ?? []), params]);
  }

  /** The next message of a method that the server sends by itself. */
  next(method) {
    const arrived = this.arrived.get(method)?.shift();
    if (arrived !== undefined) return Promise.resolve(arrived);
    return new Promise((resolve) => this.waiting.set(method, [...(this.waiting.get(method) ?? []), resolve]));
  }

  ask(type, params, token) {
    return this.connection.sendRequest(type, params, token);
  }

  tell(type, params) {
    return this.connection.sendNotification(type, params);
  }

  async open(text, { uri = 'untitled:draft', languageId = 'plaintext' } = {}) {
    const draft = new Draft(this, uri, languageId, text);
    await this.tell(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return draft;
  }

  async end() {
    await this.ask(lsp.ShutdownRequest.type);
    await this.tell(lsp.ExitNotification.type);
    return this.exited;
  }
}

/** A text that is open in the client. */
export class Draft {
  constructor(client, uri, languageId, text) {
    Object.assign(this, { client, uri });
    this.document = TextDocument.create(uri, languageId, 1, text);
  }

  get id() {
    return { uri: this.uri };
  }

  get text() {
    return this.document.getText();
  }

  /** Where words stand. */
  at(words, from = 0) {
    const offset = this.text.indexOf(words, from);
    if (offset < 0) throw new Error(`no ${words} in the text`);
    return this.document.positionAt(offset);
  }

  /** Changes ranges, as typing does. */
  async change(...contentChanges) {
    const version = this.document.version + 1;
    TextDocument.update(this.document, contentChanges, version);
    const textDocument = { uri: this.uri, version };
    await this.client.tell(lsp.DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  replace(words, text) {
    const start = this.text.indexOf(words);
    const [from, to] = [start, start + words.length].map((offset) => this.document.positionAt(offset));
    return this.change({ range: { start: from, end: to }, text });
  }

  /** Applies what an action or a renaming wants, as an editor does: only to the version it is of. */
  async apply(edit) {
    const { textDocument, edits } = edit.documentChanges[0];
    if (textDocument.version !== this.document.version) throw new Error('an edit of another version');
    const last = [...edits].sort((a, b) => this.document.offsetAt(b.range.start) - this.document.offsetAt(a.range.start));
    await this.change(...last.map(({ range, newText }) => ({ range, text: newText })));
  }

  async close() {
    await this.client.tell(lsp.DidCloseTextDocumentNotification.type, { textDocument: this.id });
  }

  /** The findings, asked for. */
  async findings(previousResultId = undefined) {
    return this.client.ask(lsp.DocumentDiagnosticRequest.type, { textDocument: this.id, previousResultId });
  }

  async ask(type, words, more = {}) {
    const position = typeof words === 'string' ? this.at(words) : words;
    return this.client.ask(type, { textDocument: this.id, position, ...more });
  }
}

/** Numbers that look random and are the same each time. */
export function random(seed = 7) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
