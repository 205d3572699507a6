/** Kinds of text that are checked, by VS Code's names. */
export const LANGUAGES = ["plaintext", "markdown", "latex", "html"];
