use super::body;
use super::store::Rows;
use super::title::{LEAST, Subject};
use super::{Confidence, Field, Record, Verdict};
use crate::citation::{Citation, PartialDate, Symbol};
use crate::text::fold;

/// A citation and what is said of its subject.
pub(super) struct Query<'c> {
    pub(super) citation: &'c Citation,
    pub(super) subject: Subject<'c>,
}

impl Query<'_> {
    /// The document is this one: does the rest agree?
    pub(super) fn judge<'r>(&self, record: &'r Record) -> Verdict<'r> {
        let fields = self.differing(record);
        match record.confidence() {
            _ if fields.is_empty() => Verdict::Known(record),
            Confidence::Memory => Verdict::Ambiguous(vec![record]),
            _ => Verdict::Mismatch { record, fields },
        }
    }

    fn differing(&self, record: &Record) -> Vec<Field> {
        let citation = self.citation;
        let date_fits = match (citation.date, record.date()) {
            (Some(a), Some(b)) => agree(a, b),
            _ => true,
        };
        let issuer_differs =
            citation.issuer.as_ref().is_some_and(|issuer| body::certainly_differ(issuer.name(), record.issuer()));
        let title_differs = record.confidence() == Confidence::Verified && self.subject.contradicts(record.title());
        let fields = [
            (Field::Type, !self.type_fits(record)),
            (Field::Date, !date_fits),
            (Field::Issuer, issuer_differs),
            (Field::Term, !self.term_fits(record)),
            (Field::Title, title_differs),
        ];
        fields.into_iter().filter(|&(_, differs)| differs).map(|(field, _)| field).collect()
    }

    /// The rows of the cited type. Where there are none, it is all of them: the type is then cited wrongly, unless the
    /// symbol leaves it open.
    pub(super) fn of_type<'r>(&self, rows: Rows<'r>) -> Rows<'r> {
        let fitting: Rows<'_> = rows.iter().copied().filter(|row| self.type_fits(row)).collect();
        if fitting.is_empty() && !self.types_share_symbol() { rows } else { fitting }
    }

    /// `QH13` and `UBTVQH13` do not say the type: laws, ordinances and resolutions have numbers of their own there (Luật
    /// 41/2009/QH12 and Nghị quyết 41/2009/QH12 are of the same week).
    fn types_share_symbol(&self) -> bool {
        let code = self.citation.symbol.as_ref().map_or("", Symbol::first_code);
        code.starts_with("QH") || code.starts_with("UBTVQH")
    }

    /// Whether the types are one, or one is a kind of the other (`Bộ luật` is headed `Luật số`).
    pub(super) fn type_fits(&self, record: &Record) -> bool {
        let Some(cited) = self.citation.doc_type.map(|doc_type| doc_type.name()) else { return true };
        if cited == record.doc_type() {
            return true;
        }
        let (cited, known) = (fold(cited), fold(record.doc_type()));
        let kind_of = |kind: &str, of: &str| kind.starts_with(&format!("{of} ")) || kind.ends_with(&format!(" {of}"));
        cited == known || kind_of(&cited, &known) || kind_of(&known, &cited)
    }

    pub(super) fn term_fits(&self, record: &Record) -> bool {
        self.citation.term.is_none() || record.term().is_none() || self.citation.term == record.term()
    }

    /// Whether the issuer adds to what the symbol says: `/TW` is signed by three bodies, `-TTg` by one.
    pub(super) fn issuer_tells(&self, record: &Record) -> bool {
        let cited = self.citation.issuer.as_ref();
        record.is_central() && cited.is_some_and(|issuer| body::agree(issuer.name(), record.issuer()))
    }

    /// Whether it is sure that a date which the record does not have is wrong: two sources give the record's, or the
    /// year inside the symbol does.
    pub(super) fn date_is_wrong(&self, record: &Record) -> bool {
        let year_of = |date: Option<PartialDate>| date.map(|date| date.year().to_string());
        let symbol_year = record.year_in_symbol();
        let speaks_for = |date| symbol_year.is_some() && year_of(date).as_deref() == symbol_year;
        match record.confidence() {
            Confidence::Verified => true,
            Confidence::Single => speaks_for(record.date()) && !speaks_for(self.citation.date),
            Confidence::Memory => false,
        }
    }

    /// The one document whose title agrees, and clearly more than any other's.
    pub(super) fn by_title<'r>(&self, rows: &[&'r Record]) -> Option<&'r Record> {
        let mut ranked: Vec<(f32, &Record)> =
            rows.iter().map(|row| (self.subject.agreement(row.title()), *row)).collect();
        ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let &(best, row) = ranked.first()?;
        let next = ranked.get(1).map_or(0.0, |&(agreement, _)| agreement);
        (best >= PICKS && best - next >= MARGIN).then_some(row)
    }
}

/// Whether two dates are equal as far as both go.
pub(super) fn agree(a: PartialDate, b: PartialDate) -> bool {
    let equal = |a: Option<u8>, b: Option<u8>| a.is_none() || b.is_none() || a == b;
    let day = |date: PartialDate| date.day().map(|date| date.day());
    a.year() == b.year() && equal(a.month(), b.month()) && equal(day(a), day(b))
}

/// Agreement from which the title picks one of several documents.
const PICKS: f32 = 0.6;
/// How far the title must agree less with every other document.
const MARGIN: f32 = 0.2;
const _: () = assert!(LEAST < PICKS - MARGIN);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_agree_as_far_as_both_go() {
        for (a, b, same) in [
            ("2013-06-03", "2013-06-03", true),
            ("2013-06-03", "2013-06", true),
            ("2013", "2013-06-03", true),
            ("2013-05", "2013-06-03", false),
            ("2013-06-03", "2013-06-04", false),
            ("2013", "2014", false),
        ] {
            assert_eq!(agree(a.parse().unwrap(), b.parse().unwrap()), same, "{a} {b}");
        }
    }
}
