/** The rows of a CSV text with headings, each by the names of the columns. A byte order mark is none of them. */
export function readTable(text: string): Record<string, string>[] {
  const [head = [], ...rows] = records(text.replace(/^\uFEFF/, ""));
  return rows.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ""])));
}

function records(text: string): string[][] {
  const all: string[][] = [];
  let row: string[] = [];
  // A field, in quotes or not, and the sign behind it.
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end !== ",") {
      all.push(row);
      row = [];
    }
  }
  // A line end at the very end begins no row.
  return all.filter((fields) => fields.length > 1 || fields[0] !== "");
}
