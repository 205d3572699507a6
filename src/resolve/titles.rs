//! A citation inside another's title: the date behind both belongs to the outer one when the year says so.
//!
//! "Luật số 12/2017/QH14 sửa đổi, bổ sung một số điều của Bộ luật Hình sự số 100/2015/QH13 ngày 20/6/2017 của Quốc hội":
//! the day is that of 12/2017/QH14. Behind a law that is named without its number nothing tells, and the rules abstain.

use crate::citation::{Part, PartialDate, Symbol};
use crate::parse::Mention;
use crate::text::{Normalized, Span, fold};

/// How many citations before one are looked at, and how many bytes between.
const BEFORE: usize = 3;
const REACH: usize = 400;

/// Moves dates, with the issuer behind them, to the outer citation.
pub(super) fn give_dates_back(normalized: &Normalized<'_>, mentions: &mut [Mention<'_>]) {
    for i in 1..mentions.len() {
        if is_foreign(&mentions[i])
            && let Some(j) = outer(normalized, mentions, i)
        {
            let (before, rest) = mentions.split_at_mut(i);
            give_back(&mut before[j], &mut rest[0]);
        }
    }
}

/// The citation before the `inner` one whose date the date behind `inner` may be.
pub(super) fn outer(normalized: &Normalized<'_>, mentions: &[Mention<'_>], inner: usize) -> Option<usize> {
    let date = mentions[inner].citation.date.filter(|_| mentions[inner].part(Part::Date).is_some())?;
    (inner.saturating_sub(BEFORE)..inner).rev().find(|&j| is_outer(normalized, &mentions[j], &mentions[inner], date))
}

/// Whether the date behind a citation cannot be its own: its symbol bears another year.
fn is_foreign(mention: &Mention<'_>) -> bool {
    let year = mention.canonical().and_then(Symbol::year);
    year.zip(mention.citation.date).is_some_and(|(year, date)| year.get() != date.year())
}

/// Whether a citation stands at the end of a title ("… sửa đổi, bổ sung một số điều của Nghị định số 45/2010/NĐ-CP ngày
/// 19/6/2014") and the date behind it, of another year, may be that of the document with this title, which has none.
pub(super) fn ends_title(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    const TITLE: usize = 200;
    if !is_foreign(mention) {
        return false;
    }
    let text = normalized.as_str();
    let end = normalized.offset_of(mention.span().start());
    let start = text.ceil_char_boundary(end.saturating_sub(TITLE));
    let clause = text[start..end].rsplit([';', '\n']).next().unwrap_or_default();
    let title = fold(clause.trim_end());
    !title.contains("ngày") && ["của", "thi hành"].iter().any(|word| title.ends_with(word)) && is_title(&title)
}

/// Whether words are those of a title about another document.
fn is_title(folded: &str) -> bool {
    ["sửa đổi", "bổ sung", "hướng dẫn", "chi tiết", "thi hành", "thay thế", "bãi bỏ"]
        .iter()
        .any(|word| folded.contains(word))
}

/// Whether `outer` has no date of its own, fits the year, and only its title stands between.
fn is_outer(normalized: &Normalized<'_>, outer: &Mention<'_>, inner: &Mention<'_>, date: PartialDate) -> bool {
    let year = outer.canonical().and_then(Symbol::year);
    let start = normalized.offset_of(outer.core().end());
    let end = normalized.offset_of(inner.span().start());
    let between = normalized.as_str().get(start..end).unwrap_or_default();
    outer.citation.date.is_none()
        && year.is_some_and(|year| year.get() == date.year())
        && between.len() <= REACH
        && !between.contains([';', '\n'])
        && is_title(&fold(between))
}

/// Moves the date, and the issuer behind it, to the outer citation.
pub(super) fn give_back(outer: &mut Mention<'_>, inner: &mut Mention<'_>) {
    let Some(date) = inner.part(Part::Date) else { return };
    outer.citation.date = inner.citation.date.take();
    let issuer = inner.part(Part::Issuer).filter(|issuer| issuer.start() > date.start());
    give_part(outer, inner, Part::Date, date);
    if outer.citation.issuer.is_none()
        && let Some(issuer) = issuer
    {
        outer.citation.issuer = inner.citation.issuer.take();
        give_part(outer, inner, Part::Issuer, issuer);
    }
}

fn give_part(outer: &mut Mention<'_>, inner: &mut Mention<'_>, part: Part, span: Span) {
    inner.parts.remove(part);
    outer.parts.add(part, outer.span().start(), span);
}

#[cfg(test)]
mod tests {
    use crate::resolve::Document;

    #[test]
    fn the_outer_document_gets_its_date() {
        for (text, want) in [
            (
                "Luật số 12/2017/QH14 sửa đổi, bổ sung một số điều của Bộ luật Hình sự số 100/2015/QH13 ngày 20/6/2017 của Quốc hội",
                ["2017-06-20", ""],
            ),
            (
                "Nghị định số 61/2018/NĐ-CP sửa đổi Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ",
                ["", "2010-06-08"],
            ),
            ("Thông tư số 03/2018/TT-BNV; sửa đổi Nghị định số 63/2010/NĐ-CP ngày 08/6/2018", ["", "2018-06-08"]),
        ] {
            let document = Document::new(text);
            let numbered = document.mentions().iter().filter(|m| m.written_symbol().is_some());
            let dates: Vec<String> =
                numbered.map(|m| m.reading().date.map_or(String::new(), |d| d.to_string())).collect();
            assert_eq!(dates, want, "{text}");
        }
    }

    #[test]
    fn at_the_end_of_a_title_the_date_may_be_ambiguous() {
        for (text, want) in [
            ("Nghị định số 168/2017/NĐ-CP quy định chi tiết một số điều của Luật Du lịch ngày 31/12/2017", true),
            ("Nghị định số 168/2017/NĐ-CP quy định chi tiết một số điều của Luật Du lịch ngày 19/6/2016", false),
            ("Nghị định số 168/2017/NĐ-CP; Luật Du lịch ngày 31/12/2017", false),
            ("Thông tư sửa đổi, bổ sung một số điều của Nghị định số 45/2010/NĐ-CP ngày 19/6/2014", true),
            ("Thông tư sửa đổi, bổ sung một số điều của Nghị định số 45/2010/NĐ-CP ngày 21/4/2010", false),
            (
                "Thông tư ngày 19/6/2014 sửa đổi, bổ sung một số điều của Nghị định số 45/2010/NĐ-CP ngày 19/6/2014",
                false,
            ),
            ("theo quy định của Nghị định số 45/2010/NĐ-CP ngày 19/6/2014", false),
        ] {
            let document = Document::new(text);
            let law = document.mentions().last().unwrap();
            assert_eq!(document.date_is_ambiguous(law), want, "{text}");
        }
    }
}
