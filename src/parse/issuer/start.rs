//! How the name of a body begins: with a known name, or with a head, which a known name may follow.

use std::ops::Range;

use super::words::WordList;
use crate::parse::cursor::is_gap;
use crate::parse::phrase::FoldedPhrase;
use crate::text::{Syllable, Syllables};
use crate::vocab::issuers::{self, Beginning, Body};

/// How the name of a body begins.
pub(super) struct Start {
    /// How many words are the longest known name.
    pub(super) known: Option<(usize, Beginning)>,
    /// How many words make the longest head.
    pub(super) head: usize,
}

/// Takes words from the one at `from` on as far as known names go on, and one more; `None` where no body is named, as a head shows.
pub(super) fn start(
    text: &str,
    following: &mut impl Iterator<Item = Range<usize>>,
    words: &mut WordList,
    from: usize,
) -> Option<Start> {
    let mut phrase = FoldedPhrase::new();
    let (mut known, mut head) = (None, None);
    for count in 1.. {
        let place = from + count - 1;
        if place == words.len() {
            words.extend(following.next());
        }
        let Some(beginning) = words.get(place).and_then(|word| phrase.add(text, word)).and_then(issuers::beginning)
        else {
            break;
        };
        if beginning.is_head {
            head = Some(count);
        }
        if beginning.is_name() {
            known = Some((count, beginning));
        }
        if !beginning.is_longer {
            break;
        }
    }
    Some(Start { known, head: head? })
}

pub(super) fn begins_with_capital(text: &str, word: &Range<usize>) -> bool {
    text[word.clone()].starts_with(char::is_uppercase)
}

/// Whether the words begin as "liên Bộ", "Liên Sở" do.
pub(super) fn begins_joint(text: &str, words: &WordList) -> bool {
    const JOINT: Syllable = Syllable::folded("liên");
    matches!(words.as_slice(), [first, second, ..]
        if Syllable::in_text(text, first.clone()) == JOINT && begins_with_capital(text, second))
}

/// The known body that a head goes on with ("Bộ trưởng Bộ Tài chính", "Chánh Văn phòng Sở Y tế"): how many words there are
/// with it, and which body it is where the head is whoever leads it: an office of it signs with another code.
pub(super) fn under(
    text: &str,
    following: &mut impl Iterator<Item = Range<usize>>,
    words: &mut WordList,
    head: usize,
) -> Option<(usize, Option<&'static Body>)> {
    let leads = LEADERS.has(Syllable::in_text(text, words[head - 1].clone()));
    let mut from = head;
    loop {
        let Start { known, head } = start(text, following, words, from)?;
        let gap = &text[words[from - 1].end..words[from].start];
        // "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
        if !(gap.chars().all(is_gap) || leads && gap == ", ") || gap.contains("\n\n") {
            return None;
        }
        match known {
            Some((count, beginning)) => return Some((from + count, beginning.body().filter(|_| leads))),
            None => from += head,
        }
    }
}

/// The last words of the titles of those who lead a body, folded.
static LEADERS: Syllables<(), 16> = Syllables::set(["trưởng", "đốc", "nhiệm", "tịch", "lệnh"]);
