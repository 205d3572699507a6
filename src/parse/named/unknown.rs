//! Names of laws, codes and ordinances that no list has.

use std::ops::Range;

use crate::parse::cursor::{is_word, on_over_gap, word_after, word_before};
use crate::parse::phrase::FoldedPhrase;
use crate::parse::stops::STOPS;
use crate::text::{Syllable, Syllables, is_all_caps};
use crate::vocab::laws;

/// The end of a name that no list has: a capital, then words up to one that cannot belong to a name, or up to the date or year
/// of the law. Where a capital is needed, a name that begins small must have one of these.
pub(super) fn unknown(text: &str, type_end: usize, capital_needed: bool) -> Option<usize> {
    let at = on_over_gap(text, type_end);
    if at > type_end + 1 && text[type_end..at].matches('\n').count() > 1 {
        return None;
    }
    let first = word_after(text, at);
    if text[type_end..at] != *" " && text[type_end..at].contains('\n') && begins_part(&text[first.clone()]) {
        return None;
    }
    if capital_needed && !text[first.clone()].starts_with(char::is_uppercase) {
        // Before a year alone the words may be any: "tập huấn Luật nuôi con và chăm sóc trẻ năm 2025".
        let has_day = |end: &usize| is_word(&text[word_after(text, on_over_gap(text, *end))], "ngày");
        let is_like_known = begins_like_known(text, type_end, &first);
        return if is_like_known { up_to_date(text, first.end).filter(has_day) } else { None };
    }
    let end = run(text, first)?;
    Some(up_to_date(text, end).unwrap_or(end))
}

/// A capital, then words up to one that cannot belong to a name.
fn run(text: &str, first: Range<usize>) -> Option<usize> {
    const MOST_WORDS: usize = 12;
    let mut end = None;
    let mut following = first;
    for count in 0..MOST_WORDS {
        let word = following;
        following = word_after(text, on_over_gap(text, word.end));
        let spelled = &text[word.clone()];
        if spelled.is_empty()
            || spelled.as_bytes()[0].is_ascii_digit()
            || end.is_some_and(|end| ends_line(text, end, word.start))
        {
            break;
        }
        // No word of one letter ends a name.
        if word.len() > 1 {
            let folded = Syllable::in_text(text, word.clone());
            // "Luật Tổ chức HĐND và UBND"
            let abbreviated = |word: &str| word.chars().count() >= 3 && is_all_caps(word);
            if folded == AND
                && end.is_some_and(|end| abbreviated(&text[word_before(text, end)]))
                && abbreviated(&text[following.clone()])
            {
                continue;
            }
            let next = || Syllable::in_text(text, following.clone());
            let capital = spelled.starts_with(char::is_uppercase);
            if is_stop(folded, next) && (count > 0 || !capital || is_all_caps(spelled)) {
                break;
            }
            // "Luật gia", "Luật sư", "LUẬT SƯ": a profession, not a law.
            if count == 0 && PROFESSIONS.has(folded) {
                return None;
            }
        }
        end = Some(word.end);
    }
    end
}

const AND: Syllable = Syllable::folded("và");
static PROFESSIONS: Syllables<(), 4> = Syllables::set(["sư", "gia"]);

/// Whether a name does not go on from `end` to the word at `next`: an empty line stands between, or the next line begins something
/// else, with a capital.
fn ends_line(text: &str, end: usize, next: usize) -> bool {
    // As nearly always.
    if text[end..next] == *" " {
        return false;
    }
    let mut lines = text[end..next].matches('\n');
    if lines.next().is_none() {
        return false;
    }
    let word = &text[word_after(text, next)];
    let heading = || is_all_caps(word) && is_all_caps(&text[word_before(text, end)]);
    lines.next().is_some() || begins_part(word) || word.starts_with(char::is_uppercase) && !heading()
}

/// "Điều 5", "CHƯƠNG II" behind a heading.
fn begins_part(word: &str) -> bool {
    ["điều", "chương", "mục", "phần"].iter().any(|part| is_word(word, part))
}

/// Whether a word ends the name before it; some do with the `next` one only: "hiện hành", but "Thực hiện".
fn is_stop(word: Syllable, next: impl Fn() -> Syllable) -> bool {
    const NOW: Syllable = Syllable::folded("hiện");
    const HAVE: Syllable = Syllable::folded("có");
    const MERIT: Syllable = Syllable::folded("công");
    static BEHIND_NOW: Syllables<(), 8> = Syllables::set(["hành", "nay", "tại"]);
    // "người có công"
    let merit = || word == HAVE && next() == MERIT;
    STOP_WORDS.has(word) && !merit() || word == NOW && BEHIND_NOW.has(next())
}

static STOP_WORDS: Syllables<(), 128> = Syllables::set_of(&[&STOPS, &["và", "không", "quy", "ban", "đang"]]);

/// Whether a known name begins with this word behind "Luật".
fn begins_like_known(text: &str, type_end: usize, first: &Range<usize>) -> bool {
    let words = [word_before(text, type_end), first.clone()];
    let mut phrase = FoldedPhrase::new();
    let beginning =
        words.into_iter().map(|word| phrase.add_word(Syllable::in_text(text, word)).and_then(laws::beginning));
    beginning.last().flatten().is_some()
}

/// The end of a name that goes on from `from` over commas, "và" and other words that names have inside, up to its date or year:
/// "Pháp lệnh Nhập cảnh, xuất cảnh, cư trú và đi lại của người nước ngoài tại Việt Nam ngày …".
pub(super) fn up_to_date(text: &str, from: usize) -> Option<usize> {
    const MOST_WORDS: usize = 25;
    /// Of the words that end other names.
    static INSIDE: Syllables<(), 32> =
        Syllables::set(["và", "của", "cho", "với", "các", "tại", "trong", "có", "quy", "theo", "trên"]);
    const DAY: Syllable = Syllable::folded("ngày");
    const YEAR: Syllable = Syllable::folded("năm");
    let mut end = from;
    for _ in 0..MOST_WORDS {
        let mut at = on_over_gap(text, end);
        let comma = text.as_bytes().get(at) == Some(&b',');
        if comma {
            at = on_over_gap(text, at + 1);
        }
        let word = word_after(text, at);
        let following = word_after(text, on_over_gap(text, word.end));
        let folded = Syllable::in_text(text, word.clone());
        // "Luật A Luật B": another one begins.
        if word.is_empty() || text[word.clone()] == *"Luật" || ends_line(text, end, word.start) {
            return None;
        }
        let next = &text[following.clone()];
        let leads = match folded {
            DAY => next.starts_with(|c: char| c.is_ascii_digit()),
            YEAR => next.parse().is_ok_and(|year| next.len() == 4 && (1945..2100_u16).contains(&year)),
            _ => false,
        };
        if leads {
            return (end > from).then_some(end);
        }
        let next = Syllable::in_text(text, following);
        let behind_joint = comma || folded == AND;
        let begins_other = comma && OTHERS.has(folded) || folded == AND && OTHERS.has(next);
        let is_type = TYPES.get(folded).is_some_and(|second| Syllable::folded(second) == next);
        let spelled = &text[word.clone()];
        if is_stop(folded, || next) && !INSIDE.has(folded)
            || behind_joint && begins_other
            || is_type
            || ENDS.has(folded)
            || is_word(spelled, "luật")
            || spelled.as_bytes()[0].is_ascii_digit()
        {
            return None;
        }
        end = word.end;
    }
    None
}

/// What stands before a day that is not the law's.
static ENDS: Syllables<(), 8> = Syllables::set(["trước", "sau", "kể", "hết"]);

/// What begins something else behind a comma or "và".
static OTHERS: Syllables<(), 32> = Syllables::set([
    "các", "những", "theo", "tại", "của", "bộ", "sở", "uỷ", "ubnd", "chính", "quốc", "hội", "hđnd", "thủ", "căn",
]);

/// The words of types that no name of a law has inside.
static TYPES: Syllables<&str, 32> = Syllables::of(&[
    ("nghị", "định"),
    ("thông", "tư"),
    ("pháp", "lệnh"),
    ("văn", "bản"),
    ("kế", "hoạch"),
    ("chương", "trình"),
    ("chỉ", "thị"),
    ("hướng", "dẫn"),
    ("quy", "định"),
    ("nhiệm", "vụ"),
    ("công", "tác"),
    ("triển", "khai"),
    ("báo", "cáo"),
]);
