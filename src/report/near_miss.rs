use std::io::{self, Write};

use serde::Serialize;

use super::{Locator, clean};
use crate::finding::Lang;
use crate::parse::{NearMiss, Reason};
use crate::source::Source;
use crate::text::Span;

/// A near miss as JSON writes it: the order of the fields is the order of the keys.
#[derive(Debug, Serialize)]
struct Missed<'a> {
    file: &'a str,
    kind: &'static str,
    span: Span,
    line: usize,
    column: usize,
    text: &'a str,
    reason: Reason,
}

/// One JSON object a line, one a near miss.
///
/// # Errors
///
/// Those of `out`.
pub fn near_misses_jsonl(out: &mut impl Write, file: &str, source: &Source<'_>, missed: &[NearMiss]) -> io::Result<()> {
    let mut locator = Locator::of(source);
    for NearMiss { span, reason } in missed.iter().copied() {
        let at = locator.position(span.start());
        let (line, column) = (at.line, at.column);
        let row = Missed {
            file,
            kind: "near-miss",
            span: source.original(span),
            line,
            column,
            text: span.slice(source.text()),
            reason,
        };
        serde_json::to_writer(&mut *out, &row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// One line a near miss, for people.
///
/// # Errors
///
/// Those of `out`.
pub fn near_misses_text(
    out: &mut impl Write,
    file: &str,
    source: &Source<'_>,
    missed: &[NearMiss],
    lang: Lang,
) -> io::Result<()> {
    let mut locator = Locator::of(source);
    let file = clean(file);
    for NearMiss { span, reason } in missed {
        let at = locator.position(span.start());
        let words = clean(span.slice(source.text()));
        writeln!(out, "{file}:{}:{}: {words}: {}", at.line, at.column, wording(*reason, lang))?;
    }
    Ok(())
}

const fn wording(reason: Reason, lang: Lang) -> &'static str {
    match (reason, lang) {
        (Reason::Form, Lang::Vi) => "số của biểu mẫu, phụ lục",
        (Reason::Form, Lang::En) => "the number of a form or appendix",
        (Reason::Standard, Lang::Vi) => "số của tiêu chuẩn, quy chuẩn",
        (Reason::Standard, Lang::En) => "the number of a standard",
        (Reason::FileName, Lang::Vi) => "tên tệp hoặc địa chỉ trang",
        (Reason::FileName, Lang::En) => "a file name or address",
        (Reason::NoEvidence, Lang::Vi) => "chữ và từ đứng trước không cho biết đây là văn bản",
        (Reason::NoEvidence, Lang::En) => "nothing says that this is a document",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::Document;

    #[test]
    fn both_forms() {
        let text = "Kế hoạch\nMẫu số 01/HNCT";
        let (document, source) = (Document::new(text), Source::from(text));
        let missed = document.near_misses();
        let (mut jsonl, mut lines) = (Vec::new(), Vec::new());
        near_misses_jsonl(&mut jsonl, "a.txt", &source, &missed).unwrap();
        near_misses_text(&mut lines, "a.txt", &source, &missed, Lang::Vi).unwrap();
        let want = r#"{"file":"a.txt","kind":"near-miss","span":[24,31],"line":2,"column":8,"text":"01/HNCT","reason":"form"}"#;
        assert_eq!(String::from_utf8(jsonl).unwrap(), format!("{want}\n"));
        assert_eq!(String::from_utf8(lines).unwrap(), "a.txt:2:8: 01/HNCT: số của biểu mẫu, phụ lục\n");
    }
}
