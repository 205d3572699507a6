use rustc_hash::FxHashMap;

use super::law_name;
use crate::finding::{Message, Severity};
use crate::registry::{KnownTitle, Record, Verdict};
use crate::rules::traits::Traits;
use crate::rules::wording::sourced;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "TTL01",
    name: "title-registry",
    group: "title",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("title_registry.md"),
    check,
};

/// How many bytes behind a citation are read.
const FOLLOWING: usize = 800;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    law_name::report(context, findings);
    let document = context.document();
    let mut titles: FxHashMap<*const Record, KnownTitle<'_>> = FxHashMap::default();
    for (mention, verdict) in context.cited_with(Traits::SURE_TITLE) {
        let Verdict::Known(record) = verdict else { continue };
        let title = titles.entry(std::ptr::from_ref(*record)).or_insert_with(|| KnownTitle::of(record.title()));
        let (from, following) = document.behind(mention, FOLLOWING);
        let Some(differs) = title.difference(following) else { continue };
        // Titles of the Party's documents stand in our sources cut short at times: what is put in says nothing there.
        if differs.dropped.is_empty() && record.is_central() {
            continue;
        }
        let quoted = |words: &[String]| words.iter().map(|words| format!("‘{words}’")).collect::<Vec<_>>().join(", ");
        let (dropped, added) = (quoted(&differs.dropped), quoted(&differs.added));
        let (vi, en) = match (differs.dropped.is_empty(), differs.added.is_empty()) {
            (false, true) => (format!("thiếu {dropped}"), format!("{dropped} is left out")),
            (true, _) => (format!("thừa {added}"), format!("{added} is put in")),
            (false, false) => (format!("{added} thay vì {dropped}"), format!("{added} instead of {dropped}")),
        };
        let message = Message::new(
            format!("trích yếu khác văn bản đã biết: {vi}"),
            format!("the title differs from that of the known document: {en}"),
        );
        let help = sourced(
            format!("đối chiếu với văn bản gốc; trích yếu đã biết: ‘{}’", record.title()),
            format!("check against the original; the known title: ‘{}’", record.title()),
            record,
        );
        let span = document.span(from + differs.written.start..from + differs.written.end);
        findings.add(span, message, help, Vec::new());
    }
}
