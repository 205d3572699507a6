//! What holds for every text: tried on generated citations, on documents of sentences, and on texts of no sense.
#![allow(clippy::unwrap_used)]

#[path = "properties/citations.rs"]
mod citations;
#[path = "properties/texts.rs"]
mod texts;

use cite_lint::citation::{Citation, Kind, Part, Pinpoint};
use cite_lint::finding::Applicability;
use cite_lint::lint::{Linter, apply_fixes};
use cite_lint::parse::{self, Mention};
use cite_lint::registry::{About, Registry};
use cite_lint::resolve::{Document, Source};
use cite_lint::text::{Normalized, Span, apply_edits};
use proptest::prelude::*;
use proptest::test_runner::Config;
use unicode_normalization::UnicodeNormalization;

const PARTS: [Part; 6] = [Part::Type, Part::Symbol, Part::Date, Part::Issuer, Part::Term, Part::Pinpoint];

proptest! {
    // Without a file of failures: a failure becomes an example below.
    #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_printed_citation_reads_as_itself(citation in citations::citation()) {
        let printed = citation.to_string();
        let read = printed.parse::<Citation>();
        prop_assert_eq!(read.as_ref(), Ok(&citation), "{}", printed);
        prop_assert_eq!(read.unwrap().to_string(), printed);
    }

    #[test]
    fn what_is_read_from_a_text_prints_and_reads_again(text in texts::text()) {
        // In a heading of capitals, and in a list whose last member has no certain form, the written codes may be odd.
        let certain = |mention: &&Mention<'_>| mention.canonical() == mention.reading().symbol.as_ref();
        for citation in parse::find(&text).iter().filter(certain).filter_map(|mention| mention.citation().ok()) {
            let printed = citation.to_string();
            let read = printed.parse::<Citation>();
            prop_assert_eq!(read.as_ref(), Ok(citation), "{} of {:?}", printed, text);
        }
    }

    #[test]
    fn a_decomposed_text_has_the_same_mentions(text in texts::document()) {
        let (nfc, nfd): (String, String) = (text.nfc().collect(), text.nfd().collect());
        let read = |text: &str| Normalized::new(text).as_str().to_owned();
        prop_assert_eq!(read(&nfc), read(&nfd));
        prop_assert_eq!(seen(&nfc), seen(&nfd));
        prop_assert_eq!(places(&nfc), places(&nfd));
    }

    #[test]
    fn a_damaged_pack_does_no_harm(damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let rows = "type\tsymbol\tdate\ttitle\nKế hoạch\t484/KH-UBND\t2024-03-01\t\nLuật\t\t2013\tLuật Đất đai\n";
        let mut pack = Registry::from_tsv(rows).unwrap().to_pack(&About::default()).unwrap();
        for (place, byte) in damage {
            let place = place.index(pack.len());
            pack[place] = byte;
        }
        if let Ok(registry) = Registry::from_pack(pack) {
            prop_assert!(registry.records().count() <= 2);
            for text in ["Kế hoạch số 484/KH-UBND ngày 01/3/2024", "Luật Đất đai"] {
                registry.lookup(&text.parse::<Citation>().unwrap());
                registry.get(text);
            }
        }
    }

    #[test]
    fn spans_lie_in_the_text(text in texts::text()) {
        let document = Document::new(&text);
        spans_are_sound(&text, document.mentions())?;
        spans_are_sound(&text, &parse::find(&text))?;
    }

    #[test]
    fn what_is_resolved_points_to_mentions(text in texts::text()) {
        let document = Document::new(&text);
        let mentions = document.mentions();
        for (index, parent) in document.parents().into_iter().enumerate() {
            prop_assert!(parent.is_none_or(|parent| parent < index), "{:?}", text);
        }
        for (mention, title) in mentions.iter().zip(document.titles()) {
            prop_assert!(title.is_none_or(|title| is_in(&text, title) && (title.start() >= mention.core().end() || mention.kind() == Kind::Own)), "{:?}", text);
            let full = mention.antecedent().map(|index| &mentions[index]);
            prop_assert!(full.is_none_or(|full| full.core().end() <= mention.core().start()), "{:?}", text);
            for place in mention.reading().pinpoint.iter().flat_map(Pinpoint::places) {
                prop_assert!(!place.steps.is_empty(), "{:?}", text);
            }
        }
        for range in document.ranges() {
            prop_assert!(range.from < range.to && range.to < mentions.len() && range.count > 1, "{:?}", text);
        }
        for relation in document.relations() {
            let cited = match relation.source {
                Source::Cited(index) => index < mentions.len() && index != relation.target,
                Source::Own | Source::Container => true,
            };
            prop_assert!(cited && relation.target < mentions.len(), "{:?} in {:?}", relation, text);
        }
    }

    #[test]
    fn findings_and_their_edits_lie_in_the_text(text in texts::text()) {
        let findings = Linter::new().lint(&text);
        prop_assert!(findings.is_sorted_by_key(|finding| finding.span.start()));
        for finding in &findings {
            let related = finding.related.iter().map(|related| related.span);
            let edits = finding.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
            for span in std::iter::once(finding.span).chain(related).chain(edits) {
                prop_assert!(is_in(&text, span), "{:?} of {} in {:?}", span, finding.rule, text);
            }
            for fix in &finding.fixes {
                prop_assert!(!fix.edits.is_empty(), "{} in {:?}", finding.rule, text);
                prop_assert!(apply_edits(&text, &fix.edits).is_ok(), "{} in {:?}", finding.rule, text);
            }
        }
    }

    #[test]
    fn safe_fixes_come_to_an_end_and_keep_every_number(text in texts::text()) {
        let (fixed, passes) = fix_all(&text);
        prop_assert!(passes <= PASSES, "{} passes: {:?} -> {:?}", passes, text, fixed);
        prop_assert_eq!(numbers(&fixed), numbers(&text), "{:?} -> {:?}", text, fixed);
    }

    #[test]
    fn two_documents_in_one_text_have_the_citations_of_both(first in texts::document(), second in texts::document()) {
        let both = format!("{first}\n\n{second}");
        let offset = first.len() + 2;
        let (a, b, ab) = (Document::new(&first), Document::new(&second), Document::new(&both));
        let mut want: Vec<_> = a.mentions().iter().map(|mention| outline(mention, 0)).collect();
        want.extend(b.mentions().iter().map(|mention| outline(mention, offset)));
        let got: Vec<_> = ab.mentions().iter().map(|mention| outline(mention, 0)).collect();
        let own = |outline: &Outline| outline.kind == Kind::Own;
        prop_assert_eq!(got.len(), want.len(), "{}", both);
        for (got, want) in got.into_iter().zip(want).filter(|(got, want)| !own(got) && !own(want)) {
            prop_assert_eq!(got, want, "{}", &both);
        }
    }
}

/// How often safe fixes may have to be applied until nothing changes: those that touch the same words wait for the
/// next pass.
const PASSES: usize = 2;

/// The text after all safe fixes, and after how many passes the next one changes nothing.
fn fix_all(text: &str) -> (String, usize) {
    let mut text = text.to_owned();
    for pass in 0..=PASSES {
        let fixed = apply_fixes(&text, &Linter::new().lint(&text), Applicability::Safe);
        if fixed.text == text {
            return (text, pass);
        }
        text = fixed.text;
    }
    (text, PASSES + 1)
}

/// The runs of digits without their leading zeros, as the parser reads them.
fn numbers(text: &str) -> Vec<String> {
    let normalized = Normalized::new(text);
    let runs = normalized.as_str().split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| run.trim_start_matches('0').to_owned()).collect()
}

/// Where the mentions stand in the text as read, which is the same for both forms.
fn places(text: &str) -> Vec<[usize; 4]> {
    let document = Document::new(text);
    let offset = |at| document.normalized().offset_of(at);
    let one = |mention: &Mention<'_>| {
        [mention.span().start(), mention.span().end(), mention.core().start(), mention.core().end()].map(offset)
    };
    document.mentions().iter().map(one).collect()
}

fn is_in(text: &str, span: Span) -> bool {
    text.get(span.start()..span.end()).is_some()
}

fn spans_are_sound(text: &str, mentions: &[Mention<'_>]) -> Result<(), TestCaseError> {
    let mut last = Span::new(0, 0);
    let mut last_core = Span::new(0, 0);
    for mention in mentions {
        let (span, core) = (mention.span(), mention.core());
        prop_assert!(is_in(text, span) && is_in(text, core), "{:?} {:?} in {:?}", span, core, text);
        prop_assert!(!core.is_empty() && span.contains(core), "{:?} {:?} in {:?}", span, core, text);
        prop_assert!(last.start() <= span.start(), "{:?} after {:?} in {:?}", span, last, text);
        prop_assert!(last_core.end() <= core.start(), "{:?} after {:?} in {:?}", core, last_core, text);
        for part in PARTS.iter().filter_map(|&part| mention.part(part)) {
            prop_assert!(is_in(text, part) && !part.is_empty(), "{:?} in {:?}", part, text);
        }
        for defect in mention.defects() {
            prop_assert!(is_in(text, defect.span) && core.contains(defect.span), "{:?} in {:?}", defect, text);
        }
        (last, last_core) = (span, core);
    }
    Ok(())
}

/// What a mention says, wherever it stands and however it is encoded.
fn seen(text: &str) -> Vec<String> {
    let words = |span: Span| Normalized::new(span.slice(text)).as_str().to_owned();
    let document = Document::new(text);
    let one = |mention: &Mention<'_>| {
        let Citation { kind, doc_type, date, issuer, term, pinpoint, .. } = mention.reading();
        let parts: Vec<_> = PARTS.iter().map(|&part| mention.part(part).map(words)).collect();
        let defects: Vec<_> = mention.defects().iter().map(|defect| (defect.kind, words(defect.span))).collect();
        format!(
            "{kind:?} {:?} {:?} {parts:?} {:?} {:?} {doc_type:?} {date:?} {issuer:?} {term:?} {pinpoint:?} {defects:?} {:?}",
            words(mention.span()),
            words(mention.core()),
            mention.written_symbol(),
            mention.canonical(),
            mention.inherited(),
        )
    };
    document.mentions().iter().map(one).collect()
}

/// A mention in figures that can be moved.
#[derive(Debug, PartialEq)]
struct Outline {
    kind: Kind,
    span: (usize, usize),
    core: (usize, usize),
    reading: Citation,
    canonical: Option<String>,
}

fn outline(mention: &Mention<'_>, offset: usize) -> Outline {
    let moved = |span: Span| (span.start() + offset, span.end() + offset);
    Outline {
        kind: mention.kind(),
        span: moved(mention.span()),
        core: moved(mention.core()),
        reading: mention.reading().clone(),
        canonical: mention.canonical().map(ToString::to_string),
    }
}
