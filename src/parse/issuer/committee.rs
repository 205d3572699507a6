//! Committees that are named by their task, in small letters and with commas: "Ban Chỉ đạo phòng, chống dịch tỉnh Hà Nam".

use super::extension::is_unit;
use crate::parse::cursor::{is_word, word_after};
use crate::text::{Syllable, Syllables};

/// Where the unit ("tỉnh", "thành phố", "Tỉnh ủy") starts that ends the task of the committee whose name begins at `at`, and how
/// many words it is; `None` where no task or no place is told.
pub(super) fn place_of_task(text: &str, at: usize) -> Option<(usize, usize)> {
    let mut end = at + KINDS.iter().find_map(|kind| length_of(&text[at..], kind))?;
    // Behind a comma another body follows.
    if !text[end..].starts_with(' ') {
        return None;
    }
    for count in 0..MOST_WORDS {
        let start = over_signs(text, end)?;
        let word = word_after(text, start);
        let next = word_after(text, over_signs(text, word.end).unwrap_or(word.end));
        let second = || Syllable::in_text(text, next.clone());
        let folded = Syllable::in_text(text, word.clone());
        if word.is_empty() || ENDS.has(folded) || BODIES.iter().any(|body| text[word.clone()] == **body) {
            return None;
        }
        if is_unit(folded, second) {
            let is_pair = second() == COMMITTEE || !is_unit(folded, || Syllable::folded(""));
            return (count > 0).then_some((word.start, 1 + usize::from(is_pair)));
        }
        let is = |pair: &(&str, &str)| is_word(&text[word.clone()], pair.0) && is_word(&text[next.clone()], pair.1);
        if VERBS.iter().any(is) {
            return None;
        }
        end = word.end;
    }
    None
}

const KINDS: [&[&str]; 6] = [
    &["ban", "chỉ", "đạo"],
    &["ban", "chỉ", "huy"],
    &["ban", "quản", "lý"],
    &["hội", "đồng", "phối", "hợp"],
    &["hội", "đồng", "thi", "đua"],
    &["tổ", "công", "tác"],
];

/// How many words a task may have.
const MOST_WORDS: usize = 16;

/// The words of a kind at the start of a text: how long they are.
fn length_of(text: &str, kind: &[&str]) -> Option<usize> {
    let mut end = 0;
    for (count, wanted) in kind.iter().enumerate() {
        let word = word_after(text, if count == 0 { 0 } else { over_signs(text, end)? });
        if !is_word(&text[word.clone()], wanted) {
            return None;
        }
        end = word.end;
    }
    Some(end)
}

/// On over a blank, with a comma or hyphen before it or around it; no name of a task goes on in the next line.
fn over_signs(text: &str, at: usize) -> Option<usize> {
    [" ", ", ", " - ", "-"].iter().find_map(|sign| text[at..].strip_prefix(sign)).map(|rest| text.len() - rest.len())
}

/// Words that no task goes on with, folded.
static ENDS: Syllables<(), 32> = Syllables::set([
    "về", "việc", "ngày", "tại", "theo", "của", "đã", "được", "để", "này", "số", "cho", "và", "gửi", "giao", "do",
    "với", "tới", "trong", "đồng",
]);
/// What another body begins with.
const BODIES: [&str; 5] = ["UBND", "HĐND", "Ủy", "Uỷ", "Sở"];
const COMMITTEE: Syllable = Syllable::folded("uỷ");
/// What a committee does, and no task: of the pairs that end any name those that no task begins with.
const VERBS: [(&str, &str); 12] = [
    ("ban", "hành"),
    ("yêu", "cầu"),
    ("chỉ", "đạo"),
    ("hướng", "dẫn"),
    ("phê", "duyệt"),
    ("đề", "nghị"),
    ("triển", "khai"),
    ("thông", "báo"),
    ("phân", "công"),
    ("phối", "hợp"),
    ("thống", "nhất"),
    ("kiểm", "tra"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_end_at_a_place() {
        for (text, want) in [
            ("Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Hà Nam về", Some("tỉnh Hà Nam về")),
            ("Ban Chỉ đạo Xây dựng nông thôn mới xã Lương Minh", Some("xã Lương Minh")),
            ("Ban Chỉ đạo 138 tỉnh", Some("tỉnh")),
            ("Ban Quản lý các khu công nghiệp tỉnh", Some("tỉnh")),
            ("Hội đồng phối hợp phổ biến, giáo dục pháp luật thành phố Huế", Some("thành phố Huế")),
            ("Ban Chỉ đạo tỉnh", None),
            ("Ban Chỉ đạo, đồng chí Bí thư Đảng ủy xã", None),
            ("Ban Chỉ huy gửi UBND xã Ba Vì", None),
            ("Ban Chỉ đạo phân công các thành viên phụ trách xã", None),
            ("Ban Chỉ đạo yêu cầu các huyện", None),
            ("Ban Chỉ đạo cải cách hành chính về việc kiểm tra các xã", None),
            ("Ban Chỉ đạo phòng thủ\ntỉnh", None),
            ("Ban Thường vụ phòng thủ tỉnh", None),
        ] {
            assert_eq!(place_of_task(text, 0).map(|(at, _)| &text[at..]), want, "{text}");
        }
    }
}
