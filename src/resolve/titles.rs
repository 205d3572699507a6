//! A citation inside another's title: the date behind both belongs to the outer one when the year says so.
//!
//! "Luật số 12/2017/QH14 sửa đổi, bổ sung một số điều của Bộ luật Hình sự số 100/2015/QH13 ngày 20/6/2017 của Quốc hội":
//! the day is that of 12/2017/QH14. Behind a law that is named without its number nothing tells, and the
//! rules abstain, unless the body is none that passes laws or the day is that of an act that is issued.

use std::ops::Range;

use super::nesting::are_inside;
use super::told_by::{is_of, read_symbol};
use crate::citation::{DocType, Kind, Part, PartialDate, Symbol};
use crate::parse::Mention;
use crate::text::{Normalized, Span, fold};
use crate::vocab::codes;

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
    !title.contains("ngày") && ["của", "thi hành"].iter().any(|word| title.ends_with(word)) && is_about_another(&title)
}

/// Whether words are those of a title about another document.
fn is_about_another(folded: &str) -> bool {
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
        && is_about_another(&fold(between))
}

/// Gives a citation without a date that behind the law that its title ends with.
pub(super) fn give_back_of_law(
    normalized: &Normalized<'_>,
    mentions: &mut [Mention<'_>],
    index: usize,
    clause: &Range<usize>,
) {
    if let Some(law) = law_with_date(normalized, mentions, index, clause) {
        let (before, rest) = mentions.split_at_mut(law);
        give_back(&mut before[index], &mut rest[0]);
    }
}

/// The law that a title ends with, where the date behind it is that of the document with this title: the body is none
/// that passes laws, or the day that of an act that is issued, in the year of the symbol.
fn law_with_date(
    normalized: &Normalized<'_>,
    mentions: &[Mention<'_>],
    index: usize,
    clause: &Range<usize>,
) -> Option<usize> {
    let symbol = read_symbol(&mentions[index])?;
    let law = (index + 1..mentions.len())
        .take_while(|&other| normalized.offset_of(mentions[other].span().start()) < clause.end)
        .find(|&other| is_law(&mentions[other]) && mentions[other].part(Part::Date).is_some())?;
    let mention = &mentions[law];
    let date = mention.citation.date.filter(|date| date.day().is_some())?;
    let span = mention.part(Part::Date).filter(|date| date.start() >= mention.core().end())?;
    let between = mention.text.get(mention.core().end()..span.start()).unwrap_or_default();
    let issued = between.trim_end().ends_with("ban hành") || span.slice(mention.text).trim_start().starts_with("ban");
    let issuer = mention.part(Part::Issuer).filter(|issuer| issuer.start() > span.start());
    let issuer = mention.citation.issuer.as_ref().filter(|_| issuer.is_some());
    let gives_laws = |id: &str| codes::assembly(id).is_some() || matches!(id, "HĐNN" | "CTN");
    let other_body = issuer.is_some_and(|issuer| issuer.id().is_some_and(|id| !gives_laws(id)));
    let year = symbol.year().map(|year| year.get() == date.year());
    let given = match issuer {
        Some(_) => other_body && is_of(symbol, date, issuer, false),
        None => issued && year == Some(true),
    };
    (given && are_inside(normalized, mentions, index, normalized.offset_of(span.start()))).then_some(law)
}

/// Whether a citation is of a law by its name: other documents are named by their days.
fn is_law(mention: &Mention<'_>) -> bool {
    mention.kind() == Kind::Named && mention.reading().doc_type.is_some_and(DocType::is_cited_by_name)
}

/// Moves the date, and the issuer behind it, to the outer citation.
fn give_back(outer: &mut Mention<'_>, inner: &mut Mention<'_>) {
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
    fn what_is_named_by_its_day_keeps_it() {
        let text = "Báo cáo số 12/BC-UBND về kết quả thực hiện Chỉ thị ngày 05/3/2025 của Chủ tịch UBND tỉnh;";
        let document = Document::new(text);
        let dates = document.mentions().iter().map(|m| m.reading().date.map(|date| date.to_string()));
        assert_eq!(dates.collect::<Vec<_>>(), [None, Some("2025-03-05".to_owned())]);
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
