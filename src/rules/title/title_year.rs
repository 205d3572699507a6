use crate::citation::PartialDate;
use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, fold};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "TTL04",
    name: "title-year",
    group: "title",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("title_year.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_with(Traits::NUMBERED | Traits::DAY) {
        let Some(date) = mention.reading().date.and_then(PartialDate::day) else { continue };
        let Some((span, year)) = past_year(mention, date.year()) else { continue };
        let message = Message::new(
            format!("trích yếu nói năm {year}, văn bản ban hành ngày {}", date.short_form()),
            format!("the title is about {year}, the document is dated {date}"),
        );
        let help =
            Message::new("đối chiếu năm trong trích yếu và ngày ban hành", "check the year in the title and the date");
        findings.add(span, message, help, Vec::new());
    }
}

/// How many bytes behind a citation its title may take.
const BEHIND: usize = 240;

/// The year at the end of a title about what is made ahead, when it was over on the day.
fn past_year(mention: &Mention<'_>, issued: u16) -> Option<(Span, u16)> {
    let following = mention.following(BEHIND);
    let until = |text: &'_ str, end: Option<usize>| text.len().min(end.unwrap_or(text.len()));
    let clause = &following[..until(following, memchr::memchr3(b'.', b',', b')', following.as_bytes()))];
    let clause = &clause[..until(clause, memchr::memchr2(b'(', b'"', clause.as_bytes()))];
    let clause = &clause[..until(clause, clause.find('”'))];
    let trimmed = clause.trim_end();
    let digits = trimmed.len() - trimmed.bytes().rev().take_while(u8::is_ascii_digit).count();
    let year: u16 = trimmed[digits..].parse().ok().filter(|year| (1990..issued).contains(year))?;
    let words = fold(clause);
    let ahead = ["ban hành quy chế", "ban hành kế hoạch", "giao dự toán", "ban hành chương trình"];
    let behind = ["quyết toán", "tổng kết", "kết quả", "năm học", "sửa đổi", "bổ sung", "điều chỉnh", "giai đoạn"];
    let is_ahead =
        ahead.iter().any(|phrase| words.contains(phrase)) && !behind.iter().any(|phrase| words.contains(phrase));
    let start = mention.span().end() + digits;
    (is_ahead && fold(&trimmed[..digits]).ends_with("năm")).then(|| (Span::new(start, start + 4), year))
}
