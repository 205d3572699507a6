use crate::finding::{Applicability, Diagnostic, Fix};
use crate::text::{Edit, apply_edits};

/// A text with fixes applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text afterwards.
    pub text: String,
    /// How many findings were fixed.
    pub applied: usize,
    /// How many fixes had to wait because another one changed the same words; a second run takes them.
    pub skipped: usize,
}

/// Applies the first fix of each finding that `limit` allows: only safe ones for [`Applicability::Safe`], all but the
/// hints for [`Applicability::Unsafe`]. Two findings that ask for the same change are one; of two that disagree the
/// first in the text wins.
///
/// ```
/// use cite_lint::finding::Applicability;
/// use cite_lint::lint::{Linter, apply_fixes};
///
/// let text = "Kết luận số 01- KL/TW ngày 18/5/2021 của Bộ Chính trị";
/// let fixed = apply_fixes(text, &Linter::new().lint(text), Applicability::Safe);
/// assert_eq!(fixed.text, "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị");
/// ```
pub fn apply_fixes(text: &str, diagnostics: &[Diagnostic], limit: Applicability) -> Fixed {
    let Chosen { edits, applied, skipped } = choose_fixes(diagnostics, limit);
    match apply_edits(text, &edits) {
        Ok(text) => Fixed { text, applied, skipped },
        // Only edits that do not belong to this text can fail; then nothing is changed.
        Err(_) => Fixed { text: text.to_owned(), applied: 0, skipped: applied + skipped },
    }
}

/// The changes that can be applied together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// They do not overlap.
    pub edits: Vec<Edit>,
    /// How many findings they fix.
    pub applied: usize,
    /// How many fixes have to wait because another one changes the same words.
    pub skipped: usize,
}

/// What [`apply_fixes`] applies, for whoever puts it into a file that is more than its text
/// ([`Source::rewrite`](crate::source::Source::rewrite)).
pub fn choose_fixes<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>, limit: Applicability) -> Chosen {
    let mut chosen = Chosen::default();
    for fix in diagnostics.into_iter().filter_map(|diagnostic| diagnostic.fixes.first()) {
        if fix.applicability > limit || fix.applicability == Applicability::DisplayOnly {
            continue;
        }
        if fix.edits.iter().all(|edit| chosen.edits.contains(edit)) {
            chosen.applied += 1;
        } else if clashes(fix, &chosen.edits) {
            chosen.skipped += 1;
        } else {
            chosen.edits.extend(fix.edits.iter().cloned());
            chosen.applied += 1;
        }
    }
    chosen
}

fn clashes(fix: &Fix, edits: &[Edit]) -> bool {
    fix.edits
        .iter()
        .any(|new| edits.iter().any(|old| new.span.overlaps(old.span) || new.span == old.span || touches(new, old)))
}

/// An insertion at the edge of another edit: which comes first is not decided.
fn touches(a: &Edit, b: &Edit) -> bool {
    (a.span.is_empty() || b.span.is_empty()) && (a.span.start() == b.span.end() || b.span.start() == a.span.end())
}
