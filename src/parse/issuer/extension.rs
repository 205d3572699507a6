//! Which words behind the first ones still belong to the name of a body.

use std::ops::Range;

use crate::parse::cursor::{is_gap, on_over_gap};
use crate::parse::next_line::goes_on;
use crate::text::{fold_onto, folded_word, is_all_caps, is_spelt};
use crate::vocab::{codes, issuers, types};

/// How many words from `next` still belong to the name. A `closed` name (a known one) takes only places and bodies
/// under it; an open one goes on to the next word that cannot be part of a name.
pub(super) fn extension(text: &str, words: &[Range<usize>], next: usize, closed: bool) -> Option<usize> {
    let word = &text[words[next].clone()];
    let before = &text[words[next - 1].end..words[next].start];
    let capital = word.starts_with(char::is_uppercase);
    let following = words.get(next + 1).map(|range| &text[range.clone()]);
    let follows_capital = following.is_some_and(|word| word.starts_with(char::is_uppercase));
    let page_number = before.contains(|c: char| c.is_ascii_digit());
    if !page_number && !before.chars().all(is_gap) {
        // "Lao động - Thương binh", "Văn hóa, Thể thao": only inside an open name, before a capital.
        let sign = before.trim();
        return (!closed && capital && matches!(sign, "-" | "," | "&") && !issuers::is_head(&folded_word(word)))
            .then_some(1);
    }
    let lower = folded_word(word);
    if UNIT_WORDS.contains(&lower.as_str()) && !starts_document(text, &words[next..]) {
        return Some(1);
    }
    if let Some(second) = following
        && UNIT_PAIRS.iter().any(|(first, other)| *first == lower && *other == folded_word(second))
    {
        return Some(2);
    }
    // A heading in capitals ends where the running text begins, and a name does not go on in the next paragraph.
    let so_far = &text[words[0].start..words[next - 1].end];
    if capital
        && ((before.contains("\n\n") && !page_number)
            || (is_spelt(so_far) && is_all_caps(so_far) && !is_all_caps(word)))
    {
        return None;
    }
    // "CỦA BXD HƯỚNG DẪN": behind a code only the name of a place goes on, and its kind would stand before it.
    if capital && closed && next == 1 && is_all_caps(so_far) && is_spelt(word) && is_all_caps(word) {
        return None;
    }
    if capital && before.contains('\n') && !page_number && !goes_on(text, words, next, closed) {
        return None;
    }
    if capital {
        let heading = STOP_WORDS.contains(&lower.as_str()) && word.chars().all(char::is_uppercase);
        return (!starts_document(text, &words[next..]) && !heading).then_some(1);
    }
    if lower == "và" {
        return (!closed && follows_capital && !starts_document(text, &words[next + 1..])).then_some(1);
    }
    if closed {
        return None;
    }
    let is_pair = |(first, other): &(&str, &str)| {
        *first == lower && following.is_some_and(|second| *other == folded_word(second))
    };
    let stops = next > 14 || STOP_WORDS.contains(&lower.as_str()) || STOP_PAIRS.iter().any(is_pair);
    (!stops).then_some(1)
}

/// Whether the first one or two words are a document type ("Quyết định", "QĐ số"): the next citation begins.
fn starts_document(text: &str, words: &[Range<usize>]) -> bool {
    let Some(first) = words.first() else { return false };
    let rest = &text[on_over_gap(text, first.end)..];
    let numbered = rest.starts_with("số") || rest.starts_with(|c: char| c.is_ascii_digit());
    let mut name = folded_word(&text[first.clone()]).to_string();
    if types::find_folded(&name).is_some() || numbered && codes::is_type(&text[first.clone()]) {
        return true;
    }
    let Some(second) = words.get(1) else { return false };
    name.push(' ');
    fold_onto(&mut name, &text[second.clone()]);
    types::find_folded(&name).is_some()
}

/// Words of places that a name may go on with.
pub(super) const UNIT_WORDS: [&str; 8] = ["tỉnh", "huyện", "quận", "xã", "phường", "tp", "tx", "tt"];
const UNIT_PAIRS: [(&str, &str); 7] = [
    ("thành", "phố"),
    ("thị", "xã"),
    ("thị", "trấn"),
    ("đặc", "khu"),
    ("các", "tỉnh"),
    ("nhà", "trường"),
    ("nhà", "nước"),
];

/// Words that no name goes on with, folded.
const STOP_WORDS: [&str; 35] = [
    "về", "việc", "v", "vv", "khoá", "ngày", "năm", "tháng", "số", "của", "tại", "theo", "trong", "đã", "được", "có",
    "cho", "để", "là", "này", "thì", "với", "từ", "đến", "trên", "do", "bằng", "như", "các", "những", "nêu", "kèm",
    "ký", "nhằm", "gửi",
];
const STOP_PAIRS: [(&str, &str); 34] = [
    ("ban", "hành"),
    ("quy", "định"),
    ("hướng", "dẫn"),
    ("sửa", "đổi"),
    ("bổ", "sung"),
    ("phê", "duyệt"),
    ("thực", "hiện"),
    ("triển", "khai"),
    ("tiếp", "tục"),
    ("công", "bố"),
    ("thành", "lập"),
    ("đẩy", "mạnh"),
    ("tăng", "cường"),
    ("nâng", "cao"),
    ("giao", "nhiệm"),
    ("tổ", "chức"),
    ("xây", "dựng"),
    ("thông", "qua"),
    ("phối", "hợp"),
    ("chấn", "chỉnh"),
    ("bãi", "bỏ"),
    ("thay", "thế"),
    ("giải", "quyết"),
    ("chỉ", "đạo"),
    ("yêu", "cầu"),
    ("đề", "nghị"),
    ("báo", "cáo"),
    ("đồng", "ý"),
    ("chấp", "thuận"),
    ("công", "nhận"),
    ("phân", "công"),
    ("đề", "ra"),
    ("liên", "quan"),
    ("một", "số"),
];
