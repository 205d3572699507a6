//! Unit words, looked for from the names behind them: a letter that may begin a name is rarer than what may begin a unit word.

use std::ops::Range;

use crate::text::blocks::{Block, Lanes, Mask, Place};
use crate::text::is_word_char;
use crate::vocab::places::UnitType;

/// The letters that may begin a name: capitals, and what may be one, behind a gap or a sign.
#[inline(always)]
pub(in crate::parse) fn initials<L: Lanes>(block: Block<'_, L>) -> Mask<L> {
    let (before, bytes) = (block.before(1), block.bytes());
    let behind_gap = !before.are_at_least(b' ' + 1) | before.are_any([b':', b'.']);
    // Letters that are not of ASCII begin with C3 and more; the most usual small one is "đ".
    behind_gap & (bytes.are_within(b'A', b'Z') | bytes.are_at_least(0xC3) & !block.behind(1).are(0x91))
}

/// Whether a unit word may stand before an initial: no for most. It is asked of every one of a text, with no jump in between.
#[inline(always)]
pub(in crate::parse) fn may_follow_unit(initial: Place<'_>) -> bool {
    let [before, last, gap, ..] = initial.window(3).to_le_bytes();
    let [befores, lasts, gaps] = &ENDS;
    befores[usize::from(before)] & lasts[usize::from(last)] & gaps[usize::from(gap)] != 0
}

/// Of which [`UNIT_ENDS`] the bytes before an initial may be: a bit for each.
static ENDS: [[u8; 256]; 3] = {
    let mut ends = [[0; 256]; 3];
    let mut place = 0;
    while place < 3 * UNIT_ENDS.len() {
        let (end, byte) = (place / 3, place % 3);
        let mut range = 0;
        while range < UNIT_ENDS[end][byte].len() {
            let [first, last] = UNIT_ENDS[end][byte][range];
            let mut may_be = first as usize;
            while may_be <= last as usize {
                ends[byte][may_be] |= 1 << end;
                may_be += 1;
            }
            range += 1;
        }
        place += 1;
    }
    ends
};

/// What may stand before the name behind a unit word, in ranges of bytes: the last two of the word and one of the gap, or more of the
/// gap.
const UNIT_ENDS: [[&[[u8; 2]]; 3]; 8] = [
    [&[[b'N', b'N'], [b'n', b'n']], &[[b'H', b'H'], [b'h', b'h']], GAP],
    // The last bytes of "ện", "ận", "àn".
    [&[[0x86, 0x87], [0xA0, 0xA0], [0xAC, 0xAD]], &[[b'N', b'N'], [b'n', b'n']], GAP],
    // Those of "ủy", and "xã".
    [&[[0xA6, 0xA7], [0xC3, 0xC3]], &[[0x83, 0x83], [0xA3, 0xA3], [b'Y', b'Y'], [b'y', b'y']], GAP],
    // "uỷ" and "phố".
    [&[[0xBB, 0xBB]], &[[0x90, 0x91], [0xB6, 0xB7]], GAP],
    // "TP", "TX.", which may touch the name.
    [
        &[[b'P', b'P'], [b'T', b'T'], [b'X', b'X'], [b'p', b'p'], [b'x', b'x']],
        &[[b'.', b'.'], [b'P', b'P'], [b'X', b'X'], [b'p', b'p'], [b'x', b'x']],
        &[[0, b' '], [b'.', b'.'], [b':', b':']],
    ],
    // A sign behind letters, or behind "TP."
    [&[[b'.', b'.'], [b':', 0xFF]], &[[b':', b':']], GAP],
    // A longer gap that is no empty line.
    [&[[0, 0xFF]], &[[b'\t', b'\t'], [b'\r', b'\r'], [b' ', b' ']], GAP],
    [&[[0, 0xFF]], &[[b'\n', b'\n']], &[[0, b'\n' - 1], [b'\n' + 1, b' '], [b':', b':']]],
];
const GAP: &[[u8; 2]] = &[[0, b' '], [b':', b':']];

/// The unit that a word before the name at `name` tells, and the bytes of that word. Between the two stand blanks, one line break at
/// most, and perhaps a colon.
pub(super) fn unit_before(text: &str, name: usize) -> Option<(UnitType, Range<usize>)> {
    let (mut gap, mut lines) = (name, 0);
    while let [.., byte @ (b' ' | b'\t' | b'\r' | b'\n')] = text.as_bytes()[..gap] {
        lines += usize::from(byte == b'\n');
        gap -= 1;
    }
    let before = &text[..gap];
    let before = before.strip_suffix(':').unwrap_or(before);
    if lines > 1 || !may_end_in_unit(before.as_bytes()) {
        return None;
    }
    let touches = before.len() == name && !before.ends_with('.');
    let (unit_type, start) = if touches { None } else { unit_at_end(before, &text[before.len()..]) }?;
    let free = !text[..start].ends_with(is_word_char);
    free.then_some((unit_type, start..before.len()))
}

/// Whether the last letters are those of a unit word: most are not, and the words need not be compared.
fn may_end_in_unit(text: &[u8]) -> bool {
    match text {
        // "tỉnh"
        [.., b't' | b'T', _, _, 0x89, b'n', b'h'] | [.., b'T', _, _, 0x88, b'N', b'H'] => true,
        // "uyện", "quận"
        [.., b'u', b'y', _, _, 0x87, b'n'] | [.., b'U', b'Y', _, _, 0x86, b'N'] => true,
        [.., b'q' | b'Q', b'u', _, _, 0xAD, b'n'] | [.., b'Q', b'U', _, _, 0xAC, b'N'] => true,
        // "phố", "ị xã"
        [.., b'p' | b'P', b'h', _, _, 0x91] | [.., b'P', b'H', _, _, 0x90] => true,
        [.., 0x8B, b' ', b'x' | b'X', 0xC3, 0xA3] | [.., 0x8A, b' ', b'X', 0xC3, 0x83] => true,
        // " ủy", " uỷ", " đoàn"
        [.., b' ', 0xE1, 0xBB, 0xA7, b'y'] | [.., b' ', 0xE1, 0xBB, 0xA6, b'y' | b'Y'] => true,
        [.., b' ', b'u' | b'U', 0xE1, 0xBB, 0xB7] | [.., b' ', b'U', 0xE1, 0xBB, 0xB6] => true,
        [.., b' ', 0xC4, 0x90 | 0x91, b'o', 0xC3, 0xA0, b'n'] => true,
        [.., b'T', b'P' | b'p' | b'X' | b'x'] | [.., b'T', b'P' | b'p' | b'X' | b'x', b'.'] => true,
        _ => false,
    }
}

/// The unit word that ends a text, and where it starts.
fn unit_at_end(text: &str, behind: &str) -> Option<(UnitType, usize)> {
    let whole = |text: &str| {
        let (word, unit_type) = WORDS.iter().find(|(word, _)| text.ends_with(word))?;
        Some((*unit_type, text.len() - word.len()))
    };
    let in_two = || {
        ENDINGS.iter().find_map(|(ending, beginnings, unit_type)| {
            // The line may end inside the word.
            let before = text.strip_suffix(ending)?.trim_end();
            let beginning = beginnings.iter().find(|beginning| before.ends_with(**beginning))?;
            Some((*unit_type, before.len() - beginning.len()))
        })
    };
    let short = || {
        let (word, unit_type) = SHORT.iter().find(|(word, _)| text.ends_with(word))?;
        (word.ends_with('.') || behind.starts_with(' ')).then_some((*unit_type, text.len() - word.len()))
    };
    // "huyện Ủy Dầu Tiếng": what follows the unit word belongs to it.
    // The words for bodies begin with letters that are not of ASCII.
    let may_be_body = matches!(behind.as_bytes(), [b' ', 0xC3..=0xFF, ..]);
    let alone = whole(text).filter(|_| !(may_be_body && BODIES.iter().any(|body| begins_with_body(behind, body))));
    let with_body = || BODIES.iter().find_map(|body| whole(text.strip_suffix(body)?));
    alone.or_else(with_body).or_else(in_two).or_else(short)
}

/// Whether the body of the Party or the Youth Union of a unit stands there; `huyện Ủy ban …` is none.
fn begins_with_body(text: &str, body: &str) -> bool {
    text.strip_prefix(body).is_some_and(|rest| !rest.starts_with(" ban") && !rest.starts_with(char::is_alphabetic))
}

const WORDS: [(&str, UnitType); 9] = [
    ("tỉnh", UnitType::Province),
    ("Tỉnh", UnitType::Province),
    ("TỈNH", UnitType::Province),
    ("huyện", UnitType::District),
    ("Huyện", UnitType::District),
    ("HUYỆN", UnitType::District),
    ("quận", UnitType::UrbanDistrict),
    ("Quận", UnitType::UrbanDistrict),
    ("QUẬN", UnitType::UrbanDistrict),
];

/// What may follow one of them: the body of the Party or the Youth Union of a unit.
const BODIES: [&str; 8] = [" ủy", " uỷ", " Ủy", " Uỷ", " ỦY", " UỶ", " đoàn", " Đoàn"];

/// The ends of unit words of two syllables, each with what may stand before it.
const ENDINGS: [(&str, &[&str], UnitType); 14] = [
    ("phố", CITY, UnitType::City),
    ("Phố", CITY, UnitType::City),
    ("PHỐ", CITY, UnitType::City),
    ("hị xã", TOWN, UnitType::Town),
    ("hị Xã", TOWN, UnitType::Town),
    ("HỊ XÃ", TOWN, UnitType::Town),
    ("h ủy", CITY_BODY, UnitType::City),
    ("h uỷ", CITY_BODY, UnitType::City),
    ("h Ủy", CITY_BODY, UnitType::City),
    ("h Uỷ", CITY_BODY, UnitType::City),
    ("H ỦY", CITY_BODY, UnitType::City),
    ("H UỶ", CITY_BODY, UnitType::City),
    ("ị ủy", TOWN_BODY, UnitType::Town),
    ("ị uỷ", TOWN_BODY, UnitType::Town),
];
const CITY: &[&str] = &["thành", "Thành", "THÀNH"];
const CITY_BODY: &[&str] = &["thàn", "Thàn", "THÀN"];
const TOWN: &[&str] = &["t", "T"];
const TOWN_BODY: &[&str] = &["th", "Th", "TH"];

const SHORT: [(&str, UnitType); 8] = [
    ("TP.", UnitType::City),
    ("TP", UnitType::City),
    ("Tp.", UnitType::City),
    ("Tp", UnitType::City),
    ("TX.", UnitType::Town),
    ("TX", UnitType::Town),
    ("Tx.", UnitType::Town),
    ("Tx", UnitType::Town),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_in_a_unit_word_may_end_in_one() {
        let whole = WORDS.iter().map(|(word, _)| (*word).to_owned());
        let with_body = WORDS.iter().flat_map(|(word, _)| BODIES.iter().map(move |body| format!("{word}{body}")));
        let in_two = ENDINGS.iter().flat_map(|(ending, beginnings, _)| {
            beginnings.iter().flat_map(move |beginning| [" ", "\n", ""].map(|gap| format!("{beginning}{gap}{ending}")))
        });
        let short = SHORT.iter().map(|(word, _)| (*word).to_owned());
        for word in whole.chain(with_body).chain(in_two).chain(short) {
            assert!(unit_at_end(&word, " An").is_some() && may_end_in_unit(word.as_bytes()), "{word}");
        }
    }
}
