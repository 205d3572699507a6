use std::cell::OnceCell;

use crate::text::folded_words;
use crate::vocab::index::hash_bytes;

/// What a text says a document is about: the title itself, or the words that follow the citation.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject<'t> {
    title: Option<&'t str>,
    following: &'t str,
    /// Taken apart when they are first asked for: most documents are told by symbol and date.
    words: OnceCell<Vec<Word>>,
}

impl<'t> Subject<'t> {
    /// `title` where the title was read, else the words of `following` up to the end of the sentence.
    pub(super) const fn new(title: Option<&'t str>, following: &'t str) -> Self {
        Self { title, following, words: OnceCell::new() }
    }

    /// Whether the words were asked for.
    pub(super) fn was_read(&self) -> bool {
        self.words.get().is_some()
    }

    /// How far the title of a document stands in these words, 0 to 1.
    ///
    /// The share of the title's words that come in the same order. A year that stands on one side only makes it 0:
    /// yearly documents differ in nothing else. A title that is quoted in part (four words or more in a row) counts 0.7;
    /// so, at most, does a title of three or four words (`về công tác tôn giáo`).
    pub(super) fn agreement(&self, title: &str) -> f32 {
        let words = self.words();
        if words.len() < 3 {
            return 0.0;
        }
        let title = title_words(title);
        if title.len() < 3 {
            return 0.0;
        }
        let length = if self.is_title() { words.len() } else { title.len() + title.len() / 3 + LEAD };
        let window = &words[..length.min(words.len())];
        // Of other documents few words stand there, in whatever order.
        let present = title.iter().filter(|word| window.contains(word)).count();
        if !self.is_title() && (present as f32) < title.len() as f32 * LEAST {
            return 0.0;
        }
        if years(&title).any(|year| !window.contains(&year)) {
            return 0.0;
        }
        if self.is_title() && years(window).any(|year| !title.contains(&year)) {
            return 0.0;
        }
        let share = common_in_order(&title, window) as f32 / title.len() as f32;
        let quoted = self.is_title() && window.len() >= 4 && title.windows(window.len()).any(|part| part == window);
        let most = if title.len() < 5 { QUOTED } else { 1.0 };
        if quoted { share.max(QUOTED) } else { share }.min(most)
    }

    /// Whether a title was read that certainly is not this one: next to no word in common, either way.
    pub(super) fn contradicts(&self, title: &str) -> bool {
        if !self.is_title() {
            return false;
        }
        let common = COMMON.map(|word| Word::of(word.as_bytes()));
        let telling =
            |words: &[Word]| -> Vec<Word> { words.iter().copied().filter(|word| !common.contains(word)).collect() };
        let (title, words) = (telling(&title_words(title)), telling(self.words()));
        let shorter = title.len().min(words.len());
        shorter >= 2 && common_in_order(&title, &words) * 5 < shorter
    }

    fn words(&self) -> &[Word] {
        self.words.get_or_init(|| match self.title {
            Some(title) => title_words(title),
            None => {
                let end = self.following.char_indices().nth(FOLLOWING).map_or(self.following.len(), |(at, _)| at);
                words(sentence(&self.following[..end]))
            }
        })
    }

    const fn is_title(&self) -> bool {
        self.title.is_some()
    }
}

/// Words that may stand between a citation and its title: `của Ban Chấp hành Trung ương Đảng khóa XI về`.
const LEAD: usize = 14;

/// Less agreement is as good as none: it neither tells a document nor makes another one doubtful.
pub(super) const LEAST: f32 = 0.35;

/// What a quotation of a part of a title counts.
const QUOTED: f32 = 0.7;

/// Words that titles on any subject have.
const COMMON: [&str; 20] = [
    "luật", "bộ", "pháp", "lệnh", "về", "việc", "và", "của", "các", "những", "một", "số", "đối", "với", "trong", "quy",
    "định", "chi", "tiết", "điều",
];

/// The most code points of following text that are read.
const FOLLOWING: usize = 600;

/// Up to the end of the sentence, the item or the paragraph.
pub(super) fn sentence(text: &str) -> &str {
    let bytes = text.as_bytes();
    let ends = |&at: &usize| match bytes[at] {
        b';' => true,
        b'.' => matches!(bytes.get(at + 1), Some(b' ' | b'\n')),
        _ => bytes.get(at + 1) == Some(&b'\n'),
    };
    &text[..memchr::memchr3_iter(b';', b'.', b'\n', bytes).find(ends).unwrap_or(text.len())]
}

/// A word as a number: its bytes where they are eight at most, as those of most syllables are, else a hash of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word(u64);

impl Word {
    fn of(word: &[u8]) -> Self {
        match word.len() {
            0..=8 => Self(word.iter().fold(0, |number, &byte| number << 8 | u64::from(byte))),
            length => Self(hash_bytes(length as u64, word)),
        }
    }

    fn is_year(self) -> bool {
        self.0 >> 32 == 0 && self.0.to_be_bytes()[4..].iter().all(u8::is_ascii_digit)
    }
}

/// The words of a text, folded.
fn words(text: &str) -> Vec<Word> {
    let folded = folded_words(text);
    let words = folded.as_bytes().split(|&byte| byte == b' ');
    words.filter(|word| !word.is_empty()).map(Word::of).collect()
}

/// Words of a title without `về`, `về việc` or `v/v` at its start.
fn title_words(title: &str) -> Vec<Word> {
    let mut words = words(title);
    let begins =
        |lead: &[&str]| words.len() >= lead.len() && lead.iter().zip(&words).all(|(a, b)| Word::of(a.as_bytes()) == *b);
    let lead = if begins(&["về", "việc"]) || begins(&["v", "v"]) {
        2
    } else {
        usize::from(words.len() > 1 && begins(&["về"]))
    };
    words.drain(..lead);
    words
}

fn years(words: &[Word]) -> impl Iterator<Item = Word> {
    words.iter().copied().filter(|word| word.is_year())
}

pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Length of the longest common subsequence; in one row of memory, since the words may be anybody's.
fn common_in_order(a: &[Word], b: &[Word]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (column, other) in b.iter().enumerate() {
            let above = row[column + 1];
            row[column + 1] = if word == other { diagonal + 1 } else { above.max(row[column]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_and_years_are_known() {
        let of = |word: &str| Word::of(word.as_bytes());
        let all = ["", "v", "về", "trường", "trườnɡ", "nghiệp", "nghiệps", "2013", "201", "20134", "201a", "12345678"];
        for (a, one) in all.iter().enumerate() {
            assert_eq!(of(one).is_year(), is_year(one), "{one}");
            for (b, other) in all.iter().enumerate() {
                assert_eq!(of(one) == of(other), a == b, "{one} {other}");
            }
        }
        assert_eq!(title_words("Về  việc: v/v").len(), 2);
        assert_eq!(title_words("v/v về").len(), 1);
        assert_eq!(title_words("về").len(), 1);
    }

    #[test]
    fn sentences_end() {
        for (text, sentence) in [
            ("một; hai", "một"),
            ("số 1.2 và. Hai; ba", "số 1.2 và"),
            ("một.\nhai", "một"),
            ("một\nhai\n\nba. ", "một\nhai"),
            ("một.", "một."),
            ("", ""),
        ] {
            assert_eq!(super::sentence(text), sentence, "{text:?}");
        }
    }

    const TITLE: &str = "về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới";

    #[test]
    fn agreement_forgives_form_and_not_years() {
        for (title, following, least, most) in [
            (Some(TITLE), "", 1.0, 1.0),
            (Some("VỀ VIỆC TĂNG CƯỜNG VÀ ĐỔI MỚI SỰ LÃNH ĐẠO CỦA ĐẢNG ĐỐI VỚI CÔNG TÁC DÂN VẬN"), "", 0.7, 0.8),
            (Some("Công tác dân vận"), "", 0.7, 0.7),
            (
                None,
                " của Ban Chấp hành Trung ương (khoá XI) về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới.\nSau",
                1.0,
                1.0,
            ),
            (None, " của Ban Chấp hành; về tăng cường và đổi mới sự lãnh đạo của Đảng", 0.0, 0.1),
            (None, " về công tác thanh niên thời kỳ đẩy mạnh công nghiệp hóa", 0.0, 0.3),
            (None, "", 0.0, 0.0),
        ] {
            let agreement = Subject::new(title, following).agreement(TITLE);
            assert!((least..=most).contains(&agreement), "{title:?} {following} {agreement}");
        }
        let yearly = "về nhiệm vụ, giải pháp chủ yếu thực hiện Kế hoạch phát triển kinh tế - xã hội năm 2019";
        assert!(Subject::new(Some(&yearly.replace("2019", "2020")), "").agreement(yearly) < 0.1);
        assert!(Subject::new(None, &yearly.replace("2019", "2020")).agreement(yearly) < 0.1);
    }

    #[test]
    fn only_a_foreign_title_contradicts() {
        for (title, contradicts) in [
            ("về chế độ tiền lương đối với viên chức", true),
            ("về tăng cường sự lãnh đạo", false),
            ("dân vận", false),
            ("tiền lương", true),
        ] {
            assert_eq!(Subject::new(Some(title), "").contradicts(TITLE), contradicts, "{title}");
        }
        assert!(!Subject::new(None, "về chế độ tiền lương đối với viên chức").contradicts(TITLE));
    }
}
