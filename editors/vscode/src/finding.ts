/** A finding as `cite-lint check --format jsonl` prints it; the keys that are used here. */
export interface Finding {
  file: string;
  rule: string;
  severity: "info" | "warning" | "error";
  /** From 1. */
  line: number;
  /** In UTF-16 units, from 1. */
  utf16_column: number;
  message: string;
  help: string;
}

/** The finding of a line; nothing for a line that is none. */
export function readFinding(line: string): Finding | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isFinding(value) ? value : undefined;
}

function isFinding(value: unknown): value is Finding {
  const finding = value as Record<string, unknown> | null;
  return (
    typeof finding === "object" &&
    finding !== null &&
    ["file", "rule", "message", "help"].every((key) => typeof finding[key] === "string") &&
    ["line", "utf16_column"].every((key) => typeof finding[key] === "number") &&
    ["info", "warning", "error"].includes(String(finding["severity"]))
  );
}
