use std::cell::LazyCell;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::citation::{Date, DocType, Part, PartialDate, Symbol};
use crate::finding::{Applicability, Message, Severity};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::resolve::{Document, begins_title};
use crate::rules::symbols::{codes_in_any_order, is_bodiless};
use crate::rules::traits::Traits;
use crate::rules::wording::insert;
use crate::rules::{Context, Findings, Regime, Rule};
use crate::text::fold;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CMP01",
    name: "first-citation-incomplete",
    group: "completeness",
    severity: Severity::Info,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("first_citation_incomplete.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if context.regime() == Regime::Normative {
        return;
    }
    // Of four citations about one is the first of its number.
    let mut seen = FxHashSet::with_capacity_and_hasher(context.document().mentions().len() / 4, FxBuildHasher);
    let mut seen_codes = FxHashSet::default();
    let dates = LazyCell::new(|| dates_elsewhere(context));
    for (mention, verdict) in context.cited_with(Traits::FIRST | Traits::NUMBERED | Traits::SYMBOL) {
        // A number that is left blank is no citation yet.
        let Some(symbol) = mention.canonical().filter(|symbol| symbol.number().is_some()) else { continue };
        // Codes in another order are told by INC01, a body that is left out by SYM12.
        let is_new = seen.insert(symbol)
            && codes_in_any_order(symbol)
                .is_none_or(|codes| seen_codes.insert((symbol.number(), symbol.year(), codes)));
        if !is_new
            || mention.reading().doc_type.is_some_and(DocType::is_cited_by_name)
            || is_in_list(mention)
            || is_bodiless(mention)
        {
            continue;
        }
        let lacks = lacking(context, mention);
        if lacks.is_empty() || needs_nothing(context, mention) || !findings.takes(mention.core()) {
            continue;
        }
        let listed = |pick: fn(&(&'static str, &'static str)) -> &'static str| {
            lacks.iter().map(pick).collect::<Vec<_>>().join(", ")
        };
        let (vi, en) = (listed(|lack| lack.0), listed(|lack| lack.1));
        let date = match verdict {
            _ if mention.reading().date.is_some() => None,
            Verdict::Known(record) => record.date().and_then(PartialDate::day),
            _ => dates.get(symbol).copied().flatten(),
        };
        let written = |date: Date| format!(" ngày {}", date.short_form());
        let fix = date.map(|date| insert(&written(date), mention.core().end(), Applicability::Unsafe));
        findings.add(
            mention.core(),
            Message::new(format!("lần viện dẫn đầu thiếu {vi}"), format!("the first citation lacks {en}")),
            help(date),
            fix.into_iter().collect(),
        );
    }
}

fn help(date: Option<Date>) -> Message {
    match date {
        Some(date) => Message::new(
            format!("đối chiếu và ghi thêm; ngày ban hành đã biết: {}", date.short_form()),
            format!("check and add; the date that is known: {date}"),
        ),
        None => Message::new("đối chiếu và ghi thêm ở lần đầu", "check and add it at the first citation"),
    }
}

/// The day that other citations of the same symbol give, where all give one.
fn dates_elsewhere<'c>(context: &'c Context<'_>) -> FxHashMap<&'c Symbol, Option<Date>> {
    let mut days: FxHashMap<&Symbol, Option<Date>> = FxHashMap::default();
    for (mention, _) in context.cited_with(Traits::FIRST | Traits::SYMBOL | Traits::DAY) {
        if let (Some(symbol), Some(day)) = (mention.canonical(), mention.reading().date.and_then(PartialDate::day)) {
            let only = days.entry(symbol).or_insert(Some(day));
            *only = only.filter(|other| *other == day);
        }
    }
    days
}

/// What is not there, in both languages.
fn lacking(context: &Context<'_>, mention: &Mention<'_>) -> Vec<(&'static str, &'static str)> {
    let reading = mention.reading();
    let mut lacks = Vec::new();
    if reading.doc_type.is_none() {
        lacks.push(("tên loại", "the type"));
    }
    if reading.date.is_none() {
        lacks.push(("ngày ban hành", "the date"));
    }
    if reading.issuer.is_none() {
        lacks.push(("cơ quan ban hành", "the issuing body"));
    }
    if ends_here(context.document(), mention) && !context.document().title_begins_next_line(mention) {
        lacks.push(("trích yếu", "the title"));
    }
    lacks
}

/// Whether the sentence or its part ends behind the citation, so that no title follows.
fn ends_here(document: &Document<'_>, mention: &Mention<'_>) -> bool {
    let following = mention.following(60).trim_start_matches([' ', '*', '_']);
    let open = following.strip_prefix(')').unwrap_or(following).trim_start();
    open.is_empty()
        || open.starts_with([';', '.'])
        || open.starts_with(',') && !begins_title(document.behind(mention, 60).1)
}

/// Whether the citation stands where it needs none of what it lacks.
fn needs_nothing(context: &Context<'_>, mention: &Mention<'_>) -> bool {
    let text = context.document().text();
    let start = mention.span().start();
    let line = context.line_start(start).max(start.saturating_sub(BEFORE));
    let before = &text[text.ceil_char_boundary(line)..start];
    // The head of a form, and the day of a form or one that cannot be read.
    let is_head = mention.reading().doc_type.is_none()
        && !before.contains(char::is_alphanumeric)
        && mention.as_str().starts_with('S');
    let has_unread_day = mention.reading().date.is_none() && mention.following(20).trim_start().starts_with("ngày");
    is_head || has_unread_day || context.document().is_in_caption(mention) || amends(before)
}

/// How many bytes ahead of a citation are looked at.
const BEFORE: usize = 160;

/// Whether words lead to what amended a document: "được sửa đổi, bổ sung một số điều theo …".
fn amends(before: &str) -> bool {
    let words = fold(before);
    let behind = ["sửa đổi", "bổ sung"].iter().filter_map(|verb| words.rsplit_once(verb)).map(|(_, behind)| behind);
    behind.min_by_key(|behind| behind.len()).is_some_and(|behind| {
        let leads = |word: &str| matches!(word, "theo" | "bởi" | "tại" | "bằng");
        !behind.contains([';', '.']) && behind.split(' ').any(leads)
    })
}

/// A member of a list shares what stands behind the last one.
fn is_in_list(mention: &Mention<'_>) -> bool {
    mention.inherited().iter().any(|part| matches!(part, Part::Type | Part::Date | Part::Issuer))
}
