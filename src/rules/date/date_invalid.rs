use crate::citation::DateError;
use crate::finding::{Message, Severity};
use crate::parse::date;
use crate::rules::{Context, Findings, Rule};
use crate::text::blocks::{self, Block};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT01",
    name: "date-invalid",
    group: "date",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("date_invalid.md"),
    check,
};

/// Every "ngày …" of the text, not only those of citations: a day that does not exist is wrong anywhere.
fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let text = document.normalized().as_str();
    // The "à" between "g" and "y".
    let middles = |block: Block| {
        let letters = block.small();
        letters.is(b'g') << 1 & block.is(0xC3) & block.is_any([0xA0, 0x80]) >> 1 & letters.is(b'y') >> 2
    };
    blocks::each_place(text.as_bytes(), middles, |middle| {
        let at = middle.saturating_sub("ng".len());
        let is_word = ["ngày", "Ngày", "NGÀY"].iter().any(|word| text.as_bytes()[at..].starts_with(word.as_bytes()));
        let Some(written) = is_word.then(|| date(&text[at..])).flatten() else { return };
        let Err(error) = written.value() else { return };
        let Some((vi, en)) = wording(error) else { return };
        let help = Message::new("kiểm tra lại và sửa ngày", "check and correct the date");
        findings.add(document.span(at..at + written.text.len()), Message::new(vi, en), help, Vec::new());
    });
}

/// What does not exist. Years before 1900 are history, not a slip.
fn wording(error: DateError) -> Option<(String, String)> {
    match error {
        DateError::Day { year, month, day } => Some((
            format!("tháng {month} năm {year} không có ngày {day}"),
            format!("month {month} of {year} has no day {day}"),
        )),
        DateError::Month(month) => Some((format!("không có tháng {month}"), format!("there is no month {month}"))),
        DateError::Year(year) if year > 2100 => {
            Some(("năm không phải bốn chữ số hợp lệ".to_owned(), "the year is not four sensible digits".to_owned()))
        }
        DateError::Year(_) | DateError::Form => None,
    }
}
