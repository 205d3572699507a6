//! The name of one body, from its first word to the last that belongs to it, and of another that follows.

use std::ops::Range;

use super::committee::place_of_task;
use super::extension::{ends_known, extension};
use super::start::{Start, begins_joint, begins_with_capital, start, under};
use super::words::{MOST_WORDS, WordList, Words};
use crate::parse::cursor::{is_word, on_over_gap, word_after};
use crate::vocab::issuers::Body;

/// One body.
pub(super) struct One {
    /// Where its name ends.
    pub(super) end: usize,
    /// Which known one it is.
    pub(super) body: Option<&'static Body>,
    /// Whether it is known by name, or who leads a known one.
    pub(super) is_known: bool,
    /// Whether it is several: "Liên Bộ".
    pub(super) is_joint: bool,
}

/// The one that starts at `at`.
pub(super) fn one(text: &str, at: usize) -> Option<One> {
    let mut following = Words::new(text, at).take(MOST_WORDS);
    let mut words = WordList::new();
    let Start { known, head } = start(text, &mut following, &mut words, 0)?;
    let is_joint = begins_joint(text, &words);
    if let Some((place, count)) = place_of_task(text, at) {
        let mut following = Words::new(text, place).take(MOST_WORDS);
        let mut words: WordList = following.by_ref().take(count).collect();
        let count = words.len();
        let end = whole(text, &mut following, &mut words, count, true);
        return Some(One { end, body: None, is_known: false, is_joint });
    }
    let by_name = known.is_some();
    let known = match known {
        Some((count, beginning)) => Some((count, beginning.body())),
        // "Liên Bộ Tài chính, Nội vụ"
        None if is_joint => None,
        None if begins_with_capital(text, &words[0]) => under(text, &mut following, &mut words, head),
        None => return None,
    };
    let is_known = by_name || known.is_some_and(|(_, body)| body.is_some());
    let count = known.map_or(head, |(count, _)| count);
    let end = whole(text, &mut following, &mut words, count, known.is_some());
    Some(One { end, body: known.and_then(|(_, body)| body), is_known, is_joint })
}

/// The end of a name that goes on behind the first `count` words.
fn whole(
    text: &str,
    following: &mut impl Iterator<Item = Range<usize>>,
    words: &mut WordList,
    count: usize,
    closed: bool,
) -> usize {
    let mut next = count;
    loop {
        if words.len() == next {
            words.extend(following.next());
        }
        // Behind most known names stands a small word that ends them.
        if closed && words.get(next).is_some_and(|word| ends_known(text, word)) {
            break;
        }
        // "Đảng đoàn Quốc hội": another known body.
        if closed
            && words.get(next).is_some_and(|word| begins_with_capital(text, word))
            && text[words[next - 1].end..words[next].start] == *" "
            && let Some(Start { known: Some((count, _)), .. }) = start(text, following, words, next)
        {
            next += count;
            continue;
        }
        // An extension looks at no more than two words behind the next one.
        while words.len() < next + 3
            && let Some(word) = following.next()
        {
            words.push(word);
        }
        if next >= words.len() {
            break;
        }
        let Some(taken) = extension(text, words, next, closed) else { break };
        next += taken;
    }
    words[next - 1].end
}

/// Another body after ", ", " - " or " và ", in joint documents also " với ": whether the list may end with it, and where. It
/// is known by name; the last of a longer list may be any body.
pub(super) fn joined(text: &str, at: usize, end: usize, listed: bool, is_joint: bool) -> Option<(bool, usize)> {
    let rest = &text[end..];
    let (last, next) = if rest.starts_with(',') {
        (false, on_over_gap(text, end + 1))
    } else if rest.starts_with(" - ") && (is_joint || is_of_one_kind(text, at, end + 3)) {
        (true, end + 3)
    } else {
        let word = word_after(text, on_over_gap(text, end));
        let joins = is_word(&text[word.clone()], "và") || is_joint && is_word(&text[word.clone()], "với");
        joins.then(|| (true, on_over_gap(text, word.end)))?
    };
    let next = one(text, next)?;
    (next.is_known || listed && last).then_some((last, next.end))
}

/// Whether two bodies begin with one word: "Bộ Y tế - Bộ Tài chính" issued together, "Thủ tướng Chính phủ - Bộ Y tế" did not.
fn is_of_one_kind(text: &str, first: usize, second: usize) -> bool {
    text[word_after(text, first)] == text[word_after(text, second)]
}
