use std::collections::HashMap;

use super::bodiless;
use crate::citation::{Kind, Part};
use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::resolve::Document;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, fold, is_all_caps};
use crate::vocab::types;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM12",
    name: "short-form",
    group: "symbol",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("short_form.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    bodiless::report(context, findings);
    let document = context.document();
    // Of a short form that repeats a citation the registry is not asked.
    let short = context.cited_with(Traits::SHORT);
    let known: HashMap<Span, &Verdict<'_>> = short.map(|(mention, verdict)| (mention.span(), verdict)).collect();
    let is_short = |mention: &Mention<'_>| mention.kind() == Kind::Short || mention.type_code().is_some();
    for mention in context.mentions_where(Traits::ANY, is_short) {
        let code = mention.type_code();
        if mention.inherited().contains(&Part::Type) || context.is_in_table(mention.span().start()) {
            continue;
        }
        match (mention.kind(), code, mention.part(Part::Type)) {
            (Kind::Numbered, Some(code), Some(span)) if types::of_code(code).len() == 1 && is_all_caps(code) => {
                let name = types::of_code(code)[0].name();
                findings.add(
                    span,
                    Message::new(format!("tên loại viết tắt ‘{code}’"), format!("the type is shortened to ‘{code}’")),
                    Message::new(format!("viết ‘{name}’"), format!("write ‘{name}’")),
                    Vec::new(),
                );
            }
            (Kind::Short, ..) if !is_defined(document, mention) && findings.takes(mention.span()) => {
                let full = match (mention.antecedent(), known.get(&mention.span())) {
                    (Some(index), _) => written(&document.mentions()[index]),
                    (None, Some(Verdict::Known(record))) => {
                        Some(format!("{} số {}", record.doc_type(), record.symbol()))
                    }
                    _ => None,
                };
                let help = match full {
                    Some(full) => Message::new(format!("viết ‘{full}’"), format!("write ‘{full}’")),
                    None => Message::new("ghi đủ số, ký hiệu và ngày ban hành", "give number, symbol and date in full"),
                };
                let message = Message::new("viện dẫn thiếu ký hiệu", "the citation lacks its symbol");
                findings.add(mention.span(), message, help, Vec::new());
            }
            _ => {}
        }
    }
}

fn written(mention: &Mention<'_>) -> Option<String> {
    Some(format!("{} số {}", mention.reading().doc_type?, mention.canonical()?))
}

/// Bytes behind a citation in which its short form may be given.
const BEHIND: usize = 400;

/// Whether the short form is given here, or was given behind the citation that it repeats.
fn is_defined(document: &Document<'_>, mention: &Mention<'_>) -> bool {
    let text = document.text();
    let gives = |from: usize, length: usize| {
        let words = &text[from..text.ceil_char_boundary((from + length).min(text.len()))];
        if !may_define(words) {
            return false;
        }
        let words = fold(words);
        words.contains("gọi tắt") || words.contains("gọi là") || words.contains("viết tắt")
    };
    let before = text.floor_char_boundary(mention.span().start().saturating_sub(60));
    let here = gives(before, mention.span().start() - before) || gives(mention.span().end(), 60);
    let full = mention.antecedent().map(|index| &document.mentions()[index]);
    here || full.is_some_and(|full| gives(full.core().end(), BEHIND))
}

/// Whether the "ọ" of "gọi" or the "ắ" of "tắt" stands there, or a mark that makes one of a letter.
fn may_define(words: &str) -> bool {
    ["ọ", "ắ", "Ọ", "Ắ"].iter().any(|letter| words.contains(letter))
        || memchr::memchr2(0xCC, 0xCD, words.as_bytes()).is_some()
}
