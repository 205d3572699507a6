//! Whether the name of a body goes on in the next line, or a new sentence starts there: "của Chính phủ\nThực hiện …".

use std::ops::Range;

use crate::text::folded_word;

/// Whether the capital word `words[next]`, the first of its line, may go on with the name before it. A complete name
/// (a `closed` one) takes nothing but the name of a place that the line end cuts; an open one stops at the words that
/// paragraphs start with.
pub(super) fn goes_on(text: &str, words: &[Range<usize>], next: usize, closed: bool) -> bool {
    let word = |index: usize| &text[words[index].clone()];
    let starts = STARTS.contains(&folded_word(word(next)).as_str());
    if !closed {
        return !starts;
    }
    // "tỉnh\nCăn cứ", but "huyện\nGiao Thủy"
    let alone = words.get(next + 1).is_none_or(|word| text[word.clone()].starts_with(char::is_lowercase));
    if starts && alone {
        return false;
    }
    let is_unit = |index: usize| UNITS.contains(&folded_word(word(index)).as_str());
    // "huyện\nĐức Trọng", "huyện Đức\nTrọng"; places of one syllable only are few.
    is_unit(next - 1) || (next >= 2 && is_unit(next - 2) && folded_word(word(next - 1)) != "huế")
}

/// The words in front of the name of a place, folded; "uỷ" stands for Tỉnh ủy, Huyện ủy.
const UNITS: [&str; 13] =
    ["tỉnh", "huyện", "quận", "xã", "phường", "phố", "trấn", "khu", "uỷ", "tp", "tx", "tt", "dân"];

/// The words that a paragraph starts with.
const STARTS: [&str; 26] = [
    "căn", "thực", "theo", "tiếp", "các", "giao", "xét", "trên", "để", "về", "đề", "nay", "trong", "từ", "qua", "sau",
    "khi", "ngày", "đối", "kính", "nơi", "nhằm", "triển", "điều", "sở", "phòng",
];
