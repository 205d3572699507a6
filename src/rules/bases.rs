//! The lines of the bases of a document.

use std::ops::Range;

/// The lines of the first block of bases, without the blanks and marks at their ends. A line that is no basis ends it.
pub(super) fn bases(text: &str) -> Vec<Range<usize>> {
    let mut bases: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim_start_matches([' ', '\t', '-', '*', '_']);
        let is_basis = ["Căn cứ ", "Theo đề nghị ", "Xét đề nghị "].iter().any(|head| words.starts_with(head))
            || !bases.is_empty() && words.starts_with("Thực hiện ") && words.trim_end().ends_with(';');
        if is_basis {
            let line = without_comment(line);
            bases.push(start..start + line.trim_end_matches([' ', '\t', '\r', '\n', '*', '_']).len());
        } else if !words.trim().is_empty() && (!bases.is_empty() || start > HEAD) {
            break;
        }
    }
    bases
}

/// How far into a text its bases may begin, in bytes.
const HEAD: usize = 8_000;

/// A line without the comment at its end that silences findings: it is no part of the sentence.
fn without_comment(line: &str) -> &str {
    let at = line.find("cite-lint: ignore");
    at.map_or(line, |at| line[..at].trim_end_matches([' ', '<', '!', '-', '%', '#', '/']))
}
