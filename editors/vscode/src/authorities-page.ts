import { type Lang, pick } from "./lang";

/** A cited document, as the server and the command tell it. */
export interface Authority {
  document: string;
  title?: string | null;
  date?: string | null;
  status?: string | null;
  count: number;
  /** Where it is cited first. */
  place?: Place;
}

export interface Place {
  uri: string;
  /** Line and UTF-16 unit of start and end, from 0. */
  range: readonly [number, number, number, number];
}

/** The headings; the words are those of the command's reports. */
function columns(lang: Lang): string[] {
  return lang === "vi"
    ? ["Văn bản", "Trích yếu", "Số lần", "Tình trạng"]
    : ["Document", "Title", "Times", "Status"];
}

function cells(row: Authority): string[] {
  return [row.document, row.title ?? "", String(row.count), row.status ?? ""];
}

/** The table as a page of its own; a click on a row tells its index, the button asks for a copy. */
export function page(rows: Authority[], name: string, lang: Lang, nonce: string): string {
  const head = columns(lang).map((column) => `<th>${column}</th>`).join("");
  const body = rows
    .map((row, index) => `<tr tabindex="0" data-row="${index}">${cells(row).map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`)
    .join("\n");
  const title = pick(lang, "Văn bản được viện dẫn trong", "Documents cited in");
  const hint = pick(lang, "Bấm vào một dòng để đến chỗ viện dẫn đầu tiên.", "Click a row to go to the first place.");
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${title}</title>
<style nonce="${nonce}">
body { font-family: var(--vscode-font-family); color: var(--vscode-foreground); }
h1 { font-size: 1.2em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 4px 8px; border-bottom: 1px solid var(--vscode-panel-border); }
td:nth-child(3), th:nth-child(3) { text-align: right; }
tr[data-row] { cursor: pointer; }
tr[data-row]:hover, tr[data-row]:focus { background: var(--vscode-list-hoverBackground); outline: none; }
button { color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 0; padding: 4px 12px; }
</style>
</head>
<body>
<h1>${title} ${escaped(name)}</h1>
<p>${hint} <button id="copy">${pick(lang, "Chép bảng (CSV)", "Copy as CSV")}</button></p>
<table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table>
<script nonce="${nonce}">
const code = acquireVsCodeApi();
document.getElementById("copy").addEventListener("click", () => code.postMessage({ copy: true }));
for (const row of document.querySelectorAll("tr[data-row]")) {
  const go = () => code.postMessage({ row: Number(row.dataset.row) });
  row.addEventListener("click", go);
  row.addEventListener("keydown", (event) => event.key === "Enter" && go());
}
</script>
</body>
</html>`;
}

/** The table for a spreadsheet, with the date in a column of its own. */
export function csv(rows: Authority[], lang: Lang): string {
  const head = [...columns(lang), pick(lang, "Ngày", "Date")];
  const lines = [head, ...rows.map((row) => [...cells(row), row.date ?? ""])];
  return lines.map((values) => `${values.map(quoted).join(",")}\r\n`).join("");
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
