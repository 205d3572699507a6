use std::cell::LazyCell;

use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::bases::bases;
use crate::rules::wording::{change_to, insert};
use crate::rules::{Context, Findings, Regime, Rule};
use crate::source::Format;
use crate::text::Edit;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "STR01",
    name: "base-punctuation",
    group: "structure",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("base_punctuation.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if context.regime() != Regime::Administrative {
        return;
    }
    let document = context.document();
    let text = document.normalized().as_str();
    let bases = bases(text);
    // "Bộ trưởng … ban hành Thông tư …": the sentence of a normative text goes on behind its bases; so it does with "Thực hiện …".
    let after =
        bases.last().map_or("", |last| text[last.end..].trim_start_matches([';', '.', ',', ' ', '*', '_', '\n', '\r']));
    let goes_on =
        after.lines().next().is_some_and(|line| line.contains(" ban hành ") || line.starts_with("Thực hiện "));
    let usual = bases.iter().filter(|line| text[line.start..line.end].ends_with(';')).count();
    for (index, line) in bases.iter().enumerate() {
        let last = index + 1 == bases.len();
        if bases.len() < 2 || last && (goes_on || document.own().is_none()) {
            continue;
        }
        let written = text[line.clone()].chars().next_back().unwrap_or_default();
        let span = document.span(line.end - written.len_utf8()..line.end);
        let right = if last { "." } else { ";" };
        // Another sign, or none: the basis may go on in the next line, but for one among others that have theirs.
        let is_left_out = || !last && written.is_alphanumeric() && usual >= 2 && usual * 2 >= bases.len();
        let fix = match written {
            ';' | '.' | ',' if written.to_string() != right => change_to(right.to_owned(), span, Applicability::Safe),
            ';' | '.' | ',' => continue,
            _ if is_left_out() => insert(right, span.end(), Applicability::Safe),
            _ => continue,
        };
        if findings.takes(span) {
            let (vi, en) = if last { ("dấu chấm", "a full stop") } else { ("dấu chấm phẩy", "a semicolon") };
            let message =
                Message::new(format!("căn cứ này phải kết thúc bằng {vi}"), format!("this basis has to end with {en}"));
            let help = Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’"));
            findings.add(span, message, help, vec![fix]);
        }
    }
    // A line feed is a blank in Word and on web pages.
    let has_lines = document.source().is_none_or(|source| source.format() == Format::Text);
    let line_end = LazyCell::new(|| if document.text().contains("\r\n") { "\r\n" } else { "\n" });
    for line in bases.iter().filter(|_| bases.len() >= 2) {
        let inner = memchr::memmem::find_iter(text[line.clone()].as_bytes(), "; Căn cứ ".as_bytes());
        for blank in inner.map(|at| line.start + at + 1) {
            let span = document.span(blank + 1..blank + 1 + "Căn cứ".len());
            if !findings.takes(span) {
                continue;
            }
            let message = Message::new("mỗi căn cứ một dòng", "each basis stands on its own line");
            let title = Message::new("xuống dòng", "begin a new line");
            let edits = vec![Edit { span: document.span(blank..blank + 1), text: (*line_end).to_owned() }];
            let fix = Fix { title: title.clone(), applicability: Applicability::Safe, edits };
            findings.add(span, message, title, if has_lines { vec![fix] } else { Vec::new() });
        }
    }
}

#[cfg(test)]
#[cfg(feature = "html")]
mod tests {
    use crate::lint::Linter;
    use crate::source::{Format, Options, Source};

    #[test]
    fn a_line_is_broken_where_there_are_lines() {
        let bases = "Căn cứ Luật Đất đai năm 2024; Căn cứ Luật Nhà ở năm 2023;";
        let last = "Căn cứ Luật Đầu tư năm 2020;";
        let theirs = "Theo đề nghị của Chánh Văn phòng.";
        let plain = format!("{bases}\n{last}\n{theirs}\n");
        let page = format!("<html><body><p>{bases}</p><p>{last}</p><p>{theirs}</p></body></html>");
        for (bytes, format, fixes) in [(plain, Format::Text, 1), (page, Format::Html, 0)] {
            let source =
                Source::read(bytes.as_bytes(), Options { format: Some(format), ..Options::default() }).unwrap();
            assert_eq!(source.format(), format);
            let findings = Linter::new().lint_source(&source);
            let told = findings.iter().find(|finding| finding.rule == "STR01").unwrap();
            assert_eq!(told.fixes.len(), fixes, "{format:?}");
        }
    }
}
