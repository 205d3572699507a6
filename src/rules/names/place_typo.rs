use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;

use crate::finding::{Applicability, Fix, Message, Related, Severity};
use crate::parse::place::{PlaceMention, places};
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Normalized};
use crate::vocab::places::{self as gazetteer, Level, Unit, UnitType};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "NAM01",
    name: "place-typo",
    group: "names",
    severity: Severity::Warning,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("place_typo.md"),
    check,
};

/// Provinces and districts only, and only where the text itself supports the right name: it stands elsewhere in the
/// text, or the province of the district does. Without that, one slip in five is a place of history or abroad.
fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let normalized = context.document.normalized();
    let text = normalized.as_str();
    let mut names = Names { text, first: HashMap::new() };
    for mention in places(text) {
        if let Some(slip) = slip(&mention, &mut names) {
            report(normalized, &mention, &slip, findings);
        }
    }
}

/// A name that is none, and the one that is meant.
struct Slip {
    written: Range<usize>,
    meant: &'static Unit,
    /// Where the right name stands in the text.
    right: Option<Range<usize>>,
}

fn slip(mention: &PlaceMention, names: &mut Names<'_>) -> Option<Slip> {
    let text = names.text;
    let run = &text[mention.name.clone()];
    if gazetteer::is_listed(run) || gazetteer::is_listed(two_syllables(run)) || begins_a_body(run) {
        return None;
    }
    for reading in mention.readings(text) {
        let name = &text[reading.clone()];
        let mut meant: Vec<&Unit> = gazetteer::alike(name).filter(|u| u.unit_type == mention.unit_type).collect();
        if meant.is_empty() {
            continue;
        }
        if gazetteer::is_known(name) || gazetteer::is_known(two_syllables(name)) {
            return None;
        }
        meant.sort_by_key(|unit| unit.name);
        let supported: Vec<_> = meant.iter().filter_map(|unit| Some((*unit, names.first(unit.name)?))).collect();
        if let [(meant, right), others @ ..] = &*supported {
            let one = others.iter().all(|(unit, _)| unit.name == meant.name);
            return one.then(|| Slip { written: reading, meant, right: Some(right.clone()) });
        }
        meant.retain(|unit| names.near(unit));
        let (first, others) = meant.split_first()?;
        let one = others.iter().all(|unit| unit.name == first.name);
        return one.then_some(Slip { written: reading, meant: first, right: None });
    }
    None
}

/// The names that the text was searched for, with the first place of each.
struct Names<'t> {
    text: &'t str,
    first: HashMap<String, Option<Range<usize>>>,
}

impl Names<'_> {
    /// Where `name` stands first, in its own case or in capitals.
    fn first(&mut self, name: &str) -> Option<Range<usize>> {
        if let Some(known) = self.first.get(name) {
            return known.clone();
        }
        let found = [name.to_owned(), name.to_uppercase()].iter().find_map(|form| whole_words(self.text, form));
        self.first.insert(name.to_owned(), found.clone());
        found
    }

    /// Whether a province of the district stands in the text, or a district of the province with its unit word.
    fn near(&mut self, unit: &Unit) -> bool {
        match unit.level {
            Level::District => unit.parents().any(|parent| self.first(parent).is_some()),
            Level::Province => gazetteer::units()
                .iter()
                .filter(|district| district.parents().any(|parent| parent == unit.name))
                .any(|district| self.first(&format!("{} {}", district.unit_type.word(), district.name)).is_some()),
        }
    }
}

fn whole_words(text: &str, words: &str) -> Option<Range<usize>> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    memmem::find_iter(text.as_bytes(), words)
        .map(|start| start..start + words.len())
        .find(|at| !inside(text[..at.start].chars().next_back()) && !inside(text[at.end..].chars().next()))
}

/// The first two syllables of a run, or all of it.
fn two_syllables(run: &str) -> &str {
    run.match_indices(' ').nth(1).map_or(run, |(end, _)| &run[..end])
}

/// `huyện Đoàn`, `tỉnh Hội`: an organisation, not a name.
fn begins_a_body(run: &str) -> bool {
    const BODIES: [&str; 5] = ["Ủy", "Uỷ", "Đoàn", "Đội", "Hội"];
    gazetteer::syllables(run).next().is_some_and(|first| BODIES.contains(&first))
}

fn report(normalized: &Normalized<'_>, mention: &PlaceMention, slip: &Slip, findings: &mut Findings<'_>) {
    let text = normalized.as_str();
    let word = mention.unit_type.word();
    let english = mention.unit_type.english();
    let right = slip.meant.name;
    let written = gazetteer::syllables(&text[slip.written.clone()]).collect::<Vec<_>>().join(" ");
    let parents: Vec<_> = slip.meant.parents().map(in_full).collect();
    let of = if parents.is_empty() { String::new() } else { format!(" ({})", parents.join(", ")) };
    let help =
        Message::new(format!("viết ‘{word} {right}’{of}"), format!("write ‘{word} {right}’{of}"));
    let message = Message::new(
        format!("không có {word} nào tên là ‘{written}’, gần nhất là ‘{right}’"),
        format!("no {english} is named ‘{written}’; the nearest name is ‘{right}’"),
    );
    let title = Message::new(format!("sửa tên thành ‘{right}’"), format!("change the name to ‘{right}’"));
    let fix = Fix { title, applicability: Applicability::Unsafe, edits: edits(normalized, slip) };
    let related = slip.right.clone().map(|at| Related {
        span: normalized.span(at),
        message: Message::new("tên viết đúng ở đây", "the name is right here"),
    });
    findings.add_related(normalized.span(slip.written.clone()), message, help, vec![fix], Vec::from_iter(related));
}

/// `tỉnh Bình Dương`, `thành phố Hà Nội`.
fn in_full(province: &str) -> String {
    let is_city = |unit: &Unit| {
        unit.name == province && unit.level == Level::Province && unit.unit_type == UnitType::City
    };
    let word = if gazetteer::units().iter().any(is_city) { UnitType::City } else { UnitType::Province }.word();
    format!("{word} {province}")
}

/// One edit a wrong syllable: blanks, line breaks and the right syllables stay as they are.
fn edits(normalized: &Normalized<'_>, slip: &Slip) -> Vec<Edit> {
    let text = normalized.as_str();
    let name = &text[slip.written.clone()];
    let start = |syllable: &str| syllable.as_ptr() as usize - text.as_ptr() as usize;
    gazetteer::syllables(name)
        .zip(gazetteer::syllables(slip.meant.name))
        .filter(|(written, right)| !gazetteer::same_syllable(written, right))
        .map(|(written, right)| {
            let at = start(written);
            let capitals = written.chars().nth(1).is_some_and(char::is_uppercase);
            let right = if capitals { right.to_uppercase() } else { right.to_owned() };
            Edit { span: normalized.span(at..at + written.len()), text: right }
        })
        .collect()
}
