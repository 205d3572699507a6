//! The name before the number of a known law: another law's, or its own with a slip.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::citation::{Citation, Kind, Part};
use crate::finding::Message;
use crate::parse::Mention;
use crate::registry::{Record, Registry, Verdict};
use crate::rules::traits::Traits;
use crate::rules::wording::sourced;
use crate::rules::{Context, Findings};
use crate::text::{Normalized, fold, is_all_caps};

/// Reports the laws that are cited by a name that is not that of their number.
pub(super) fn report(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let text = document.normalized().as_str();
    // A law is cited often, and mostly in the same words.
    let mut sound: FxHashSet<(&str, &str)> = FxHashSet::default();
    for (mention, verdict) in context.cited_with(Traits::NUMBERED | Traits::LAW | Traits::KNOWN | Traits::TYPE_WORD) {
        let (Verdict::Known(record), Some(range)) = (verdict, name(mention, document.normalized())) else { continue };
        let words = &text[range.clone()];
        // "Luật Công nghiệp công nghệ số 71/2025/QH15" ends in the word that stands before numbers.
        if record.title().strip_suffix(" số").unwrap_or(record.title()) == words
            || sound.contains(&(words, record.title()))
        {
            continue;
        }
        let Some(slip) = slip(context.registry(), mention, record, words) else {
            sound.insert((words, record.title()));
            continue;
        };
        let (title, symbol) = (record.title(), record.symbol());
        let message = match slip {
            Slip::OfAnother(of) => Message::new(
                format!("‘{words}’ không phải là tên luật số {symbol}, mà là tên của văn bản khác ({of})"),
                format!("‘{words}’ is not the name of {symbol} but of another law ({of})"),
            ),
            Slip::Misspelt => Message::new(
                format!("tên luật ‘{words}’ khác với tên đã biết"),
                format!("the name ‘{words}’ differs from that of the known law"),
            ),
        };
        let help = sourced(
            format!("đối chiếu với văn bản gốc; văn bản số {symbol} có tên là ‘{title}’"),
            format!("check against the original; {symbol} is ‘{title}’"),
            record,
        );
        findings.add(document.span(range), message, help, Vec::new());
    }
}

/// The type and the name that stand before a number.
fn name(mention: &Mention<'_>, normalized: &Normalized<'_>) -> Option<Range<usize>> {
    let start = normalized.offset_of(mention.part(Part::Type)?.start());
    let words = normalized
        .as_str()
        .get(start..normalized.offset_of(mention.core().start()))
        .filter(|words| words.len() < LONGEST)?
        .trim_end();
    let words = words.strip_suffix("số")?.trim_end();
    let is_named = words.starts_with(['L', 'B']) && words.contains(' ') && !words.contains(['(', '\n', ';', '"', '“']);
    is_named.then(|| start..start + words.len())
}

/// Bytes of the longest name that is compared.
const LONGEST: usize = 240;

enum Slip {
    /// It is the name of another law, of this number.
    OfAnother(String),
    Misspelt,
}

fn slip(registry: &Registry, mention: &Mention<'_>, record: &Record, written: &str) -> Option<Slip> {
    let title = record.title();
    let (known, words) = (Words::of(title.strip_suffix(" số").unwrap_or(title)), Words::of(written));
    // Amending laws are cited by the names of those that they amend; a name in short is none of these slips.
    let amends = |words: &Words| words.0.windows(2).any(|pair| pair[0] == "sửa" && pair[1] == "đổi");
    let of_several = words.0.iter().skip(1).any(|word| word == "luật" || word == "lệnh");
    let is_short = || written.split(' ').any(|word| word.chars().count() > 1 && is_all_caps(word));
    if known == words || amends(&known) || amends(&words) || of_several || is_short() && !is_all_caps(written) {
        return None;
    }
    let by_name =
        Citation { doc_type: mention.reading().doc_type, name: Some(written.into()), ..Citation::empty(Kind::Named) };
    match registry.lookup(&by_name) {
        Verdict::Known(other) if other.id() != record.id() => Some(Slip::OfAnother(other.symbol().to_owned())),
        Verdict::Ambiguous(others) if others.iter().all(|other| other.id() != record.id()) => {
            Some(Slip::OfAnother(others.last()?.symbol().to_owned()))
        }
        Verdict::Known(_) | Verdict::Ambiguous(_) => None,
        // "… năm 2025", "… của Quốc hội", "… mới" go on behind the whole name.
        _ => (!words.0.starts_with(&known.0) && known.is_nearly(&words)).then_some(Slip::Misspelt),
    }
}

/// The words of a name without those that only join.
#[derive(PartialEq, Eq)]
struct Words(Vec<String>);

impl Words {
    fn of(name: &str) -> Self {
        let folded = fold(name).replace('y', "i");
        let words =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "và" | "về" | "của"));
        Self(words.map(str::to_owned).collect())
    }

    /// Whether one or two words are left out, put in or misspelt.
    fn is_nearly(&self, written: &Self) -> bool {
        let common = self.0.len() - lacking(&self.0, &written.0);
        common >= 4 && self.0.len() - common <= 2 && written.0.len() - common <= 2
    }
}

/// How many of some words are not among others, each counted once.
fn lacking(words: &[String], others: &[String]) -> usize {
    let mut others: Vec<&String> = others.iter().collect();
    let is_there = |word: &&String| match others.iter().position(|other| other == word) {
        Some(at) => {
            others.swap_remove(at);
            false
        }
        None => true,
    };
    words.iter().filter(is_there).count()
}
