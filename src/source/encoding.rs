use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// How letters stand in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    #[default]
    Utf8,
    /// UTF-16, the low byte first: the "Unicode" of old Windows programs.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows code page 1252, Western Europe: what Word declares in its HTML.
    Windows1252,
    /// Windows code page 1258, Vietnamese: vowels with tone marks behind them.
    Windows1258,
    /// TCVN 5712:1993 as the ABC fonts (`.VnTime`) have it. Their fonts of capitals (`.VnTimeH`) show the same bytes as capitals; what
    /// font a word has is not in the text, so these are read as small letters.
    Tcvn3,
    /// VNI for Windows: a vowel, and its marks as a second byte.
    Vni,
}

/// All of them, by the name that options and reports use.
const NAMED: [(&str, Encoding); 7] = [
    ("utf-8", Encoding::Utf8),
    ("utf-16le", Encoding::Utf16Le),
    ("utf-16be", Encoding::Utf16Be),
    ("windows-1252", Encoding::Windows1252),
    ("windows-1258", Encoding::Windows1258),
    ("tcvn3", Encoding::Tcvn3),
    ("vni", Encoding::Vni),
];

/// Other names, most of them those of the charset of a web page.
const ALIASES: [(&str, Encoding); 14] = [
    ("utf8", Encoding::Utf8),
    ("us-ascii", Encoding::Windows1252),
    ("ascii", Encoding::Windows1252),
    ("iso-8859-1", Encoding::Windows1252),
    ("latin1", Encoding::Windows1252),
    ("cp1252", Encoding::Windows1252),
    ("x-user-defined", Encoding::Windows1252),
    ("cp1258", Encoding::Windows1258),
    ("utf-16", Encoding::Utf16Le),
    ("unicode", Encoding::Utf16Le),
    ("abc", Encoding::Tcvn3),
    ("tcvn", Encoding::Tcvn3),
    ("tcvn-5712", Encoding::Tcvn3),
    ("x-viet-vni", Encoding::Vni),
];

impl Encoding {
    /// The names that options take.
    pub const NAMES: [&str; 7] = {
        let mut names = [""; 7];
        let mut at = 0;
        while at < NAMED.len() {
            names[at] = NAMED[at].0;
            at += 1;
        }
        names
    };

    /// The name people know it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::Windows1258 => "Windows-1258",
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }

    /// Whether it is one of the old Vietnamese ones, which Unicode has replaced.
    ///
    /// Source: QĐ 72/2002/QĐ-TTg; NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục 4.
    pub const fn is_old_vietnamese(self) -> bool {
        matches!(self, Self::Windows1258 | Self::Tcvn3 | Self::Vni)
    }

    /// The first letter of `bytes` and how many bytes it takes; `None` where there is none, or where they are not of this
    /// encoding.
    pub(super) fn letter(self, bytes: &[u8]) -> Option<(char, usize)> {
        let (&first, rest) = bytes.split_first()?;
        match self {
            Self::Utf8 => {
                let bytes = &bytes[..bytes.len().min(4)];
                let valid = bytes.utf8_chunks().next()?.valid();
                valid.chars().next().map(|letter| (letter, letter.len_utf8()))
            }
            Self::Utf16Le => utf16(bytes, u16::from_le_bytes),
            Self::Utf16Be => utf16(bytes, u16::from_be_bytes),
            _ if first < 0x80 && rest.first().is_none_or(|next| *next < 0x80) => Some((char::from(first), 1)),
            Self::Windows1252 => Some((WINDOWS_1252[usize::from(first)], 1)),
            Self::Tcvn3 => Some((TCVN3[usize::from(first)], 1)),
            Self::Windows1258 => {
                let letter = WINDOWS_1258[usize::from(first)];
                let mark = rest.first().map(|next| WINDOWS_1258[usize::from(*next)]);
                let marked = mark.filter(|mark| *mark >= '\u{300}').and_then(|mark| with_mark(letter, mark));
                Some(marked.map_or((letter, 1), |marked| (marked, 2)))
            }
            Self::Vni => {
                let letter = VNI[usize::from(first)];
                let marked = rest.first().and_then(|next| with_vni_marks(letter, *next));
                Some(marked.map_or((letter, 1), |marked| (marked, 2)))
            }
        }
    }

    /// The bytes of `text`, or its first letter that this encoding does not have.
    pub(super) fn bytes_of(self, text: &str) -> Result<Vec<u8>, char> {
        match self {
            Self::Utf8 => Ok(text.as_bytes().to_vec()),
            Self::Utf16Le => Ok(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Self::Utf16Be => Ok(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            _ if text.is_ascii() => Ok(text.as_bytes().to_vec()),
            _ => {
                let known = self.inverse();
                let mut bytes = Vec::new();
                for letter in text.nfc() {
                    match u8::try_from(letter).ok().filter(u8::is_ascii) {
                        Some(byte) => bytes.push(byte),
                        None => bytes.extend(known.get(&letter).ok_or(letter)?),
                    }
                }
                Ok(bytes)
            }
        }
    }

    /// The bytes of every letter that takes one or two of them and is not ASCII.
    fn inverse(self) -> HashMap<char, Vec<u8>> {
        let mut known = HashMap::new();
        let mut add = |bytes: &[u8]| {
            if let Some((letter, length)) = self.letter(bytes)
                && length == bytes.len()
                && !letter.is_ascii()
            {
                known.entry(letter).or_insert_with(|| bytes.to_vec());
            }
        };
        // What is a mark behind a vowel is no letter that could be written for itself.
        for first in (0x80..=0xFF).filter(|byte| self != Self::Vni || vni_marks(*byte).is_none()) {
            add(&[first]);
        }
        for first in 0..=0xFF_u8 {
            // A capital has the capital form of its mark.
            let is_capital = first.is_ascii_uppercase() || (0xC0..0xE0).contains(&first);
            let (marks, others) = if is_capital { (0xC0..=0xDF, 0xE0..=0xFF) } else { (0xE0..=0xFF, 0xC0..=0xDF) };
            for mark in marks.chain(others) {
                add(&[first, mark]);
            }
        }
        known
    }
}

impl FromStr for Encoding {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = NAMED.iter().chain(&ALIASES).find(|(known, _)| known.eq_ignore_ascii_case(name));
        let listed = || format!("unknown encoding {name:?}: {}", Self::NAMES.join(", "));
        found.map(|(_, encoding)| *encoding).ok_or_else(listed)
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<(char, usize)> {
    let unit_at = |at: usize| bytes.get(at..at + 2).map(|pair| unit([pair[0], pair[1]]));
    let units = [unit_at(0)?, unit_at(2).unwrap_or_default()];
    let letter = char::decode_utf16(units).next()?.ok()?;
    Some((letter, 2 * letter.len_utf16()))
}

/// A vowel of VNI with the marks that a second byte puts on it.
fn with_vni_marks(letter: char, second: u8) -> Option<char> {
    if !matches!(letter, 'a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'ư' | 'A' | 'E' | 'O' | 'U' | 'Y' | 'Ơ' | 'Ư') {
        return None;
    }
    vni_marks(second)?.chars().try_fold(letter, with_mark)
}

fn vni_marks(byte: u8) -> Option<&'static str> {
    let small = char::from(byte | 0x20);
    VNI_MARKS.iter().find(|(sign, _)| *sign == small && byte >= 0xC0).map(|(_, marks)| *marks)
}

/// A letter with a mark, where there is one letter for both: `â` and a dot below too, though its parts stand in another order.
fn with_mark(letter: char, mark: char) -> Option<char> {
    let mut composed = [letter, mark].into_iter().nfc();
    composed.next().filter(|_| composed.next().is_none())
}

type Table = [char; 256];

static WINDOWS_1252: LazyLock<Table> = LazyLock::new(|| table(&[]));
static WINDOWS_1258: LazyLock<Table> = LazyLock::new(|| table(&WINDOWS_1258_RUNS));
static TCVN3: LazyLock<Table> = LazyLock::new(|| table(&TCVN3_RUNS));
static VNI: LazyLock<Table> = LazyLock::new(|| table(&VNI_RUNS));

/// Windows-1252 with other letters in some places: the first byte of each run, and its letters.
fn table(runs: &[(u8, &str)]) -> Table {
    let mut letters: Table = std::array::from_fn(|byte| char::from(u8::try_from(byte).unwrap_or_default()));
    for &(first, run) in WINDOWS_1252_RUNS.iter().chain(runs) {
        for (place, letter) in letters[usize::from(first)..].iter_mut().zip(run.chars()) {
            *place = letter;
        }
    }
    letters
}

/// Over Latin-1. Source: WHATWG Encoding, index windows-1252.
const WINDOWS_1252_RUNS: [(u8, &str); 3] =
    [(0x80, "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ"), (0x8E, "Ž\u{8f}\u{90}‘’“”•–—˜™š›œ"), (0x9E, "žŸ")];

/// Source: WHATWG Encoding, index windows-1258.
const WINDOWS_1258_RUNS: [(u8, &str); 15] = [
    (0x8A, "\u{8a}"),
    (0x8E, "\u{8e}"),
    (0x9A, "\u{9a}"),
    (0x9E, "\u{9e}"),
    (0xC3, "Ă"),
    (0xCC, "\u{300}"),
    (0xD0, "Đ"),
    (0xD2, "\u{309}"),
    (0xD5, "Ơ"),
    (0xDD, "Ư\u{303}"),
    (0xE3, "ă"),
    (0xEC, "\u{301}"),
    (0xF0, "đ\u{f1}\u{323}"),
    (0xF5, "ơ"),
    (0xFD, "ư₫"),
];

/// Source: TCVN 5712:1993, VN3.
const TCVN3_RUNS: [(u8, &str); 8] = [
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
];

/// The letters that take one byte. Source: the fonts of VNI, no standard has it.
const VNI_RUNS: [(u8, &str); 8] =
    [(0xC6, "Ỉ"), (0xCE, "Ỵ"), (0xD1, "ĐỊĨƠ"), (0xD6, "Ư"), (0xE6, "ỉ"), (0xEE, "ỵ"), (0xF1, "địĩơ"), (0xF6, "ư")];

/// The marks of a second byte, by its letter in Windows-1252.
const VNI_MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];
