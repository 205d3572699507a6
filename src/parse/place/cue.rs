//! Unit words, looked for from the names behind them: a letter that may begin a name is rarer than what may begin a unit word.

use std::ops::Range;

use crate::text::blocks::{ANY, Block, FourBytes, Kinds, Lanes, Marks, Mask, Place};
use crate::text::is_word_char;
use crate::vocab::places::UnitType;

/// The ends of unit words, with the gap behind and what may be the letter that begins a name; or the gap may be of two signs.
/// The gap is the place.
pub(crate) const INITIALS: [FourBytes; 5] = [
    // "nh", and the last bytes of "ện", "ận", "àn".
    [&[[0x86, 0x87], [0xA0, 0xA0], [0xAC, 0xAD], [b'N', b'N'], [b'n', b'n']], H_OR_N, GAP, LETTER],
    // The last bytes of "ủy", "uỷ", "phố", "xã".
    [
        &[[0xA6, 0xA7], [0xBB, 0xBB], [0xC3, 0xC3]],
        &[[0x83, 0x83], [0x90, 0x91], [0xA3, 0xA3], [0xB6, 0xB7], [b'Y', b'Y'], [b'y', b'y']],
        GAP,
        LETTER,
    ],
    // "TP", "Tx."
    [
        &[[b'P', b'P'], [b'T', b'T'], [b'X', b'X'], [b'p', b'p'], [b'x', b'x']],
        &[[b'P', b'P'], [b'X', b'X'], [b'p', b'p'], [b'x', b'x'], [b'.', b'.']],
        GAP,
        LETTER,
    ],
    [ANY, FIRST_OF_GAP, &[[b' ', b' '], [b'.', b'.'], [b':', b':']], LETTER],
    [ANY, FIRST_OF_GAP, &[[0, b' ' - 1]], LETTER],
];
const H_OR_N: &[[u8; 2]] = &[[b'H', b'H'], [b'N', b'N'], [b'h', b'h'], [b'n', b'n']];
const GAP: &[[u8; 2]] = &[[0, b' '], [b'.', b'.'], [b':', b':']];
const FIRST_OF_GAP: &[[u8; 2]] = &[[b'\t', b'\n'], [b'\r', b'\r'], [b' ', b' '], [b':', b':']];
/// Capitals; letters that are not of ASCII begin with C3 and more.
const LETTER: &[[u8; 2]] = &[[b'A', b'Z'], [0xC3, 0xFF]];

/// The gaps before letters that may begin a name.
pub(crate) struct Gaps;

impl Marks for Gaps {
    #[inline(always)]
    fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
        const KINDS: Kinds = {
            let [a, b, c, d, e] = INITIALS;
            Kinds::of([&[a], &[b], &[c], &[d], &[e]])
        };
        block.may_be_of(&KINDS) & may_be_capital(block)
    }
}

/// Whether a capital may stand behind each byte: the most usual letter that is not of ASCII is "đ".
#[inline(always)]
pub(crate) fn may_be_capital<L: Lanes>(block: Block<'_, L>) -> Mask<L> {
    !block.behind(2).are(0x91)
}

/// The letter behind a gap that may begin a name: it may be a capital, and what stands before the gap may be the end of a unit word.
#[inline(always)]
pub(crate) fn initial_behind(gap: Place<'_>) -> Option<usize> {
    let [before, last, sign, letter @ ..] = gap.window(2).to_le_bytes();
    let is_initial = matches!(sign, 0..=b' ' | b'.' | b':') && is_capital(letter) && may_end_unit([before, last, sign]);
    is_initial.then(|| gap.offset() + 1)
}

#[inline(always)]
fn may_end_unit([before, last, gap]: [u8; 3]) -> bool {
    match [before, last] {
        // "TP.HCM"
        [b'T', b'P' | b'p' | b'X' | b'x'] => true,
        _ if gap == b'.' => false,
        [b'n', b'h'] | [b'N', b'H'] => true,
        // The last bytes of "ện", "ận", "àn", "ủy", "uỷ", "phố" and "xã".
        [0x87 | 0xAD | 0xA0, b'n'] | [0x86 | 0xAC, b'N'] | [0xA7, b'y'] | [0xA6, b'Y'] => true,
        [0xBB, 0xB6 | 0xB7 | 0x90 | 0x91] | [0xC3, 0x83 | 0xA3] => true,
        // A sign, or a longer gap that is no empty line.
        [before, b'.'] => matches!(before, b'P' | b'p' | b'X' | b'x'),
        // "TP.: Huế" is one too.
        [before, b':'] => !matches!(before, b' '..=b'-' | b'/'..=b'9'),
        [before, b' ' | b'\t' | b'\r' | b'\n'] => ![before, last, gap].ends_with(b"\n\n"),
        _ => false,
    }
}

/// Whether it begins with a capital, or with what is no letter of Vietnamese.
#[inline(always)]
const fn is_capital([first, second, third, ..]: [u8; 5]) -> bool {
    match first {
        b'A'..=b'Z' => true,
        _ if second == 0x91 => false,
        0xC3 => second < 0xA0,
        0xC4 => !matches!(second, 0x83 | 0xA9),
        0xC6 => !matches!(second, 0xA1 | 0xB0),
        // Capitals and small letters take turns.
        0xE1 => !matches!(second, 0xBA | 0xBB) || third % 2 == 0,
        _ => first > 0xC3,
    }
}

/// The unit that a word before the name at `name` tells, and the bytes of that word. Between the two stand blanks, one line break at
/// most, and perhaps a colon.
pub(super) fn unit_before(text: &str, name: usize) -> Option<(UnitType, Range<usize>)> {
    let is_gap = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    let gap = text.as_bytes()[..name].iter().rev().take_while(is_gap);
    let (length, lines) = gap.fold((0, 0), |(length, lines), byte| (length + 1, lines + usize::from(*byte == b'\n')));
    let before = &text[..name - length];
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
