// The whole protocol, asked of the real command by the protocol library of VS Code.
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { Client, capabilities, lsp, pushed, random } from './client.mjs';
import { plan } from './texts.mjs';

const TEXT = `Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ về công tác văn thư.
Theo Nghị định 30, 😀 Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ.
Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020; Đề án số 15- ĐA/TU
`;

const codes = (items) => items.map((item) => item.code).sort();
const caret = (position) => ({ start: position, end: position });
const fails = (code) => (error) => error.code === code;

async function actions(client, draft, words, only = undefined) {
  const context = { diagnostics: [], only };
  const range = caret(draft.at(words));
  return client.ask(lsp.CodeActionRequest.type, { textDocument: draft.id, range, context });
}

test('a client that asks for findings', async () => {
  const client = await Client.start(capabilities);
  assert.equal(client.server.serverInfo.name, 'cite-lint');
  assert.equal(client.server.capabilities.positionEncoding, 'utf-16');
  const draft = await client.open(TEXT);
  const first = await draft.findings();
  assert.equal(first.kind, 'full');
  for (const code of ['DAT06', 'SYM01', 'SYM03']) assert.ok(codes(first.items).includes(code), code);
  assert.equal((await draft.findings(first.resultId)).kind, 'unchanged');
  await draft.replace('15- ĐA', '15-ĐA');
  const second = await draft.findings(first.resultId);
  assert.ok(!codes(second.items).includes('SYM01'));
  await draft.close();
  assert.deepEqual((await draft.findings()).items, []);
  assert.equal(await client.end(), 0);
});

test('a client that is told, with the version', async () => {
  const client = await Client.start(pushed);
  assert.equal(client.server.capabilities.diagnosticProvider, undefined);
  const draft = await client.open(TEXT);
  const told = await client.next('textDocument/publishDiagnostics');
  assert.ok(codes(told.diagnostics).includes('SYM03'));
  await draft.replace('16/CT/TTg', '16/CT-TTg');
  const next = await client.next('textDocument/publishDiagnostics');
  assert.deepEqual([next.version, codes(next.diagnostics).includes('SYM03')], [2, false]);
  await draft.close();
  assert.deepEqual((await client.next('textDocument/publishDiagnostics')).diagnostics, []);
  assert.equal(await client.end(), 0);
});

test('fixes: safe and unsafe ones, all that is safe, silencing', async () => {
  const client = await Client.start(capabilities);
  const draft = await client.open(TEXT, { languageId: 'markdown' });
  const [unsafe] = await actions(client, draft, '06/3/2020');
  assert.deepEqual([unsafe.title, unsafe.isPreferred], ['change to ‘ngày 05/3/2020’ (review before applying)', false]);
  const [safe] = await actions(client, draft, 'CT/TTg');
  assert.deepEqual([safe.title, safe.isPreferred], ['change to ‘16/CT-TTg’ (safe)', true]);
  await draft.apply(safe.edit);
  assert.ok(draft.text.includes('Chỉ thị số 16/CT-TTg ngày 16/5/2016'));
  const [all] = await actions(client, draft, 'Nghị', ['source.fixAll.cite-lint']);
  await draft.apply(all.edit);
  assert.ok(draft.text.includes('Đề án số 15-ĐA/TU'));
  assert.deepEqual(await actions(client, draft, 'Nghị', ['source.fixAll']), []);
  const ignore = (await actions(client, draft, '06/3/2020')).find((action) => action.title === 'ignore here: DAT06');
  await draft.apply(ignore.edit);
  assert.ok(draft.text.startsWith(`${TEXT.split('\n')[0]} <!-- cite-lint: ignore[DAT06] -->\n`));
  const left = (await draft.findings()).items.filter((item) => ['DAT06', 'SUP01'].includes(item.code));
  // The comment is for its line and the next one.
  assert.deepEqual(left.map((item) => [item.code, item.range.start.line]), [['DAT06', 2]]);
  assert.equal(await client.end(), 0);
});

test('what is known under the pointer, and where else it is cited', async () => {
  const client = await Client.start(capabilities);
  const draft = await client.open(TEXT);
  const hover = await draft.ask(lsp.HoverRequest.type, '06/3/2020');
  for (const words of ['ngày 05/3/2020 của Chính phủ', 'Về công tác văn thư', 'DAT06']) {
    assert.ok(hover.contents.value.includes(words), words);
  }
  const symbols = await client.ask(lsp.DocumentSymbolRequest.type, { textDocument: draft.id });
  assert.deepEqual(
    symbols.map((symbol) => symbol.name),
    ['30/2020/NĐ-CP', 'Nghị định 30', '16/CT/TTg', '30/2020/NĐ-CP', '15- ĐA/TU'],
  );
  const full = await draft.ask(lsp.DefinitionRequest.type, 'định 30,');
  assert.deepEqual(full.range.start, { line: 0, character: 0 });
  const places = await draft.ask(lsp.ReferencesRequest.type, '30/2020', { context: { includeDeclaration: true } });
  assert.deepEqual(places.map((place) => place.range.start.line), [0, 1, 2]);
  assert.equal((await draft.ask(lsp.DocumentHighlightRequest.type, '30/2020')).length, 3);
  assert.equal(await client.end(), 0);
});

test('a wrong date is changed everywhere', async () => {
  const client = await Client.start(capabilities);
  const draft = await client.open(TEXT);
  const prepared = await draft.ask(lsp.PrepareRenameRequest.type, '06/3/2020');
  assert.equal(prepared.placeholder, 'ngày 06/3/2020');
  await assert.rejects(draft.ask(lsp.RenameRequest.type, '06/3/2020', { newName: '31/02/2020' }), fails(-32803));
  const edit = await draft.ask(lsp.RenameRequest.type, '06/3/2020', { newName: '05/3/2020' });
  await draft.apply(edit);
  assert.ok(draft.text.includes('ngày 05/3/2020') && draft.text.includes('ngày 05 tháng 3 năm 2020'));
  assert.ok(!codes((await draft.findings()).items).includes('DAT06'));
  assert.equal(await client.end(), 0);
});

test('known documents are offered as they are typed', async () => {
  const client = await Client.start(capabilities);
  const draft = await client.open('Căn cứ Nghị định số 30/20');
  const list = await draft.ask(lsp.CompletionRequest.type, { line: 0, character: 25 });
  assert.ok(list.isIncomplete && list.items.length <= 50);
  const item = list.items.find((item) => item.label === '30/2020/NĐ-CP');
  await draft.change({ range: item.textEdit.range, text: item.textEdit.newText });
  const cited = 'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư';
  assert.equal(draft.text, `Căn cứ ${cited}`);
  assert.equal(await client.end(), 0);
});

test('counts above the text, and the table of what it cites', async () => {
  const client = await Client.start(capabilities);
  const draft = await client.open(TEXT);
  const [cited, found] = await client.ask(lsp.CodeLensRequest.type, { textDocument: draft.id });
  assert.match(cited.command.title, /^4 citations, 1 known$/);
  assert.match(found.command.title, /^\d errors, \d warnings?, \d infos?$/);
  for (const lens of [cited, found]) await client.ask(lsp.ExecuteCommandRequest.type, lens.command);
  assert.match((await client.next('window/showMessage')).message, /^3 documents are cited\n3 × Nghị định số 30/);
  assert.deepEqual((await client.next('window/showDocument')).selection.start, { line: 0, character: 27 });
  const command = { command: 'cite-lint.authorities', arguments: [draft.uri] };
  const rows = await client.ask(lsp.ExecuteCommandRequest.type, command);
  const first = { count: rows[0].count, date: rows[0].date, title: rows[0].title };
  assert.deepEqual(first, { count: 3, date: '2020-03-05', title: 'Về công tác văn thư' });
  assert.equal(await client.end(), 0);
});

test('cite-lint.toml beside the text, the settings of the client, and a registry with addresses', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cite-lint-'));
  mkdirSync(join(folder, 'drafts'));
  const config = join(folder, 'cite-lint.toml');
  writeFileSync(config, 'ignore = ["SYM01"]\n');
  writeFileSync(
    join(folder, 'own.tsv'),
    'type\tsymbol\tdate\ttitle\tsource\nKế hoạch\t12345/KH-UBND\t2024-03-01\tvề văn thư\thttps://example.vn/12345\n',
  );
  const uri = `file://${folder}/drafts/a.txt`;
  const client = await Client.start(pushed, { folder, options: { registries: ['own.tsv'] } });
  const watched = await client.next('client/registerCapability');
  assert.equal(watched.registrations[0].method, 'workspace/didChangeWatchedFiles');
  const told = async () => codes((await client.next('textDocument/publishDiagnostics')).diagnostics);
  const draft = await client.open(`${TEXT}Kế hoạch số 12345/KH-UBND ngày 01/3/2024`, { uri });
  assert.ok(!(await told()).includes('SYM01'));
  const links = await client.ask(lsp.DocumentLinkRequest.type, { textDocument: draft.id });
  assert.deepEqual(links.map((link) => link.target), ['https://example.vn/12345']);

  const changed = () =>
    client.tell(lsp.DidChangeWatchedFilesNotification.type, { changes: [{ uri: `file://${config}`, type: 2 }] });
  writeFileSync(config, 'ignore = ["SYM03"]\n');
  await changed();
  const after = await told();
  assert.ok(after.includes('SYM01') && !after.includes('SYM03'));

  writeFileSync(config, 'ignroe = ["SYM03"]\n');
  await changed();
  assert.match((await client.next('window/showMessage')).message, /cite-lint\.toml.*ignroe/);
  assert.ok((await told()).includes('SYM03'));

  writeFileSync(config, '');
  await changed();
  await told();
  const settings = { 'cite-lint': { select: ['SYM01'], level: 'warning', language: 'vi' } };
  await client.tell(lsp.DidChangeConfigurationNotification.type, { settings });
  assert.deepEqual(new Set(await told()), new Set(['SYM01']));
  client.settings = { level: 'error' };
  await client.tell(lsp.DidChangeConfigurationNotification.type, { settings: null });
  assert.ok(!(await told()).includes('SYM01'));
  assert.equal(await client.end(), 0);
});

test('requests that are taken back', async () => {
  const client = await Client.start(capabilities);
  const draft = await client.open(plan(400_000));
  const source = new lsp.CancellationTokenSource();
  const busy = draft.findings();
  const hover = draft.ask(lsp.HoverRequest.type, { line: 7, character: 20 }, {});
  const position = { line: 7, character: 20 };
  const cancelled = client.ask(lsp.HoverRequest.type, { textDocument: draft.id, position }, source.token);
  source.cancel();
  await assert.rejects(cancelled, fails(lsp.LSPErrorCodes.RequestCancelled));
  await Promise.all([busy, hover]);
  assert.equal(await client.end(), 0);
});

test('two edits while a check runs: nothing of an older text is told', async () => {
  const client = await Client.start(pushed);
  const draft = await client.open(plan(200_000));
  await client.next('textDocument/publishDiagnostics');
  await draft.change({ range: caret({ line: 0, character: 0 }), text: 'x' });
  await draft.change({ range: caret({ line: 0, character: 1 }), text: 'y' });
  let told;
  do {
    told = await client.next('textDocument/publishDiagnostics');
  } while (told.version !== 3);
  const first = told.diagnostics[0].range.start;
  await draft.close();
  assert.ok(first.line > 0);
  assert.equal(await client.end(), 0);
});

test('ten thousand random edits: the texts are the same and the memory stays', { timeout: 600_000 }, async () => {
  const client = await Client.start(capabilities);
  const draft = await client.open(TEXT);
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${client.process.pid}/status`, 'utf8'))[1]);
  const next = random();
  const typed = ['a', 'Đ', '😀', '\n', '\r\n', '\r', '16/CT/TTg', 'Nghị định số 30/2020/NĐ-CP ', '', '', ''];
  const place = () => ({ line: next(draft.document.lineCount + 1), character: next(90) });
  let early;
  for (let edit = 1; edit <= 10_000; edit += 1) {
    // Places are any: behind the end of a line or of the text, or in the middle of a letter of two units.
    const start = place();
    const end = { line: start.line + next(2), character: start.character + next(12) };
    // The library cuts letters of two units apart, which a text of whole letters cannot follow.
    const cut = [start, end].some((at) => /[\udc00-\udfff]/.test(draft.text[draft.document.offsetAt(at)] ?? ''));
    const range = cut ? caret({ line: start.line, character: 0 }) : { start, end };
    await draft.change({ range, text: draft.text.length > 3_000 ? '' : typed[next(typed.length)] });
    if (edit % 10 === 0) await draft.findings();
    if (edit === 2_000) early = memory();
  }
  const late = memory();
  assert.ok(late < early * 1.1 + 2_048, `${early} kB after 2,000 edits, ${late} kB after 10,000`);
  const fresh = await client.open(draft.text, { uri: 'untitled:fresh' });
  const [a, b] = [await draft.findings(), await fresh.findings()];
  const bare = ({ items }) => items.map(({ code, range, message }) => ({ code, range, message }));
  assert.deepEqual(bare(a), bare(b));
  const symbols = (of) => client.ask(lsp.DocumentSymbolRequest.type, { textDocument: of.id });
  assert.deepEqual(await symbols(draft), await symbols(fresh));
  // The last line is the same too, letter by letter: an edit behind the end lands where the client has it.
  const end = draft.document.positionAt(draft.text.length);
  for (const of of [draft, fresh]) await of.change({ range: caret(end), text: '\nĐề án số 15- ĐA/TU' });
  assert.deepEqual(await symbols(draft), await symbols(fresh));
  assert.equal(await client.end(), 0);
});

test('what a client gets wrong', async () => {
  const client = await Client.start(pushed);
  const draft = await client.open(TEXT);
  await client.next('textDocument/publishDiagnostics');
  await assert.rejects(client.connection.sendRequest('textDocument/nothing', {}), fails(-32601));
  await assert.rejects(client.connection.sendRequest('textDocument/hover', {}), fails(-32602));
  await assert.rejects(client.connection.sendRequest('initialize', {}), fails(-32600));
  const versioned = (version) => ({ uri: draft.uri, version });
  const send = (version, change) =>
    client.tell(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: versioned(version),
      contentChanges: [change],
    });
  await send(5, { range: caret({ line: -1, character: 0 }), text: 'x' });
  await client.next('window/logMessage');
  await send(5, { text: 'Đề án số 15- ĐA/TU' });
  await client.next('textDocument/publishDiagnostics');
  await send(4, { text: '' });
  await client.next('window/logMessage');
  const position = { line: 1 << 30, character: 1 << 30 };
  await client.ask(lsp.HoverRequest.type, { textDocument: draft.id, position });
  // No JSON, and JSON that is no message: answered, and the talk goes on.
  for (const body of ['{', '[]']) client.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  const symbols = await client.ask(lsp.DocumentSymbolRequest.type, { textDocument: draft.id });
  assert.equal(symbols[0].name, '15- ĐA/TU');
  assert.equal(await client.end(), 0);
});

test('goodbyes', async () => {
  const exit = await Client.start(pushed);
  await exit.tell(lsp.ExitNotification.type);
  assert.equal(await exit.exited, 1);

  const vanished = await Client.start(pushed);
  await vanished.open(TEXT);
  vanished.process.stdin.end();
  assert.equal(await vanished.exited, 1);

  const polite = await Client.start(pushed);
  await polite.ask(lsp.ShutdownRequest.type);
  await assert.rejects(polite.connection.sendRequest('textDocument/hover', {}), fails(-32600));
  polite.process.stdin.end();
  assert.equal(await polite.exited, 0);
});
