use super::{BEFORE, BUCKETS, IS_LAST, InnerBlanks, bucket, class, hash};
use crate::text::blocks::{Block, Lanes, Marks, Mask, each_place};
use crate::text::first_eight;

impl InnerBlanks {
    /// Calls `each` with all wordings of a text, in the order of their blanks.
    pub(crate) fn each(&self, text: &str, mut each: impl FnMut(usize, usize)) {
        each_place(text.as_bytes(), Blanks, |blank| {
            if self.may_have(blank) && self.is_likely(blank, text.as_bytes()) {
                self.at(blank.offset(), Self::around(blank), text.as_bytes(), &mut each);
            }
        });
    }
}

struct Blanks;

impl Marks for Blanks {
    fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
        block.bytes().are(b' ')
    }
}

/// A key in the making.
#[derive(Clone, Copy)]
struct Key {
    /// The bytes around the blank, without zeros in front of them.
    bytes: u64,
    /// A multiple of eight.
    zeros: u8,
    is_last: bool,
    blank: u8,
    start: u16,
    length: u8,
    wording: u16,
    classes: u8,
}

/// What is searched for.
#[derive(Debug)]
pub(crate) struct Wording {
    pub(crate) letters: String,
    /// Where it is wanted behind some bytes only, these; it may be found behind others too.
    pub(crate) behind: Vec<u8>,
}

impl From<String> for Wording {
    fn from(letters: String) -> Self {
        Self { letters, behind: Vec::new() }
    }
}

/// Whether a searcher would find a wording wherever it stands: one whose words are long enough around a blank.
pub(crate) fn can_find(wording: &str) -> bool {
    !keys(wording.as_bytes(), "").is_empty()
}

/// The table of these wordings. The fewer blanks of the `usual` text look like that of a key the better.
pub(crate) fn table(wordings: &[Wording], usual: &str) -> Vec<u8> {
    let mut text = Vec::new();
    let mut all: Vec<Key> = Vec::new();
    for (index, Wording { letters: wording, behind }) in wordings.iter().enumerate() {
        let start = text.len().try_into().unwrap();
        let mut keys = keys(wording.as_bytes(), usual);
        if keys.is_empty() {
            keys = keys_of_words(wording, usual);
        }
        assert!(!keys.is_empty(), "{wording}");
        let (length, wording_number) = (wording.len().try_into().unwrap(), index.try_into().unwrap());
        let classes = if behind.is_empty() { !0 } else { behind.iter().fold(0, |all, &byte| all | class(byte)) };
        all.extend(keys.into_iter().map(|key| Key { start, length, wording: wording_number, classes, ..key }));
        text.extend_from_slice(wording.as_bytes());
    }
    let bucket = |key: &Key| bucket(hash(key.bytes));
    all.sort_by_key(|key| (bucket(key), key.bytes, key.blank, key.wording));
    let mut buckets = vec![0_u16; BUCKETS];
    let (mut keys, count) = (Vec::new(), all.len());
    for (place, key) in all.iter().enumerate() {
        let first = &mut buckets[bucket(key)];
        if *first == 0 {
            *first = (place + 1).try_into().unwrap();
        }
        let is_last = all.get(place + 1).is_none_or(|next| bucket(next) != bucket(key));
        keys.extend(Key { is_last, ..*key }.written());
    }
    let buckets = buckets.iter().flat_map(|bucket| bucket.to_le_bytes());
    buckets.chain((count as u32).to_le_bytes()).chain(keys).chain(text).collect()
}

/// The key of a blank with three bytes before it and three or more behind; or those that there are with any byte that may follow
/// a word.
fn keys(wording: &[u8], usual: &str) -> Vec<Key> {
    let key = |bytes: &[u8], blank: usize| {
        let zeros = 8 * 8_usize.saturating_sub(bytes.len() - blank + BEFORE) as u8;
        let blank_place = blank.try_into().unwrap();
        let bytes = first_eight(&bytes[blank - BEFORE..]);
        Key { bytes, zeros, is_last: false, blank: blank_place, start: 0, length: 0, wording: 0, classes: 0 }
    };
    let rarest = |bytes: &[u8]| {
        let blanks = (BEFORE..bytes.len()).filter(|&blank| bytes[blank] == b' ' && blank + 3 < bytes.len());
        let around = |blank: usize, behind: usize| &bytes[blank - BEFORE..bytes.len().min(blank + behind)];
        let often = |bytes: &[u8]| usual.as_bytes().windows(bytes.len()).filter(|window| *window == bytes).count();
        let blank = blanks.min_by_key(|&blank| (often(around(blank, 4)), often(around(blank, 5))))?;
        Some(key(bytes, blank))
    };
    if let Some(key) = rarest(wording) {
        return vec![key];
    }
    // A byte inside of a character cannot follow; the end of a text is read as a zero.
    let may_follow = (0..=0xF4).filter(|byte: &u8| !byte.is_ascii_alphanumeric() && !(0x80..=0xC1).contains(byte));
    may_follow.filter_map(|byte| rarest(&[wording, &[byte]].concat())).collect()
}

/// The keys of a wording that is to be found as whole words only, with any byte that may stand before a word.
fn keys_of_words(wording: &str, usual: &str) -> Vec<Key> {
    let may_precede = (0..=0xBF).filter(|byte: &u8| !byte.is_ascii_alphanumeric());
    let keys = may_precede.flat_map(|byte| keys(&[&[byte], wording.as_bytes()].concat(), usual));
    keys.map(|key| Key { blank: key.blank - 1, ..key }).collect()
}

impl Key {
    fn written(self) -> impl Iterator<Item = u8> {
        let Self { bytes, zeros, is_last, blank, start, length, wording, classes } = self;
        let [s, t] = start.to_le_bytes();
        let [w, x] = wording.to_le_bytes();
        let ending = zeros | if is_last { IS_LAST } else { 0 };
        (bytes << zeros).to_le_bytes().into_iter().chain([s, t, length, blank, w, x, classes, ending])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_wherever_they_stand() {
        let wordings = ["đầu tư", "xa xa", "tư vấn đầu", "diển ra", "Đại học "].map(str::to_owned);
        let table = |wordings: &[String], usual: &str| {
            table(&wordings.iter().cloned().map(Wording::from).collect::<Vec<_>>(), usual)
        };
        let searcher = InnerBlanks::open(table(&wordings, "").leak());
        for text in [
            "đầu tư",
            "tư vấn đầu tư",
            "xa xa xa",
            "txa xa",
            "“xa xa",
            "diển ra",
            "diển ra.",
            "diển ra…",
            "diển rau",
            "đầu  tư",
        ] {
            for (pad, behind) in (0..70).flat_map(|pad| [(pad, ""), (pad, " "), (pad, "đ"), (pad, "”\n\u{1}")]) {
                let text = " ".repeat(pad) + text + behind;
                let found = |(index, wording): (usize, &String)| {
                    let begins = |at: &usize| text.as_bytes()[*at..].starts_with(wording.as_bytes());
                    (0..text.len()).filter(begins).map(move |at| (at, index)).collect::<Vec<_>>()
                };
                let mut want: Vec<_> = wordings.iter().enumerate().flat_map(found).collect();
                let mut got = Vec::new();
                searcher.each(&text, |start, wording| got.push((start, wording)));
                // Of a short one only what is a whole word.
                want.retain(|&(at, index)| index != 3 || !text[at + wordings[3].len()..].starts_with('u'));
                want.retain(|&(at, index)| index != 1 || !text[..at].ends_with('t'));
                want.sort_unstable();
                got.sort_unstable();
                assert_eq!(got, want, "{text:?}");
            }
        }
        let tail = Wording { letters: "ử dụng".to_owned(), behind: b"xX".to_vec() };
        let searcher = InnerBlanks::open(super::table(&[tail], "").leak());
        for (text, want) in [("xử dụng", 1), ("Xử dụng", 1), ("sử dụng", 0), ("ử dụng", 0), ("xử dung", 0)]
        {
            let mut found = 0;
            searcher.each(text, |start, _| found += usize::from(text[start..].starts_with("ử dụng")));
            assert_eq!(found, want, "{text}");
        }
        assert!(!can_find("a bc") && !can_find("ab") && !can_find("xa xa") && can_find("là là"));
        InnerBlanks::open(&[]).each("đầu tư", |_, _| unreachable!());
    }
}
