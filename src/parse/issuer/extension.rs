//! Which words behind the first ones still belong to the name of a body.

use std::ops::Range;

use crate::parse::cursor::{is_gap, on_over_gap};
use crate::parse::next_line::goes_on;
use crate::parse::stops::STOPS;
use crate::text::{Syllable, Syllables, fold_onto, folded_word, is_all_caps, is_spelt};
use crate::vocab::{codes, issuers, types};

/// How many words from `next` still belong to the name. A `closed` name (a known one) takes only places and bodies
/// under it; an open one goes on to the next word that cannot be part of a name.
pub(super) fn extension(text: &str, words: &[Range<usize>], next: usize, closed: bool) -> Option<usize> {
    let word = &text[words[next].clone()];
    let before = &text[words[next - 1].end..words[next].start];
    let capital = word.starts_with(char::is_uppercase);
    let following = words.get(next + 1);
    let page_number = before.len() > 1 && before.contains(|c: char| c.is_ascii_digit());
    // "TP. Hồ Chí Minh": only behind a unit word in short do the words go on over a dot.
    let dot = before.starts_with('.');
    if before != " " && !page_number && !dot && !before.chars().all(is_gap) {
        // "Lao động - Thương binh", "Văn hóa, Thể thao": only inside an open name, before a capital.
        let sign = before.trim();
        return (!closed && capital && matches!(sign, "-" | "," | "&") && !issuers::is_head(folded_word(word)))
            .then_some(1);
    }
    let folded = Syllable::in_text(text, words[next].clone());
    let second = || following.map(|word| Syllable::in_text(text, word.clone()));
    // The number of a district is read behind its unit word only.
    if word.starts_with(|c: char| c.is_ascii_digit())
        || UNIT_WORDS.has(folded) && !starts_document(text, &words[next..])
    {
        return Some(1);
    }
    if is_pair(&UNIT_PAIRS, folded, second) {
        return Some(2);
    }
    if closed && capital && is_pair(&BODY_PAIRS, folded, second) {
        return Some(2);
    }
    // A name does not go on in the next paragraph, nor in the next cell of a table.
    if (before.contains("\n\n") || before.contains('\t')) && !page_number {
        return None;
    }
    // A heading in capitals ends where the running text begins.
    let so_far = &text[words[0].start..words[next - 1].end];
    if capital && is_spelt(so_far) && is_all_caps(so_far) && !is_all_caps(word) {
        return None;
    }
    // "CỦA BXD HƯỚNG DẪN": behind a code only the name of a place goes on, and its kind would stand before it.
    if capital && closed && next == 1 && is_all_caps(so_far) && is_spelt(word) && is_all_caps(word) {
        return None;
    }
    if capital && before.contains('\n') && !page_number && !goes_on(text, words, next, closed) {
        return None;
    }
    let small_next = || following.is_some_and(|word| text[word.clone()].starts_with(char::is_lowercase));
    if capital && begins_clause(folded, second, closed, is_all_caps(word), small_next) {
        return None;
    }
    if capital {
        let is_stop = || STOP_WORDS.has(folded) && word.chars().all(char::is_uppercase);
        return (!starts_document(text, &words[next..]) && !is_stop()).then_some(1);
    }
    if folded == AND {
        let follows_capital = following.is_some_and(|word| text[word.clone()].starts_with(char::is_uppercase));
        return (!closed && follows_capital && !starts_document(text, &words[next + 1..])).then_some(1);
    }
    if closed {
        return None;
    }
    // "Văn phòng Đăng ký đất đai"
    let registers = || folded == SIGN && Syllable::in_text(text, words[next - 1].clone()) == REGISTER;
    let stops = next > 14 || STOP_WORDS.has(folded) && !registers() || is_pair(&STOP_PAIRS, folded, second);
    (!stops).then_some(1)
}

/// Whether a word with a capital begins the next clause or the title; in a heading all words are in capitals.
fn begins_clause(
    folded: Syllable,
    second: impl Fn() -> Option<Syllable> + Copy,
    closed: bool,
    in_heading: bool,
    small_next: impl Fn() -> bool,
) -> bool {
    let stops = || closed && is_pair(&STOP_PAIRS, folded, second);
    if in_heading {
        return stops();
    }
    CLAUSE_WORDS.has(folded) && small_next()
        || is_pair(&CLAUSE_PAIRS, folded, second)
        || stops() && small_next()
        || folded == TERM
}

/// Whether a word, with the one behind it, begins the name of a place.
pub(super) fn is_unit(folded: Syllable, second: impl Fn() -> Syllable) -> bool {
    UNIT_WORDS.has(folded) || is_pair(&UNIT_PAIRS, folded, || Some(second()))
}

const AND: Syllable = Syllable::folded("và");
const REGISTER: Syllable = Syllable::folded("đăng");
const SIGN: Syllable = Syllable::folded("ký");

/// Whether a word is small and begins no place: no known name goes on with it, whatever stands behind.
pub(super) fn ends_known(text: &str, word: &Range<usize>) -> bool {
    if !text.as_bytes().get(word.start).is_some_and(u8::is_ascii_lowercase) {
        return false;
    }
    let folded = Syllable::in_text(text, word.clone());
    !UNIT_WORDS.has(folded) && UNIT_PAIRS.get(folded).is_none()
}

/// Whether the first one or two words are a document type ("Quyết định", "QĐ số"): the next citation begins.
fn starts_document(text: &str, words: &[Range<usize>]) -> bool {
    let Some(first) = words.first() else { return false };
    let folded = Syllable::in_text(text, first.clone());
    let first_word = types::first_word(folded);
    if first_word.is_some_and(|word| word.is_name) {
        return true;
    }
    let spelled = &text[first.clone()];
    let rest = &text[on_over_gap(text, first.end)..];
    let is_numbered = matches!(rest.as_bytes().first(), Some(b'0'..=b'9')) || rest.starts_with("số");
    if is_numbered && codes::is_type(spelled) {
        return true;
    }
    let Some(second) = words.get(1).filter(|_| first_word.is_some_and(|word| word.begins_pair)) else { return false };
    let mut name = folded_word(spelled).to_string();
    name.push(' ');
    fold_onto(&mut name, &text[second.clone()]);
    types::find_folded(&name).is_some()
}

/// Words with those that make a pair with them.
type Pairs<const SLOTS: usize> = Syllables<&'static [&'static str], SLOTS>;

fn is_pair<const SLOTS: usize>(pairs: &Pairs<SLOTS>, first: Syllable, second: impl Fn() -> Option<Syllable>) -> bool {
    let Some(seconds) = pairs.get(first) else { return false };
    second().is_some_and(|second| seconds.iter().any(|word| Syllable::folded(word) == second))
}

/// Words of places that a name may go on with.
pub(super) static UNIT_WORDS: Syllables<(), 16> =
    Syllables::set(["tỉnh", "huyện", "quận", "xã", "phường", "tp", "tx", "tt"]);
static UNIT_PAIRS: Pairs<16> = Syllables::of(&[
    ("thành", &["phố"]),
    ("thị", &["xã", "trấn"]),
    ("đặc", &["khu"]),
    ("các", &["tỉnh"]),
    ("nhà", &["trường", "nước"]),
]);

/// Pairs of a capital and a small word that a known name may go on with.
static BODY_PAIRS: Pairs<8> =
    Syllables::of(&[("trung", &["ương"]), ("quốc", &["hội", "gia", "phòng"]), ("quân", &["sự"])]);

/// Words that begin the next clause or the title where the sign before it is missing, and no name, if a small word follows:
/// "Bộ Tài chính Xét đề nghị", "xã Lương Minh Về việc".
static CLAUSE_WORDS: Syllables<(), 16> =
    Syllables::set(["xét", "theo", "về", "trên", "tại", "để", "trong", "kèm", "nhằm"]);
static CLAUSE_PAIRS: Pairs<8> = Syllables::of(&[("căn", &["cứ"]), ("thực", &["hiện"]), ("kỳ", &["họp"])]);
const TERM: Syllable = Syllable::folded("khoá");

/// Words that no name goes on with, folded.
static STOP_WORDS: Syllables<(), 128> = Syllables::set_of(&[
    &STOPS,
    &[
        "về", "việc", "v", "vv", "khoá", "tháng", "bằng", "kèm", "ký", "nhằm", "gửi", "hết", "chưa", "vẫn", "nhưng",
        "gồm", "vào", "sau", "trước", "kể", "căn",
    ],
]);
static STOP_PAIRS: Pairs<128> = Syllables::of(&[
    ("ban", &["hành"]),
    ("quy", &["định"]),
    ("hướng", &["dẫn"]),
    ("sửa", &["đổi"]),
    ("bổ", &["sung"]),
    ("phê", &["duyệt"]),
    ("thực", &["hiện"]),
    ("triển", &["khai"]),
    ("tiếp", &["tục"]),
    ("công", &["bố", "nhận"]),
    ("thành", &["lập"]),
    ("đẩy", &["mạnh"]),
    ("tăng", &["cường"]),
    ("nâng", &["cao"]),
    ("giao", &["nhiệm"]),
    ("tổ", &["chức"]),
    ("xây", &["dựng"]),
    ("phối", &["hợp"]),
    ("chấn", &["chỉnh"]),
    ("bãi", &["bỏ"]),
    ("thay", &["thế"]),
    ("giải", &["quyết"]),
    ("chỉ", &["đạo"]),
    ("yêu", &["cầu"]),
    ("đề", &["nghị", "ra"]),
    ("báo", &["cáo"]),
    ("đồng", &["ý"]),
    ("chấp", &["thuận"]),
    ("phân", &["công"]),
    ("liên", &["quan"]),
    ("đối", &["với"]),
    ("điều", &["chỉnh"]),
    ("kiện", &["toàn"]),
    ("thông", &["qua", "báo"]),
    ("quyết", &["định"]),
    ("thống", &["nhất"]),
    ("rà", &["soát"]),
    ("phát", &["động"]),
    ("trả", &["lời"]),
    ("một", &["số"]),
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_word_ends_a_known_name_as_the_long_way_says() {
        let words = "về tỉnh thành phố thị xã đặc khu các nhà nước ban hành và của tp số quyết định An 5";
        for (first, second) in words.split(' ').flat_map(|first| words.split(' ').map(move |second| (first, second))) {
            let text = format!("Chính phủ {first} {second}");
            let mut from = 0;
            let places = text.split(' ').map(|word| {
                from += word.len() + 1;
                from - word.len() - 1..from - 1
            });
            let places: Vec<Range<usize>> = places.collect();
            if ends_known(&text, &places[2]) {
                assert_eq!(extension(&text, &places, 2, true), None, "{text}");
            }
        }
        assert!(ends_known("về", &(0.."về".len())) && !ends_known("tỉnh", &(0.."tỉnh".len())));
    }
}
