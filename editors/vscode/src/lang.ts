/** The languages of what people read: that of `cite-lint.language`, not of VS Code, which has no Vietnamese of its own. */
export type Lang = "vi" | "en";

export function pick(lang: Lang, vi: string, en: string): string {
  return lang === "vi" ? vi : en;
}
