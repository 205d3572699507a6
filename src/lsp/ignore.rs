use super::open::Open;
use crate::finding::Diagnostic;
use crate::text::{Edit, Span};

/// The comment at the end of the line that silences a finding there, in the form of the kind of text; `None` where the
/// line cannot take one.
///
/// It goes to the end of the finding's own line: a line of its own would part a paragraph or a table in two.
pub(super) fn comment(open: &Open, finding: &Diagnostic) -> Option<Edit> {
    // A comment that silences nothing is dropped, not silenced.
    if finding.rule == "SUP01" {
        return None;
    }
    let words = format!("cite-lint: ignore[{}]", finding.rule);
    let comment = match open.language.as_str() {
        "tex" | "latex" | "plaintex" | "bibtex" | "context" => format!(" % {words}"),
        "python" | "yaml" | "toml" | "shellscript" | "sh" | "bash" | "ruby" | "perl" | "r" | "make" | "makefile"
        | "dockerfile" | "conf" | "ini" | "properties" => format!(" # {words}"),
        "rust" | "c" | "cpp" | "csharp" | "java" | "javascript" | "typescript" | "go" | "typst" | "asciidoc" => {
            format!(" // {words}")
        }
        // Plain text has no comments; this form is the one that no reader takes for a part of the sentence.
        _ => format!(" <!-- {words} -->"),
    };
    let at = open.buffer().line(finding.span.start()).end();
    Some(Edit { span: Span::new(at, at), text: comment })
}
