use std::collections::{HashMap, HashSet};
use std::ops::Range;

use memchr::memmem;
use rustc_hash::FxHashSet;

use crate::finding::{Applicability, Fix, Message, Related, Severity};
use crate::parse::place::{PlaceMention, places};
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Normalized, range_of};
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
    let normalized = context.document().normalized();
    let text = normalized.as_str();
    let mut names = Names { text, first: HashMap::new(), districts: None };
    // A name is told once that it is no slip.
    let mut sound = FxHashSet::default();
    for mention in context.document().places() {
        let name = (mention.unit_type, &text[mention.name.clone()]);
        if gazetteer::is_listed(name.1) || sound.contains(&name) {
            continue;
        }
        match slip(&mention, &mut names) {
            Some(slip) => report(normalized, &mention, &slip, findings),
            None => _ = sound.insert(name),
        }
    }
}

/// A name that is none, and the one that is meant.
struct Slip {
    written: Range<usize>,
    meant: &'static str,
    /// The provinces of the one that is meant, where they can be told.
    provinces: Vec<&'static str>,
    /// Where the right name stands in the text.
    right: Option<Range<usize>>,
}

fn slip(mention: &PlaceMention, names: &mut Names<'_>) -> Option<Slip> {
    let text = names.text;
    let run = &text[mention.name.clone()];
    if gazetteer::is_listed(two_syllables(run)) || begins_a_body(run) {
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
        let supported: Vec<_> = meant.iter().copied().filter(|unit| names.first(unit.name).is_some()).collect();
        if supported.is_empty() {
            meant.retain(|unit| names.near(unit));
        } else {
            meant = supported;
        }
        let name = meant.first()?.name;
        let is_one = meant.iter().all(|unit| unit.name == name);
        return is_one.then(|| Slip {
            written: reading,
            meant: name,
            provinces: names.provinces(&meant),
            right: names.first(name),
        });
    }
    None
}

/// The names that the text was searched for, with the first place of each.
struct Names<'t> {
    text: &'t str,
    first: HashMap<&'static str, Option<Range<usize>>>,
    /// The units of the text with their unit words; one more scan, made for the first province slip.
    districts: Option<HashSet<(UnitType, &'t str)>>,
}

impl Names<'_> {
    /// Where `name` stands first, in its own case or in capitals.
    fn first(&mut self, name: &'static str) -> Option<Range<usize>> {
        if let Some(known) = self.first.get(name) {
            return known.clone();
        }
        let found = [name.to_owned(), name.to_uppercase()].iter().find_map(|form| whole_words(self.text, form));
        self.first.insert(name, found.clone());
        found
    }

    /// Whether a province of the district stands in the text, or a district of the province with its unit word.
    fn near(&mut self, unit: &Unit) -> bool {
        match unit.level {
            Level::District => unit.parents().any(|parent| self.first(parent).is_some()),
            Level::Province => {
                let text = self.text;
                let named = |place: PlaceMention| {
                    let unit_type = place.unit_type;
                    place.readings(text).map(move |name| (unit_type, &text[name])).collect::<Vec<_>>()
                };
                let districts = self.districts.get_or_insert_with(|| places(text).flat_map(named).collect());
                gazetteer::units()
                    .iter()
                    .filter(|district| district.parents().any(|parent| parent == unit.name))
                    .any(|district| districts.contains(&(district.unit_type, district.name)))
            }
        }
    }

    /// The provinces of units that share a name: those in the text, or all if they are no more than two.
    fn provinces(&mut self, units: &[&'static Unit]) -> Vec<&'static str> {
        let mut all: Vec<_> = units.iter().flat_map(|unit| unit.parents()).collect();
        all.sort_unstable();
        all.dedup();
        let here: Vec<_> = all.iter().copied().filter(|province| self.first(province).is_some()).collect();
        match (here.len(), all.len()) {
            (1 | 2, _) => here,
            (0, 1 | 2) => all,
            _ => Vec::new(),
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
    let right = slip.meant;
    let written = gazetteer::syllables(&text[slip.written.clone()]).collect::<Vec<_>>().join(" ");
    let provinces: Vec<_> = slip.provinces.iter().map(|province| in_full(province)).collect();
    let of = if provinces.is_empty() { String::new() } else { format!(" ({})", provinces.join(", ")) };
    let help = Message::new(format!("viết ‘{word} {right}’{of}"), format!("write ‘{word} {right}’{of}"));
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
    let is_city = |unit: &Unit| unit.level == Level::Province && unit.unit_type == UnitType::City;
    let word = if gazetteer::named(province).any(is_city) { UnitType::City } else { UnitType::Province }.word();
    format!("{word} {province}")
}

/// One edit a wrong syllable: blanks, line breaks and the right syllables stay as they are.
fn edits(normalized: &Normalized<'_>, slip: &Slip) -> Vec<Edit> {
    let text = normalized.as_str();
    let name = &text[slip.written.clone()];
    gazetteer::syllables(name)
        .zip(gazetteer::syllables(slip.meant))
        .filter(|(written, right)| !gazetteer::same_syllable(written, right))
        .map(|(written, right)| {
            let capitals = written.chars().nth(1).is_some_and(char::is_uppercase);
            let right = if capitals { right.to_uppercase() } else { right.to_owned() };
            Edit { span: normalized.span(range_of(text, written)), text: right }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::finding::Lang;
    use crate::lint::Linter;

    fn found(text: &str) -> Vec<String> {
        let of_rule = |d: &crate::finding::Diagnostic| d.rule == super::RULE.code;
        let diagnostics = Linter::new().lint(text);
        diagnostics
            .iter()
            .filter(|d| of_rule(d))
            .map(|d| format!("{}|{}", d.span.slice(text), d.help.text(Lang::Vi)))
            .collect()
    }

    #[test]
    fn reports_what_the_text_supports() {
        let cases = [
            ("huyện Đầu Tiêng, tỉnh Bình Dương", "Đầu Tiêng|viết ‘huyện Dầu Tiếng’ (tỉnh Bình Dương)"),
            ("huyện Dầu Tiếng; Huyện uỷ Đầu\nTiêng", "Đầu\nTiêng|viết ‘huyện Dầu Tiếng’ (tỉnh Bình Dương)"),
            ("huyện Đơn Dương, tỉnh Lầm Đồng", "Lầm Đồng|viết ‘tỉnh Lâm Đồng’"),
            ("UBND TỈNH LẦM ĐỒNG\nĐiều 1. Tỉnh Lâm Đồng", "LẦM ĐỒNG|viết ‘tỉnh Lâm Đồng’"),
            ("các huyện Sóc Sơn, Sóc Sớn", "Sóc Sớn|viết ‘huyện Sóc Sơn’ (thành phố Hà Nội)"),
            ("huyện Đầu Tiêng - Bình Dương", "Đầu Tiêng|viết ‘huyện Dầu Tiếng’ (tỉnh Bình Dương)"),
            ("huyện Cháu Thành; huyện Châu Thành", "Cháu Thành|viết ‘huyện Châu Thành’"),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), [expected], "{text}");
        }
    }

    #[test]
    fn stays_silent() {
        let right = [
            // Nothing in the text supports a name.
            "huyện Đầu Tiêng",
            // Another unit word.
            "thị xã Đầu Tiêng, tỉnh Bình Dương",
            // More than the name.
            "huyện Đầu Tiêng Hai, tỉnh Bình Dương",
            // A commune has the name.
            "huyện Ba Tô, huyện Ba Tơ",
            "đường Đầu Tiêng, tỉnh Bình Dương",
            "tỉnh Thanh Hóa, xưa là tỉnh Thanh Hoa",
            "huyện Phú Ninh và huyện Phù Ninh",
            "tỉnh Hoà Bình, tỉnh Hòa Bình, TỈNH HOÀ BÌNH",
        ];
        for text in right {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn no_unit_is_reported_in_any_case() {
        let mut text = String::new();
        for unit in crate::vocab::places::units() {
            let parents = unit.parents().collect::<Vec<_>>().join(", tỉnh ");
            let written = format!("{} {}, tỉnh {parents}; ", unit.unit_type.word(), unit.name);
            text += &(written.to_uppercase() + "\n" + &written + &crate::text::fold(&written));
        }
        assert_eq!(found(&text), Vec::<String>::new());
    }
}
