use std::cell::LazyCell;
use std::collections::HashMap;

use rustc_hash::FxHashMap;

use crate::citation::{Kind, Number, Part, Symbol, Year};
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
    bodiless(context, findings);
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

/// Tells the symbols of a type and a year that lack their body: `30/2020/NĐ`.
fn bodiless(context: &Context<'_>, findings: &mut Findings<'_>) {
    let whole = LazyCell::new(|| {
        let symbols = context.mentions_with(Traits::FIRST | Traits::SYMBOL).filter_map(|mention| mention.canonical());
        symbols.filter(|symbol| symbol.codes().nth(1).is_some()).map(|symbol| (without_body(symbol), symbol)).collect()
    });
    for mention in context.mentions_where(Traits::NUMBERED | Traits::SYMBOL, is_bodiless) {
        let Some(symbol) = mention.canonical().filter(|_| ends_there(mention)) else { continue };
        if context.is_in_table(mention.span().start()) || !findings.takes(mention.core()) {
            continue;
        }
        let whole: &FxHashMap<_, &Symbol> = &whole;
        let right = whole.get(&without_body(symbol)).map(ToString::to_string);
        // Decrees are the Government's alone.
        let right = right.or_else(|| (symbol.first_code() == "NĐ").then(|| format!("{symbol}-CP")));
        let help = match right {
            Some(right) => Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’")),
            None => Message::new("ghi cả chữ viết tắt tên cơ quan", "give the code of the issuing body"),
        };
        let message = Message::new("ký hiệu thiếu tên cơ quan ban hành", "the symbol lacks the issuing body");
        findings.add(mention.core(), message, help, Vec::new());
    }
}

/// Whether a symbol has a year and one code, that of a type that always has its body behind.
pub(in crate::rules) fn is_bodiless(mention: &Mention<'_>) -> bool {
    const WITH_BODY: [&str; 6] = ["NĐ", "TT", "TTLT", "NQLT", "QĐ", "NQ"];
    mention.canonical().is_some_and(|symbol| {
        symbol.year().is_some() && symbol.codes().nth(1).is_none() && WITH_BODY.contains(&symbol.first_code())
    })
}

/// Whether the symbol surely ends where it was read: behind what is broken off or misread other codes may stand.
fn ends_there(mention: &Mention<'_>) -> bool {
    let mut behind = mention.following(8).chars();
    let is_end = match behind.next() {
        None => true,
        Some('.') => !behind.as_str().starts_with('.'),
        Some(sign) => matches!(sign, ' ' | '\n' | ',' | ';' | ')'),
    };
    is_end && !behind.as_str().trim_start().starts_with(['-', '–', '.', '|', '_', ':', '…', '/'])
}

/// What a symbol has in common with the same one that lacks its body.
fn without_body(symbol: &Symbol) -> (Option<u32>, Option<Year>, &str) {
    (symbol.number().map(Number::value), symbol.year(), symbol.first_code())
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
