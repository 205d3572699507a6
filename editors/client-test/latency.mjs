// Time from a change to the findings it gives, over 200 random edits: node latency.mjs [BYTES…]
// CITE_LINT names the binary; it has to be a release build. Run it on a quiet machine.
// Beside the time, which other work on the machine lengthens, it tells what the server itself took of a processor.
import { readFileSync } from 'node:fs';

import { Client, pushed, random } from './client.mjs';
import { plan } from './texts.mjs';

const EDITS = 200;
const TYPED = ['a', 'ấ', ' ', 'ngày ', '16/CT/TTg ', 'Nghị định số 30/2020/NĐ-CP ', '\n', '😀', ''];

/** Milliseconds of processor time of a process (Linux counts in hundredths of a second). */
function processor(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

for (const bytes of process.argv.slice(2).map(Number).concat(process.argv.length > 2 ? [] : [50_000, 5_000_000])) {
  const client = await Client.start(pushed);
  const draft = await client.open(plan(bytes));
  await client.next('textDocument/publishDiagnostics');
  const next = random();
  const times = [];
  let count = 0;
  const before = processor(client.process.pid);
  for (let edit = 0; edit < EDITS; edit += 1) {
    const start = draft.document.positionAt(next(draft.text.length));
    const end = { line: start.line, character: start.character + next(4) };
    const begun = process.hrtime.bigint();
    await draft.change({ range: { start, end }, text: TYPED[next(TYPED.length)] });
    const told = await client.next('textDocument/publishDiagnostics');
    times.push(Number(process.hrtime.bigint() - begun) / 1e6);
    if (told.version !== draft.document.version) throw new Error('findings of another version');
    count = told.diagnostics.length;
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(EDITS * share)].toFixed(1);
  const mean = ((processor(client.process.pid) - before) / EDITS).toFixed(1);
  console.log(
    `${bytes} bytes, ${count} findings sent: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.999)} ms; ` +
      `${mean} ms of processor time an edit`,
  );
  await client.end();
}
