import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** What a run of the command ended with. */
export interface Ended {
  /** Its exit status: 0 nothing at its level, 1 findings, 2 something could not be done. */
  code: number;
  /** What it said on standard error. */
  said: string;
}

/** Runs the command and hands over each line of its output as it comes. Rejects where it cannot be started. */
export function run(
  file: string,
  args: string[],
  folder: string | undefined,
  signal: AbortSignal,
  line: (line: string) => void,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...(folder ? { cwd: folder } : {}), signal, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    const lines = createInterface({ input: child.stdout, crlfDelay: Infinity }).on("line", line);
    const read = new Promise<void>((done) => lines.once("close", done));
    child.once("error", reject);
    child.once("close", (code) => void read.then(() => resolve({ code: code ?? 2, said: said.trim() })));
  });
}

/** A signal that follows a token of VS Code. */
export function aborted(token: { onCancellationRequested(listener: () => void): unknown }): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
