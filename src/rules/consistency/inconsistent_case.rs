use std::collections::BTreeMap;
use std::ops::Range;

use crate::finding::{Message, Related, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, is_all_caps, is_word_char, lower};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "INC03",
    name: "inconsistent-case",
    group: "consistency",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("inconsistent_case.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let text = document.normalized().as_str();
    let heads = context.wordings().heads.iter().copied();
    let starts: Vec<usize> = heads.filter(|&start| !text[..start].ends_with(is_word_char)).collect();
    // Names that are wrong in themselves are told by NAM02.
    let mut told: BTreeMap<usize, usize> =
        context.wordings().phrases.iter().map(|(range, _)| (range.start, range.end)).collect();
    let mut reported = 0;
    for length in 4..=LONGEST {
        for forms in names(text, &starts, length).into_values().filter(|forms| forms.len() == 2) {
            let Some((usual, there)) = forms.iter().max_by_key(|(_, places)| places.len()) else { continue };
            for (form, places) in forms.iter().filter(|(form, _)| *form != usual) {
                // The last word may begin another name.
                let same_inside = without_last(form) == without_last(usual);
                if same_inside || there.len() < 3 || there.len() <= places.len() {
                    continue;
                }
                for place in places.iter().take(MOST) {
                    // A shorter name inside was told already.
                    let before = told.range(..place.end).next_back();
                    if reported >= MOST || before.is_some_and(|(_, &end)| end > place.start) {
                        continue;
                    }
                    told.insert(place.start, place.end);
                    reported += 1;
                    let there = (*usual, there.len(), document.span(there[0].clone()));
                    report(findings, document.span(place.clone()), form, there);
                }
            }
        }
    }
}

/// Findings in a text: one that has more has no usual way.
const MOST: usize = 100;

fn report(findings: &mut Findings<'_>, span: Span, form: &str, (usual, count, there): (&str, usize, Span)) {
    let message = Message::new(
        format!("viết ‘{form}’ ở đây, ‘{usual}’ ở {count} chỗ khác"),
        format!("‘{form}’ here, ‘{usual}’ in {count} other places"),
    );
    let help = Message::new(format!("viết một cách, như ‘{usual}’"), format!("keep to one, such as ‘{usual}’"));
    let note = Message::new("cách viết kia", "the other way");
    findings.add_related(span, message, help, Vec::new(), vec![Related { span: there, message: note }]);
}

fn without_last(name: &str) -> &str {
    name.rsplit_once(' ').map_or(name, |(inside, _)| inside)
}

/// The longest name compared, in syllables.
const LONGEST: usize = 6;

/// What names of bodies begin with. No verbs, and nothing that begins other words.
pub(in crate::rules) const HEADS: [&str; 13] = [
    "Ủy ban ",
    "Uỷ ban ",
    "Hội đồng ",
    "Đại học ",
    "Ban Chỉ đạo ",
    "Ban chỉ đạo ",
    "Ban Thường ",
    "Ban Chấp ",
    "Ban Giám ",
    "Mặt trận ",
    "Liên đoàn ",
    "Công đoàn ",
    "Văn phòng ",
];

/// The name in small letters; where the tone marks stand is another matter (NAM04).
fn small(name: &str) -> String {
    name.chars().map(lower).collect()
}

/// The names of so many syllables: by their letters the ways in which they are written, and where.
fn names<'t>(text: &'t str, starts: &[usize], length: usize) -> BTreeMap<String, BTreeMap<&'t str, Vec<Range<usize>>>> {
    let mut names: BTreeMap<String, BTreeMap<&str, Vec<Range<usize>>>> = BTreeMap::new();
    for &start in starts {
        let Some(range) = syllables(text, start, length) else { continue };
        let name = &text[range.clone()];
        let words = name.split(' ').skip(1);
        if words.clone().any(is_all_caps) || words.clone().any(|word| word.chars().any(|c| c.is_ascii_digit())) {
            continue;
        }
        names.entry(small(name)).or_default().entry(name).or_default().push(range);
    }
    names
}

/// The range of so many syllables with one blank between them.
fn syllables(text: &str, start: usize, length: usize) -> Option<Range<usize>> {
    let mut end = start;
    for index in 0..length {
        if index > 0 {
            end += text[end..].strip_prefix(' ').map(|_| 1)?;
        }
        let word: usize = text[end..].chars().take_while(|&c| is_word_char(c)).map(char::len_utf8).sum();
        end = (word > 0).then_some(end + word)?;
    }
    Some(start..end)
}
