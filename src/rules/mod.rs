//! Level 6: the rules, one .rs and one .md each, in folders as the codes are.
//!
//! A rule is its card ([`Rule`]) and one function; its .md is the only source of its documentation, and a test runs
//! the examples in it. A new rule is these two files and its line below.

mod agreement;
mod alike;
mod ambiguity;
mod bases;
mod completeness;
mod consistency;
mod context;
mod date;
mod defect;
mod draft;
mod encoding;
mod findings;
mod names;
mod places;
mod quote;
mod regime;
mod rule;
mod sets;
mod status;
mod structure;
mod suppression;
mod survey;
mod symbol;
mod symbols;
mod term;
mod title;
mod told;
mod traits;
mod verdicts;
mod wording;
mod wordings;

pub use context::{Context, look_up};
#[cfg(feature = "lsp")]
pub(crate) use date::in_style_of;
pub(crate) use findings::Counted;
pub use findings::Findings;
pub use regime::{REGIMES, Regime};
pub use rule::Rule;
pub(crate) use wording::change_to;

use crate::finding::Diagnostic;
use crate::registry::Registry;
use crate::resolve::Document;

/// Every rule, sorted by code.
pub fn all() -> &'static [&'static Rule] {
    static ALL: &[&Rule] = &[
        &agreement::TYPE_SYMBOL,
        &agreement::TYPE_REGISTRY,
        &agreement::ISSUER_SYMBOL,
        &agreement::ISSUER_COMPETENCE,
        &agreement::ISSUER_REGISTRY,
        &agreement::ASSEMBLY_TERM,
        &agreement::CV_ABBR,
        &agreement::SCOPE_MISMATCH,
        &ambiguity::AMBIGUOUS_NUMBER,
        &completeness::FIRST_CITATION_INCOMPLETE,
        &completeness::LAW_FORM,
        &completeness::FRAGMENT,
        &date::DATE_INVALID,
        &date::DATE_ZERO_PAD,
        &date::DATE_STYLE,
        &date::DATE_TWO_DIGIT_YEAR,
        &date::DATE_SYMBOL_YEAR,
        &date::DATE_REGISTRY,
        &date::DATE_FUTURE,
        &date::BASE_AFTER_DERIVED,
        &date::ISSUER_ANACHRONISM,
        &date::SERIES_ORDER,
        &draft::BLANK_FIELD,
        &draft::DANGLING,
        &encoding::LOOKALIKE_LETTER,
        &encoding::NOT_NFC,
        &encoding::INVISIBLE_CHAR,
        &encoding::LEGACY_ENCODING,
        &encoding::DIGIT_LETTER_MIX,
        &consistency::INCONSISTENT_FACTS,
        &consistency::INCONSISTENT_FORM,
        &consistency::INCONSISTENT_CASE,
        &names::PLACE_TYPO,
        &names::NAME_CASE,
        &names::ORG_SHORT,
        &names::TONE_MIXED,
        &names::WORD_TYPO,
        &names::DOUBLED_WORD,
        &names::SET_PHRASE,
        &status::EXPIRED,
        &status::AMENDED_OR_NOT_YET,
        &status::UNKNOWN_DOCUMENT,
        &structure::BASE_PUNCTUATION,
        &structure::SPACING,
        &suppression::UNUSED_SUPPRESSION,
        &symbol::SYMBOL_SPACE,
        &symbol::SYMBOL_DASH,
        &symbol::SYMBOL_SEPARATOR,
        &symbol::SYMBOL_RUN_TOGETHER,
        &symbol::SYMBOL_DIACRITIC,
        &symbol::SYMBOL_CASE,
        &symbol::NUMBER_ZERO_PAD,
        &symbol::YEAR_PRESENCE,
        &symbol::YEAR_MALFORMED,
        &symbol::UNKNOWN_ABBR,
        &symbol::NONSTANDARD_ABBR,
        &symbol::SHORT_FORM,
        &symbol::SO_WORD,
        &symbol::DUPLICATED_WORDS,
        &term::TERM_DATE,
        &term::TERM_MISSING,
        &term::PLENUM_REFERENCE,
        &title::TITLE_REGISTRY,
        &title::TITLE_QUOTES,
        &title::TITLE_DUPLICATE_TYPE,
        &title::TITLE_YEAR,
    ];
    ALL
}

/// What the rules of one group find in a document, unsorted: to look at them, or to time them. A check is
/// [`Linter`](crate::lint::Linter).
pub fn findings_of_group(group: &str, document: &Document<'_>, registry: &Registry) -> Vec<Diagnostic> {
    let context = Context::new(document, registry, None);
    let mut found = Vec::new();
    for rule in all().iter().filter(|rule| rule.group == group) {
        (rule.check)(&context, &mut Findings::new(rule, &mut found));
    }
    found
}

/// The rule on comments that silence nothing, which the engine reports.
pub(crate) fn unused_suppression() -> &'static Rule {
    &suppression::UNUSED_SUPPRESSION
}

/// The rule on words that are written wrongly, which those of an office are too.
pub(crate) fn word_typo() -> &'static Rule {
    &names::WORD_TYPO
}

/// The rule of a code (`SYM03`) or a name (`symbol-separator`), in any case.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    all()
        .iter()
        .copied()
        .find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name.eq_ignore_ascii_case(code_or_name))
}
