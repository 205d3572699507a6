//! Correct citations of known documents, each broken in one way: how many of each kind are told, and that no safe fix
//! changes what a citation says. The seed is fixed, so that two runs say the same.
//!
//! `cargo test --test mutations -- --nocapture` prints the table.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::collections::BTreeMap;

use cite_lint::citation::{Citation, PartialDate};
use cite_lint::finding::{Applicability, Severity};
use cite_lint::lint::{Linter, apply_fixes};
use cite_lint::registry::{Confidence, Record, Registry};

/// Citations that are broken.
const COUNT: usize = 2_000;

/// What is broken, and the least share of it that has to be told, in percent. The rest cannot be told from the text: another
/// day may be that of another document where numbers restart, `N/YYYY/NĐ/CP` was a form until 2004.
const KINDS: [(&str, Break, usize); 9] = [
    ("year", year, 90),
    ("day", day, 85),
    ("letter", letter, 97),
    ("separator", separator, 92),
    ("blank", blank, 98),
    ("type", type_word, 93),
    ("issuer", issuer, 95),
    ("term", term, 97),
    ("place tone", place, 98),
];

/// Breaks a citation, where it has what is to be broken.
type Break = fn(&Sample, &mut Random) -> Option<String>;

#[test]
fn broken_citations_are_told_and_no_safe_fix_is_wrong() {
    let samples = samples();
    let mut random = Random(7);
    let mut table: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut broken = 0;
    let mut examples = Vec::new();
    while broken < COUNT {
        let sample = &samples[random.below(samples.len())];
        let (kind, mutate, _) = KINDS[broken % KINDS.len()];
        let Some(text) = mutate(sample, &mut random) else { continue };
        if text == sample.text {
            continue;
        }
        broken += 1;
        let findings = Linter::new().lint(&text);
        let told = findings.iter().any(|finding| finding.severity >= Severity::Warning);
        let safe = apply_fixes(&text, &findings, Applicability::Safe).text;
        let all = apply_fixes(&text, &findings, Applicability::Unsafe).text;
        let row = table.entry(kind).or_default();
        row[0] += 1;
        row[1] += usize::from(told);
        row[2] += usize::from(all == sample.text);
        // A fix that changes the text into something that is not right: neither the original nor still the broken one.
        let wrong = says_other(&safe, sample, &text);
        row[3] += usize::from(wrong);
        if wrong {
            examples.push(format!("{text}\n    {safe}"));
        }
    }
    println!("kind         broken   told   mended   wrong safe fixes");
    for (kind, [all, told, mended, wrong]) in &table {
        println!("{kind:12} {all:6} {:5.1}% {:7.1}% {wrong:6}", percent(*told, *all), percent(*mended, *all));
    }
    assert!(examples.is_empty(), "{}", examples.join("\n"));
    for (kind, _, least) in KINDS {
        let [all, told, ..] = table[kind];
        assert!(told * 100 >= least * all, "{kind}: {told} of {all} told, {least} percent are wanted");
    }
}

#[test]
fn correct_citations_are_quiet() {
    for sample in samples() {
        let findings = Linter::new().lint(&sample.text);
        let told: Vec<&str> = findings
            .iter()
            .filter(|finding| finding.severity >= Severity::Warning)
            .map(|finding| finding.rule)
            .collect();
        assert!(told.is_empty(), "{told:?}: {}", sample.text);
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

/// Whether a text that was fixed cites another number, type or date than both the right and the broken one.
fn says_other(fixed: &str, sample: &Sample, broken: &str) -> bool {
    let read = |text: &str| cite_lint::parse::find(text).first().map(|mention| mention.reading().clone());
    let value = |citation: &Citation| (citation.number().map(|n| n.trim_start_matches('0').to_owned()), citation.date);
    let (Some(fixed_citation), Some(right)) = (read(fixed), read(&sample.text)) else { return false };
    let was = read(broken).map(|citation| value(&citation));
    value(&fixed_citation) != value(&right) && Some(value(&fixed_citation)) != was
}

/// A right citation in a sentence.
struct Sample {
    record: &'static Record,
    text: String,
}

/// Known documents with two sources for their date, of bodies that have one symbol.
fn samples() -> Vec<Sample> {
    let usable = |record: &&Record| {
        record.confidence() == Confidence::Verified
            && !record.issuer().contains(',')
            && record.date().and_then(PartialDate::day).is_some()
            && !record.symbol().is_empty()
            && record.number().len() >= 2
            && ["Nghị định", "Thông tư", "Quyết định", "Chỉ thị", "Nghị quyết", "Quy định", "Kết luận"]
                .contains(&record.doc_type())
            && (record.is_central() || record.symbol().contains("TTg") || record.symbol().matches('/').count() == 2)
    };
    let records = Registry::builtin().records().filter(usable);
    // Each number once: of two documents of one number a wrong date may be the other's.
    let mut seen = std::collections::HashSet::new();
    let samples = records.filter(|record| seen.insert(record.symbol())).map(|record| {
        let date = record.date().and_then(PartialDate::day).unwrap().short_form();
        let term =
            record.term().filter(|_| record.is_central()).map(|term| format!(" (khóa {term})")).unwrap_or_default();
        let text = format!(
            "Thực hiện {} số {} ngày {date} của {}{term} tại huyện Dầu Tiếng, tỉnh Bình Dương.\n",
            record.doc_type(),
            record.symbol(),
            record.issuer(),
        );
        Sample { record, text }
    });
    samples.collect()
}

fn year(sample: &Sample, random: &mut Random) -> Option<String> {
    let date = sample.record.date()?.day()?;
    let right = date.short_form();
    let other = if random.below(2) == 0 { date.year() - 1 } else { date.year() + 1 };
    let wrong = format!("{}/{other}", right.rsplit_once('/')?.0);
    (other < 2026).then(|| sample.text.replacen(&right, &wrong, 1))
}

fn day(sample: &Sample, random: &mut Random) -> Option<String> {
    let date = sample.record.date()?.day()?;
    let other = (u8::try_from(random.below(27)).ok()? + date.day()) % 28 + 1;
    let wrong = format!("{other:02}/{}", date.short_form().split_once('/')?.1);
    (other != date.day()).then(|| sample.text.replacen(&date.short_form(), &wrong, 1))
}

/// Đ without its stroke.
fn letter(sample: &Sample, _: &mut Random) -> Option<String> {
    let symbol = sample.record.symbol();
    symbol.contains('Đ').then(|| sample.text.replacen(symbol, &symbol.replacen('Đ', "D", 1), 1))
}

/// The last sign of the symbol turned into the other one.
fn separator(sample: &Sample, _: &mut Random) -> Option<String> {
    let symbol = sample.record.symbol();
    let at = symbol.rfind(['/', '-'])?;
    let other = if symbol[at..].starts_with('/') { '-' } else { '/' };
    let wrong = format!("{}{other}{}", &symbol[..at], &symbol[at + 1..]);
    Some(sample.text.replacen(symbol, &wrong, 1))
}

fn blank(sample: &Sample, _: &mut Random) -> Option<String> {
    let symbol = sample.record.symbol();
    let at = symbol.rfind(['/', '-'])? + 1;
    Some(sample.text.replacen(symbol, &format!("{} {}", &symbol[..at], &symbol[at..]), 1))
}

fn type_word(sample: &Sample, _: &mut Random) -> Option<String> {
    let other = match sample.record.doc_type() {
        "Nghị định" => "Nghị quyết",
        "Thông tư" => "Nghị định",
        "Quyết định" => "Chỉ thị",
        "Chỉ thị" => "Kết luận",
        "Nghị quyết" => "Quyết định",
        _ => return None,
    };
    Some(sample.text.replacen(sample.record.doc_type(), other, 1))
}

fn issuer(sample: &Sample, _: &mut Random) -> Option<String> {
    let other = match sample.record.issuer() {
        "Chính phủ" => "Thủ tướng Chính phủ",
        "Thủ tướng Chính phủ" => "Chính phủ",
        "Bộ Chính trị" => "Ban Bí thư",
        "Ban Bí thư" => "Bộ Chính trị",
        _ => return None,
    };
    Some(sample.text.replacen(&format!("của {}", sample.record.issuer()), &format!("của {other}"), 1))
}

fn term(sample: &Sample, _: &mut Random) -> Option<String> {
    let term = sample.record.term().filter(|_| sample.record.is_central())?;
    let other = if term.get() > 9 { "VIII" } else { "XII" };
    Some(sample.text.replacen(&format!("(khóa {term})"), &format!("(khóa {other})"), 1))
}

fn place(sample: &Sample, random: &mut Random) -> Option<String> {
    let wrong = ["huyện Đầu Tiếng", "huyện Dầu Tiêng", "huyện Dấu Tiếng"][random.below(3)];
    Some(sample.text.replacen("huyện Dầu Tiếng", wrong, 1))
}

/// Numbers that look like chance (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
