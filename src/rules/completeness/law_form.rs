use rustc_hash::FxHashSet;

use crate::citation::Part;
use crate::finding::{Applicability, Message, Severity};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, fold};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CMP02",
    name: "law-form",
    group: "completeness",
    severity: Severity::Info,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("law_form.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    let mut seen = FxHashSet::default();
    for (mention, verdict) in context.cited_where(Traits::NUMBERED | Traits::TYPE, is_law) {
        let Some(kind) = bare_law(mention, text, |core| !seen.contains(core)) else { continue };
        seen.insert(mention.core_str());
        let name = match verdict {
            Verdict::Known(record) if !record.title().is_empty() && !is_amendment(record.title()) => {
                Some(record.title())
            }
            Verdict::Known(_) => continue,
            _ => None,
        };
        let help = match name {
            Some(name) => Message::new(format!("ghi cả tên: ‘{name}’"), format!("give its name: ‘{name}’")),
            None => Message::new("ghi cả tên luật, pháp lệnh", "give its name"),
        };
        let fixes = name.map(|name| change_to(name.to_owned(), kind, Applicability::Unsafe)).into_iter().collect();
        let message = Message::new("chỉ ghi số, không ghi tên luật, pháp lệnh", "the law is cited by number only");
        findings.add(mention.core(), message, help, fixes);
    }
}

fn is_law(mention: &Mention<'_>) -> bool {
    mention.reading().doc_type.is_some_and(|doc_type| matches!(doc_type.name(), "Luật" | "Pháp lệnh"))
}

/// The type word of a law that has no name, neither before its number nor behind.
fn bare_law(mention: &Mention<'_>, text: &str, is_new: impl Fn(&str) -> bool) -> Option<Span> {
    let kind = mention.part(Part::Type).filter(|_| is_new(mention.core_str()))?;
    let between = text.get(kind.end()..mention.core().start())?;
    let is_short = between.trim().len() <= "số".len() + 4;
    let is_bare = || matches!(between.trim(), "số" | "") || matches!(fold(between).trim(), "số" | "");
    let following = mention.following(40).trim_start();
    let ends = following.is_empty() || following.starts_with([';', '.', ',', ')']);
    let start = kind.start();
    let before = || &text[text.floor_char_boundary(start.saturating_sub(200))..start];
    // "Luật Đầu tư là Luật số 61/2020/QH14": the name stands before.
    let is_defined = || fold(before()).trim_end().ends_with(" là");
    (ends && is_short && is_bare() && !is_defined() && !is_amendment(before())).then_some(kind)
}

/// Whether words tell of amending: such laws are cited by number.
fn is_amendment(words: &str) -> bool {
    let words = fold(words);
    let contains = |word: &&str| memchr::memmem::find(words.as_bytes(), word.as_bytes()).is_some();
    ["sửa đổi", "bổ sung", "thay thế", "bãi bỏ"].iter().any(contains)
}
