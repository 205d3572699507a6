use rustc_hash::FxHashMap;

use crate::finding::{Diagnostic, Fingerprint};
use crate::text::{Span, folded};

/// Gives each finding its fingerprint: the rule, the words at it and near it, and the how-manieth of these it is in the text. So
/// it stays the same when lines are put in or taken out elsewhere, also where the same slip stands there.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// How often each was seen, but for its number.
    seen: FxHashMap<Fingerprint, usize>,
}

impl Names {
    /// Names the next finding of a text: those of a rule come in the order in which they stand there.
    pub(super) fn name(&mut self, diagnostic: &mut Diagnostic, text: &str) {
        let words = folded(diagnostic.span.slice(text));
        let [before, behind] = near(text, diagnostic.span).map(folded);
        let alike = Fingerprint::of([diagnostic.rule, &words, &before, &behind]);
        let nth = self.seen.entry(alike).or_default();
        *nth += 1;
        diagnostic.fingerprint = alike.and([nth.to_string().as_str()]);
    }
}

/// Words on each side that count.
const WORDS: usize = 3;
/// They are looked for in so many bytes.
const NEAR: usize = 64;

/// The words before and behind a span on its lines.
fn near(text: &str, span: Span) -> [&str; 2] {
    let (start, end) = (text.floor_char_boundary(span.start()), text.ceil_char_boundary(span.end()));
    let before = &text[text.ceil_char_boundary(start.saturating_sub(NEAR))..start];
    let before = before.rsplit('\n').next().unwrap_or_default().trim_end();
    let from = before.rmatch_indices(char::is_whitespace).nth(WORDS - 1).map_or(0, |(at, _)| at);
    let behind = &text[end..text.floor_char_boundary(end.saturating_add(NEAR).min(text.len()))];
    let behind = behind.split('\n').next().unwrap_or_default().trim_start();
    let to = behind.match_indices(char::is_whitespace).nth(WORDS - 1).map_or(behind.len(), |(at, _)| at);
    [before[from..].trim(), behind[..to].trim()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Linter;

    #[test]
    fn three_words_on_each_side_within_the_line() {
        let text = "dòng đầu\nmột hai ba bốn 16/CT/TTg năm sáu bảy tám\ndòng cuối";
        let start = text.find("16").unwrap();
        assert_eq!(near(text, Span::new(start, start + 9)), ["hai ba bốn", "năm sáu bảy"]);
        assert_eq!(near(text, Span::new(0, text.len())), ["", ""]);
        let end = text.find("tám").unwrap();
        assert_eq!(near(text, Span::new(end, end + 4)), ["năm sáu bảy", ""]);
    }

    #[test]
    fn the_same_slip_elsewhere_changes_no_name_and_line_ends_none() {
        let names = |text: &str| -> Vec<Fingerprint> {
            let found = Linter::new().lint(text);
            found.iter().filter(|finding| finding.rule == "SYM01").map(|finding| finding.fingerprint).collect()
        };
        let text = "Thực hiện tốt Đề án số 15- ĐA/TU của Tỉnh ủy.\n";
        let alone = names(text);
        let with_another = names(&format!("Căn cứ vào Đề án số 15- ĐA/TU năm ấy;\n{text}{text}"));
        assert_eq!((alone.len(), with_another.len()), (1, 3));
        assert_eq!(with_another[1], alone[0]);
        assert!(with_another[0] != alone[0] && with_another[2] != alone[0]);
        assert_eq!(names(&text.replace('\n', "\r\n")), alone);
    }
}
